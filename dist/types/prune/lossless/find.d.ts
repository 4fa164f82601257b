import type { Prunable } from '../prunable.js';
import type { Group, Moments } from '../types.js';
export type Redundancy = {
    readonly unit: number;
    readonly kind: 'unread' | 'silent';
}
/** `of` stays. */
 | {
    readonly unit: number;
    readonly kind: 'duplicate';
    readonly of: number;
};
export interface FindRequest {
    readonly prunable: Prunable;
    /** By value read, with covariances; absent: only what weights tell is found. */
    readonly moments: ReadonlyMap<string, Moments>;
    /** Calibration samples that the moments are of. */
    readonly samples: number;
}
/** Fewer samples say little about what never happens: after n without, it happens in fewer than 3/n at 95 % confidence. */
export declare const LEAST_SAMPLES = 100;
/** Ascending by unit; empty where the group is recurrent, or nothing reads it. */
export declare function redundantUnits(request: FindRequest, group: Group): Redundancy[];
/** `2 unread, 1 silent, 1 equal to another (5 = 2)`; empty for none. */
export declare function redundancyText(found: readonly Redundancy[]): string;
