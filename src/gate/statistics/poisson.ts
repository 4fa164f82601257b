/**
 * Poisson bootstrap: each sample counts Poisson(1) times in a draw, independently of all others and of how many there are.
 * The count hangs on the draw and on the sample's index alone, so machines that each hold a part of the samples draw
 * what one machine would draw, and their sums add up (N. Chamandy et al., "Estimating uncertainty for massive data
 * streams", Google, 2012).
 */

/** P(X <= k) of Poisson(1) on the scale of 32-bit words. */
const EDGES = (() => {
  const edges: number[] = [];
  let term = Math.exp(-1);
  for (let k = 0, sum = 0; k < 13; k++, term /= k) edges.push((sum += term) * 2 ** 32);
  return Float64Array.from(edges);
})();

/** How often the samples `first`, `first` + 1, ... count in the draw of this key (32 bits). Fills and returns `into`. */
export function poissonCounts(key: number, into: Uint32Array, first = 0): Uint32Array {
  for (let i = 0; i < into.length; i++) {
    const word = mixed(key, first + i);
    let count = 0;
    while (count < EDGES.length && word >= (EDGES[count] as number)) count++;
    into[i] = count;
  }
  return into;
}

/** 32 bits that each depend on all bits of key and index: two rounds of a multiply-xorshift finaliser. */
function mixed(key: number, index: number): number {
  let word = Math.imul(index ^ (key >>> 3), 0x9e3779b1) ^ key;
  for (let round = 0; round < 2; round++) {
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35) ^ key;
    word ^= word >>> 16;
  }
  return word >>> 0;
}
