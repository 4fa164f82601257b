import { UserError } from '../errors.js';
export interface ForwardReader {
    /** Fills all of `target`. @throws UserError `data-truncated` where the data end before, `data-corrupt` */
    read(target: Uint8Array): Promise<void>;
    skip(bytes: number): Promise<void>;
    close(): Promise<void>;
}
/** A stretch of bytes: where they lie, how they are packed, and what they must amount to. */
export interface Stretch {
    readonly path: string;
    /** For people. */
    readonly shown: string;
    readonly start: number;
    /** Bytes in the file. */
    readonly length: number;
    readonly packing: 'stored' | 'deflate' | 'gzip';
    /** Bytes after unpacking. */
    readonly unpacked: number;
    /** CRC-32 of the unpacked bytes; undefined where the container has none. Checked by a pass that reads them all. */
    readonly crc: number | undefined;
}
export declare function openReader(stretch: Stretch): Promise<ForwardReader>;
export declare function truncated(shown: string): UserError;
export declare function corrupt(shown: string, why: string): UserError;
