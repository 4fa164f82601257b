/**
 * What a sequential refit decides on split B: the lambda of each fit, and how many rounds two layers were fitted in turn.
 * Where calibration samples are few the refit is made again with these on both splits: a third more samples, and nothing is
 * decided on samples that were fitted.
 */
import type { Multiply } from '../../kernels/matmul.js';
import { bestRidge, ridgeAt } from './ridge.js';
import type { Solution } from './ridge.js';
import type { Shortfall } from './walk.js';

/** By what was fitted: the lambda, or the number of rounds; and how much each layer was worth. What stayed as it was is not in it. */
export type Decisions = ReadonlyMap<string, number>;

export type Change = Pick<Solution, 'delta' | 'constant'>;

/** A change of a layer; `gain` as judged, none where it was decided before. */
export interface Fit extends Change {
  readonly ridge: number;
  readonly gain: number;
}

export class Decider {
  readonly made = new Map<string, number>();

  /**
   * @param support by weight, where it may change
   * @param known decided before: nothing is judged
   */
  constructor(private readonly multiply: Multiply, private readonly support: ReadonlyMap<string, Uint8Array> | undefined, private readonly known: Decisions | undefined) {}

  /** The fit of a weight's change, or why it stays; `ridges` to choose from where not the usual ones. */
  async fit(key: string, weight: string, [fit, judge]: readonly Shortfall[], ridges?: readonly number[]): Promise<Fit | string> {
    if (fit === undefined) throw new Error('the walk has a fold to fit on');
    const support = this.support?.get(weight);
    if (this.known !== undefined) {
      const ridge = this.known.get(key);
      const change = ridge === undefined ? 'it stays as it was decided' : await ridgeAt(fit, ridge, this.multiply, support);
      return typeof change === 'string' ? change : { ...change, ridge: ridge ?? 0, gain: 0 };
    }
    if (judge === undefined) throw new Error('the walk has a fold to judge on');
    const found = await bestRidge(fit, judge, this.multiply, support, ridges);
    if (typeof found !== 'string') this.made.set(key, found.ridge);
    return found;
  }

  /** How many rounds to make, where that was decided before. */
  rounds(key: string): number | undefined {
    return this.known === undefined ? undefined : this.known.get(key) ?? 0;
  }

  decideRounds(key: string, rounds: number): void {
    this.made.set(key, rounds);
  }
}
