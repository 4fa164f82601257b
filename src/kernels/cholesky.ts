/**
 * Cholesky factorisation and the solves that follow it, on row-major float64 matrices.
 *
 * Blocked, right-looking (Golub and Van Loan, section 4.2): factor a diagonal block, solve the panel below it,
 * subtract the panel's product with itself from what is left. The last step holds nearly all d³/3 multiply-adds; it
 * runs in `addProduct`, or outside through a `Multiply` for large d.
 */
import { UserError } from '../errors.js';
import type { Multiply } from './matmul.js';
import { addProduct, dot } from './product.js';

/** Columns of one panel in JavaScript: small enough that the unblocked part stays a few per cent. */
const PANEL = 48;
/** Columns of one panel when products run outside: wide enough to pay for the copies. */
const WIDE_PANEL = 256;

/**
 * Lower factor L of a symmetric positive definite matrix, A = L Lᵀ. Only the lower triangle of `matrix` is read.
 *
 * @param matrix [d x d]; not changed
 * @returns [d x d], zeros above the diagonal
 * @throws UserError `not-positive-definite`; more ridge is the usual cure
 */
export function cholesky(matrix: Float64Array, d: number): Float64Array {
  const l = lowerCopy(matrix, d);
  for (let k = 0; k < d; k += PANEL) {
    const width = Math.min(PANEL, d - k);
    factorPanel(l, d, k, width);
    subtractPanel(l, d, k, width, k + width);
  }
  return clearUpper(l, d);
}

/**
 * As `cholesky`, with the large products done by `multiply`. Worth it from a d of about 500. What lies below a diagonal block
 * is multiplied by the inverse of the block's factor, so that all but d * WIDE_PANEL² multiply-adds are products.
 */
export async function choleskyOutside(matrix: Float64Array, d: number, multiply: Multiply): Promise<Float64Array> {
  const l = lowerCopy(matrix, d);
  for (let k = 0; k < d; k += WIDE_PANEL) {
    const width = Math.min(WIDE_PANEL, d - k);
    const below = k + width;
    const block = factorBlock(l, d, k, width);
    if (below < d) await subtractOutside(l, d, below, await panelOutside(l, d, k, width, block, multiply), width, multiply);
  }
  return clearUpper(l, d);
}

/**
 * Factors rows k.. of columns k..k+width, whose earlier columns were already subtracted.
 *
 * @param at,of where l lies in the matrix of the error message
 */
function factorPanel(l: Float64Array, d: number, k: number, width: number, at = 0, of = d): void {
  for (let j = k; j < k + width; j += 1) {
    const row = j * d + k;
    const pivot = (l[row + j - k] as number) - dot(l, row, l, row, j - k);
    if (!(pivot > 0) || !Number.isFinite(pivot)) throw notPositiveDefinite(at + j, of);
    const root = Math.sqrt(pivot);
    l[row + j - k] = root;
    for (let i = j + 1; i < k + width; i += 1) {
      const at = i * d + k;
      l[at + j - k] = ((l[at + j - k] as number) - dot(l, at, l, row, j - k)) / root;
    }
  }
  solveRows(l, d, k + width, d, l, d, k, width);
}

/** Factors the diagonal block whose earlier columns were already subtracted, in place; its factor, [width x width]. */
function factorBlock(l: Float64Array, d: number, k: number, width: number): Float64Array {
  const block = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) block.set(l.subarray((k + i) * d + k, (k + i) * d + k + i + 1), i * width);
  for (let j = 0; j < width; j += PANEL) {
    const narrow = Math.min(PANEL, width - j);
    factorPanel(block, width, j, narrow, k, d);
    subtractPanel(block, width, j, narrow, j + narrow);
  }
  clearUpper(block, width);
  for (let i = 0; i < width; i += 1) l.set(block.subarray(i * width, i * width + i + 1), (k + i) * d + k);
  return block;
}

/** Solves what lies below the block, in place; the solved panel, [rows below x width]. */
async function panelOutside(l: Float64Array, d: number, k: number, width: number, block: Float64Array, multiply: Multiply): Promise<Float64Array> {
  const from = k + width;
  const columns = identity(width);
  // Row i is column i of the factor's inverse.
  solveForward(block, width, columns);
  const panel = await multiply(packPanel(l, d, k, width, from), transposeUpper(columns, width), d - from, width, width);
  for (let i = from; i < d; i += 1) l.set(panel.subarray((i - from) * width, (i - from + 1) * width), i * d + k);
  return panel;
}

/** x L11ᵀ = a for rows `from` to `to` of x, in place: columns k..k+width of the triangle `l`. */
function solveRows(
  x: Float64Array, stride: number, from: number, to: number, l: Float64Array, d: number, k: number, width: number,
): void {
  for (let i = from; i < to; i += 1) {
    const row = i * stride + k;
    for (let j = 0; j < width; j += 1) {
      const triangle = (k + j) * d + k;
      x[row + j] = ((x[row + j] as number) - dot(x, row, l, triangle, j)) / (l[triangle + j] as number);
    }
  }
}

/** Columns k..k+width of rows `from`.., copied together: strided rows of a power-of-two d would share cache sets. */
function packPanel(l: Float64Array, d: number, k: number, width: number, from: number): Float64Array {
  const panel = new Float64Array((d - from) * width);
  for (let i = from; i < d; i += 1) panel.set(l.subarray(i * d + k, i * d + k + width), (i - from) * width);
  return panel;
}

/** Rows of the trailing matrix subtracted at a time, so that little is computed above the diagonal. */
const STRIP = 96;

function subtractPanel(l: Float64Array, d: number, k: number, width: number, from: number): void {
  const panel = packPanel(l, d, k, width, from);
  for (let i = from; i < d; i += STRIP) {
    const rows = Math.min(STRIP, d - i);
    addProduct(
      { data: l, offset: i * d + from, stride: d },
      { data: panel, offset: (i - from) * width, stride: width },
      { data: panel, offset: 0, stride: width },
      rows, i + rows - from, width, -1,
    );
  }
}

/** Rows of the trailing matrix per outside product: bounds its output, halves the work above the diagonal. */
const OUTSIDE_STRIP = 1024;

/** @param panel [d - from x width] */
async function subtractOutside(l: Float64Array, d: number, from: number, panel: Float64Array, width: number, multiply: Multiply): Promise<void> {
  for (let i = from; i < d; i += OUTSIDE_STRIP) {
    const rows = Math.min(OUTSIDE_STRIP, d - i);
    const columns = i + rows - from;
    const strip = panel.subarray((i - from) * width, (i - from + rows) * width);
    const product = await multiply(strip, panel.subarray(0, columns * width), rows, columns, width);
    for (let row = 0; row < rows; row += 1) {
      const to = (i + row) * d + from;
      const at = row * columns;
      for (let j = 0; j < columns; j += 1) l[to + j] = (l[to + j] as number) - (product[at + j] as number);
    }
  }
}

/**
 * X with X A = R, where A = L Lᵀ: each row of R is one right-hand side (A is symmetric).
 *
 * @param l [d x d] from `cholesky`
 * @param rhs [r x d]; not changed
 * @returns [r x d]
 */
export function solveCholesky(l: Float64Array, d: number, rhs: Float64Array): Float64Array {
  const x = Float64Array.from(rhs);
  solveForward(l, d, x);
  solveBackward(transposeLower(l, d), d, x);
  return x;
}

/** Rows y with y Lᵀ = x (that is, L yᵀ = xᵀ), in place. */
export function solveForward(l: Float64Array, d: number, x: Float64Array): void {
  const rows = x.length / d;
  for (let k = 0; k < d; k += PANEL) {
    const width = Math.min(PANEL, d - k);
    addProduct(
      { data: x, offset: k, stride: d }, { data: x, offset: 0, stride: d }, { data: l, offset: k * d, stride: d },
      rows, width, k, -1,
    );
    solveRows(x, d, 0, rows, l, d, k, width);
  }
}

/** Rows y with y L = x, in place; `u` is Lᵀ, row-major. */
export function solveBackward(u: Float64Array, d: number, x: Float64Array): void {
  const rows = x.length / d;
  for (let end = d; end > 0; end -= PANEL) {
    const k = Math.max(0, end - PANEL);
    addProduct(
      { data: x, offset: k, stride: d }, { data: x, offset: end, stride: d }, { data: u, offset: k * d + end, stride: d },
      rows, end - k, d - end, -1,
    );
    for (let i = 0; i < rows; i += 1) {
      for (let j = end - 1; j >= k; j -= 1) {
        const at = i * d + j;
        const triangle = j * d + j;
        x[at] = ((x[at] as number) - dot(x, at + 1, u, triangle + 1, end - 1 - j)) / (u[triangle] as number);
      }
    }
  }
}

/** The inverse of A = L Lᵀ, [d x d], symmetric. */
export function inverseFromCholesky(l: Float64Array, d: number): Float64Array {
  return solveCholesky(l, d, identity(d));
}

function identity(d: number): Float64Array {
  const matrix = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1) matrix[i * d + i] = 1;
  return matrix;
}

function transposeUpper(u: Float64Array, d: number): Float64Array {
  const l = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1) for (let j = 0; j <= i; j += 1) l[i * d + j] = u[j * d + i] as number;
  return l;
}

/** Lᵀ. */
export function transposeLower(l: Float64Array, d: number): Float64Array {
  const u = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1) for (let j = 0; j <= i; j += 1) u[j * d + i] = l[i * d + j] as number;
  return u;
}

function lowerCopy(matrix: Float64Array, d: number): Float64Array {
  if (matrix.length !== d * d) {
    throw new UserError({ code: 'bad-matrix', message: `The matrix has ${matrix.length} elements, not ${d} x ${d}.` });
  }
  return Float64Array.from(matrix);
}

function clearUpper(l: Float64Array, d: number): Float64Array {
  for (let i = 0; i < d; i += 1) l.fill(0, i * d + i + 1, (i + 1) * d);
  return l;
}

function notPositiveDefinite(pivot: number, d: number): UserError {
  return new UserError({
    code: 'not-positive-definite',
    message: `Pivot ${pivot} of a ${d} x ${d} matrix is not positive: it is no covariance, or its ridge is too small.`,
  });
}
