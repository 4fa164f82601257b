/** Heads and neurons through the forms in which exporters write a transformer: found, halved and proven; the hidden width stays. */
import { describe, expect, it } from 'vitest';
import { DataType } from '../../../src/onnx/ir.js';
import type { Model } from '../../../src/onnx/ir.js';
import { maskModel } from '../../../src/prune/masked.js';
import { noise } from '../../calibrate/bench-model.js';
import { useWorkbench } from '../workbench.js';
import { encoder, PLAIN_NEURONS, PLAIN_NORM } from './encoder.js';
import { ATTENTION, NEURON_FORMS, NEURONS, NORMS, WIDTH } from './forms.js';
import { Net } from './net.js';

const bench = useWorkbench();

/** Pruned by half; and its result beside that of the dense model with the same slices silenced, at other sizes than the proof ran with. */
async function halved(model: Model) {
  const { prunable, result } = await bench.prune(model);
  const feeds = new Map([['x', { type: 'float32' as const, dims: [3, 7, 6], data: noise(3 * 7 * 6, 5) }]]);
  const masked = maskModel(model, prunable.coupling, prunable.facts, result.chosen.cut);
  const [expected, actual] = await Promise.all([masked, result.model].map(async (each) => [...(await bench.run(each, feeds)).values()][0]));
  return {
    groups: prunable.analysis.groups.map(({ units }) => units.length).sort((a, b) => a - b), refusals: prunable.analysis.refusals, result,
    expected: Array.from(expected?.data as Float32Array), actual: Array.from(actual?.data as Float32Array),
  };
}

function expectHalved(found: Awaited<ReturnType<typeof halved>>, heads: number): void {
  expect(found.groups).toEqual([heads, NEURONS]);
  expect(found.result).toMatchObject({ attempts: 1, proof: { holds: true }, refused: new Map() });
  expect([...found.result.chosen.selection.removed.values()].map((units) => units.length).sort((a, b) => a - b)).toEqual([heads / 2, NEURONS / 2]);
  expect(found.actual).toHaveLength(3 * 3);
  const scale = Math.max(...found.expected.map(Math.abs));
  expect(scale).toBeGreaterThan(0.01);
  found.actual.forEach((value, i) => { expect(Math.abs(value - (found.expected[i] as number)) / scale).toBeLessThan(1e-5); });
}

describe('heads', () => {
  it.each(Object.entries(ATTENTION))('%s', async (_, { part, units, opset }) => {
    expectHalved(await halved(encoder({ attention: part }, opset)), units);
  });
});

describe('neurons', () => {
  it.each(Object.entries(NEURON_FORMS))('%s', async (name, neurons) => {
    expectHalved(await halved(encoder({ neurons }, name.includes('opset 20') ? 20 : 17)), 4);
  });
});

describe('the hidden width stays, with its reason', () => {
  it.each(Object.entries(NORMS))('%s', async (_, norm) => {
    const found = await halved(encoder({ norm }));
    expectHalved(found, 4);
    const embedding = found.refusals.filter(({ units }) => units === WIDTH);
    expect(embedding.length).toBeGreaterThan(0);
    expect(embedding[0]?.reason).toMatch(/normalised across this axis|reduced over this axis/);
  });

  it('EmbedLayerNormalization', async () => {
    const net = new Net(['batch', 'length'], DataType.INT32);
    const tables = [net.weight('words', 10, WIDTH), net.weight('places', 12, WIDTH), ''];
    const [embedded] = net.ops('com.microsoft:EmbedLayerNormalization', ['x', '', ...tables, net.weight('scale', WIDTH), net.weight('shift', WIDTH)], { epsilon: 1e-5 }, 2) as [string];
    const made = PLAIN_NORM(net, embedded, PLAIN_NEURONS(net, embedded), 'norm');
    const { prunable, result } = await bench.prune(net.model([net.op('MatMul', [made, net.weight('classifier', WIDTH, 3)])]));
    expect(result.proof.holds).toBe(true);
    expect(prunable.analysis.groups.map(({ units }) => units.length)).toEqual([NEURONS]);
  });
});
