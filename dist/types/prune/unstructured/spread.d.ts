/** How the zeros are spread over layers, from what each layer loses at several shares of zeros. */
/** Output loss expected when this share of a layer's weights is zero; ascending in both. */
export interface LossPoint {
    readonly share: number;
    readonly loss: number;
}
export interface LossCurve {
    /** Weights of the layer. */
    readonly elements: number;
    readonly points: readonly LossPoint[];
}
/** What the sum of the measured losses leaves out, tried both ways. */
export interface Shape {
    /** Losses of several layers do not just add up: below 1 few layers give much, above 1 many give a little. */
    readonly power: number;
    /** The last layer of the model counts e^depth times what the first does: the layers behind an early one make up for it. */
    readonly depth: number;
}
/** On ResNet-20 at 80 % zeros they differ by less than 1 % of the loss; a power of 0.5, or a depth of 2, is worse. */
export declare const SHAPES: readonly Shape[];
/** @param curves in graph order */
export declare function shaped(curves: readonly LossCurve[], { power, depth }: Shape): LossCurve[];
/**
 * Zeros per layer that add up to `zeros` with the least summed loss: the cheapest steps of the lower convex hulls of the
 * curves are taken (the greedy solution of a convex knapsack is exact but for its last step).
 */
export declare function spreadZeros(curves: readonly LossCurve[], zeros: number): number[];
