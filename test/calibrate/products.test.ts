import { afterAll, expect, it } from 'vitest';
import { withProducts } from '../../src/calibrate/products.js';
import { cholesky, choleskyOutside } from '../../src/kernels/cholesky.js';
import { matmulTransposed } from '../../src/kernels/matmul.js';
import { withRidge } from '../../src/kernels/symmetric.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { noise } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const worst = (a: Float64Array, b: Float64Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);

it('products inside onnxruntime are float64 products, and so is the Cholesky factor made with them', async () => {
  const d = 400;
  const x = Float64Array.from(noise(d * d, 3));
  const square = matmulTransposed(x, x, d, d, d);
  await withProducts(runtime, async (multiply) => {
    expect(worst(await multiply(x, x, d, d, d), square)).toBeLessThan(1e-10);
    const matrix = withRidge(square, d, 1);
    expect(worst(await choleskyOutside(matrix, d, multiply), cholesky(matrix, d))).toBeLessThan(1e-9);
  });
});
