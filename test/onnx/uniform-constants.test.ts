/** Constants of one value that several normalisations share: each has its own copy, so that their channels go alone. */
import { expect, it } from 'vitest';
import type { Model } from '../../src/onnx/ir.js';
import { unshareUniform } from '../../src/onnx/uniform-constants.js';
import { noise } from '../calibrate/bench-model.js';
import { Net } from '../prune/transformers/net.js';
import { useWorkbench } from '../prune/workbench.js';

const bench = useWorkbench();

/** Two convolutions, each behind it a group norm of 4 groups as torch.export writes one; `scale` is that of both. */
function normalised(scale: readonly number[]): Model {
  const net = new Net(['batch', 3, 6, 6]);
  const [ones, zeros] = [net.tensor([4], Float32Array.from(scale)), net.tensor([4], new Float32Array(4))];
  const block = (input: string, inputs: number, outputs: number): string => {
    const made = net.op('Conv', [input, net.weight(`conv${String(inputs)}`, outputs, inputs, 1, 1)]);
    const grouped = net.op('InstanceNormalization', [net.op('Reshape', [made, net.ints(0, 4, -1)]), ones, zeros]);
    return net.op('Relu', [net.op('Reshape', [grouped, net.op('Shape', [made])])]);
  };
  const last = block(block('x', 3, 8), 8, 16);
  return net.model([net.op('Conv', [last, net.weight('out', 2, 16, 1, 1)])]);
}

it('gives each use of ones and zeros its own', async () => {
  const model = normalised([1, 1, 1, 1]);
  const own = unshareUniform(model);
  const feeds = new Map([['x', { type: 'float32' as const, dims: [2, 3, 6, 6], data: noise(216, 3) }]]);
  const [before, after] = await Promise.all([model, own].map(async (each) => [...(await bench.run(each, feeds)).values()][0]?.data));
  expect(after).toEqual(before);
  const norms = own.graph.nodes.filter(({ opType }) => opType === 'InstanceNormalization').flatMap(({ inputs }) => inputs.slice(1));
  expect(new Set(norms).size).toBe(4);
  const unitsOf = async (each: Model): Promise<number[]> => (await bench.prunable(each)).analysis.groups.map(({ units }) => units.length);
  expect([await unitsOf(model), await unitsOf(own)]).toEqual([[4], [4, 4]]);
});

it('leaves weights shared that differ from channel to channel', () => {
  const own = unshareUniform(normalised([1, 2, 1, 1]));
  const scales = own.graph.nodes.filter(({ opType }) => opType === 'InstanceNormalization').map(({ inputs }) => inputs[1]);
  expect(scales[0]).toBe(scales[1]);
});
