/** Metrics on parts of the samples: by class, by column, for metrics of right answers and for others. */
import { describe, expect, it } from 'vitest';
import { Lane } from '../../src/evaluate/lane.js';
import { MOST_SLICES, Slices } from '../../src/evaluate/slices.js';
import { pairedDropInterval } from '../../src/gate/statistics/index.js';
import type { MetricName } from '../../src/policy/types.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { labels, spec, tensor } from './tensors.js';

const OPTIONS = { confidence: 0.95, seed: 's' };
const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Scores that answer the class given, of three. */
const answers = (given: readonly number[]): HostTensor => tensor([given.length, 3], given.flatMap((c) => [0, 1, 2].map((one) => Number(one === c))));

interface Given {
  readonly metric: MetricName;
  readonly dense: HostTensor;
  readonly pruned: HostTensor;
  readonly target: HostTensor | undefined;
  readonly column?: readonly number[];
}

function sliced({ metric, dense, pruned, target, column }: Given) {
  const samples = dense.dims[0] ?? 0;
  const lane = new Lane(spec(metric), 'y');
  lane.add('dense', samples, dense, target, dense);
  lane.add('pruned', samples, pruned, target, dense);
  const slices = new Slices();
  slices.add({ indices: indices(samples), feeds: new Map(), target, ...(column === undefined ? {} : { slices: new Map([['device', tensor([samples], column, 'int32')]]) }) });
  return slices.resultsOf(lane, ['dense', 'pruned'], { ...OPTIONS, samples });
}

describe('slices', () => {
  const target = [0, 0, 0, 1, 1, 2];
  it('count right answers by class and by column, values in order', () => {
    const found = sliced({ metric: 'accuracy', dense: answers([0, 0, 1, 1, 1, 2]), pruned: answers([0, 1, 0, 1, 2, 2]), target: labels(...target), column: [9, 9, 9, 9, 4, 4] });
    const interval = (denseOnly: number, prunedOnly: number, samples: number) => pairedDropInterval({ denseOnly, prunedOnly, samples }, 0.95);
    expect(found).toEqual([
      { by: 'class', value: '0', samples: 3, dense: 2 / 3, pruned: 2 / 3, drop: 0, dropInterval: interval(1, 1, 3), paired: { denseOnly: 1, prunedOnly: 1 } },
      { by: 'class', value: '1', samples: 2, dense: 1, pruned: 0.5, drop: 0.5, dropInterval: interval(1, 0, 2), paired: { denseOnly: 1, prunedOnly: 0 } },
      { by: 'class', value: '2', samples: 1, dense: 1, pruned: 1, drop: 0, dropInterval: interval(0, 0, 1), paired: { denseOnly: 0, prunedOnly: 0 } },
      { by: 'device', value: '4', samples: 2, dense: 1, pruned: 0.5, drop: 0.5, dropInterval: interval(1, 0, 2), paired: { denseOnly: 1, prunedOnly: 0 } },
      { by: 'device', value: '9', samples: 4, dense: 0.75, pruned: 0.75, drop: 0, dropInterval: interval(1, 1, 4), paired: { denseOnly: 1, prunedOnly: 1 } },
    ]);
  });

  it('have an interval by bootstrap for other metrics, where there are 20 samples, and no classes', () => {
    const count = 90;
    const value = (i: number) => Math.sin(12.9 * i);
    const made = (scale: number) => tensor([count, 1], indices(count).map((i) => value(i) + scale * (i % 3 === 0 ? 0.5 : 0.1) * value(7 * i + 1)), 'float64');
    const column = indices(count).map((i) => (i < 10 ? 8 : i % 3));
    const found = sliced({ metric: 'mse', dense: made(1), pruned: made(1.5), target: tensor([count, 1], indices(count).map(value), 'float64'), column });
    expect(found.map(({ by, value: name, samples }) => [by, name, samples])).toEqual([['device', '0', 26], ['device', '1', 27], ['device', '2', 27], ['device', '8', 10]]);
    const [first, second, , few] = found;
    expect(first?.drop).toBeGreaterThan(10 * (second?.drop ?? 1));
    expect(first?.dropInterval?.low).toBeGreaterThan(0);
    expect((first?.dropInterval?.low ?? 0) < (first?.drop ?? 0) && (first?.drop ?? 0) < (first?.dropInterval?.high ?? 0)).toBe(true);
    expect([few?.drop === null, few?.dropInterval]).toEqual([false, null]);
    // By hand: the mean over the slice's own samples.
    const mine = indices(count).filter((i) => column[i] === 0).map((i) => ((i % 3 === 0 ? 0.5 : 0.1) * value(7 * i + 1)) ** 2);
    expect(first?.dense).toBeCloseTo(mine.reduce((a, b) => a + b, 0) / mine.length, 12);
  });

  it('are none where the metric has no value, and no classes where labels are no whole numbers', () => {
    expect(sliced({ metric: 'accuracy', dense: answers([0, 0, 0]), pruned: answers([0, 1, 2]), target: labels(0, 1, 2) })).toEqual([]);
    expect(sliced({ metric: 'agreement', dense: answers([0, 1, 2]), pruned: answers([0, 1, 1]), target: tensor([3], [0.5, 1, 2], 'float64') })).toEqual([]);
    expect(sliced({ metric: 'agreement', dense: answers([0, 1, 2]), pruned: answers([0, 1, 1]), target: undefined })).toEqual([]);
  });

  it('refuse a column that tells samples apart', () => {
    const slices = new Slices();
    const column = tensor([MOST_SLICES + 1], indices(MOST_SLICES + 1), 'int32');
    const add = () => { slices.add({ indices: indices(MOST_SLICES + 1), feeds: new Map(), target: undefined, slices: new Map([['id', column]]) }); };
    expect(add).toThrow(expect.objectContaining({ code: 'slices-too-many', message: expect.stringContaining("'id' has more than 1000 values") }));
  });
});
