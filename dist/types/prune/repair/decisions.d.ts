/**
 * What a sequential refit decides on split B: the lambda of each fit, and how many rounds two layers were fitted in turn.
 * Where calibration samples are few the refit is made again with these on both splits: a third more samples, and nothing is
 * decided on samples that were fitted.
 */
import type { Multiply } from '../../kernels/matmul.js';
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
export declare class Decider {
    private readonly multiply;
    private readonly support;
    private readonly known;
    readonly made: Map<string, number>;
    /**
     * @param support by weight, where it may change
     * @param known decided before: nothing is judged
     */
    constructor(multiply: Multiply, support: ReadonlyMap<string, Uint8Array> | undefined, known: Decisions | undefined);
    /** The fit of a weight's change, or why it stays; `ridges` to choose from where not the usual ones. */
    fit(key: string, weight: string, [fit, judge]: readonly Shortfall[], ridges?: readonly number[]): Promise<Fit | string>;
    /** How many rounds to make, where that was decided before. */
    rounds(key: string): number | undefined;
    decideRounds(key: string, rounds: number): void;
}
