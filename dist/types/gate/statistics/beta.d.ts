/** The regularised incomplete beta function, to about 1e-12: tails of binomial distributions. */
/** ln Gamma(x) for x > 0. */
export declare function logGamma(x: number): number;
/** I_x(a, b) for a, b > 0 and x in 0..1. */
export declare function incompleteBeta(x: number, a: number, b: number): number;
