/**
 * Poisson bootstrap: each sample counts Poisson(1) times in a draw, independently of all others and of how many there are.
 * The count hangs on the draw and on the sample's index alone, so machines that each hold a part of the samples draw
 * what one machine would draw, and their sums add up (N. Chamandy et al., "Estimating uncertainty for massive data
 * streams", Google, 2012).
 */
/** How often the samples `first`, `first` + 1, ... count in the draw of this key (32 bits). Fills and returns `into`. */
export declare function poissonCounts(key: number, into: Uint32Array, first?: number): Uint32Array;
