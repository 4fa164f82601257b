/**
 * The least total loss that saves at least a given share of the cost: one option per group, chosen by dynamic programming
 * over buckets of cost (a multiple-choice knapsack; for pruning, Frantar and Alistarh 2022, "SPDY"). Pure.
 */

export interface Option {
  /** Units removed. */
  readonly removed: number;
  readonly loss: number;
  /** Share of the whole cost that this saves. */
  readonly saved: number;
}

export interface Choices {
  readonly group: string;
  /** What the group may do beside losing nothing. */
  readonly options: readonly Option[];
}

/** Steps into which the whole cost is divided. */
export const BUCKETS = 4000;

/** Units removed per group for at least `buckets` steps saved; undefined where that cannot be. */
export type Plans = (buckets: number) => ReadonlyMap<string, number> | undefined;

export function cheapestPlans(choices: readonly Choices[]): Plans {
  const taken: Int16Array[] = [];
  let least = new Float64Array(BUCKETS + 1).fill(Infinity);
  least[0] = 0;
  for (const { options } of choices) {
    const chosen = new Int16Array(BUCKETS + 1).fill(-1);
    const next = Float64Array.from(least);
    options.forEach(({ loss, saved }, index) => {
      const steps = stepsOf(saved);
      for (let bucket = 1; bucket <= BUCKETS; bucket++) {
        const total = (least[Math.max(0, bucket - steps)] as number) + loss;
        if (total < (next[bucket] as number)) {
          next[bucket] = total;
          chosen[bucket] = index;
        }
      }
    });
    taken.push(chosen);
    least = next;
  }
  return (buckets) => (Number.isFinite(least[buckets]) ? trace(choices, taken, buckets) : undefined);
}

/** Whole steps only: a plan never claims more than it saves. */
const stepsOf = (saved: number): number => Math.max(0, Math.floor(saved * BUCKETS));

function trace(choices: readonly Choices[], taken: readonly Int16Array[], buckets: number): Map<string, number> {
  const removed = new Map<string, number>();
  let bucket = buckets;
  for (let index = choices.length - 1; index >= 0; index--) {
    const { group, options } = choices[index] as Choices;
    const option = options[(taken[index] as Int16Array)[bucket] as number];
    if (option === undefined) continue;
    removed.set(group, option.removed);
    bucket = Math.max(0, bucket - stepsOf(option.saved));
  }
  return removed;
}
