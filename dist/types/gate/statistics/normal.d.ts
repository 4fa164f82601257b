/** The standard normal distribution, to about 1e-15. */
/**
 * P(Z <= x). Near the middle by the series of Marsaglia (2004, J. Stat. Softw. 11:4), in the tails by the
 * continued fraction of Mills' ratio, which keeps its relative precision there.
 */
export declare function normalCdf(x: number): number;
/**
 * The x with P(Z <= x) = p; infinite at 0 and 1. Newton's method from 0: left of it the function is convex, so the steps
 * never pass the root.
 */
export declare function normalQuantile(p: number): number;
