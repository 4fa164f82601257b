import type { HostTensor } from '../runtime/types.js';
import { type InputPlan } from './bind.js';
import type { Column, Table } from './table.js';
import type { Batch, Samples } from './types.js';
export interface BoundTable {
    readonly table: Table;
    readonly plans: readonly InputPlan[];
    readonly target: Column | undefined;
    readonly slices: readonly Column[];
    readonly sha256: string;
    readonly description: string;
}
export declare class BoundSamples implements Samples {
    readonly count: number;
    readonly hasTarget: boolean;
    readonly sha256: string;
    readonly description: string;
    private readonly bound;
    /** Ascending indices in the file; undefined for `count` of them that follow each other. */
    private readonly chosen;
    /** Index of the first, where none are chosen. */
    private readonly first;
    constructor(bound: BoundTable, total: number, chosen: readonly number[] | undefined, first?: number);
    batches(size: number): AsyncGenerator<Batch>;
    subset(positions: readonly number[]): Samples;
    targets(size: number): AsyncGenerator<HostTensor>;
    range(start: number, end: number): Samples;
    sampleHashes(): Promise<readonly string[]>;
    private indices;
}
/** Hash of each sample of the batch as the model gets it. */
export declare function hashesOf({ indices, feeds }: Pick<Batch, 'indices' | 'feeds'>): string[];
