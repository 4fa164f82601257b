/** Ridge regression whose lambda is chosen on other samples. */
import { describe, expect, it } from 'vitest';
import { matmulTransposed } from '../../../src/kernels/matmul.js';
import type { Multiply } from '../../../src/kernels/matmul.js';
import { bestRidge, SEQUENTIAL_RIDGES } from '../../../src/prune/repair/ridge.js';
import type { Shortfall } from '../../../src/prune/repair/walk.js';
import { noise } from '../../calibrate/bench-model.js';

const [D, E] = [6, 2];
const multiply: Multiply = (a, b, m, n, k) => Promise.resolve(matmulTransposed(a, b, m, n, k));
const TRUE = Float64Array.from(noise(E * D, 9));
const OFFSET = [3, -5];

/** Moments of rows whose shortfall is TRUE u + OFFSET, but for noise. */
function momentsOf(rows: number, seed: number, noisy: number, sign = 1): Shortfall {
  const u = Float64Array.from(noise(rows * D, seed), (value, i) => value + (i % D));
  const odd = noise(rows * E, seed + 1);
  const r = Float64Array.from({ length: rows * E }, (_, at) => {
    const [row, output] = [Math.floor(at / E), at % E];
    let sum = OFFSET[output] as number;
    for (let i = 0; i < D; i++) sum += sign * (TRUE[output * D + i] as number) * (u[row * D + i] as number);
    return sum + noisy * (odd[at] as number);
  });
  const mean = (values: Float64Array, width: number): Float64Array => Float64Array.from({ length: width }, (_, i) => sumOver(rows, (row) => values[row * width + i] as number) / rows);
  const [meanU, meanR] = [mean(u, D), mean(r, E)];
  const product = (a: number, values: Float64Array, means: Float64Array, width: number, b: number): number =>
    sumOver(rows, (row) => ((u[row * D + a] as number) - (meanU[a] as number)) * ((values[row * width + b] as number) - (means[b] as number))) / rows;
  return {
    rows, meanU, meanR,
    covariance: Float64Array.from({ length: D * D }, (_, at) => product(Math.floor(at / D), u, meanU, D, at % D)),
    cross: Float64Array.from({ length: D * E }, (_, at) => product(Math.floor(at / E), r, meanR, E, at % E)),
    energy: sumOver(rows, (row) => sumOver(E, (output) => (r[row * E + output] as number) ** 2)) / rows,
  };
}

function sumOver(rows: number, value: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += value(row);
  return sum;
}

describe('bestRidge', () => {
  it('finds weights and constant from plenty of clean rows, with the least ridge', async () => {
    const found = await bestRidge(momentsOf(500, 1, 0), momentsOf(200, 2, 0), multiply);
    if (typeof found === 'string') throw new Error(found);
    expect(found.ridge).toBe(Math.min(...SEQUENTIAL_RIDGES));
    found.delta.forEach((value, i) => { expect(value).toBeCloseTo(TRUE[i] as number, 2); });
    found.constant.forEach((value, i) => { expect(value).toBeCloseTo(OFFSET[i] as number, 1); });
  });

  it('holds back where the rows that fit are few and noisy', async () => {
    const found = await bestRidge(momentsOf(8, 3, 4), momentsOf(500, 4, 0), multiply);
    if (typeof found === 'string') throw new Error(found);
    expect(found.ridge).toBeGreaterThan(Math.min(...SEQUENTIAL_RIDGES));
  });

  it('with ridges beyond the usual ones where rows are few per unknown, and only there', async () => {
    const ridges = async (rows: number): Promise<number[]> => {
      const found = await Promise.all(Array.from({ length: 10 }, (_, seed) => bestRidge(momentsOf(rows, 10 + 2 * seed, 12), momentsOf(500, 4, 0), multiply)));
      return found.flatMap((each) => (typeof each === 'string' ? [] : [each.ridge]));
    };
    const usual = Math.max(...SEQUENTIAL_RIDGES);
    expect(Math.max(...await ridges(10))).toBeGreaterThan(usual);
    expect(Math.max(...await ridges(8 * D))).toBeLessThanOrEqual(usual);
  });

  it('finds the least squares of a support, and changes nothing outside it', async () => {
    const support = Uint8Array.from(TRUE, (_, i) => Number(i % 3 !== 1));
    const [fit, judge] = [momentsOf(500, 1, 0), momentsOf(200, 2, 0)];
    const found = await bestRidge(fit, judge, multiply, support);
    if (typeof found === 'string') throw new Error(found);
    found.delta.forEach((value, i) => { if (support[i] === 0) expect(value).toBe(0); });
    // The normal equations hold in every input that may be used.
    const penalty = found.ridge * sumOver(D, (i) => (fit.covariance[i * D + i] as number) / D);
    for (let output = 0; output < E; output++) {
      for (let i = 0; i < D; i++) {
        if (support[output * D + i] === 0) continue;
        const left = penalty * (found.delta[output * D + i] as number) + sumOver(D, (k) => (fit.covariance[i * D + k] as number) * (found.delta[output * D + k] as number));
        expect(left).toBeCloseTo(fit.cross[i * E + output] as number, 9);
      }
    }
    const free = await bestRidge(fit, judge, multiply);
    expect(typeof free === 'string' ? 0 : free.gain).toBeGreaterThan(found.gain);
  });

  it('changes nothing where no fit helps on the samples that judge, or the inputs say nothing', async () => {
    const contrary = momentsOf(300, 6, 0, -1);
    const judge = { ...contrary, meanR: contrary.meanR.map((value) => -value) };
    expect(await bestRidge(momentsOf(300, 5, 0), judge, multiply)).toMatch(/no fit lowers its error/);
    const silent = momentsOf(50, 7, 0);
    expect(await bestRidge({ ...silent, covariance: new Float64Array(D * D) }, silent, multiply)).toMatch(/constant/);
  });
});
