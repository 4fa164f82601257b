import type { Graph, Node } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { Layer } from './layers.js';
export interface NormSite {
    readonly kind: 'norm';
    readonly index: number;
    readonly node: Node;
}
export interface LayerSite {
    readonly kind: 'layer';
    /** Index of the node that makes the layer's output (the layer itself, or the Add of its bias). */
    readonly index: number;
    readonly layer: Layer;
    /** Whether its weight may be scaled: nothing else reads it, and no bias hides behind it. */
    readonly scalable: boolean;
}
export type Site = NormSite | LayerSite;
/**
 * Positions per batch below which the statistics of one batch are noise: then the layer is left alone. (Statistics of
 * all layers are gathered in one pass, in which each layer is corrected by the statistics of the batch.)
 */
export declare const MIN_POSITIONS = 64;
export interface Sites {
    readonly sites: readonly Site[];
    /** Outputs of layers left alone because a batch has too few positions. */
    readonly tooFew: readonly string[];
}
/**
 * @param changed outputs of the nodes that read cut activations: everything after them may be off
 * @param batch samples per run
 */
export declare function statisticsSites(graph: Graph, facts: Facts, changed: readonly string[], batch: number): Sites;
/**
 * Indices of the nodes that make `changed` values, and of all that come after them. Where a bias was inserted since
 * the value was named, its maker is that Add: the layer before it counts as well.
 */
export declare function downstreamNodes(graph: Graph, changed: readonly string[]): ReadonlySet<number>;
