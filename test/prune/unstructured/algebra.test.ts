/** The algebra of masks and fits against answers worked out another way. */
import { describe, expect, it } from 'vitest';
import { cholesky, inverseFromCholesky } from '../../../src/kernels/cholesky.js';
import { matmul, matmulTransposed, transpose } from '../../../src/kernels/matmul.js';
import type { Multiply } from '../../../src/kernels/matmul.js';
import { gaussian, seededRandom } from '../../../src/kernels/random.js';
import { decodeMask, encodeMask } from '../../../src/prune/unstructured/masks.js';
import { lampScores, outputVariance, surgeonScores, wandaScores } from '../../../src/prune/unstructured/scores.js';
import { spreadZeros } from '../../../src/prune/unstructured/spread.js';
import { cheapest } from '../../../src/prune/unstructured/structure.js';
import { solveOnSupport } from '../../../src/prune/repair/support.js';
import { inverseFactor, sweep } from '../../../src/prune/unstructured/sweep.js';
import { removalOf, removeCheapest } from '../../../src/prune/unstructured/surgeon.js';

const here: Multiply = (a, b, m, n, k) => Promise.resolve(matmulTransposed(a, b, m, n, k));
const normal = (seed: string, length: number): Float64Array => {
  const draw = gaussian(seededRandom(seed));
  return Float64Array.from({ length }, () => draw());
};
/** A well-conditioned covariance of correlated inputs. */
function covarianceOf(seed: string, d: number): Float64Array {
  const x = normal(seed, d * 3 * d);
  const c = matmulTransposed(x, x, d, d, 3 * d).map((value) => value / (3 * d));
  for (let i = 0; i < d; i++) c[i * d + i] = (c[i * d + i] as number) + 0.05;
  return c;
}
const problemOf = (seed: string, outputs: number, inputs: number) => ({ weights: normal(`${seed}:w`, outputs * inputs), outputs, inputs, covariance: covarianceOf(seed, inputs) });
const zerosOf = (mask: Uint8Array): number => mask.reduce((sum, stays) => sum + 1 - stays, 0);
/** Least squares on a support by the inverse of each row's own matrix. */
function bruteForce(a: Float64Array, rhs: Float64Array, mask: Uint8Array, outputs: number, d: number): Float64Array {
  const x = new Float64Array(outputs * d);
  for (let o = 0; o < outputs; o++) {
    const s = Array.from({ length: d }, (_, i) => i).filter((i) => mask[o * d + i] === 1);
    if (s.length === 0) continue;
    const inner = Float64Array.from(s.flatMap((i) => s.map((k) => a[i * d + k] as number)));
    const solved = matmul(inverseFromCholesky(cholesky(inner, s.length), s.length), Float64Array.from(s, (i) => rhs[o * d + i] as number), s.length, s.length, 1);
    s.forEach((i, k) => { x[o * d + i] = solved[k] as number; });
  }
  return x;
}
const close = (a: Float64Array, b: Float64Array): number => Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));

describe('structure', () => {
  const part = { scores: normal('scores', 6 * 8).map(Math.abs), rows: 6, columns: 8 };

  it('free: exactly the cheapest', () => {
    const mask = cheapest(part, { kind: 'free' }, 17);
    const gone = [...part.scores].filter((_, i) => mask[i] === 0);
    expect(gone).toEqual([...part.scores].sort((a, b) => a - b).slice(0, 17).sort((a, b) => part.scores.indexOf(a) - part.scores.indexOf(b)));
  });

  it('row: as many in each, exact over all', () => {
    const mask = cheapest(part, { kind: 'row' }, 20);
    const perRow = Array.from({ length: 6 }, (_, row) => zerosOf(mask.subarray(row * 8, row * 8 + 8)));
    expect(perRow.reduce((a, b) => a + b)).toBe(20);
    expect(Math.max(...perRow) - Math.min(...perRow)).toBeLessThanOrEqual(1);
  });

  it.each([[2, 4], [1, 4], [4, 8], [1, 2]])('pattern %i:%i: no group has more, and none fewer', (n, m) => {
    const mask = cheapest(part, { kind: 'pattern', n, m }, 0);
    for (let at = 0; at < 48; at += m) expect(m - zerosOf(mask.subarray(at, at + m))).toBe(n);
  });

  it('block: whole tiles, those at the edge too', () => {
    const mask = cheapest(part, { kind: 'block', rows: 4, columns: 3 }, 24);
    for (const [top, bottom] of [[0, 4], [4, 6]] as const) {
      for (const [left, right] of [[0, 3], [3, 6], [6, 8]] as const) {
        const cells = new Set<number>();
        for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) cells.add(mask[row * 8 + column] as number);
        expect(cells.size).toBe(1);
      }
    }
    expect(Math.abs(zerosOf(mask) - 24)).toBeLessThanOrEqual(6);
  });
});

describe('SparseGPT', () => {
  const problem = problemOf('gpt', 5, 24);

  it('has an upper factor of the inverse', async () => {
    const upper = await inverseFactor(problem.covariance, 24, here);
    const inverse = inverseFromCholesky(cholesky(problem.covariance, 24), 24);
    expect(close(matmul(transpose(upper, 24, 24), upper, 24, 24, 24), inverse)).toBeLessThan(1e-9);
    expect(upper.every((value, i) => i % 24 >= Math.floor(i / 24) || value === 0)).toBe(true);
  });

  it('makes up for the last column of a row by nothing, for the first by least squares of all others', async () => {
    const upper = await inverseFactor(problem.covariance, 24, here);
    const mask = new Uint8Array(5 * 24).fill(1);
    for (let row = 0; row < 5; row++) mask[row * 24] = 0;
    const { weights } = sweep(problem, upper, { mask });
    const gone = problem.weights.map((value, i) => (mask[i] === 1 ? 0 : value));
    const change = bruteForce(problem.covariance, matmul(gone, problem.covariance, 5, 24, 24), mask, 5, 24);
    expect(close(weights, problem.weights.map((value, i) => (mask[i] === 1 ? value + (change[i] as number) : 0)))).toBeLessThan(1e-9);
  });

  it.each([0.5, 0.8])('zeroes exactly the share %f, and the given mask gives the same weights', async (share) => {
    const upper = await inverseFactor(problem.covariance, 24, here);
    const chosen = sweep(problem, upper, { structure: { kind: 'free' }, zeros: share * 120 });
    expect(zerosOf(chosen.mask)).toBe(share * 120);
    expect(sweep(problem, upper, { mask: chosen.mask }).weights).toEqual(chosen.weights);
  });

  it('loses less output than zeroing alone', async () => {
    const upper = await inverseFactor(problem.covariance, 24, here);
    const { mask, weights } = sweep(problem, upper, { structure: { kind: 'pattern', n: 2, m: 4 }, zeros: 0 });
    const error = (found: Float64Array) => outputVariance(problem.weights.map((value, i) => value - (found[i] as number)), problem.covariance, 24);
    expect(error(weights)).toBeLessThan(0.9 * error(problem.weights.map((value, i) => value * (mask[i] as number))));
  });
});

describe('one weight at a time', () => {
  const problem = problemOf('obs', 3, 16);
  const error = (mask: Uint8Array, row: number) => {
    const gone = problem.weights.map((value, i) => (mask[i] === 1 ? 0 : value));
    const change = bruteForce(problem.covariance, matmul(gone, problem.covariance, 3, 16, 16), mask, 3, 16);
    const lost = problem.weights.map((value, i) => (mask[i] === 1 ? -(change[i] as number) : value));
    return outputVariance(lost.slice(row * 16, (row + 1) * 16), problem.covariance, 16);
  };

  it('the costs of the steps add up to the least-squares error', () => {
    const removal = removalOf(problem, { kind: 'free' });
    for (const steps of [1, 5, 12, 16]) {
      const mask = new Uint8Array(48).fill(1);
      for (let step = 0; step < steps; step++) mask[16 + (removal.order[16 + step] as number)] = 0;
      const cost = removal.cost.slice(16, 16 + steps).reduce((a, b) => a + b, 0);
      expect(cost / error(mask, 1)).toBeCloseTo(1, 8);
    }
  });

  it('takes the cheapest single weight first, as its score says', async () => {
    const removal = removalOf(problem, { kind: 'free' });
    const scores = surgeonScores(problem.weights, await inverseFactor(problem.covariance, 16, here), 16);
    for (let row = 0; row < 3; row++) {
      const own = scores.slice(row * 16, (row + 1) * 16);
      expect(removal.order[row * 16]).toBe(own.indexOf(Math.min(...own)));
      expect(removal.cost[row * 16]).toBeCloseTo(Math.min(...own), 10);
    }
  });

  it('keeps patterns, shares of rows and totals', () => {
    const pattern = { kind: 'pattern', n: 1, m: 4 } as const;
    const mask = removeCheapest(removalOf(problem, pattern), pattern, 0);
    for (let at = 0; at < 48; at += 4) expect(zerosOf(mask.subarray(at, at + 4))).toBe(3);
    const removal = removalOf(problem, { kind: 'free' });
    expect(zerosOf(removeCheapest(removal, { kind: 'free' }, 31))).toBe(31);
    const rows = removeCheapest(removal, { kind: 'row' }, 30);
    for (let row = 0; row < 3; row++) expect(zerosOf(rows.subarray(row * 16, row * 16 + 16))).toBe(10);
  });
});

describe('least squares on a support', () => {
  const [outputs, d] = [4, 30];
  const a = covarianceOf('support', d);
  const rhs = normal('rhs', outputs * d);
  const mask = Uint8Array.from(normal('mask', outputs * d), (value, i) => (i < d ? 0 : value > 0 ? 1 : 0));

  it('is exact, an empty row included', async () => {
    const found = await solveOnSupport(a, rhs, mask, outputs, d, here);
    expect(close(found, bruteForce(a, rhs, mask, outputs, d))).toBeLessThan(1e-10);
    expect(found.subarray(0, d).every((value) => value === 0)).toBe(true);
  });

  it('is as exact by conjugate gradients', async () => {
    const found = await solveOnSupport(a, rhs, mask, outputs, d, here, 0);
    expect(close(found, bruteForce(a, rhs, mask, outputs, d))).toBeLessThan(1e-5);
  });
});

describe('scores', () => {
  it('lamp: the largest of a layer scores 1, and the order is that of magnitudes', () => {
    const scores = lampScores(Float32Array.of(3, -1, 0, 2));
    expect([...scores]).toEqual([1, 1 / 14, 0, 4 / 13]);
  });

  it('wanda: weight times root mean square of its input', () => {
    const moments = { rows: 10, mean: Float64Array.of(3, 0), covariance: Float64Array.of(16, 0, 0, 4) };
    expect([...wandaScores(Float64Array.of(1, -2, -0.5, 1), moments)]).toEqual([5, 4, 2.5, 2]);
  });
});

describe('spreading zeros', () => {
  const curve = (elements: number, ...losses: readonly number[]) => ({ elements, points: losses.map((loss, i) => ({ share: i / (losses.length - 1), loss })) });

  it('adds up, and gives more to the layer that minds less', () => {
    const counts = spreadZeros([curve(1000, 0, 0.01, 0.5), curve(1000, 0, 0.1, 5)], 900);
    expect(counts.reduce((a, b) => a + b)).toBe(900);
    expect(counts[0]).toBeGreaterThan(counts[1] as number);
  });

  it('is even where all are alike', () => {
    const [a = 0, b = 0] = spreadZeros([curve(500, 0, 0.1, 1), curve(500, 0, 0.1, 1)], 500);
    expect(Math.abs(a - b)).toBeLessThanOrEqual(50);
  });

  it('weighs loss against size', () => {
    const counts = spreadZeros([curve(100, 0, 0.1, 1), curve(10_000, 0, 0.1, 1)], 5000);
    expect((counts[0] as number) / 100).toBeLessThan((counts[1] as number) / 10_000);
  });
});

describe('masks of a plan', () => {
  it.each([1, 7, 8, 9, 1000])('of %i elements come back', (elements) => {
    const mask = Uint8Array.from(normal(`mask${String(elements)}`, elements), (value) => (value > 0 ? 1 : 0));
    expect(decodeMask(encodeMask(mask), elements, 'w')).toEqual(mask);
  });

  it('of another size are refused', () => {
    expect(() => decodeMask(encodeMask(new Uint8Array(16)), 17, 'w')).toThrow(expect.objectContaining({ code: 'plan-mismatch' }));
  });
});
