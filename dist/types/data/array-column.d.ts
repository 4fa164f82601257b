import type { ElementType, HostTensor } from '../runtime/types.js';
import { type ForwardReader, type Stretch } from './forward-reader.js';
import type { Column, Cursor } from './table.js';
export interface StoredArray {
    readonly name: string;
    /** File, or file and member, for people. */
    readonly shown: string;
    readonly type: ElementType;
    readonly bigEndian: boolean;
    readonly fortran: boolean;
    readonly dims: readonly number[];
    /** Everything from the header's first byte to the data's last. */
    readonly stretch: Stretch;
    /** Bytes of `stretch` before the data. */
    readonly headerBytes: number;
}
export declare function arrayColumn(array: StoredArray): Column;
/** A fresh pass over the array. */
export declare function openArray(array: StoredArray): Promise<ArrayCursor>;
export declare class ArrayCursor {
    private next;
    private block;
    private readonly array;
    private readonly reader;
    constructor(array: StoredArray, reader: ForwardReader);
    /** [indices, ...sample]; valid until the next call. */
    take(indices: readonly number[]): Promise<HostTensor>;
    close(): Promise<void>;
    private room;
}
/** Several arrays read side by side. */
export declare function openArrays(arrays: readonly StoredArray[]): Promise<Cursor>;
