import { UserError } from '../errors.js';
import type { Finding } from '../report/types.js';
export interface Numbered {
    /** From 1. */
    readonly index: number;
    readonly count: number;
}
/** `shard-3-of-8.json` */
export declare const partFile: ({ index, count }: Numbered) => string;
export declare function problem(code: string, what: string, where: string): UserError;
/**
 * The files below `folder` whose name fits and whose folder `isPlace`, read one after the other; what is kept of each is what `take`
 * gives, which may be a hundred megabytes less. Throws UserError `shard-damaged`, also where `take` throws.
 */
export declare function readParts<T extends Numbered, U extends Numbered>(folder: string, fits: RegExp, isPlace: (folder: string) => boolean, take: (record: T) => U): Promise<(U & {
    readonly place: string;
})[]>;
/** All parts, first to last. Throws UserError `shard-missing`, `shard-duplicate`, `shard-foreign`. */
export declare function complete<T extends Numbered>(found: readonly T[], where: string): readonly T[];
export interface OnDevice {
    readonly index: number;
    readonly device?: string | undefined;
    readonly findings?: readonly Finding[] | undefined;
}
/** What the parts' devices showed that is not `known`, and where not all of them are the one that is `used`; `did` says what was done there. */
export declare function deviceFindings(parts: readonly OnDevice[], used: string, known: readonly Finding[], did: {
    readonly first: string;
    readonly parts: string;
}): Finding[];
