/**
 * Slices of the held-out samples: which part each sample belongs to, by its label and by each named column, and every
 * metric on each part. A byte a sample is kept, two where there are more than 256 values. A part of another machine is absorbed in the order of the samples,
 * so that what is found does not depend on how they were shared.
 */
import type { Batch } from '../data/types.js';
import type { SliceResult } from '../report/types.js';
import { type DropOptions } from './interval.js';
import type { Lane, Side } from './lane.js';
/** More values than this make no slices that anybody reads, and each must be judged. */
export declare const MOST_SLICES = 1000;
/** What one machine found of one way to divide the samples, as plain JSON. */
export interface SlicingRecord {
    readonly by: string;
    /** In the order in which they came. */
    readonly values: readonly number[];
    /** Position in `values` of each sample, one byte each up to 256 values, else two; empty where the samples cannot be divided. */
    readonly codes: string;
    readonly divides: boolean;
}
export interface Part {
    readonly by: string;
    readonly value: string;
    readonly samples: number;
    /** 1 for each sample of the part. */
    readonly mask: Uint8Array;
}
export declare class Slices {
    private readonly classes;
    private readonly named;
    add({ indices, target, slices }: Batch): void;
    private namedAs;
    records(): SlicingRecord[];
    /** Goes on from a part that another machine looked at; `samples`: of this part and all before it. Throws where one is divided otherwise. */
    absorb(records: readonly SlicingRecord[], samples: number): void;
    /**
     * The metric on every part; empty where it has no value. Classes divide metrics of right or wrong answers only: of the
     * others one class alone says nothing.
     */
    resultsOf(lane: Lane, sides: readonly Side[], options: DropOptions): SliceResult[];
}
