import { describe, expect, it } from 'vitest';
import { dropsOf } from '../../src/evaluate/interval.js';
import { Lane, wordsOf } from '../../src/evaluate/lane.js';
import type { HostTensor } from '../../src/runtime/types.js';
import { labels, spec, tensor } from './tensors.js';

const BOTH = ['dense', 'pruned'] as const;

/** One batch through a metric of both models. */
function lane(name: Parameters<typeof spec>[0], dense: HostTensor, pruned: HostTensor, target?: HostTensor): Lane {
  const one = new Lane(spec(name), 'y');
  const samples = dense.dims[0] ?? 0;
  one.add('dense', samples, dense, target, dense);
  one.add('pruned', samples, pruned, target, dense);
  return one;
}

const GOOD = tensor([3, 2], [1, 0, 0, 1, 1, 0]);
const BROKEN = tensor([3, 2], [1, 0, Number.NaN, 1, 1, 0]);

describe('findings of both models', () => {
  it('name the model they are about, and say what concerns the data once', () => {
    const one = lane('accuracy', GOOD, BROKEN, labels(0, 1, 5));
    expect(wordsOf(one, BOTH)).toEqual([
      '1 of 3 labels are not a class index from 0 to 1, the first is 5', 'pruned model: NaN or infinite outputs in 1 of 3 samples',
    ]);
    expect([one.value('dense'), one.value('pruned')]).toEqual([null, null]);
  });

  it('broken pruned outputs leave the dense figure, but no drop', () => {
    const one = lane('accuracy', GOOD, BROKEN, labels(0, 1, 0));
    expect([one.value('dense'), one.value('pruned')]).toEqual([1, null]);
    expect(dropsOf([one], { samples: 3, confidence: 0.95, seed: 's' })).toEqual([expect.objectContaining({ drop: null, interval: null, paired: null })]);
  });

  it('broken dense outputs void what is compared with them', () => {
    const one = lane('agreement', BROKEN, GOOD);
    expect([one.value('dense'), one.value('pruned')]).toEqual([null, null]);
  });

  it('a batch whose outputs do not run over samples is a misfit, and the metric stops there', () => {
    const one = lane('accuracy', GOOD, tensor([1, 2], [1, 0]), labels(0, 1, 0));
    one.add('pruned', 3, GOOD, labels(0, 1, 0), GOOD);
    expect(wordsOf(one, BOTH)).toEqual(['pruned model: the output has shape [1, 2] for 3 samples: its first axis does not run over samples']);
    const absent = new Lane(spec('accuracy'), 'y');
    absent.add('dense', 3, undefined, labels(0, 1, 0), undefined);
    expect(wordsOf(absent, ['dense'])).toEqual(["dense model: the output 'y' is no tensor of numbers"]);
  });
});

describe('drops', () => {
  it('per-position answers are not taken for independent ones, and unseen changes keep the interval open', () => {
    const samples = 30;
    const scores = tensor([samples, 4, 2], Array.from({ length: samples * 8 }, (_, i) => ((i >> 1) % 3 === 0) === (i % 2 === 0) ? 1 : 0));
    const target = tensor([samples, 4], Array.from({ length: samples * 4 }, (_, i) => i % 3 === 0 ? 0 : 1), 'int64');
    const [drop] = dropsOf([lane('accuracy', scores, scores, target)], { samples, confidence: 0.95, seed: 's' });
    expect(drop).toMatchObject({ drop: 0, paired: null, method: expect.stringContaining('bootstrap') });
    expect(drop?.interval?.high).toBeGreaterThan(0.09);
  });

  it('rare classes keep the interval of balanced accuracy open', () => {
    const samples = 100;
    const truth = Array.from({ length: samples }, (_, i) => i < 4 ? 1 : 0);
    const scores = tensor([samples, 2], truth.flatMap((label) => label === 1 ? [0, 1] : [1, 0]));
    const [drop] = dropsOf([lane('balanced-accuracy', scores, scores, labels(...truth))], { samples, confidence: 0.95, seed: 's' });
    // Up to 3.2 changed samples are not excluded; each of the four rare ones moves the mean of two recalls by 1/8.
    expect(drop?.interval?.high).toBeGreaterThan(0.35);
    expect(drop?.interval?.high).toBeLessThan(0.45);
  });
});
