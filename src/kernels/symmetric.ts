/** Symmetric [d x d] float64 matrices, row-major and full: sums of outer products, diagonals, ridges. */

/** G += X Xᵀ for X [d x n] (rows are channels), both triangles. */
export function addGram(gram: Float64Array, x: Float64Array, d: number, n: number): void {
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = 0;
      for (let p = 0; p < n; p += 1) sum += (x[i * n + p] as number) * (x[j * n + p] as number);
      gram[i * d + j] = (gram[i * d + j] as number) + sum;
      if (i !== j) gram[j * d + i] = (gram[j * d + i] as number) + sum;
    }
  }
}

/** M += factor * u vᵀ. */
export function addOuter(matrix: Float64Array, u: Float64Array, v: Float64Array, factor: number): void {
  const width = v.length;
  for (let i = 0; i < u.length; i += 1) {
    const scale = factor * (u[i] as number);
    for (let j = 0; j < width; j += 1) matrix[i * width + j] = (matrix[i * width + j] as number) + scale * (v[j] as number);
  }
}

export function diagonal(matrix: Float64Array, d: number): Float64Array {
  const out = new Float64Array(d);
  for (let i = 0; i < d; i += 1) out[i] = matrix[i * d + i] as number;
  return out;
}

/** Mean of the diagonal; 0 for an empty matrix. */
export function meanDiagonal(matrix: Float64Array, d: number): number {
  if (d === 0) return 0;
  return diagonal(matrix, d).reduce((sum, value) => sum + value, 0) / d;
}

/** A copy of M with `ridge` added to its diagonal. */
export function withRidge(matrix: Float64Array, d: number, ridge: number): Float64Array {
  const out = Float64Array.from(matrix);
  for (let i = 0; i < d; i += 1) out[i * d + i] = (out[i * d + i] as number) + ridge;
  return out;
}

/** M made exactly symmetric, in place: each pair becomes its mean. */
export function symmetrize(matrix: Float64Array, d: number): Float64Array {
  for (let i = 0; i < d; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const mean = ((matrix[i * d + j] as number) + (matrix[j * d + i] as number)) / 2;
      matrix[i * d + j] = mean;
      matrix[j * d + i] = mean;
    }
  }
  return matrix;
}

/** What lies above the diagonal copied below it, in place. */
export function mirrorUpper(matrix: Float64Array, d: number): Float64Array {
  for (let i = 1; i < d; i += 1) {
    for (let j = 0; j < i; j += 1) matrix[i * d + j] = matrix[j * d + i] as number;
  }
  return matrix;
}
