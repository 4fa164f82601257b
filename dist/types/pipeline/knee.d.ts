/** Where a trade-off curve bends: the point farthest above its chord (Satopää et al. 2011, "Finding a 'Kneedle' in a haystack"). Pure. */
export interface CurvePoint {
    /** What is saved, rising. */
    readonly saved: number;
    /** What is kept of the quality. */
    readonly value: number;
}
/** Index of the knee; undefined for a straight or sagging curve, or fewer than three points. Both axes are scaled to 0..1. */
export declare function kneeOf(points: readonly CurvePoint[]): number | undefined;
