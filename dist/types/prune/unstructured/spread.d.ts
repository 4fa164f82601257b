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
/**
 * Zeros per layer that add up to `zeros` with the least summed loss: the cheapest steps of the lower convex hulls of the
 * curves are taken (the greedy solution of a convex knapsack is exact but for its last step).
 */
export declare function spreadZeros(curves: readonly LossCurve[], zeros: number): number[];
