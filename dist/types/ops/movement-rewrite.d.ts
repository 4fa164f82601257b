import type { RewriteSite } from './rewrite-site.js';
import type { NodeEdit } from './rule.js';
/** Reshape and Expand name the sizes of their result in input 1. */
export declare function rewriteShapeInput(site: RewriteSite): NodeEdit | undefined;
/**
 * Sets the entries of a shape input that name a cut axis. A constant shape is copied and edited; a shape computed in
 * the graph gets a correction: entries that changed are replaced, the others still come from the graph.
 *
 * @param axes the axis each entry is about, where the node says so
 */
export declare function shapeEntries(site: RewriteSite, position: number, axes?: readonly number[]): NodeEdit | undefined;
/** Squeeze without axes drops whatever has size 1: a cut axis must not become one of them. */
export declare function rewriteSqueeze(site: RewriteSite): NodeEdit | undefined;
/** Split: the sizes of the parts. */
export declare function rewriteSplit(site: RewriteSite): NodeEdit | undefined;
/** Gather along a cut axis: indices count the positions that stayed. */
export declare function rewriteGather(site: RewriteSite): NodeEdit | undefined;
/** Pad along a cut axis: as many fills before and after as stay there. */
export declare function rewritePad(site: RewriteSite): NodeEdit | undefined;
/**
 * Slice along a cut axis. What stays is a list of positions among those the input keeps: written as a run where it is
 * one, else the cut axis leaves the Slice and a Gather picks the positions.
 */
export declare function rewriteSlice(site: RewriteSite): NodeEdit | undefined;
/** A node cannot be rewritten for this cut; the groups that meet it are refused with this reason. */
export declare class RewriteRefused extends Error {
    name: string;
}
