/** A .npy file is one array: column `data`, samples along the first axis. A second file, `labels`, is its target. */
import { type StoredArray } from '../array-column.js';
import { type Stretch } from '../forward-reader.js';
import { type SourceFile } from '../source-file.js';
import type { Format, OpenContext, Table } from '../table.js';
export declare const npy: Format;
/** Samples in one file and, where the policy names one, labels in a second: shared with IDX. */
export declare function openPair(file: SourceFile, context: OpenContext, read: (file: SourceFile, name: string) => Promise<StoredArray>): Promise<Table>;
/** Reads the header of the array in `stretch`; `unpacked` is how long the header says the stretch must be. */
export declare function describeArray(stretch: Stretch, name: string): Promise<{
    stored: StoredArray;
    unpacked: number;
}>;
