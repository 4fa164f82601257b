/** Optimal Brain Surgeon against the least-squares problem that it solves. */
import { describe, expect, it } from 'vitest';
import { cholesky, solveCholesky } from '../../src/kernels/cholesky.js';
import { gatherMatrix } from '../../src/kernels/gather.js';
import { matmul, transpose } from '../../src/kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../src/kernels/symmetric.js';
import { Elimination } from '../../src/prune/elimination.js';
import { noise } from '../calibrate/bench-model.js';

const D = 12;
const ROWS = 5;
const mix = Float64Array.from(noise(D * D, 3));
/** A covariance with correlations, and weights. */
const covariance = matmul(mix, transpose(mix, D, D), D, D, D);
const weights = Float64Array.from(noise(ROWS * D, 5));
const variance = Float64Array.from({ length: D }, (_, i) => covariance[i * D + i] as number);
/** Units of two inputs that do not lie side by side, and two inputs of no unit. */
const units = [[0, 5], [1, 6], [2, 7], [3, 8], [4, 9]];

const ridged = withRidge(covariance, D, 1e-3 * meanDiagonal(covariance, D));

/** min over W' with zeros at `gone` of tr((W' - W) C (W' - W)^T): W'_S = W_S + W_P C_PS C_SS^-1. */
function refit(gone: readonly number[]): { weights: Float64Array; error: number } {
  const kept = Array.from({ length: D }, (_, i) => i).filter((i) => !gone.includes(i));
  const rows = Array.from({ length: ROWS }, (_, i) => i);
  const factor = cholesky(gatherMatrix(ridged, D, kept, kept), kept.length);
  const predicted = solveCholesky(factor, kept.length, gatherMatrix(ridged, D, gone, kept));
  const moved = matmul(gatherMatrix(weights, D, rows, gone), predicted, ROWS, gone.length, kept.length);
  const out = new Float64Array(ROWS * D);
  rows.forEach((row) => { kept.forEach((input, i) => { out[row * D + input] = (weights[row * D + input] as number) + (moved[row * kept.length + i] as number); }); });
  const change = out.map((value, i) => value - (weights[i] as number));
  const spread = matmul(change, ridged, ROWS, D, D);
  return { weights: out, error: change.reduce((sum, value, i) => sum + value * (spread[i] as number), 0) };
}

const variances = matmul(matmul(weights, covariance, ROWS, D, D), transpose(weights, ROWS, D), ROWS, D, ROWS);
const total = Array.from({ length: ROWS }, (_, i) => variances[i * ROWS + i] as number).reduce((a, b) => a + b, 0);

describe('an elimination', () => {
  it('leaves the least-squares refit, and its errors add up to what that costs', () => {
    const elimination = new Elimination([{ weights, d: D, covariance, variance, units }]);
    let error = 0;
    for (const unit of [3, 0, 4]) {
      error += elimination.error(unit);
      elimination.remove(unit);
    }
    const expected = refit([3, 8, 0, 5, 4, 9]);
    elimination.weights()[0]?.forEach((value, i) => { expect(value).toBeCloseTo(expected.weights[i] as number, 8); });
    expect(error).toBeCloseTo(expected.error / total, 8);
  });

  it('takes the unit first whose loss the others make up for best', () => {
    const elimination = new Elimination([{ weights, d: D, covariance, variance, units }]);
    const errors = units.map((inputs) => refit(inputs).error / total);
    expect(elimination.leastHarmful().unit).toBe(errors.indexOf(Math.min(...errors)));
  });

  it('adds up the errors of several readers, and takes inputs as independent without a covariance', () => {
    const reader = { weights, d: D, covariance: undefined, variance, units };
    const own = (units[1] ?? []).reduce((sum, input) => sum + (variance[input] as number) * Array.from({ length: ROWS }, (_, row) => (weights[row * D + input] as number) ** 2).reduce((a, b) => a + b, 0), 0);
    const all = Array.from(weights, (value, i) => value ** 2 * (variance[i % D] as number)).reduce((a, b) => a + b, 0);
    expect(new Elimination([reader, reader]).error(1)).toBeCloseTo((2 * own) / all, 10);
  });
});
