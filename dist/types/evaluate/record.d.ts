/**
 * What one machine found on its part of the held-out samples, as plain JSON: for each metric and each model the state of
 * its accumulator. Parts put together in the order of their samples are what one machine has after all of them, to the
 * last bit: one bit a sample for right-or-wrong metrics, one number or two for the others.
 */
import type { MetricSpec } from '../policy/types.js';
import { Lane, type Side } from './lane.js';
import type { Finding } from './metrics/accumulator.js';
import { Slices, type SlicingRecord } from './slices.js';
declare const MAKE: {
    readonly f8: Float64ArrayConstructor;
    readonly i4: Int32ArrayConstructor;
    readonly u1: Uint8ArrayConstructor;
};
type Kind = keyof typeof MAKE;
/** Elements as their bytes (little-endian) in base64. */
interface ColumnRecord {
    readonly name: string;
    readonly kind: Kind;
    readonly data: string;
}
interface SideRecord {
    readonly misfits: readonly Finding[];
    readonly columns: readonly ColumnRecord[];
}
export interface PairRecord {
    readonly samples: number;
    /** By label and by named columns. */
    readonly slices: readonly SlicingRecord[];
    readonly lanes: readonly {
        readonly metric: string;
        readonly output: string;
        readonly sides: Readonly<Record<Side, SideRecord>>;
    }[];
}
export declare function recordOf(lanes: readonly Lane[], slices: Slices, samples: number): PairRecord;
/** Puts parts together as they come, in the order of their samples; none is held once it is absorbed. */
export declare class MergedRecords {
    private readonly metrics;
    readonly slices: Slices;
    samples: number;
    private known;
    constructor(metrics: readonly MetricSpec[]);
    /** Throws where the part is about other metrics, or is none. */
    absorb({ lanes, slices, samples }: PairRecord): void;
    get lanes(): readonly Lane[];
}
export {};
