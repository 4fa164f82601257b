import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWhatHelps } from '../../../src/prune/repair/search.js';

/** Each item changes the loss by its own amount. */
async function run(effects: readonly number[], budget: number) {
  const items = effects.map((_, i) => i);
  const lossOf = (kept: Iterable<number>): number => [...kept].reduce((sum, i) => sum + (effects[i] ?? 0), 100);
  let measured = 0;
  const found = await keepWhatHelps(items, {
    before: 100, all: lossOf(items), budget, loss: async (kept) => { measured += 1; return lossOf(kept); },
  });
  return { found, measured, lossOf };
}

describe('keepWhatHelps', () => {
  it('takes all where all together help, without measuring again', async () => {
    const { found, measured } = await run([-3, 1, 1], 10);
    expect([...found.kept]).toEqual([0, 1, 2]);
    expect(measured).toBe(0);
  });

  it('finds the one that spoils it', async () => {
    const { found } = await run([-1, -1, -1, -1, 50, -1, -1, -1], 20);
    expect([...found.kept].sort()).toEqual([0, 1, 2, 3, 5, 6, 7]);
    expect(found.loss).toBe(93);
  });

  it('never ends above the start, stays within the budget, and reports the loss of what it keeps', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 }), fc.integer({ min: 0, max: 9 }), async (effects, budget) => {
      const { found, measured, lossOf } = await run(effects, budget);
      expect(found.loss).toBe(lossOf(found.kept));
      expect(found.loss).toBeLessThanOrEqual(100);
      expect(measured).toBeLessThanOrEqual(budget);
    }));
  });

  it('keeps nothing of a loss that is not a number', async () => {
    const found = await keepWhatHelps([1, 2], { before: 1, all: NaN, budget: 5, loss: async () => NaN });
    expect(found).toEqual({ kept: new Set(), loss: 1 });
  });
});
