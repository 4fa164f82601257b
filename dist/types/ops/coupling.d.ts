/** Runs every node's coupling rule in graph order and returns which positions of which axes hang together. */
import type { Model } from '../onnx/ir.js';
import { AxisClasses } from './axes.js';
import type { AxisIds } from './axes.js';
import type { RoleUse } from './couple-site.js';
import type { Facts } from './facts.js';
export interface Coupling {
    readonly classes: AxisClasses;
    /** Axes by value name: activations and stored tensors; null is inert. */
    readonly axes: ReadonlyMap<string, readonly (AxisIds | null)[]>;
    readonly roles: readonly RoleUse[];
    /** Tensors whose axes can be cut: initializers, Constant outputs, and the `filled` ones. */
    readonly stored: ReadonlySet<string>;
    /** Outputs of ConstantOfShape: weights of one value, cut by their shape. */
    readonly filled: ReadonlySet<string>;
    /** Values that depend on stored tensors alone. */
    readonly parameters: ReadonlySet<string>;
}
export interface CouplingOptions {
    /** Which factor of a split axis (heads x dim) stays live. */
    readonly factor: 'outer' | 'inner';
}
/** First default-domain opset a model imports. */
export declare function opsetOf(model: Model): number;
/**
 * Where the part of a split axis that was to stay live turns out to be one that single positions are taken of (the 3 of
 * queries, keys and values in 3 x heads x width), the next part is tried in its place.
 */
export declare function coupleGraph(model: Model, facts: Facts, options?: CouplingOptions): Coupling;
