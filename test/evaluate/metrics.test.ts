/** Each metric against figures worked out by hand, and what makes it refuse. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRICS } from '../../src/evaluate/metrics/registry.js';
import { float32ToFloat16 } from '../../src/kernels/float16.js';
import { seededRandom } from '../../src/kernels/random.js';
import { after, blockers, labels, remarks, tensor, type Step } from './tensors.js';

const THREE_CLASSES = tensor([4, 3], [5, 1, 2, /**/ 0, 3, 3, /**/ 1, 1, 1, /**/ 0, 0, 9]);

describe('accuracy', () => {
  it('takes the highest score; at ties the lowest index', () => {
    const metric = after('accuracy', [{ output: THREE_CLASSES, target: labels(0, 1, 0, 2) }]);
    expect(metric.value()).toBe(1);
    expect(after('accuracy', [{ output: THREE_CLASSES, target: labels(0, 2, 1, 1) }]).value()).toBe(0.25);
    expect([...metric.hits()?.toFloats() ?? []]).toEqual([1, 1, 1, 1]);
  });

  it('top-k counts equal scores of lower index as before', () => {
    expect(after('accuracy', [{ output: THREE_CLASSES, target: labels(2, 2, 2, 0) }], { top: 2 }).value()).toBe(0.75);
    expect(() => after('accuracy', [{ output: THREE_CLASSES, target: labels(0, 0, 0, 0) }], { top: 3 })).toThrow('top-3 of 3 classes is always right');
  });

  it('reads every label type, a [N, 1] target and a [N, C, 1, 1] output', () => {
    for (const type of ['int64', 'int32', 'uint8', 'float32'] as const) {
      const target = tensor([4, 1], [0, 1, 0, 2], type);
      expect(after('accuracy', [{ output: { ...THREE_CLASSES, dims: [4, 3, 1, 1] }, target }]).value()).toBe(1);
    }
  });

  it('reads float16 scores', () => {
    const output = { type: 'float16' as const, dims: [4, 3], data: float32ToFloat16(THREE_CLASSES.data as Float32Array) };
    expect(after('accuracy', [{ output, target: labels(0, 1, 0, 2) }]).value()).toBe(1);
  });

  it('reads a single score by the threshold, and says so', () => {
    const steps = [{ output: tensor([4, 1], [0.2, 0.5, 0.6, 0.9]), target: labels(0, 0, 1, 0) }];
    const metric = after('accuracy', steps);
    expect(metric.value()).toBe(0.75);
    expect(remarks(metric)).toEqual(['the output is a single score: read as two classes, positive above 0.5']);
    expect(after('accuracy', steps, { threshold: 0.55 }).value()).toBe(0.75);
    expect(after('accuracy', steps, { threshold: 0.1 }).value()).toBe(0.25);
  });

  it('takes positions where the target has them: last axis, second axis, single score', () => {
    const last = tensor([1, 2, 3], [1, 0, 0, /**/ 0, 0, 1]);
    const second = tensor([1, 3, 2], [1, 0, /**/ 0, 0, /**/ 0, 1]);
    for (const output of [last, second]) {
      const metric = after('accuracy', [{ output, target: tensor([1, 2], [0, 1], 'int64') }]);
      expect(metric.value()).toBe(0.5);
      expect(metric.hits()).toBeNull();
    }
    expect(after('accuracy', [{ output: tensor([2, 2, 1], [0.9, 0.1, 0.8, 0.7]), target: tensor([2, 2], [1, 0, 1, 0], 'int64') }]).value()).toBe(0.75);
  });

  it('refuses what it cannot read for sure', () => {
    const add = (output: Step['output'], target?: Step['target']) => () => after('accuracy', [target === undefined ? { output } : { output, target }]);
    expect(add(tensor([1, 3, 3], new Array<number>(9).fill(0)), tensor([1, 3], [0, 0, 0], 'int64'))).toThrow('two axes could be the classes');
    expect(add(tensor([2, 3, 4], new Array<number>(24).fill(0)), labels(0, 1))).toThrow('one label is needed for each row of scores');
    expect(add(tensor([2, 3], [1, 0, 0, 0, 1, 0]), tensor([2, 3], [1, 0, 0, 0, 1, 0]))).toThrow('give class indices, not one-hot rows');
    expect(add(tensor([2, 3], [1, 0, 0, 0, 1, 0]), labels(0, 1, 2))).toThrow('the target [3]');
    expect(add(THREE_CLASSES)).toThrow('names no target');
  });

  it('weights count samples', () => {
    const metric = after('accuracy', [{ output: THREE_CLASSES, target: labels(0, 2, 1, 2) }]);
    expect(metric.value(Uint32Array.of(1, 0, 0, 1))).toBe(1);
    expect(metric.value(Uint32Array.of(1, 3, 0, 0))).toBe(0.25);
    expect(metric.value(Uint32Array.of(0, 0, 0, 0))).toBeNaN();
  });
});

describe('what makes class metrics void', () => {
  const CLASS_METRICS = ['accuracy', 'balanced-accuracy', 'macro-f1'] as const;

  it.each(CLASS_METRICS)('%s: NaN or infinite scores', (name) => {
    const output = tensor([2, 2], [1, Number.NaN, Number.POSITIVE_INFINITY, 0]);
    expect(blockers(after(name, [{ output, target: labels(0, 1) }]))).toEqual(['NaN or infinite outputs in 2 of 2 samples']);
  });

  it.each(CLASS_METRICS)('%s: constant predictions', (name) => {
    expect(blockers(after(name, [{ output: tensor([2, 2], [0, 1, 0, 2]), target: labels(0, 1) }])))
      .toEqual(['every prediction is class 1: a model that always gives the same answer is no evidence']);
  });

  it.each([...CLASS_METRICS, 'roc-auc'] as const)('%s: labels of one class', (name) => {
    expect(blockers(after(name, [{ output: tensor([2, 2], [0, 1, 1, 0]), target: labels(1, 1) }])))
      .toEqual(['all labels are class 1: data of one class cannot show what a model tells apart']);
  });

  it.each([...CLASS_METRICS, 'roc-auc'] as const)('%s: labels out of range', (name) => {
    expect(blockers(after(name, [{ output: tensor([3, 2], [0, 1, 1, 0, 1, 0]), target: labels(0, 2, -1) }])))
      .toEqual(['2 of 3 labels are not a class index from 0 to 1, the first is 2']);
    expect(blockers(after(name, [{ output: tensor([2, 2], [0, 1, 1, 0]), target: tensor([2], [0, 0.5]) }]))[0]).toContain('the first is 0.5');
  });
});

describe('balanced accuracy and macro F1', () => {
  // Class 0: 3 of 4 right; class 1: 1 of 2; class 2: 0 of 1 (predicted as 0).
  const predicted = [0, 0, 0, 1, 1, 0, 0];
  const output = tensor([7, 3], predicted.flatMap((label) => [0, 1, 2].map((c) => c === label ? 1 : 0)));
  const steps = [{ output, target: labels(0, 0, 0, 0, 1, 1, 2) }];

  it('mean recall over the classes that have samples', () => {
    expect(after('balanced-accuracy', steps).value()).toBeCloseTo((3 / 4 + 1 / 2 + 0) / 3, 15);
  });

  it('mean F1 over the classes that are labelled or predicted', () => {
    // F1 = 2 right / (labelled + predicted): 6/9, 2/4, 0/1.
    expect(after('macro-f1', steps).value()).toBeCloseTo((6 / 9 + 2 / 4 + 0) / 3, 15);
  });

  it('classes that a draw lacks are left out of it', () => {
    const weights = Uint32Array.of(1, 1, 1, 1, 1, 1, 0);
    expect(after('balanced-accuracy', steps).value(weights)).toBeCloseTo((3 / 4 + 1 / 2) / 2, 15);
  });

  it('one sample of the rarest class moves the figure most', () => {
    expect(after('balanced-accuracy', steps).discrete?.leverage()).toBeCloseTo(1 / 3, 15);
  });
});

describe('ROC AUC', () => {
  const steps = [{ output: tensor([5, 1], [0.1, 0.4, 0.4, 0.8, 0.35]), target: labels(0, 0, 1, 1, 1) }];

  it('counts pairs, ties half', () => {
    // Positives 0.4, 0.8, 0.35 against negatives 0.1, 0.4: wins 1 + 0.5, 1 + 1, 1 + 0.
    expect(after('roc-auc', steps).value()).toBeCloseTo(4.5 / 6, 15);
  });

  it('is the same for two columns, logits or probabilities', () => {
    const scores = [0.1, 0.4, 0.4, 0.8, 0.35];
    const probabilities = tensor([5, 2], scores.flatMap((p) => [1 - p, p]), 'float64');
    const logits = tensor([5, 2], scores.flatMap((p) => [3, 3 + Math.log(p / (1 - p))]), 'float64');
    for (const output of [probabilities, logits]) expect(after('roc-auc', [{ output, target: labels(0, 0, 1, 1, 1) }]).value()).toBeCloseTo(4.5 / 6, 12);
  });

  it('agrees with counting all pairs, weights and all (seeded)', () => {
    const random = seededRandom('auc');
    for (let trial = 0; trial < 20; trial++) {
      const scores = Array.from({ length: 40 }, () => Math.round(random() * 12));
      const truth = scores.map((score, i) => i < 2 ? i : Number(random() * 12 < score));
      const weights = Uint32Array.from(scores, () => Math.floor(random() * 3));
      let wins = 0;
      let pairs = 0;
      for (let p = 0; p < 40; p++) {
        for (let n = 0; n < 40; n++) {
          if (truth[p] !== 1 || truth[n] !== 0) continue;
          const weight = (weights[p] as number) * (weights[n] as number);
          pairs += weight;
          wins += weight * ((scores[p] as number) > (scores[n] as number) ? 1 : scores[p] === scores[n] ? 0.5 : 0);
        }
      }
      const metric = after('roc-auc', [{ output: tensor([40, 1], scores), target: labels(...truth) }]);
      expect(metric.value(weights)).toBeCloseTo(wins / pairs, 12);
    }
  });

  it('is for two classes', () => {
    expect(() => after('roc-auc', [{ output: THREE_CLASSES, target: labels(0, 1, 0, 1) }])).toThrow('ROC AUC is for two classes, and the output has shape [4, 3]');
  });
});

describe('regression', () => {
  const steps = [{ output: tensor([4, 1], [1, 2, 3, 5]), target: tensor([4], [1, 3, 3, 7]) }];

  it.each([['mse', (0 + 1 + 0 + 4) / 4], ['mae', (0 + 1 + 0 + 2) / 4], ['r2', 1 - 5 / (2.5 ** 2 + 0.5 ** 2 * 2 + 3.5 ** 2)]] as const)('%s', (name, value) => {
    expect(after(name, steps).value()).toBeCloseTo(value, 12);
  });

  it('means are over a sample\'s elements, then over samples, across batches', () => {
    const first = { output: tensor([1, 2], [0, 2]), target: tensor([1, 2], [0, 0]) };
    const second = { output: tensor([1, 2], [4, 0]), target: tensor([1, 2], [0, 0]) };
    expect(after('mse', [first, second]).value()).toBe((2 + 8) / 2);
  });

  it('a constant target or output, or a shape that differs, is no evidence', () => {
    expect(blockers(after('mse', [{ output: tensor([2, 1], [1, 2]), target: tensor([2], [3, 3]) }]))).toEqual(['the target is the same for every sample']);
    expect(blockers(after('mae', [{ output: tensor([2, 1], [2, 2]), target: tensor([2], [3, 4]) }]))[0]).toContain('the output is the same for every sample');
    expect(blockers(after('r2', [{ output: tensor([2, 1], [2, 1]), target: tensor([2], [Number.NaN, 4]) }]))).toEqual(['NaN or infinite targets in 1 of 2 samples']);
    expect(() => after('mse', [{ output: tensor([2, 3], [1, 2, 3, 4, 5, 6]), target: tensor([2], [3, 3]) }])).toThrow('compares them element by element');
    expect(() => after('r2', [{ output: tensor([1, 2], [1, 2]), target: tensor([1, 2], [3, 3]) }])).toThrow('one value a sample');
  });
});

describe('IoU', () => {
  const scores = tensor([2, 1, 2, 2], [0.9, 0.2, 0.6, 0.1, /**/ 0.4, 0.8, 0.1, 0.1]);
  const mask = tensor([2, 2, 2], [1, 0, 0, 1, /**/ 0, 1, 0, 0], 'uint8');

  it('is over the pixels of all samples, strictly above the threshold', () => {
    // Predicted {0, 2} and {1}; marked {0, 3} and {1}: 2 in both, 4 in either.
    expect(after('iou', [{ output: scores, target: mask }]).value()).toBeCloseTo(2 / 4, 15);
    expect(after('iou', [{ output: scores, target: mask }], { threshold: 0.3 }).value()).toBeCloseTo(2 / 5, 15);
  });

  it('takes masks of 0 and 255', () => {
    const bright = tensor([2, 2, 2], [255, 0, 0, 255, /**/ 0, 255, 0, 0], 'uint8');
    expect(after('iou', [{ output: scores, target: bright }]).value()).toBeCloseTo(2 / 4, 15);
  });

  it('empty or full masks and predictions are no evidence', () => {
    const empty = tensor([2, 2, 2], new Array<number>(8).fill(0), 'uint8');
    expect(blockers(after('iou', [{ output: scores, target: empty }]))).toEqual(['no pixel of any target mask is marked']);
    expect(blockers(after('iou', [{ output: scores, target: mask }], { threshold: 1 }))).toEqual(['no pixel of any sample is above 1']);
    expect(blockers(after('iou', [{ output: scores, target: mask }], { threshold: 0 }))).toEqual(['every pixel of every sample is above 0']);
    const odd = tensor([2, 2, 2], [1, 2, 3, 0, 0, 0, 0, 0], 'uint8');
    expect(blockers(after('iou', [{ output: scores, target: odd }]))).toEqual(['the target mask has values other than 0 and 1 (or 255)']);
  });
});

describe('label-free metrics', () => {
  const dense = tensor([3, 2], [2, 0, 0, 2, 1, 0]);
  const pruned = tensor([3, 2], [1, 0, 3, 0, 1, 0.5]);

  it('agreement is the share of equal answers', () => {
    const metric = after('agreement', [{ output: tensor([3, 2], [1, 0, 0, 1, 0, 1]), dense }]);
    expect(metric.value()).toBeCloseTo(2 / 3, 15);
    expect([...metric.hits()?.toFloats() ?? []]).toEqual([1, 1, 0]);
    expect(after('agreement', [{ output: dense }]).value()).toBe(1);
  });

  it('KL(dense || pruned), of softmax where the outputs are logits', () => {
    const softmax = (a: number, b: number) => [Math.exp(a), Math.exp(b)].map((e) => e / (Math.exp(a) + Math.exp(b))) as [number, number];
    const kl = (p: [number, number], q: [number, number]) => p[0] * Math.log(p[0] / q[0]) + p[1] * Math.log(p[1] / q[1]);
    const wanted = (kl(softmax(2, 0), softmax(1, 0)) + kl(softmax(0, 2), softmax(3, 0)) + kl(softmax(1, 0), softmax(1, 0.5))) / 3;
    const metric = after('kl', [{ output: pruned, dense }]);
    expect(metric.value()).toBeCloseTo(wanted, 12);
    expect(remarks(metric)).toEqual(['the outputs are logits: softmax makes them probabilities']);
    expect(after('kl', [{ output: dense }]).value()).toBe(0);
  });

  it('KL takes probabilities as they are, zeros and all', () => {
    const metric = after('kl', [{ output: tensor([2, 2], [0.5, 0.5, 1, 0]), dense: tensor([2, 2], [1, 0, 0.75, 0.25]) }]);
    expect(metric.value()).toBeCloseTo((Math.log(2) + 0.75 * Math.log(0.75) + 0.25 * Math.log(0.25 / 1e-12)) / 2, 6);
    expect(remarks(metric)).toEqual(['the outputs are probabilities and are taken as they are']);
    expect(() => after('kl', [{ output: tensor([1, 2], [0.7, 0.7]), dense: tensor([1, 2], [0.5, 0.5]) }])).toThrow('some rows of the output are probabilities');
    expect(() => after('kl', [{ output: tensor([2, 1], [0.7, 0.2]) }])).toThrow('no distribution over classes');
  });

  it('beyond two axes the classes are where the dense values are probabilities', () => {
    const detector = tensor([1, 3, 2], [0.9, 0.1, 0.2, 0.8, 0.5, 0.5]);
    const other = tensor([1, 3, 2], [0.6, 0.4, 0.7, 0.3, 0.5, 0.5]);
    expect(after('agreement', [{ output: other, dense: detector }]).value()).toBeCloseTo(2 / 3, 15);
    expect(() => after('agreement', [{ output: tensor([1, 3, 2], [1, 2, 3, 4, 5, 6]) }])).toThrow('which axis holds the classes is not known');
  });

  it('cosine per sample, whatever the shape', () => {
    const metric = after('cosine', [{ output: tensor([2, 1, 2], [1, 0, 0, 0]), dense: tensor([2, 1, 2], [1, 1, 0, 0]) }]);
    expect(metric.value()).toBeCloseTo((Math.SQRT1_2 + 1) / 2, 7);
    expect(after('cosine', [{ output: tensor([1, 2], [0, 0]), dense: tensor([1, 2], [1, 1]) }]).value()).toBe(0);
    expect(() => after('cosine', [{ output: tensor([2, 1], [1, 2]) }])).toThrow('only their sign');
    expect(blockers(after('cosine', [{ output: tensor([2, 2], [1, 2, 1, 2]) }]))[0]).toContain('the same for every sample');
  });
});

describe('the registry', () => {
  it('has exactly the metrics of the policy\'s schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/policy.schema.json', import.meta.url), 'utf8')) as {
      $defs: { MetricName: { enum: string[] } };
    };
    expect(METRICS.map(({ name }) => name)).toEqual(schema.$defs.MetricName.enum);
  });

  it('gives every metric a title', () => {
    for (const metric of METRICS) expect(metric.title({ id: 'm', name: metric.name, output: undefined, top: 5, threshold: 0.5 })).not.toBe('');
  });
});
