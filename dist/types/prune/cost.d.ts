import type { Model, Tensor } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
export interface Cost {
    readonly macs: number;
    /** Those in bodies of control flow, which no cut reaches, included. */
    readonly params: number;
    /** Bytes of the main graph's stored tensors. */
    readonly bytes: number;
}
/** Length of a value's axis after the cut; null where it is unchanged. */
export type LengthAfter = (value: string, axis: number) => number | null;
export declare const UNCUT: LengthAfter;
/** Multiply-accumulates per node index, for nodes that have any. */
export declare function macsByNode(model: Model, facts: Facts, lengthAfter?: LengthAfter): Map<number, number>;
export declare function macsByOperator(model: Model, facts: Facts): Record<string, number>;
/** What to say of them; undefined where everything is counted. */
export declare function uncountedNote(model: Model): string | undefined;
export declare function costOf(model: Model, tensors: ReadonlyMap<string, Tensor>, facts: Facts, lengthAfter?: LengthAfter): Cost;
