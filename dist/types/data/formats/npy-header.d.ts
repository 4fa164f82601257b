import type { ElementType } from '../../runtime/types.js';
import { type ForwardReader } from '../forward-reader.js';
export interface NpyHeader {
    readonly type: ElementType;
    readonly bigEndian: boolean;
    readonly fortran: boolean;
    /** Of the whole array, samples first. */
    readonly dims: readonly number[];
    /** Bytes before the first element. */
    readonly headerBytes: number;
    readonly dataBytes: number;
}
export declare const isNpy: (head: Uint8Array) => boolean;
/** Reads the header at the front of `reader`. `shown` is the file or member, for errors. */
export declare function readNpyHeader(reader: ForwardReader, shown: string): Promise<NpyHeader>;
