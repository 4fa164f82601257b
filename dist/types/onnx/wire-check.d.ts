/**
 * Walks a serialized ModelProto and checks its framing before the protobuf library reads it: that reader
 * trusts lengths and wire types, so a damaged file would decode into something else without a word.
 * Costs one pass over tags; tensor data is stepped over, not read.
 */
import { type DescMessage } from '@bufbuild/protobuf';
export type WireProblem = {
    /** `truncated`: the last field runs past the end of the file; `malformed`: the bytes are no such message. */
    readonly kind: 'truncated' | 'malformed';
    readonly offset: number;
    /** Whether a whole top-level field of the right type came before. */
    readonly begun: boolean;
};
/** The first problem in the framing of `bytes` as a message of `schema`; undefined where there is none. */
export declare function wireProblem(schema: DescMessage, bytes: Uint8Array): WireProblem | undefined;
