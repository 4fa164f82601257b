import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, choleskyOutside, inverseFromCholesky, solveCholesky } from '../../src/kernels/cholesky.js';
import { matmul, matmulTransposed, multiplyVector, transpose } from '../../src/kernels/matmul.js';
import { axisNorms } from '../../src/kernels/norms.js';
import { addGram, addOuter, meanDiagonal, symmetrize, withRidge } from '../../src/kernels/symmetric.js';

/** A seeded stream of values in [-1, 1). */
function noise(length: number, seed: number): Float64Array {
  let state = (seed * 2654435761 + 1) >>> 0;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function plainProduct(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < n; j += 1) {
      for (let p = 0; p < k; p += 1) out[i * n + j] = (out[i * n + j] ?? 0) + (a[i * k + p] ?? 0) * (b[p * n + j] ?? 0);
    }
  }
  return out;
}

function worst(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
}

/** X Xᵀ / n + 0.1 I: positive definite. */
function covariance(d: number, seed: number): Float64Array {
  const x = noise(d * (d + 3), seed);
  return withRidge(matmulTransposed(x, x, d, d, d + 3).map((v) => v / (d + 3)), d, 0.1);
}

const sizes = fc.record({
  m: fc.integer({ min: 1, max: 90 }), k: fc.integer({ min: 0, max: 300 }), n: fc.integer({ min: 1, max: 90 }), seed: fc.nat(),
});

describe('products', () => {
  it('matmul equals the definition', () => {
    fc.assert(fc.property(sizes, ({ m, k, n, seed }) => {
      const a = noise(m * k, seed);
      const b = noise(k * n, seed + 1);
      expect(worst(matmul(a, b, m, k, n), plainProduct(a, b, m, k, n))).toBeLessThan(1e-11);
    }), { numRuns: 40 });
  });

  it('transpose swaps indices and is its own inverse', () => {
    fc.assert(fc.property(sizes, ({ m, n, seed }) => {
      const a = noise(m * n, seed);
      const t = transpose(a, m, n);
      expect(t[(n - 1) * m]).toBe(a[n - 1]);
      expect(transpose(t, n, m)).toEqual(a);
    }), { numRuns: 20 });
  });

  it('multiplyVector is matmul with one column', () => {
    const a = noise(35, 1);
    const x = noise(7, 2);
    expect(worst(multiplyVector(a, x, 5, 7), matmul(a, x, 5, 7, 1))).toBeLessThan(1e-14);
  });

  it('refuses sizes that disagree', () => {
    expect(() => matmul(noise(6, 1), noise(5, 1), 2, 3, 2)).toThrow(expect.objectContaining({ code: 'bad-matrix' }));
  });
});

describe('cholesky', () => {
  it('gives a lower factor whose square is the matrix', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 160 }), fc.nat(), (d, seed) => {
      const a = covariance(d, seed);
      const l = cholesky(a, d);
      expect(worst(matmulTransposed(l, l, d, d, d), a)).toBeLessThan(1e-12);
      for (let i = 0; i < d; i += 1) expect(l.subarray(i * d + i + 1, (i + 1) * d).every((v) => v === 0)).toBe(true);
    }), { numRuns: 25 });
  });

  it('agrees with itself when products run outside', async () => {
    const d = 700;
    const a = covariance(d, 3);
    const outside = await choleskyOutside(a, d, async (x, y, m, n, k) => matmulTransposed(x, y, m, n, k));
    expect(worst(outside, cholesky(a, d))).toBeLessThan(1e-12);
  });

  it('solves as well outside where inputs nearly repeat each other', async () => {
    const d = 600;
    const x = noise(d * 60, 5);
    const a = withRidge(matmulTransposed(x, x, d, d, 60), d, 1e-6);
    const l = await choleskyOutside(a, d, async (p, q, m, n, k) => matmulTransposed(p, q, m, n, k));
    expect(worst(matmulTransposed(l, l, d, d, d), a)).toBeLessThan(1e-12 * 60);
  });

  it('names the pivot that is not positive, outside as well', async () => {
    const d = 600;
    const a = covariance(d, 3);
    a[401 * d + 401] = -1;
    await expect(choleskyOutside(a, d, async (x, y, m, n, k) => matmulTransposed(x, y, m, n, k))).rejects
      .toThrow(expect.objectContaining({ code: 'not-positive-definite', message: expect.stringContaining('Pivot 401 of a 600 x 600 matrix') as string }));
  });

  it('solves for many right-hand sides', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 160 }), fc.integer({ min: 1, max: 9 }), fc.nat(), (d, r, seed) => {
      const a = covariance(d, seed);
      const x = noise(r * d, seed + 5);
      const solved = solveCholesky(cholesky(a, d), d, matmul(x, a, r, d, d));
      expect(worst(solved, x)).toBeLessThan(1e-9);
    }), { numRuns: 25 });
  });

  it('inverts', () => {
    const d = 60;
    const a = covariance(d, 9);
    const identity = withRidge(new Float64Array(d * d), d, 1);
    expect(worst(matmul(inverseFromCholesky(cholesky(a, d), d), a, d, d, d), identity)).toBeLessThan(1e-10);
  });

  it.each([
    ['an indefinite matrix', Float64Array.of(1, 2, 2, 1)],
    ['a singular matrix', Float64Array.of(1, 1, 1, 1)],
    ['NaN', Float64Array.of(1, 0, NaN, 1)],
    ['infinity', Float64Array.of(1, 0, 0, Infinity)],
  ])('refuses %s', (_, matrix) => {
    expect(() => cholesky(matrix, 2)).toThrow(expect.objectContaining({ code: 'not-positive-definite' }));
  });
});

describe('symmetric helpers', () => {
  it('addGram adds X Xᵀ', () => {
    const x = noise(5 * 11, 4);
    const gram = withRidge(new Float64Array(25), 5, 2);
    addGram(gram, x, 5, 11);
    expect(worst(gram, withRidge(matmulTransposed(x, x, 5, 5, 11), 5, 2))).toBeLessThan(1e-13);
  });

  it('addOuter, meanDiagonal and symmetrize', () => {
    const m = new Float64Array(4);
    addOuter(m, Float64Array.of(1, 2), Float64Array.of(3, 4), 2);
    expect([...m]).toEqual([6, 8, 12, 16]);
    expect(meanDiagonal(m, 2)).toBe(11);
    expect([...symmetrize(m, 2)]).toEqual([6, 10, 10, 16]);
    expect(meanDiagonal(new Float64Array(0), 0)).toBe(0);
  });
});

describe('axisNorms', () => {
  it('sums over everything but the axis', () => {
    const data = Float32Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? i : -i));
    const expected = [0, 0, 0];
    data.forEach((v, i) => { const at = Math.floor(i / 4) % 3; expected[at] = (expected[at] ?? 0) + Math.abs(v); });
    expect([...axisNorms(data, [2, 3, 4], 1, 'l1')]).toEqual(expected);
    const squares = axisNorms(data, [2, 3, 4], 1, 'square');
    expect([...axisNorms(data, [2, 3, 4], 1, 'l2')]).toEqual([...squares].map(Math.sqrt));
  });
});
