/** Following an axis through a movement, from hand-made source indices. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceAxis } from '../../src/ops/trace.js';

const product = (dims: readonly number[]) => dims.reduce((a, b) => a * b, 1);
const identity = (dims: readonly number[]) => Int32Array.from({ length: product(dims) }, (_, i) => i);

/** Sources of a transpose, computed the slow way. */
function transposed(dims: readonly number[], perm: readonly number[]): Int32Array {
  const strides = dims.map((_, axis) => product(dims.slice(axis + 1)));
  const out = perm.map((axis) => dims[axis] as number);
  return Int32Array.from({ length: product(dims) }, (_, element) => {
    let rest = element;
    let source = 0;
    for (let axis = out.length - 1; axis >= 0; axis--) {
      source += (rest % (out[axis] as number)) * (strides[perm[axis] as number] as number);
      rest = Math.floor(rest / (out[axis] as number));
    }
    return source;
  });
}

describe('traceAxis', () => {
  it('follows a transposed axis to where it went', () => {
    expect(traceAxis(transposed([2, 3, 4], [2, 0, 1]), [2, 3, 4], [4, 2, 3], { axis: 1 }))
      .toEqual([{ outputAxis: 2, sources: [[0], [1], [2]] }]);
  });

  it('splits an axis into two, the outer factor first', () => {
    expect(traceAxis(identity([1, 6]), [1, 6], [1, 2, 3], { axis: 1 }))
      .toEqual([{ outputAxis: 1, sources: [[0, 1, 2], [3, 4, 5]] }, { outputAxis: 2, sources: [[0, 3], [1, 4], [2, 5]] }]);
  });

  it('knows no difference between positions of one class: what repeats splits into the repetition and the positions', () => {
    // batch x heads, of which the heads are live
    expect(traceAxis(identity([6]), [6], [2, 3], { axis: 0, labels: [0, 1, 2, 0, 1, 2] })).toEqual([{ outputAxis: 1, sources: [[0, 3], [1, 4], [2, 5]] }]);
  });

  it('merges two axes: each position holds the one position it came from', () => {
    const sources = identity([2, 3]);
    expect(traceAxis(sources, [2, 3], [6], { axis: 0 })).toEqual([{ outputAxis: 0, sources: [[0], [0], [0], [1], [1], [1]] }]);
    expect(traceAxis(sources, [2, 3], [6], { axis: 1 })).toEqual([{ outputAxis: 0, sources: [[0], [1], [2], [0], [1], [2]] }]);
  });

  it('marks fills with no source', () => {
    expect(traceAxis(Int32Array.of(-1, 0, 1, 2, -1, -1), [1, 3], [1, 6], { axis: 1 }))
      .toEqual([{ outputAxis: 1, sources: [[], [0], [1], [2], [], []] }]);
  });

  it('knows no output axis where a single position was chosen', () => {
    // x[:, 1] of [2, 3] -> [2]
    expect(traceAxis(Int32Array.of(1, 4), [2, 3], [2], { axis: 1 })).toEqual([]);
    expect(traceAxis(Int32Array.of(1, 4), [2, 3], [2], { axis: 0 })).toEqual([{ outputAxis: 0, sources: [[0], [1]] }]);
  });

  it('gives up on an axis too large to follow', () => {
    expect(traceAxis(Int32Array.of(0), [2 ** 14], [2 ** 14], { axis: 0 })).toEqual([]);
  });

  it('finds every axis of every transpose', () => {
    const shapes = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 })
      .chain((dims) => fc.tuple(fc.constant(dims), fc.shuffledSubarray(dims.map((_, axis) => axis), { minLength: dims.length })));
    fc.assert(fc.property(shapes, ([dims, perm]) => {
      const out = perm.map((axis) => dims[axis] as number);
      dims.forEach((size, axis) => {
        expect(traceAxis(transposed(dims, perm), dims, out, { axis }))
          .toEqual([{ outputAxis: perm.indexOf(axis), sources: Array.from({ length: size }, (_, i) => [i]) }]);
      });
    }));
  });
});
