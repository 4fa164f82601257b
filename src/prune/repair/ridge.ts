/** Ridge regression on second moments, its lambda chosen on samples that the fit has not seen. */
import { cholesky, choleskyOutside, solveCholesky } from '../../kernels/cholesky.js';
import type { Multiply } from '../../kernels/matmul.js';
import { matmulTransposed, transpose } from '../../kernels/matmul.js';
import { meanDiagonal, withRidge } from '../../kernels/symmetric.js';
import { solveOnSupport } from './support.js';
import type { Shortfall } from './walk.js';

export interface Solution {
  /** [e x d] */
  readonly delta: Float64Array;
  /** [e] */
  readonly constant: Float64Array;
  readonly ridge: number;
  /** What it takes off the squared error on the judging rows, per row, summed over outputs. */
  readonly gain: number;
}

/** Shares of the mean of the inputs' variances. */
export const SEQUENTIAL_RIDGES: readonly number[] = [1e-1, 1e-2, 1e-3, 1e-4];
/** Tried as well where rows are few per unknown: there a fit that moves all the way follows the noise. */
const LARGE_RIDGES: readonly number[] = [10, 1];
const FEW_ROWS_PER_INPUT = 8;
/** Unknowns from which on products pay inside onnxruntime. */
const OUTSIDE_FROM = 500;

/**
 * The fit that takes most off the squared error on `judge`; a string where none takes anything off.
 *
 * @param support [e x d], 1 where the weights may change; absent: everywhere
 * @param ridges to choose from, as shares of the mean of the inputs' variances; absent: what rows of this number are worth
 */
export async function bestRidge(fit: Shortfall, judge: Shortfall, multiply: Multiply, support?: Uint8Array, ridges = usualRidges(fit)): Promise<Solution | string> {
  const mean = meanDiagonal(fit.covariance, fit.meanU.length);
  if (!(mean > 0)) return CONSTANT;
  let best: Solution | undefined;
  for (const ridge of ridges) {
    const solution = await solve(fit, ridge, mean, multiply, support);
    const gain = await gainOn(judge, solution.delta, solution.constant, multiply);
    if (gain > 0 && (best === undefined || gain > best.gain)) best = { ...solution, ridge, gain };
  }
  return best ?? 'no fit lowers its error on the second split';
}

function usualRidges({ rows, meanU }: Shortfall): readonly number[] {
  return rows < FEW_ROWS_PER_INPUT * meanU.length ? [...LARGE_RIDGES, ...SEQUENTIAL_RIDGES] : SEQUENTIAL_RIDGES;
}

/** The fit with a lambda that was chosen before. */
export async function ridgeAt(fit: Shortfall, ridge: number, multiply: Multiply, support?: Uint8Array): Promise<Pick<Solution, 'delta' | 'constant'> | string> {
  const mean = meanDiagonal(fit.covariance, fit.meanU.length);
  return mean > 0 ? solve(fit, ridge, mean, multiply, support) : CONSTANT;
}

const CONSTANT = 'its inputs are constant';

async function solve(fit: Shortfall, ridge: number, mean: number, multiply: Multiply, support: Uint8Array | undefined): Promise<Pick<Solution, 'delta' | 'constant'>> {
  const [d, outputs] = [fit.meanU.length, fit.meanR.length];
  const wanted = transpose(fit.cross, d, outputs);
  const system = withRidge(fit.covariance, d, ridge * mean);
  const delta = support === undefined ? await solveDense(system, d, wanted, multiply) : await solveOnSupport(system, wanted, support, outputs, d, multiply);
  return { delta, constant: constantOf(fit, delta) };
}

async function solveDense(system: Float64Array, d: number, wanted: Float64Array, multiply: Multiply): Promise<Float64Array> {
  return solveCholesky(d >= OUTSIDE_FROM ? await choleskyOutside(system, d, multiply) : cholesky(system, d), d, wanted);
}

/** What a change leaves of the means, for the bias: [e]. */
export function constantOf({ meanU, meanR }: Pick<Shortfall, 'meanU' | 'meanR'>, delta: Float64Array): Float64Array {
  const d = meanU.length;
  return meanR.map((wanted, output) => {
    let predicted = 0;
    for (let i = 0; i < d; i++) predicted += (delta[output * d + i] as number) * (meanU[i] as number);
    return wanted - predicted;
  });
}

/** Squared error of changing nothing less that of the solution, per row, summed over outputs. */
async function gainOn({ meanU, covariance, meanR, cross }: Shortfall, delta: Float64Array, constant: Float64Array, multiply: Multiply): Promise<number> {
  const [d, e] = [meanU.length, meanR.length];
  // The covariance is symmetric, so that its rows are its columns.
  const spread = d >= OUTSIDE_FROM ? await multiply(delta, covariance, e, d, d) : matmulTransposed(delta, covariance, e, d, d);
  let gain = 0;
  for (let output = 0; output < e; output++) {
    let offset = (meanR[output] as number) - (constant[output] as number);
    for (let i = 0; i < d; i++) {
      const at = output * d + i;
      gain += (delta[at] as number) * (2 * (cross[i * e + output] as number) - (spread[at] as number));
      offset -= (delta[at] as number) * (meanU[i] as number);
    }
    gain += (meanR[output] as number) ** 2 - offset ** 2;
  }
  return gain;
}
