import type { Model } from '../../onnx/ir.js';
import type { Feeds, Runtime } from '../../runtime/types.js';
import type { GroupTimes, LatencyTable } from '../plan.gen.js';
import type { Prunable } from '../prunable.js';
import type { Group, Selection } from '../types.js';
export interface LatencySetting {
    /** One batch of `batch` samples. */
    readonly feeds: Feeds;
    readonly batch: number;
    readonly threads: number;
    /** Device and processor, for people. */
    readonly machine: string;
    /** A table that was recorded before: times are looked up in it, and what it lacks is an error. */
    readonly given?: LatencyTable;
}
export interface MeterRequest {
    readonly runtime: Runtime;
    readonly directory: string;
    readonly prunable: Prunable;
    readonly align: number | 'auto';
    readonly setting: LatencySetting;
    /** Times to start with; what they lack is timed. */
    readonly known?: LatencyTable | undefined;
    /** The committed model and its folder, where an earlier step has changed it since. */
    readonly reference?: {
        readonly model: Model;
        readonly directory: string;
    };
}
export declare class LatencyMeter {
    #private;
    private readonly request;
    constructor(request: MeterRequest);
    /** Times all counts of a group; gives those that pay: faster than every smaller cut by more than noise. */
    measure(group: Group): Promise<readonly number[]>;
    /** Share of the whole model's time that a cut of this group alone saves. */
    saved(group: string, removed: number): number;
    /** Time of the dense model over that of the selection's; undefined where the cut cannot be written. */
    speedup(selection: Selection): Promise<number | undefined>;
    /** What was timed or looked up. */
    table(): LatencyTable;
}
/** What a table says of a selection; NaN where it says nothing. */
export declare function recordedSpeedup({ models }: LatencyTable, { removed }: Selection): number;
/** Numbers of units to time, ascending: multiples of few channels are kept, fewer where a group is wide. */
export declare function timedCounts(group: Group, align: number | 'auto'): number[];
/** A cut that is no faster than a smaller one is never worth what it loses. */
export declare function payingCuts({ dense, floor, cuts }: GroupTimes): number[];
