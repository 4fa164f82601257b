import type { Graph, Model, ValueInfo } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
export interface Frontier {
    /** Nodes before this index are behind the frontier. */
    readonly position: number;
    /** Values that nodes from there on read and that are made before it or fed; constants are not among them. */
    readonly values: readonly string[];
    /** Elements of them, as `sizeOf` counts. */
    readonly size: number;
}
/**
 * The cheapest frontier at a position in (after, before]; undefined where the nodes are not in order or a size is not known.
 *
 * @param sizeOf elements of a value
 */
export declare function cheapestFrontier(graph: Graph, after: number, before: number, sizeOf: (value: string) => number | undefined): Frontier | undefined;
/** Samples in the runs that the facts come from. */
export declare function probedSamples(graph: Graph, facts: Facts): number;
/** The model with these values fed instead of made. */
export declare function startFrom(model: Model, inputs: readonly ValueInfo[]): Model;
