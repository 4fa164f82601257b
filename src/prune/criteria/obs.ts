/**
 * Structured Optimal Brain Surgeon: how much output error is left when a unit goes *and the others make up for it*
 * (Hassibi and Stork 1993; per-layer form as in OBC, Frantar and Alistarh 2022). Greedy: the least harmful unit goes
 * first, then the remaining weights are updated and the next is chosen.
 *
 * With Sigma the covariance of a consumer's input and M = W^T W, removing channel p adds
 *     rho(p) = M_pp / (Sigma^-1)_pp
 * and leaves, with a = (Sigma^-1)_p,: / (Sigma^-1)_pp,
 *     M <- M - a M_p,: - M_:,p a^T + M_pp a a^T       Sigma^-1 <- Sigma^-1 - (Sigma^-1)_:,p a.
 * A unit of several channels is removed channel by channel; its error is the sum. Errors are relative to the variance of
 * each consumer's output and summed over the consumers, so units of different groups compare.
 */
import { cholesky, inverseFromCholesky } from '../../kernels/cholesky.js';
import { gatherMatrix } from '../../kernels/gather.js';
import { matmulTransposed } from '../../kernels/matmul.js';
import { withRidge, meanDiagonal } from '../../kernels/symmetric.js';
import type { Moments } from '../types.js';
import type { Criterion, CriterionContext } from './criterion.js';

/** Share of the mean input variance added to the diagonal: dead channels have none of their own. */
const RIDGE = 1e-3;
/** The elimination takes O(channels^3): up to here seconds. Wider inputs are scored as if their channels were independent. */
const MAX_CHANNELS = 2048;

/** Relative step that keeps equal errors in the order of removal. */
const TIE = 1e-12;

/** One consumer during the elimination; matrices are [channels x channels]. */
interface Reader {
  readonly channels: number;
  readonly products: Float64Array;
  /** Undefined: channels are taken as independent, with these variances. */
  readonly inverse: Float64Array | undefined;
  readonly variance: Float64Array;
  /** Variance of the consumer's output, summed over outputs. */
  readonly total: number;
  /** Channels of each unit. */
  readonly positions: readonly (readonly number[])[];
}

function score(context: CriterionContext): Float64Array | string {
  const readers = readersOf(context);
  if (readers.length === 0) return 'no weight reads it, so its effect cannot be measured';
  const units = context.group.units.length;
  const scores = new Float64Array(units);
  const open = new Set(Array.from({ length: units }, (_, unit) => unit));
  let floor = 0;
  for (let rank = 1; open.size > 0; rank++) {
    const { unit, error } = leastHarmful(readers, open);
    open.delete(unit);
    for (const reader of readers) for (const p of reader.positions[unit] ?? []) eliminate(reader, p);
    // Later removals never rank before earlier ones, also where rounding or compensation says so.
    floor = Math.max(floor, error);
    scores[unit] = floor * (1 + rank * TIE) + rank * Number.MIN_VALUE;
  }
  return scores;
}

function readersOf(context: CriterionContext): Reader[] {
  const { group } = context;
  return group.axes.flatMap((use, column) => {
    const moments = use.role === 'consumer' ? context.moments(use.value) : undefined;
    if (moments === undefined) return [];
    const { data, dims } = context.weights(use.tensor);
    const positions = group.units.map((unit) => unit.positions[column] ?? []);
    return [makeReader(data, dims, use.axis, moments, positions)];
  });
}

function makeReader(data: Float32Array, dims: readonly number[], axis: number, moments: Moments, positions: readonly (readonly number[])[]): Reader {
  const channels = dims[axis] as number;
  const products = gramOfInputs(data, dims, axis);
  const { covariance, variance } = moments;
  const ridge = covariance !== undefined && channels <= MAX_CHANNELS ? RIDGE * meanDiagonal(covariance, channels) : 0;
  const full = covariance !== undefined && ridge > 0;
  const inverse = full ? inverseFromCholesky(cholesky(withRidge(covariance, channels, ridge), channels), channels) : undefined;
  let total = 0;
  for (let p = 0; p < channels; p++) {
    if (full) for (let q = 0; q < channels; q++) total += (products[p * channels + q] as number) * (covariance[p * channels + q] as number);
    else total += (products[p * channels + p] as number) * (variance[p] as number);
  }
  return { channels, products, inverse, variance, total: total > 0 ? total : 1, positions };
}

/** W^T W over everything but the input axis, [inputs x inputs]. */
function gramOfInputs(data: Float32Array, dims: readonly number[], axis: number): Float64Array {
  const inputs = dims[axis] as number;
  const inner = dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const rows = data.length / inputs;
  const byInput = new Float64Array(data.length);
  for (let element = 0; element < data.length; element++) {
    const input = Math.floor(element / inner) % inputs;
    const row = Math.floor(element / (inner * inputs)) * inner + (element % inner);
    byInput[input * rows + row] = data[element] as number;
  }
  return matmulTransposed(byInput, byInput, inputs, inputs, rows);
}

function leastHarmful(readers: readonly Reader[], open: ReadonlySet<number>): { unit: number; error: number } {
  let best = { unit: -1, error: Infinity };
  for (const unit of open) {
    const error = readers.reduce((sum, reader) => sum + unitError(reader, reader.positions[unit] ?? []) / reader.total, 0);
    if (best.unit < 0 || error < best.error) best = { unit, error };
  }
  return best;
}

/** Channels of one unit cannot make up for each other: they go one after the other, in a copy of their part of the matrices. */
function unitError(reader: Reader, positions: readonly number[]): number {
  const { channels, products, inverse } = reader;
  if (positions.length < 2 || inverse === undefined) return positions.reduce((sum, p) => sum + errorOf(reader, p), 0);
  const part = {
    ...reader, channels: positions.length,
    products: gatherMatrix(products, channels, positions, positions), inverse: gatherMatrix(inverse, channels, positions, positions),
  };
  return positions.reduce((sum, _, p) => {
    const error = errorOf(part, p);
    eliminate(part, p);
    return sum + error;
  }, 0);
}

function errorOf({ channels, products, inverse, variance }: Reader, p: number): number {
  const own = products[p * channels + p] as number;
  if (inverse === undefined) return own * (variance[p] as number);
  const precision = inverse[p * channels + p] as number;
  return precision > 0 ? own / precision : 0;
}

function eliminate({ channels, products, inverse }: Reader, p: number): void {
  if (inverse === undefined) return;
  const row = p * channels;
  const precision = inverse[row + p] as number;
  if (!(precision > 0)) return;
  const a = inverse.slice(row, row + channels).map((value) => value / precision);
  const fromInverse = inverse.slice(row, row + channels);
  const fromProducts = products.slice(row, row + channels);
  const own = fromProducts[p] as number;
  for (let i = 0; i < channels; i++) {
    const factor = a[i] as number;
    const at = i * channels;
    const shift = own * factor - (fromProducts[i] as number);
    for (let j = 0; j < channels; j++) {
      products[at + j] = (products[at + j] as number) - factor * (fromProducts[j] as number) + shift * (a[j] as number);
      inverse[at + j] = (inverse[at + j] as number) - factor * (fromInverse[j] as number);
    }
  }
}

export const obs: Criterion = { name: 'obs', needs: 'covariance', comparable: true, score };
