/**
 * What there is to repair after a cut: stored weights whose input axis lost positions, with every layer that reads
 * them. Weights that must not be changed still get their layers' biases corrected.
 */
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Layer } from './layers.js';
export interface Job {
    /** Stored weight and its axis over inputs. */
    readonly weight: string;
    readonly inputAxis: number;
    /** Positions along that axis (dense), ascending. */
    readonly cut: readonly number[];
    readonly kept: readonly number[];
    /** The layers that read the cut activations; dense graph. */
    readonly layers: readonly Layer[];
    /** Why the weight itself must stay as it is; undefined where it may change. */
    readonly fixed: string | undefined;
}
/** A consumer that cannot be repaired at all. */
export interface Unrepaired {
    readonly name: string;
    readonly reason: string;
}
export declare function repairJobs(prunable: Prunable, cut: Cut): {
    readonly jobs: readonly Job[];
    readonly unrepaired: readonly Unrepaired[];
};
