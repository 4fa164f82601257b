import { afterAll, describe, expect, it } from 'vitest';
import { gatherMoments, MAX_COVARIANCE_CHANNELS } from '../../src/calibrate/moments.js';
import type { Tap } from '../../src/calibrate/moments.js';
import { floatOf, intOf, intsOf, makeNode } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import type { Moments } from '../../src/prune/types.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { memorySamples, noise, sketch, stored, tensor } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

/** Moments of x [n, ...shape] along one axis, by the definition. */
function expectedMoments(x: Float32Array, dims: readonly number[], axis: number): Moments {
  const channels = dims[axis] ?? 1;
  const inner = dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const rows: number[][] = Array.from({ length: channels }, () => []);
  x.forEach((value, i) => rows[Math.floor(i / inner) % channels]?.push(value));
  const mean = rows.map((row) => row.reduce((a, b) => a + b, 0) / row.length);
  const covariance = rows.flatMap((a, i) => rows.map((b, j) =>
    a.reduce((sum, value, p) => sum + (value - (mean[i] ?? 0)) * ((b[p] ?? 0) - (mean[j] ?? 0)), 0) / a.length));
  const variance = mean.map((_, i) => covariance[i * channels + i] ?? NaN);
  return { count: rows[0]?.length ?? 0, mean: Float64Array.from(mean), covariance: Float64Array.from(covariance), variance: Float64Array.from(variance), magnitude: Float64Array.from(rows, (row) => row.reduce((sum, value) => sum + Math.abs(value), 0) / row.length) };
}

function expectClose(actual: Moments | undefined, expected: Moments, tolerance: number): void {
  expect(actual?.count).toBe(expected.count);
  for (const key of ['mean', 'covariance', 'variance', 'magnitude'] as const) {
    if (key === 'magnitude' && actual?.magnitude === undefined) continue;
    expected[key]?.forEach((value, i) => { expect(Math.abs((actual?.[key]?.[i] ?? NaN) - value)).toBeLessThan(tolerance); });
  }
}

function gather(model: Model, taps: readonly Tap[], x: Float32Array, shape: readonly number[], batch = 3): Promise<Map<string, Moments>> {
  return stored(model, (dense, directory) =>
    gatherMoments({ runtime, model: dense, directory, taps, samples: memorySamples(x, shape), batch }));
}

const identity = (input: readonly (number | string)[], opset: number): Model => sketch({
  nodes: [makeNode('Identity', ['x'], ['tap']), makeNode('Relu', ['tap'], ['y'])], input, outputs: [['y', null]], opset,
});

describe('gatherMoments', () => {
  it.each([
    { shape: [5], axis: 1 },
    { shape: [6, 4, 3], axis: 1 },
    { shape: [3, 4, 6], axis: 3 },
    { shape: [2, 5, 7, 2], axis: 2 },
    { shape: [9, 2], axis: 1 },
  ].flatMap((each) => [7, 12, 13, 18, 21].map((opset) => ({ ...each, opset }))))('follows the definition: $shape along $axis, opset $opset', async ({ shape, axis, opset }) => {
    const x = noise(10 * shape.reduce((a, b) => a * b, 1), 3).map((v, i) => v + 5 * (i % 3));
    const found = await gather(identity(['n', ...shape], opset), [{ value: 'tap', axis, covariance: true, magnitude: true }], x, shape);
    expect(found.get('tap')?.magnitude).toHaveLength(shape[axis - 1] ?? 0);
    expectClose(found.get('tap'), expectedMoments(x, [10, ...shape], axis), 1e-4);
  });

  it('keeps the digits of raw 0..255 inputs with little variance', async () => {
    const x = noise(64 * 4 * 25, 8).map((v) => 200 + 0.05 * v);
    const found = await gather(identity(['n', 4, 5, 5], 13), [{ value: 'x', axis: 1, covariance: true }], x, [4, 5, 5], 16);
    const expected = expectedMoments(x, [64, 4, 5, 5], 1);
    expectClose(found.get('x'), expected, 2e-6);
    expect(expected.variance[0]).toBeLessThan(0.004);
  });

  it('gives variances alone where asked, and beyond the cap of channels', async () => {
    const x = noise(12 * 6, 2);
    const found = await gather(identity(['n', 6], 13), [{ value: 'tap', axis: 1, covariance: false }], x, [6]);
    expectClose(found.get('tap'), { ...expectedMoments(x, [12, 6], 1), covariance: undefined }, 1e-5);
    expect(found.get('tap')?.covariance).toBeUndefined();
    const wide = MAX_COVARIANCE_CHANNELS + 1;
    const capped = await gather(identity(['n', wide], 13), [{ value: 'tap', axis: 1, covariance: true }], noise(2 * wide, 1), [wide]);
    expect(capped.get('tap')?.covariance).toBeUndefined();
  });

  it('casts float16 activations before multiplying them', async () => {
    const model = sketch({
      nodes: [
        makeNode('Cast', ['x'], ['half'], { attributes: [['to', intOf(DataType.FLOAT16)]] }),
        makeNode('Cast', ['half'], ['y'], { attributes: [['to', intOf(DataType.FLOAT)]] }),
      ],
      outputs: [['y', null]],
    });
    // Squares of 300 overflow float16.
    const x = noise(40 * 4, 5).map((v) => 300 * v);
    const found = await gather(model, [{ value: 'half', axis: 1, covariance: true }], x, [4]);
    const expected = expectedMoments(x, [40, 4], 1);
    expect(Math.abs((found.get('half')?.variance[2] ?? NaN) / (expected.variance[2] ?? NaN) - 1)).toBeLessThan(1e-3);
  });

  it('measures several taps in the order asked for', async () => {
    const nodes = [makeNode('Conv', ['x', 'w'], ['c'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), makeNode('Relu', ['c'], ['r']), makeNode('GlobalAveragePool', ['r'], ['y'])];
    const model = sketch({ nodes, tensors: [tensor('w', [8, 2, 3, 3], noise(144, 4))], input: ['n', 2, 6, 6], outputs: [['y', null]] });
    const x = noise(7 * 72, 9);
    const taps = ['c', 'r', 'y', 'x'].map((value) => ({ value, axis: 1, covariance: true }));
    const calls: number[] = [];
    const found = await stored(model, (dense, directory) => gatherMoments({
      runtime, model: dense, directory, taps, samples: memorySamples(x, [2, 6, 6]), batch: 4, onProgress: (done) => calls.push(done),
    }));
    expect([...found.keys()]).toEqual(['c', 'r', 'y', 'x']);
    expect(calls).toEqual([4, 7]);
    expect(found.get('r')?.count).toBe(7 * 36);
    expect(found.get('y')?.count).toBe(7);
    // The mean of a pooled map is the mean of the map.
    found.get('r')?.mean.forEach((value, i) => { expect(Math.abs(value - (found.get('y')?.mean[i] ?? NaN))).toBeLessThan(1e-5); });
  });

  it('refuses a value that does not exist, no samples, and NaN', async () => {
    const model = identity(['n', 4], 13);
    const tap = { value: 'tap', axis: 1, covariance: true };
    await expect(gather(model, [{ ...tap, value: 'other' }], noise(8, 1), [4])).rejects.toMatchObject({ code: 'tap-unknown' });
    await expect(gather(model, [tap], new Float32Array(0), [4])).rejects.toMatchObject({ code: 'calibration-empty' });
    const broken = sketch({ nodes: [makeNode('Log', ['x'], ['tap']), makeNode('Elu', ['tap'], ['y'], { attributes: [['alpha', floatOf(1)]] })], outputs: [['y', null]] });
    await expect(gather(broken, [tap], noise(8, 1), [4])).rejects.toMatchObject({ code: 'activation-not-finite' });
  });
});
