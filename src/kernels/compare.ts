/** Comparing a tensor with the kept positions of a larger one. */

export interface Comparison {
  /** Largest |a - b| over all elements. Infinity where one is NaN and the other is not. */
  readonly maxDifference: number;
  /** Largest finite |b| at kept positions. */
  readonly maxMagnitude: number;
}

/**
 * @param dense row-major, sizes `dims`
 * @param kept per axis, the positions of `dense` to compare (null: all)
 * @param pruned row-major, sizes kept.length (or dims) per axis; its length must match
 */
export function compareKept(
  dense: ArrayLike<number>, dims: readonly number[], kept: readonly (readonly number[] | null)[], pruned: ArrayLike<number>,
): Comparison {
  let offsets = new Float64Array([0]);
  let stride = dims.reduce((a, b) => a * b, 1);
  // Offsets of all kept positions, one axis after the other: the last axis is left to the inner loop.
  const last = dims.length - 1;
  for (let axis = 0; axis < last; axis++) {
    stride /= dims[axis] as number;
    offsets = expand(offsets, positionsOf(dims, kept, axis), stride);
  }
  const row = last < 0 ? Int32Array.of(0) : positionsOf(dims, kept, last);
  let maxDifference = 0;
  let maxMagnitude = 0;
  let index = 0;
  for (const offset of offsets) {
    for (const position of row) {
      const a = pruned[index++] as number;
      const b = dense[offset + position] as number;
      const magnitude = Math.abs(b);
      // An infinite magnitude would excuse any difference, an infinite one too.
      if (magnitude > maxMagnitude && magnitude !== Infinity) maxMagnitude = magnitude;
      if (a === b) continue;
      const difference = Math.abs(a - b);
      if (Number.isNaN(difference)) {
        if (!(Number.isNaN(a) && Number.isNaN(b))) maxDifference = Infinity;
        continue;
      }
      if (difference > maxDifference) maxDifference = difference;
    }
  }
  return { maxDifference, maxMagnitude };
}

function positionsOf(dims: readonly number[], kept: readonly (readonly number[] | null)[], axis: number): Int32Array {
  const listed = kept[axis];
  return listed == null ? Int32Array.from({ length: dims[axis] as number }, (_, i) => i) : Int32Array.from(listed);
}

function expand(offsets: Float64Array, positions: Int32Array, stride: number): Float64Array<ArrayBuffer> {
  const expanded = new Float64Array(offsets.length * positions.length);
  let i = 0;
  for (const offset of offsets) for (const position of positions) expanded[i++] = offset + position * stride;
  return expanded;
}

/**
 * Whether the slices at these positions of an axis are not all the same (NaN equals NaN). Where they are, nothing shows
 * if one was taken for another.
 *
 * @param dense row-major, sizes `dims`
 */
export function variesAlong(dense: ArrayLike<number>, dims: readonly number[], axis: number, positions: readonly number[]): boolean {
  const size = dims[axis] as number;
  const inner = dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const [first = 0, ...others] = positions;
  for (let block = 0; block < dense.length; block += size * inner) {
    for (const other of others) {
      for (let i = 0; i < inner; i++) {
        const a = dense[block + first * inner + i] as number;
        const b = dense[block + other * inner + i] as number;
        if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return true;
      }
    }
  }
  return false;
}
