/** Dense products of row-major float64 matrices. Large ones belong inside onnxruntime (see `Multiply`). */
import { UserError } from '../errors.js';
import { addProduct } from './product.js';

/**
 * A[m x k] Bᵀ, with B [n x k], computed elsewhere: onnxruntime multiplies 10 to 20 times faster than JavaScript.
 * Results must be float64 accurate.
 */
export type Multiply = (a: Float64Array, b: Float64Array, m: number, n: number, k: number) => Promise<Float64Array>;

/** A[m x k] B[k x n]. */
export function matmul(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  checkSize(b, k * n, 'B');
  return matmulTransposed(a, transpose(b, k, n), m, n, k);
}

/** A[m x k] Bᵀ, with B [n x k]: the fast form, since both are read along rows. */
export function matmulTransposed(a: Float64Array, b: Float64Array, m: number, n: number, k: number): Float64Array {
  checkSize(a, m * k, 'A');
  checkSize(b, n * k, 'B');
  const out = new Float64Array(m * n);
  addProduct(
    { data: out, offset: 0, stride: n }, { data: a, offset: 0, stride: k }, { data: b, offset: 0, stride: k }, m, n, k, 1,
  );
  return out;
}

/** A[m x n] times a vector of n. */
export function multiplyVector(a: Float64Array, x: Float64Array, m: number, n: number): Float64Array {
  checkSize(a, m * n, 'A');
  checkSize(x, n, 'x');
  const out = new Float64Array(m);
  for (let i = 0; i < m; i += 1) {
    let sum = 0;
    for (let j = 0; j < n; j += 1) sum += (a[i * n + j] as number) * (x[j] as number);
    out[i] = sum;
  }
  return out;
}

/** Side of the square tiles in which a transpose walks: 32 x 32 doubles, read and written, fit the first-level cache. */
const TILE = 32;

/** The transpose of a row-major [rows x columns] matrix. */
export function transpose(matrix: Float64Array, rows: number, columns: number): Float64Array {
  checkSize(matrix, rows * columns, 'matrix');
  const out = new Float64Array(matrix.length);
  for (let top = 0; top < rows; top += TILE) {
    for (let left = 0; left < columns; left += TILE) {
      const bottom = Math.min(top + TILE, rows);
      const right = Math.min(left + TILE, columns);
      for (let i = top; i < bottom; i += 1) {
        for (let j = left; j < right; j += 1) out[j * rows + i] = matrix[i * columns + j] as number;
      }
    }
  }
  return out;
}

function checkSize(matrix: Float64Array, expected: number, name: string): void {
  if (matrix.length !== expected) {
    throw new UserError({ code: 'bad-matrix', message: `${name} has ${matrix.length} elements, its sizes say ${expected}.` });
  }
}
