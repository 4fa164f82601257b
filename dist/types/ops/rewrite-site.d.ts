import type { Node, Tensor } from '../onnx/ir.js';
import type { Movement, SmallValue } from './facts.js';
/** Positions that stay along a value's axis; null where all do. */
export type KeptOf = (value: string, axis: number) => readonly number[] | null;
export declare class RewriteSite {
    readonly node: Node;
    readonly opset: number;
    readonly movement: Movement | undefined;
    private readonly shapes;
    private readonly smalls;
    /** Whether an axis has another size with other inputs. */
    readonly isDynamic: (value: string, axis: number) => boolean;
    readonly kept: KeptOf;
    /** A name nothing in the graph has yet; reserves it. */
    readonly freshName: (base: string) => string;
    constructor(node: Node, opset: number, movement: Movement | undefined, shapes: (value: string) => readonly number[] | undefined, smalls: (value: string) => SmallValue | undefined, 
    /** Whether an axis has another size with other inputs. */
    isDynamic: (value: string, axis: number) => boolean, kept: KeptOf, 
    /** A name nothing in the graph has yet; reserves it. */
    freshName: (base: string) => string);
    shape(value: string): readonly number[];
    small(value: string): SmallValue | undefined;
    lengthBefore(value: string, axis: number): number;
    lengthAfter(value: string, axis: number): number;
    /** Axes of a value that lose positions. */
    cutAxes(value: string): readonly number[];
    /** A one-dimensional int64 constant under a fresh name. */
    int64(base: string, values: readonly number[]): Tensor;
}
