/** Slicing tensors and symmetric matrices by position. Typed arrays in, fresh typed arrays out. */
import { UserError } from '../errors.js';

/**
 * The slices of a row-major tensor at `positions` along `axis`, in the order given (repeats allowed).
 * Works on bytes, so that any element type of a whole number of bytes is sliced exactly.
 *
 * @param data the tensor's bytes: product(dims) * elementSize of them
 * @param elementSize bytes per element
 * @returns bytes of the same tensor with dims[axis] = positions.length
 * @throws UserError `bad-gather` where bytes and dims disagree, or an axis or a position lies outside
 */
export function gatherAxis(
  data: Uint8Array, dims: readonly number[], axis: number, positions: readonly number[], elementSize: number,
): Uint8Array {
  const size = dims[axis];
  if (size === undefined) throw badGather(`axis ${axis} of a tensor of rank ${dims.length}`);
  const total = dims.reduce((product, dim) => product * dim, elementSize);
  if (total !== data.byteLength) throw badGather(`${data.byteLength} bytes for [${dims.join(', ')}] x ${elementSize} bytes`);
  checkPositions(positions, size);
  const runBytes = dims.slice(axis + 1).reduce((product, dim) => product * dim, elementSize);
  const outer = dims.slice(0, axis).reduce((product, dim) => product * dim, 1);
  const out = new Uint8Array(outer * positions.length * runBytes);
  if (runBytes === 0) return out;
  const runs = consecutiveRuns(positions);
  let to = 0;
  for (let block = 0; block < outer; block += 1) {
    const from = block * size * runBytes;
    for (const run of runs) {
      const bytes = run.length * runBytes;
      copyBytes(data, from + run.start * runBytes, out, to, bytes);
      to += bytes;
    }
  }
  return out;
}

/** Submatrix M[rows, columns] of a row-major matrix with `width` columns: [rows.length x columns.length]. */
export function gatherMatrix(
  matrix: Float64Array, width: number, rows: ArrayLike<number>, columns: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(rows.length * columns.length);
  for (let i = 0; i < rows.length; i += 1) {
    const from = (rows[i] ?? 0) * width;
    const to = i * columns.length;
    for (let j = 0; j < columns.length; j += 1) out[to + j] = matrix[from + (columns[j] ?? 0)] ?? 0;
  }
  return out;
}

/** Elements of a vector at `positions`. */
export function gatherVector(vector: ArrayLike<number>, positions: ArrayLike<number>): Float64Array {
  const out = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i += 1) out[i] = vector[positions[i] ?? 0] ?? 0;
  return out;
}

interface Run { readonly start: number; length: number }

/** Neighbouring positions are copied in one go: most prunes keep long runs. */
function consecutiveRuns(positions: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const position of positions) {
    if (last !== undefined && position === last.start + last.length) last.length += 1;
    else runs.push(last = { start: position, length: 1 });
  }
  return runs;
}

/** Below this many bytes a plain loop beats the call into `set` (and its temporary view). */
const SMALL_COPY = 64;

function copyBytes(from: Uint8Array, fromAt: number, to: Uint8Array, toAt: number, bytes: number): void {
  if (bytes > SMALL_COPY) to.set(from.subarray(fromAt, fromAt + bytes), toAt);
  else for (let i = 0; i < bytes; i += 1) to[toAt + i] = from[fromAt + i] ?? 0;
}

function checkPositions(positions: readonly number[], size: number): void {
  for (const position of positions) {
    if (!Number.isInteger(position) || position < 0 || position >= size) {
      throw badGather(`position ${position} of an axis of size ${size}`);
    }
  }
}

function badGather(what: string): UserError {
  return new UserError({ code: 'bad-gather', message: `Cannot slice a tensor: ${what}.` });
}
