import { type Graph, type Node } from '../onnx/ir.js';
export interface Dependence {
    /** Values whose elements depend on contents. */
    readonly contents: ReadonlySet<string>;
    /** Values whose sizes may depend on contents. */
    readonly sizes: ReadonlySet<string>;
}
/** Operators whose result is a function of their input's size. */
export declare const SIZE_OPS: ReadonlySet<string>;
export declare function dataDependence(graph: Graph): Dependence;
export declare function isSizeOp(node: Node): boolean;
