/** Comparing with kept positions, against the slow way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKept, variesAlong } from '../../src/kernels/compare.js';

const product = (dims: readonly number[]) => dims.reduce((a, b) => a * b, 1);

/** Elements of `dense` at kept positions, by walking all coordinates. */
function taken(dense: ArrayLike<number>, dims: readonly number[], kept: readonly (readonly number[] | null)[]): number[] {
  return Array.from({ length: product(dims) }, (_, element) => element).filter((element) => {
    let rest = element;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      const list = kept[axis];
      if (list != null && !list.includes(rest % (dims[axis] as number))) return false;
      rest = Math.floor(rest / (dims[axis] as number));
    }
    return true;
  }).map((element) => dense[element] as number);
}

/** Sizes, and per axis all positions or a random part of them. */
const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 4 }).chain((dims) => fc.tuple(
  fc.constant(dims),
  fc.tuple(...dims.map((size) => fc.option(fc.subarray(Array.from({ length: size }, (_, i) => i), { minLength: 1 })))),
));

describe('compareKept', () => {
  it('finds what the slow way finds, for any cut', () => {
    fc.assert(fc.property(cuts, fc.integer(), fc.nat(), ([dims, kept], seed, at) => {
      const dense = Float32Array.from({ length: product(dims) }, (_, i) => Math.sin(seed + i));
      const expected = taken(dense, dims, kept);
      const pruned = Float32Array.from(expected);
      expect(compareKept(dense, dims, kept, pruned)).toEqual({
        maxDifference: 0, maxMagnitude: Math.max(...expected.map(Math.abs)),
      });
      pruned[at % pruned.length] = (pruned[at % pruned.length] as number) + 0.5;
      expect(compareKept(dense, dims, kept, pruned).maxDifference).toBeCloseTo(0.5, 5);
    }));
  });

  it('takes equal infinities for equal, and leaves them out of the magnitude', () => {
    expect(compareKept([Infinity, 2], [2], [null], [Infinity, 2])).toEqual({ maxDifference: 0, maxMagnitude: 2 });
  });

  it('takes a wrong infinity for a difference that no magnitude excuses', () => {
    expect(compareKept([Infinity, 2], [2], [null], [-Infinity, 2])).toEqual({ maxDifference: Infinity, maxMagnitude: 2 });
    expect(compareKept([Infinity, 2], [2], [null], [5, 2])).toEqual({ maxDifference: Infinity, maxMagnitude: 2 });
    expect(compareKept([5, 2], [2], [null], [Infinity, 2])).toEqual({ maxDifference: Infinity, maxMagnitude: 5 });
  });

  it('takes NaN for equal to NaN alone', () => {
    expect(compareKept([NaN, 2], [2], [null], [NaN, 2]).maxDifference).toBe(0);
    expect(compareKept([NaN, 2], [2], [null], [1, 2]).maxDifference).toBe(Infinity);
    expect(compareKept([1, 2], [2], [null], [NaN, 2]).maxDifference).toBe(Infinity);
  });

  it('compares a scalar', () => {
    expect(compareKept([4], [], [], [3])).toEqual({ maxDifference: 1, maxMagnitude: 4 });
  });
});

describe('variesAlong', () => {
  // Two rows of three channels of two.
  const dims = [2, 3, 2];
  const equal = [1, 2, 1, 2, 9, 9, 3, 4, 3, 4, 9, 9];

  it('compares slices at the positions asked for, and no others', () => {
    expect(variesAlong(equal, dims, 1, [0, 1])).toBe(false);
    expect(variesAlong(equal, dims, 1, [0, 2])).toBe(true);
    expect(variesAlong(equal, dims, 0, [0, 1])).toBe(true);
    expect(variesAlong(equal, dims, 1, [2])).toBe(false);
  });

  it('looks at every row', () => {
    expect(variesAlong([1, 1, 1, 2], [2, 2], 1, [0, 1])).toBe(true);
  });

  it('takes NaN for equal to NaN', () => {
    expect(variesAlong([NaN, NaN], [2], 0, [0, 1])).toBe(false);
    expect(variesAlong([NaN, 1], [2], 0, [0, 1])).toBe(true);
  });
});
