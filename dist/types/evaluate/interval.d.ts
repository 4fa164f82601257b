import { type Interval } from '../gate/statistics/index.js';
import type { MetricResult } from '../report/types.js';
import type { Lane } from './lane.js';
export type Paired = NonNullable<MetricResult['paired']>;
export interface Drop {
    readonly drop: number | null;
    readonly interval: Interval | null;
    readonly paired: Paired | null;
    readonly method: string;
    readonly remarks: readonly string[];
}
export interface DropOptions {
    readonly samples: number;
    /** Of each one-sided bound. */
    readonly confidence: number;
    readonly seed: string;
}
/** The drop of each metric. Metrics that need the bootstrap share its draws. */
export declare function dropsOf(lanes: readonly Lane[], options: DropOptions): Drop[];
export interface SliceDrop {
    readonly dense: number | null;
    readonly pruned: number | null;
    readonly drop: number | null;
    readonly dropInterval: Interval | null;
}
/** Of a metric that is no share of right answers, on each part: all from the same draws, fewer where there are many parts. */
export declare function sliceDrops(lane: Lane, parts: readonly {
    readonly mask: Uint8Array;
    readonly samples: number;
}[], options: DropOptions): SliceDrop[];
