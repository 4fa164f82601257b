import { afterAll, expect, it } from 'vitest';
import { withProducts } from '../../src/calibrate/products.js';
import { cholesky, choleskyOutside } from '../../src/kernels/cholesky.js';
import { matmulTransposed } from '../../src/kernels/matmul.js';
import { withRidge } from '../../src/kernels/symmetric.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { noise } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

it('products inside onnxruntime are float64 products, and so is the Cholesky factor made with them', async () => {
  const d = 400;
  const x = Float64Array.from(noise(d * d, 3));
  const square = matmulTransposed(x, x, d, d, d);
  await withProducts(runtime, async (multiply) => {
    const outside = await multiply(x, x, d, d, d);
    expect(Math.max(...outside.map((value, i) => Math.abs(value - (square[i] ?? NaN))))).toBeLessThan(1e-10);
    const matrix = withRidge(square, d, 1);
    const expected = cholesky(matrix, d);
    const factor = await choleskyOutside(matrix, d, multiply);
    expect(Math.max(...factor.map((value, i) => Math.abs(value - (expected[i] ?? NaN))))).toBeLessThan(1e-9);
  });
});
