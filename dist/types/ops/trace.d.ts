/** Reading a traced movement: which positions of an input axis does each position of an output axis hold? */
/** For every position of the chosen output axis, the source positions it holds (ascending; empty: only fill). */
export interface AxisTrace {
    readonly outputAxis: number;
    readonly sources: readonly (readonly number[])[];
}
/** An axis of the data input, and the element ids along it by class: positions with one label live and die together. */
export interface TracedAxis {
    readonly axis: number;
    /** Per position, the first position of its class; absent: each is its own. */
    readonly labels?: readonly number[];
}
/**
 * Follows one axis of the data input through a movement: every output axis that is related to it, outermost first.
 *
 * An output axis is related to the input axis where its positions hold different source positions (of different classes,
 * where labels are given: what repeats along an axis does not tell its positions apart). A reshape that splits an axis
 * leaves two or more (heads x dim; 3 x heads x dim), of which one can stay live.
 *
 * @param sources linear input index per output element, row-major, -1 for a fill
 * @returns empty where no output axis is related, or the movement is too large to follow
 */
export declare function traceAxis(sources: Int32Array, inputDims: readonly number[], outputDims: readonly number[], { axis, labels }: TracedAxis): readonly AxisTrace[];
