/** Second moments that come in batches, and two models walked side by side from a frontier. */
import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { CentredSums } from '../../src/calibrate/centred-sums.js';
import { cheapestFrontier } from '../../src/calibrate/frontier.js';
import { PairedStreams } from '../../src/calibrate/paired-streams.js';
import { AuxiliaryGraph } from '../../src/calibrate/auxiliary.js';
import { withVariant } from '../../src/calibrate/variant.js';
import { makeNode } from '../../src/onnx/graph.js';
import type { Model } from '../../src/onnx/ir.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { memorySamples, noise, sketch, stored, tensor } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

describe('centred sums', () => {
  it('equal the covariance of all rows, also far from zero and with batches of different sizes', () => {
    const [d, rows] = [3, 50];
    const u = Float64Array.from(noise(d * rows, 2), (value, i) => value + 1e6 * (i % d));
    const [sums, inParts] = [new CentredSums([d], true, 1), new CentredSums([1, 2], true, 1)];
    for (const [from, to] of [[0, 7], [7, 8], [8, 50]] as const) {
      const mean = Float64Array.from({ length: d }, (_, i) => average(from, to, (row) => u[row * d + i] as number));
      const total = average(from, to, (row) => row);
      const gram = Float64Array.from({ length: d * d }, (_, at) => (to - from) * average(from, to, (row) =>
        ((u[row * d + Math.floor(at / d)] as number) - (mean[Math.floor(at / d)] as number)) * ((u[row * d + at % d] as number) - (mean[at % d] as number))));
      const cross = Float64Array.from({ length: d }, (_, i) => (to - from) * average(from, to, (row) => ((u[row * d + i] as number) - (mean[i] as number)) * (row - total)));
      sums.add(to - from, mean, [gram], [total], cross);
      const block = (rows: readonly number[], columns: readonly number[]): number[] => rows.flatMap((row) => columns.map((column) => gram[row * d + column] as number));
      inParts.add(to - from, mean, [block([0], [0]), block([0], [1, 2]), block([1, 2], [1, 2])], [total], cross);
    }
    const found = sums.finish();
    expect(inParts.finish().covariance).toEqual(found.covariance);
    expect(found.rows).toBe(rows);
    expect(found.meanV[0]).toBeCloseTo(24.5, 10);
    const mean = (i: number): number => average(0, rows, (row) => u[row * d + i] as number);
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) expect(found.covariance[i * d + j]).toBeCloseTo(average(0, rows, (row) => ((u[row * d + i] as number) - mean(i)) * ((u[row * d + j] as number) - mean(j))), 6);
      expect(found.cross[i]).toBeCloseTo(average(0, rows, (row) => ((u[row * d + i] as number) - mean(i)) * (row - 24.5)), 6);
    }
  });
});

function average(from: number, to: number, value: (row: number) => number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += value(row);
  return sum / (to - from);
}

/** A residual block on rows: h is wide, x goes round it. */
const MODEL = sketch({
  nodes: [
    makeNode('MatMul', ['x', 'w1'], ['h']), makeNode('Relu', ['h'], ['r']), makeNode('MatMul', ['r', 'w2'], ['m']),
    makeNode('Add', ['m', 'x'], ['s']), makeNode('MatMul', ['s', 'w3'], ['y']),
  ],
  tensors: [tensor('w1', [4, 16], noise(64, 1)), tensor('w2', [16, 4], noise(64, 2)), tensor('w3', [4, 2], noise(8, 3))],
  outputs: [['y', ['n', 2]]],
});
const SIZES = new Map([['x', 4], ['h', 16], ['r', 16], ['m', 4], ['s', 4], ['y', 2]]);

describe('a frontier', () => {
  it('is where the least has to be carried', () => {
    // Behind the Add only the sum is left; inside the block x goes round it.
    expect(cheapestFrontier(MODEL.graph, 0, 4, (value) => SIZES.get(value))).toEqual({ position: 4, values: ['s'], size: 4 });
    expect(cheapestFrontier(MODEL.graph, 0, 2, (value) => SIZES.get(value))?.values).toEqual(['h', 'x']);
  });

  it('is none where a size is not known', () => {
    expect(cheapestFrontier(MODEL.graph, 0, 2, () => undefined)).toBeUndefined();
  });
});

describe('paired streams', () => {
  it('give the values that both whole models give, from any frontier on, and leave no file', async () => {
    await stored(MODEL, async (dense, folder) => {
      // The candidate is narrower inside the block, as a pruned model is.
      const narrow = { ...dense.graph, initializers: new Map([...dense.graph.initializers, ['w1', tensor('w1', [4, 7], noise(28, 4))] as const, ['w2', tensor('w2', [7, 4], noise(28, 5))] as const]) };
      const candidate: Model = { ...dense, graph: narrow };
      const folds = [memorySamples(noise(40, 6), [4]), memorySamples(noise(12, 7), [4])];
      const streams = new PairedStreams(runtime, folder, dense, folds, 4);
      const whole = await outputs(streams, candidate, folder);
      expect(whole.map(({ fold }) => fold)).toEqual([0, 0, 0, 1]);
      for (const [after, before] of [[0, 2], [2, 4]] as const) {
        await streams.advance(candidate, cheapestFrontier(dense.graph, after, before, (value) => SIZES.get(value)) as never);
        expect(await outputs(streams, candidate, folder)).toEqual(whole);
      }
      await streams.close();
      expect(readdirSync(folder).filter((name) => name.startsWith('streams-'))).toEqual([]);
    });
  });
});

async function outputs(streams: PairedStreams, candidate: Model, folder: string): Promise<{ fold: number; dense: number[]; candidate: number[] }[]> {
  const merged = streams.merged(candidate);
  if (merged === undefined) throw new Error('no subgraphs here');
  const graph = new AuxiliaryGraph(merged.model);
  const names = ['y', merged.second('y')].map((value) => graph.output(value));
  return withVariant(runtime, graph.build(), folder, async (session) => {
    const found = [];
    for await (const { feeds, fold } of streams.batches(merged.second)) {
      const results = await session.run(feeds);
      const [dense, pruned] = names.map((name) => Array.from(results.get(name)?.data ?? [], Number));
      found.push({ fold, dense: dense ?? [], candidate: pruned ?? [] });
    }
    return found;
  });
}
