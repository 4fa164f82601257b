/** What a rule of differentiation is given and makes. */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import type { Node } from '../../onnx/ir.js';
import type { Lengths } from './rows.js';
export interface Stretch {
    readonly graph: AuxiliaryGraph;
    /** What a value of the stretch is called in `graph`. */
    readonly name: (value: string) => string;
    /** Of all values and stored tensors. */
    readonly lengths: Lengths;
}
/** The adjoint of a node's input `position`, given that of its output; undefined: it counts as a constant. */
export type Rule = (stretch: Stretch, node: Node, position: number, adjoint: string) => string | undefined;
export declare const scalar: (graph: AuxiliaryGraph, value: number) => string;
/** An axis from the front, where it may be counted from the end. */
export declare const axisFrom: (axis: number, rank: number) => number;
