/** Models between two that repair has made one of the other: of one linear layer, what they compute is between too. */
import { afterAll, describe, expect, it } from 'vitest';
import { intOf, makeNode } from '../../../src/onnx/graph.js';
import type { Model } from '../../../src/onnx/ir.js';
import { storeWeights } from '../../../src/onnx/store.js';
import { withVariant } from '../../../src/calibrate/variant.js';
import { blend } from '../../../src/prune/repair/blend.js';
import { editLayers } from '../../../src/prune/repair/edit.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const X = noise(20, 9);

const resultOf = (model: Model, directory: string): Promise<number[]> => withVariant(runtime, model, directory, async (session) =>
  [...(await session.run(new Map([['x', { type: 'float32', dims: [5, 4], data: X }]]))).get('y')?.data as Float32Array]);

const tensors = [tensor('w', [4, 3], noise(12, 1)), tensor('v', [4, 3], noise(12, 2)), tensor('b', [3], [5, 6, 7]), tensor('one', [1], [2])];

describe('part of the way', () => {
  it.each<readonly [string, Model]>([
    ['a bias that is there', sketch({ nodes: [makeNode('Gemm', ['x', 'w', 'b'], ['y'])], tensors, outputs: [['y', null]] })],
    ['an operand that was not there', sketch({ nodes: [makeNode('Gemm', ['x', 'w'], ['y'])], tensors, outputs: [['y', null]] })],
    ['an Add that was not there', sketch({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], tensors, outputs: [['y', null]] })],
    ['one number for all channels', sketch({ nodes: [makeNode('Gemm', ['x', 'w', 'one'], ['y'])], tensors, outputs: [['y', null]] })],
    ['a bias that two layers share', sketch({ nodes: [makeNode('Gemm', ['x', 'v', 'b'], ['z']), makeNode('Gemm', ['x', 'w', 'b'], ['g']), makeNode('Concat', ['g', 'z'], ['y'], { attributes: [['axis', intOf(1)]] })], tensors, outputs: [['y', null]] })],
  ])('%s', (_, model) => inFolder(async (directory) => {
    const start = await storeWeights(model, directory);
    const layer = model.graph.nodes.find(({ inputs }) => inputs.includes('w'))?.outputs[0] ?? '';
    const end = editLayers(start, { weights: new Map([['w', noise(12, 4)]]), layers: new Map([[layer, { shift: Float64Array.of(1, -2, 3) }]]) }, () => 2);
    const [from, to] = [await resultOf(start, directory), await resultOf(end, directory)];
    expect(Math.max(...to.map((value, at) => Math.abs(value - (from[at] as number))))).toBeGreaterThan(1);
    for (const share of [0, 0.25, 1]) {
      const found = await resultOf(blend(start, end, share), directory);
      found.forEach((value, at) => { expect(value).toBeCloseTo((1 - share) * (from[at] as number) + share * (to[at] as number), 4); });
    }
  }));
});
