/** Reading a traced movement: which positions of an input axis does each position of an output axis hold? */
/** For every position of the chosen output axis, the source positions it holds (ascending; empty: only fill). */
export interface AxisTrace {
    readonly outputAxis: number;
    readonly sources: readonly (readonly number[])[];
}
/**
 * Follows one axis of the data input through a movement.
 *
 * An output axis is related to the input axis where its positions hold different source positions. A reshape that
 * splits an axis leaves two related axes (heads x dim): `factor` says which one stays live, the other is inert.
 *
 * @param sources linear input index per output element, row-major, -1 for a fill
 * @returns undefined where no output axis is related, or the movement is too large to follow
 */
export declare function traceAxis(sources: Int32Array, inputDims: readonly number[], outputDims: readonly number[], inputAxis: number, factor: 'outer' | 'inner'): AxisTrace | undefined;
