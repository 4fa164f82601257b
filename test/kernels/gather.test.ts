import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherAxis, gatherMatrix, gatherVector } from '../../src/kernels/gather.js';

/** Every index of a tensor, row-major. */
function indices(dims: readonly number[]): number[][] {
  return dims.reduce<number[][]>((all, dim) => all.flatMap((index) => Array.from({ length: dim }, (_, i) => [...index, i])), [[]]);
}

const linear = (index: readonly number[], dims: readonly number[]): number =>
  index.reduce((offset, i, axis) => offset * (dims[axis] ?? 0) + i, 0);

const cases = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).chain((dims) =>
  fc.integer({ min: 0, max: dims.length - 1 }).chain((axis) => fc.record({
    dims: fc.constant(dims),
    axis: fc.constant(axis),
    positions: fc.array(fc.integer({ min: 0, max: (dims[axis] ?? 1) - 1 }), { maxLength: 6 }),
    elementSize: fc.constantFrom(1, 2, 4, 8, 16),
  })));

describe('gatherAxis', () => {
  it('equals the definition, element by element', () => {
    fc.assert(fc.property(cases, ({ dims, axis, positions, elementSize }) => {
      const count = dims.reduce((a, b) => a * b, 1);
      const data = Uint8Array.from({ length: count * elementSize }, (_, i) => (i * 31 + (i >> 8)) & 255);
      const outDims = dims.with(axis, positions.length);
      const expected = indices(outDims).flatMap((index) => {
        const at = linear(index.with(axis, positions[index[axis] ?? 0] ?? 0), dims) * elementSize;
        return [...data.subarray(at, at + elementSize)];
      });
      expect([...gatherAxis(data, dims, axis, positions, elementSize)]).toEqual(expected);
    }));
  });

  it('copies long runs', () => {
    const data = Uint8Array.from({ length: 4 * 1000 }, (_, i) => i & 255);
    expect(gatherAxis(data, [4, 1000], 0, [1, 2, 3], 1)).toEqual(data.subarray(1000));
  });

  it('returns nothing for no positions', () => {
    expect(gatherAxis(new Uint8Array(24), [2, 3], 1, [], 4)).toHaveLength(0);
  });

  it.each([
    ['an axis outside', () => gatherAxis(new Uint8Array(4), [4], 1, [0], 1)],
    ['a position outside', () => gatherAxis(new Uint8Array(4), [4], 0, [4], 1)],
    ['a negative position', () => gatherAxis(new Uint8Array(4), [4], 0, [-1], 1)],
    ['too few bytes', () => gatherAxis(new Uint8Array(4), [4], 0, [0], 4)],
  ])('refuses %s', (_, attempt) => {
    expect(attempt).toThrow(expect.objectContaining({ code: 'bad-gather' }));
  });
});

describe('gatherMatrix and gatherVector', () => {
  it('pick rows and columns', () => {
    const matrix = Float64Array.from({ length: 12 }, (_, i) => i);
    expect([...gatherMatrix(matrix, 4, [2, 0], [3, 1])]).toEqual([11, 9, 3, 1]);
    expect([...gatherVector(matrix, [5, 5, 0])]).toEqual([5, 5, 0]);
  });
});
