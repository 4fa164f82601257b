/** Spreading a budget: alignment, orders of steps, prefixes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockUnits, orderSteps as orderStepsBy, removableCounts, removalOrder, removedAfter, shortestPrefix, stepsWithinRatio } from '../../src/prune/allocate.js';
import type { Scored, Step, Tradeoff } from '../../src/prune/allocate.js';
import type { StructuredStep, Target } from '../../src/policy/types.js';
import type { Group } from '../../src/prune/types.js';
import { STEP } from './workbench.js';

/** A group of `units` units of `width` channels each. */
function group(units: number, width = 1, name = 'g'): Group {
  return {
    name, aliases: [], kind: 'Conv',
    axes: [{ tensor: 'w', axis: 0, role: 'producer', node: 0, value: 'y', valueAxis: 1 }],
    units: Array.from({ length: units }, (_, u) => ({ positions: [Array.from({ length: width }, (_, i) => u * width + i)] })),
  };
}
const scored = (name: string, scores: readonly number[], comparable = false): Scored =>
  ({ group: group(scores.length, 1, name), scores: Float64Array.from(scores), comparable });
const step = (changes: Partial<StructuredStep>): StructuredStep => ({ ...STEP, ...changes });
const names = (steps: readonly Step[]): string[] => steps.map((each) => `${each.group} ${String(each.removed)}`);

/** With the counts that shapes allow. */
const orderSteps = (given: readonly Scored[], asked: StructuredStep, tradeoff?: Tradeoff): Step[] =>
  orderStepsBy(given, asked, (each) => removableCounts(each, asked.align, asked.target), tradeoff);

const MACS: Target = { kind: 'macs', factor: 2 };

describe('removalOrder', () => {
  it('is ascending, ties by index', () => {
    expect(removalOrder(Float64Array.of(2, 1, 2, 0, 1))).toEqual([3, 1, 4, 0, 2]);
  });
});

describe('alignment', () => {
  it.each([
    [64, 1, 8, 8], [64, 1, 'auto', 8], [64, 1, 1, 1], [64, 1, 3, 3],
    // Never more than half a group.
    [12, 1, 8, 4], [7, 1, 'auto', 1], [2, 1, 'auto', 1], [1, 1, 8, 1],
    // Units of several channels: blocks of units.
    [8, 4, 8, 2], [8, 32, 8, 1], [64, 3, 8, 3],
  ] as const)('%i units of %i channels, align %s: blocks of %i', (units, width, align, expected) => {
    expect(blockUnits(group(units, width), align, MACS)).toBe(expected);
  });

  it('auto never asks for more than a ratio can remove', () => {
    expect(blockUnits(group(8), 'auto', { kind: 'ratio', ratio: 0.25 })).toBe(2);
    expect(blockUnits(group(8), 4, { kind: 'ratio', ratio: 0.25 })).toBe(4);
  });

  it('leaves multiples of the block, at least one', () => {
    expect(removableCounts(group(16), 'auto', MACS)).toEqual([4, 8, 12]);
    expect(removableCounts(group(10), 4, MACS)).toEqual([2, 6]);
    expect(removableCounts(group(3), 1, MACS)).toEqual([1, 2]);
    expect(removableCounts(group(1), 1, MACS)).toEqual([]);
  });

  it('holds for every group and alignment', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 32 }), (units, width, align) => {
      const given = group(units, width);
      const block = blockUnits(given, align, MACS);
      const counts = removableCounts(given, align, MACS);
      expect(counts.every((removed) => (units - removed) % block === 0 && units - removed >= block)).toBe(true);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }));
  });
});

describe('orders of steps', () => {
  const a = scored('a', [1, 2, 3, 4]);
  const b = scored('b', [10, 20]);

  it('uniform goes by the share removed, ties in the order of the groups', () => {
    expect(names(orderSteps([a, b], step({ allocation: 'uniform', align: 1, target: MACS })))).toEqual(['a 1', 'a 2', 'b 1', 'a 3']);
  });

  it('global goes by scores relative to the mean of the group', () => {
    // a: 0.4, 0.8, 1.2; b: 0.67.
    expect(names(orderSteps([a, b], step({ allocation: 'global', align: 1, target: MACS })))).toEqual(['a 1', 'b 1', 'a 2', 'a 3']);
  });

  it('global takes comparable scores as they are', () => {
    const cheap = scored('b', [0.5, 20], true);
    expect(names(orderSteps([scored('a', [1, 2, 3, 4], true), cheap], step({ allocation: 'global', align: 1, target: MACS })))[0]).toBe('b 1');
  });

  it('a block costs the mean of its units, and a group gives up its units in order', () => {
    const steps = orderSteps([scored('a', [5, 1, 1, 5, 9, 9], true)], step({ allocation: 'global', align: 2, target: MACS }));
    expect(steps.map(({ removed, priority }) => [removed, priority])).toEqual([[2, 1], [4, 5]]);
  });

  it('auto goes by loss per saving, never falling within a group', () => {
    const loss: Record<string, readonly number[]> = { a: [0, 4, 5, 6], b: [0, 1] };
    const tradeoff: Tradeoff = { loss: (name, removed) => loss[name]?.[removed] ?? 0, saved: (_, removed) => removed };
    const steps = orderSteps([a, b], step({ allocation: 'auto', align: 1, target: MACS }), tradeoff);
    expect(steps.map(({ group: name, removed, priority }) => [name, removed, priority])).toEqual([['b', 1, 1], ['a', 1, 4], ['a', 2, 4], ['a', 3, 4]]);
  });

  it('auto puts what saves nothing last', () => {
    const tradeoff: Tradeoff = { loss: () => 0, saved: (name, removed) => (name === 'a' ? 0 : removed) };
    expect(names(orderSteps([a, b], step({ allocation: 'auto', align: 1, target: MACS }), tradeoff))).toEqual(['b 1', 'a 1', 'a 2', 'a 3']);
  });

  it('whatever the scores, every prefix keeps a block of every group and removes ever more', () => {
    const groups = fc.array(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(groups, fc.constantFrom('uniform', 'global'), fc.integer({ min: 1, max: 4 }), (lists, allocation, align) => {
      const given = lists.map((list, i) => scored(`g${String(i)}`, list));
      const steps = orderSteps(given, step({ allocation, align, target: MACS }));
      let before = new Map<string, number>();
      for (let count = 1; count <= steps.length; count++) {
        const after = removedAfter(steps, count);
        for (const { group: { name, units } } of given) {
          expect(after.get(name) ?? 0).toBeGreaterThanOrEqual(before.get(name) ?? 0);
          expect(after.get(name) ?? 0).toBeLessThan(units.length);
        }
        before = after;
      }
    }));
  });
});

describe('ratio', () => {
  const a = scored('a', [1, 2, 3, 4]);
  const b = scored('b', [10, 20]);
  const within = (allocation: 'uniform' | 'global', ratio: number) => {
    const steps = orderSteps([a, b], step({ allocation, align: 1, target: { kind: 'ratio', ratio } }));
    return Object.fromEntries(removedAfter(steps, stepsWithinRatio(steps, allocation, ratio, 6)));
  };

  it('uniform: of each group', () => {
    expect(within('uniform', 0.5)).toEqual({ a: 2, b: 1 });
    expect(within('uniform', 0.25)).toEqual({ a: 1 });
    expect(within('uniform', 0.2)).toEqual({});
  });

  it('global: of all units together', () => {
    expect(within('global', 0.5)).toEqual({ a: 2, b: 1 });
    expect(within('global', 1 / 3)).toEqual({ a: 1, b: 1 });
  });

  it('does not stumble over rounding: 0.1 of 10 is 1', () => {
    const steps = orderSteps([scored('a', Array.from({ length: 10 }, (_, i) => i))], step({ allocation: 'uniform', align: 1, target: { kind: 'ratio', ratio: 0.1 } }));
    expect(stepsWithinRatio(steps, 'uniform', 0.1, 10)).toBe(1);
    expect(stepsWithinRatio(steps, 'uniform', 0.7, 10)).toBe(7);
  });
});

describe('shortestPrefix', () => {
  it('finds where a monotone condition starts to hold', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 320 }), async (total, from) => {
      let asked = 0;
      const found = await shortestPrefix(total, (count) => { asked++; return Promise.resolve(count >= from); });
      expect(found).toBe(from <= total ? from : undefined);
      expect(asked).toBeLessThan(12);
    }));
  });
});
