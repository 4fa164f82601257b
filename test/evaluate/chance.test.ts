/** A dense model that guesses is no evidence; one that is right more often than guessing, however rarely, is. */
import { expect, it } from 'vitest';
import { Lane } from '../../src/evaluate/lane.js';
import { ChanceWatch, chanceOfAuc } from '../../src/evaluate/metrics/chance.js';
import type { MetricName, MetricSpec } from '../../src/policy/types.js';
import { seededRandom } from '../../src/kernels/random.js';
import type { HostTensor } from '../../src/runtime/types.js';

function watched(pairs: readonly (readonly [label: number, predicted: number])[]): ChanceWatch {
  const watch = new ChanceWatch();
  for (const [label, predicted] of pairs) watch.answer(label, predicted);
  return watch;
}

const guesses = (pairs: readonly (readonly [number, number])[]): boolean => watched(pairs).findings().some(({ code }) => code === 'no-better-than-chance');
/** `count` pairs of label and answer. */
const times = (count: number, label: number, predicted: number): [number, number][] => Array.from({ length: count }, () => [label, predicted]);

it('holds the kappa of Fleiss, Cohen and Everitt against chance: 5 % of independent answers pass, and no answers that agree', () => {
  const random = seededRandom('chance');
  const draw = () => Math.floor(random() * random() * 5);
  const passed = Array.from({ length: 1000 }, () => guesses(Array.from({ length: 200 }, () => [draw(), draw()] as const))).filter((found) => !found).length;
  // One-sided 5 %, give or take three deviations of a thousand draws.
  expect(passed / 1000).toBeGreaterThan(0.029);
  expect(passed / 1000).toBeLessThan(0.071);
});

it('counts what a rare class shows, and not the share of right answers', () => {
  expect(guesses([...times(95, 0, 0), ...times(5, 1, 0)])).toBe(true);
  expect(guesses([...times(93, 0, 0), ...times(2, 0, 1), ...times(3, 1, 0), ...times(2, 1, 1)])).toBe(false);
  expect(guesses([...times(30, 0, 1), ...times(30, 1, 2), ...times(30, 2, 0)])).toBe(true);
  // Too few to tell.
  expect(guesses(times(9, 0, 1))).toBe(false);
});

it('goes on from the state of another part', () => {
  const [first, second] = [times(40, 0, 0), [...times(10, 1, 1), ...times(30, 7, 0)]];
  const joined = watched(first);
  joined.absorb(watched(second).state());
  expect(joined.state()).toEqual(watched([...first, ...second]).state());
});

it('an area under the curve of a coin is no evidence', () => {
  expect(chanceOfAuc(0.52, 50, 50)).toHaveLength(1);
  expect(chanceOfAuc(0.3, 50, 50)).toHaveLength(1);
  expect(chanceOfAuc(0.62, 50, 50)).toEqual([]);
});

const tensorOf = (values: readonly number[], dims: readonly number[]): HostTensor => ({ type: 'float32', dims, data: Float32Array.from(values) });
const spec = (name: MetricName): MetricSpec => ({ id: name, name, top: 1, threshold: 0.5 } as MetricSpec);

/** Codes of both sides where dense and pruned give the same. */
function codesOf(name: MetricName, output: HostTensor, target: HostTensor): (string | undefined)[][] {
  const lane = new Lane(spec(name), 'y');
  for (const side of ['dense', 'pruned'] as const) lane.add(side, 20, output, target, output);
  return (['dense', 'pruned'] as const).map((side) => lane.findings(side).filter(({ blocking }) => blocking).map(({ code }) => code));
}

const wanted = Array.from({ length: 20 }, (_, i) => 1e6 + i);
const alternating = wanted.map((_, i) => i % 2);

it.each<[MetricName, readonly number[], readonly number[], readonly number[]]>([
  ['mse', wanted, wanted.map((value, i) => value + (i % 2 === 0 ? 1 : -1)), wanted.map((value) => value + 30)],
  ['mae', wanted, wanted.map((value, i) => value + (i % 2 === 0 ? 1 : -1)), [...wanted].reverse()],
  ['r2', wanted, wanted.map((value, i) => value + (i % 2 === 0 ? 1 : -1)), [...wanted].reverse()],
  ['roc-auc', alternating, alternating.map((one, i) => one + i / 20), alternating.map((one, i) => i / 20 - 0.01 * one)],
])('%s of a model that guesses is no evidence of the dense model, and a loss of the pruned one', (name, target, good, bad) => {
  const given = tensorOf(target, name === 'roc-auc' ? [20] : [20, 1]);
  expect(codesOf(name, tensorOf(good, [20, 1]), given)).toEqual([[], []]);
  expect(codesOf(name, tensorOf(bad, [20, 1]), given)).toEqual([['no-better-than-chance'], []]);
});

it('an IoU that marking everything reaches is no evidence', () => {
  const mask = tensorOf(Array.from({ length: 80 }, (_, i) => Number(i % 4 < 2)), [20, 4]);
  expect(codesOf('iou', mask, mask)).toEqual([[], []]);
  expect(codesOf('iou', tensorOf(Array.from({ length: 80 }, (_, i) => Number(i % 4 > 1 || i === 0)), [20, 4]), mask)).toEqual([['no-better-than-chance'], []]);
});
