/** Records of parts, put together, are what one machine has after all samples: for every metric, however they are cut. */
import { describe, expect, it } from 'vitest';
import { dropsOf } from '../../src/evaluate/interval.js';
import { Lane, wordsOf } from '../../src/evaluate/lane.js';
import { METRICS } from '../../src/evaluate/metrics/registry.js';
import { MergedRecords, recordOf, type PairRecord } from '../../src/evaluate/record.js';
import { Slices } from '../../src/evaluate/slices.js';
import { seededRandom } from '../../src/kernels/random.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { labels, spec, tensor } from './tensors.js';

interface Batch {
  readonly dense: HostTensor;
  readonly pruned: HostTensor;
  readonly target: HostTensor | undefined;
}

type Name = Parameters<typeof spec>[0];
const SAMPLES_PER_BATCH = 7;

/** Batches that fit the metric: scores over classes with labels, or values with targets. */
function batchesFor(name: Name, count: number, positions = 1): Batch[] {
  const random = seededRandom(`${name} ${String(positions)}`);
  const make = (...dims: number[]): HostTensor => tensor(dims, Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => 2 * random() - 1));
  const near = (given: HostTensor): HostTensor => tensor(given.dims, Array.from(given.data as Float32Array, (value) => value + 0.3 * (random() - 0.5)));
  return Array.from({ length: count }, () => {
    const n = SAMPLES_PER_BATCH;
    if (name === 'roc-auc') return withNear(make(n, 1), labels(...draws(n, 2)));
    if (name === 'iou') return withNear(make(n, 9), tensor([n, 9], draws(9 * n, 2)));
    if (name === 'mse' || name === 'mae') return withNear(make(n, 3), make(n, 3));
    if (name === 'r2') return withNear(make(n, 1), make(n, 1));
    if (positions > 1) return withNear(make(n, positions, 4), { type: 'int64', dims: [n, positions], data: BigInt64Array.from(draws(n * positions, 4), BigInt) });
    return withNear(make(n, 4), labels(...draws(n, 4)));
  });
  function withNear(dense: HostTensor, target: HostTensor): Batch { return { dense, pruned: near(dense), target }; }
  function draws(length: number, below: number): number[] { return Array.from({ length }, () => Math.floor(random() * below)); }
}

function laneOf(name: Name, batches: readonly Batch[]): Lane {
  const lane = new Lane(spec(name), 'y');
  for (const { dense, pruned, target } of batches) {
    lane.add('dense', dense.dims[0] ?? 0, dense, target, dense);
    lane.add('pruned', dense.dims[0] ?? 0, pruned, target, dense);
  }
  return lane;
}

/** Through JSON, as between machines. */
const partOf = (name: Name, batches: readonly Batch[]): PairRecord =>
  JSON.parse(JSON.stringify(recordOf([laneOf(name, batches)], slicesOf(batches), batches.length * SAMPLES_PER_BATCH))) as PairRecord;

function merged(name: Name, parts: readonly (readonly Batch[])[]): { readonly lane: Lane; readonly slices: Slices; readonly samples: number } {
  const records = new MergedRecords([spec(name)]);
  for (const part of parts) records.absorb(partOf(name, part));
  return { lane: records.lanes[0] as Lane, slices: records.slices, samples: records.samples };
}

/** By label, and by a column whose values come in another order in each part. */
function slicesOf(batches: readonly Batch[]): Slices {
  const slices = new Slices();
  batches.forEach(({ dense, target }) => {
    const device = tensor([SAMPLES_PER_BATCH], Array.from({ length: SAMPLES_PER_BATCH }, (_, at) => 7 - Math.floor(3 * Math.abs(Number(dense.data[at])))), 'int32');
    slices.add({ indices: Array.from({ length: SAMPLES_PER_BATCH }, (_, at) => at), feeds: new Map(), target, slices: new Map([['device', device]]) });
  });
  return slices;
}

it('classes are told apart by a byte a sample, and by two once there are more than 256', () => {
  const labelsOf = (from: number, count: number): Slices => {
    const slices = new Slices();
    slices.add({ indices: Array.from({ length: count }, (_, i) => i), feeds: new Map(), target: labels(...Array.from({ length: count }, (_, i) => (from + i) % 300)) });
    return slices;
  };
  expect([labelsOf(0, 256), labelsOf(0, 257)].map((slices) => Buffer.from(slices.records()[0]?.codes ?? '', 'base64').length)).toEqual([256, 2 * 257]);
  const whole = labelsOf(0, 700).records();
  for (const cuts of [[0, 200, 700], [0, 256, 257, 700], [0, 257, 400, 700]]) {
    const slices = new Slices();
    cuts.slice(1).forEach((end, i) => { slices.absorb(labelsOf(cuts[i] ?? 0, end - (cuts[i] ?? 0)).records(), end); });
    expect(slices.records()).toEqual(whole);
  }
});

function told(lane: Lane, samples: number): unknown {
  const sides = ['dense', 'pruned'] as const;
  return [sides.map((side) => lane.value(side)), wordsOf(lane, sides), dropsOf([lane], { samples, confidence: 0.95, seed: 's' }), sides.map((side) => lane.findings(side))];
}

function expectSame(name: Name, batches: readonly Batch[], cuts: readonly number[]): void {
  const parts = [...cuts, batches.length].map((end, i) => batches.slice(cuts[i - 1] ?? 0, end));
  const samples = batches.length * SAMPLES_PER_BATCH;
  const { lane, slices, samples: counted } = merged(name, parts);
  expect(counted).toBe(samples);
  expect(told(lane, samples)).toEqual(told(laneOf(name, batches), samples));
  const options = { samples, confidence: 0.95, seed: 's' };
  const sliced = (lane: Lane, slices: Slices) => slices.resultsOf(lane, ['dense', 'pruned'], options);
  expect(sliced(lane, slices)).toEqual(sliced(laneOf(name, batches), slicesOf(batches)));
}

describe('parts put together', () => {
  it.each(METRICS.map(({ name }) => name))('are the whole, for %s', (name) => {
    const batches = batchesFor(name, 9);
    expect(laneOf(name, batches).value('pruned')).not.toBeNull();
    for (const cuts of [[], [4], [1, 2, 5, 8], [0, 3, 3, 9]]) expectSame(name, batches, cuts);
  });

  it('are the whole where samples have several answers, or some have and some have not', () => {
    const several = batchesFor('accuracy', 4, 3);
    expectSame('accuracy', several, [2]);
    expectSame('accuracy', [...batchesFor('accuracy', 3), ...several], [1, 3]);
    expectSame('accuracy', [...several, ...batchesFor('accuracy', 3)], [4]);
  });

  it('say what the whole says of values that are not finite, labels out of range, and outputs that do not fit', () => {
    const batches = batchesFor('accuracy', 6);
    const broken = { ...batches[3], dense: tensor([7, 4], new Array<number>(28).fill(Number.NaN)) } as Batch;
    const odd = { ...batches[1], target: labels(0, 1, 9, 1, Number.MAX_SAFE_INTEGER, 3, 0) } as Batch;
    const misfit = { ...batches[2], pruned: tensor([6, 4], new Array<number>(24).fill(0)) } as Batch;
    const whole = [batches[0], odd, misfit, broken, batches[4]] as Batch[];
    for (const cuts of [[1], [2], [3], [1, 2, 3, 4]]) expectSame('accuracy', whole, cuts);
    const constant = batches.map((batch) => ({ ...batch, pruned: tensor([7, 4], Array.from({ length: 28 }, (_, i) => Number(i % 4 === 2))) }));
    for (const name of ['accuracy', 'macro-f1', 'agreement', 'kl'] as const) expectSame(name, constant, [2, 4]);
  });

  it('do not mix metrics', () => {
    expect(() => { new MergedRecords([spec('accuracy')]).absorb(partOf('agreement', batchesFor('agreement', 1))); }).toThrow(/no metric "accuracy"/u);
    const [first, second] = [partOf('accuracy', batchesFor('accuracy', 2)), partOf('accuracy', batchesFor('accuracy', 1))];
    const records = new MergedRecords([spec('accuracy')]);
    records.absorb(first);
    expect(() => { records.absorb({ ...second, slices: second.slices.filter(({ by }) => by === 'class') }); }).toThrow('a part says of 14 of 21 samples which device they are of');
  });

  it('do not count samples of a value that a part does not list', () => {
    const [first, second] = [partOf('accuracy', batchesFor('accuracy', 2)), partOf('accuracy', batchesFor('accuracy', 1))];
    const odd = { ...second, slices: second.slices.map((slicing) => ({ ...slicing, codes: Buffer.alloc(Buffer.from(slicing.codes, 'base64').length, 99).toString('base64') })) };
    const records = new MergedRecords([spec('accuracy')]);
    records.absorb(first);
    expect(() => { records.absorb(odd); }).toThrow(/^a part gives samples a \w+ that it does not list$/u);
  });
});

it('takes one bit a sample for what is right or wrong', () => {
  const part = partOf('accuracy', batchesFor('accuracy', 100));
  const bits = part.lanes[0]?.sides.dense.columns.find(({ name }) => name === 'bits');
  expect(Buffer.from(bits?.data ?? '', 'base64')).toHaveLength(Math.ceil(700 / 8));
});
