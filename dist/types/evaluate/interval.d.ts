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
