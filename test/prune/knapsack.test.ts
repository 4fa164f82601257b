/** The least total loss for a saving, against trying every combination. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, cheapestPlans } from '../../src/prune/knapsack.js';
import type { Choices } from '../../src/prune/knapsack.js';

const group = (name: string, ...options: readonly (readonly [removed: number, loss: number, saved: number])[]): Choices =>
  ({ group: name, options: options.map(([removed, loss, saved]) => ({ removed, loss, saved })) });
const lossOf = (choices: readonly Choices[], removed: ReadonlyMap<string, number>): number =>
  choices.reduce((sum, each) => sum + (each.options.find((option) => option.removed === removed.get(each.group))?.loss ?? 0), 0);

/** Every combination whose whole buckets reach the number asked for; the least loss. */
function exhaustive(choices: readonly Choices[], buckets: number): number {
  const [first, ...rest] = choices;
  if (first === undefined) return buckets <= 0 ? 0 : Infinity;
  const kept = exhaustive(rest, buckets);
  return first.options.reduce((best, { loss, saved }) => Math.min(best, loss + exhaustive(rest, buckets - Math.floor(saved * BUCKETS))), kept);
}

describe('cheapestPlans', () => {
  it('takes two cheap cuts before a dear one, though the dear one alone would do', () => {
    const plans = cheapestPlans([group('a', [4, 0.1, 0.1], [8, 0.9, 0.2]), group('b', [4, 0.1, 0.1]), group('c', [2, 0.05, 0.01])]);
    expect(plans(Math.floor(0.2 * BUCKETS))).toEqual(new Map([['a', 4], ['b', 4]]));
  });

  it('takes nothing where nothing is asked, and says where too much is', () => {
    const plans = cheapestPlans([group('a', [4, 0.1, 0.1])]);
    expect(plans(0)).toEqual(new Map());
    expect(plans(Math.floor(0.11 * BUCKETS))).toBeUndefined();
  });

  it('equals trying everything', () => {
    const option = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }));
    fc.assert(fc.property(fc.array(fc.array(option, { maxLength: 4 }), { maxLength: 4 }), fc.integer({ min: 0, max: BUCKETS }), (groups, buckets) => {
      const choices = groups.map((options, i) => group(String(i), ...options.map(([loss, saved], removed) => [removed + 1, loss, saved] as const)));
      const plan = cheapestPlans(choices)(buckets);
      const least = exhaustive(choices, buckets);
      if (plan === undefined) expect(least).toBe(Infinity);
      else expect(lossOf(choices, plan)).toBeCloseTo(least, 10);
    }), { seed: 11, numRuns: 60 });
  });
});
