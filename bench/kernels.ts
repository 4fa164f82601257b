/**
 * How fast the linear algebra is, against onnxruntime's float64 product of the same run.
 *
 *   npx esbuild bench/kernels.ts --bundle --platform=node --format=esm --packages=external --outfile=node_modules/.cache/bench-kernels.mjs && node node_modules/.cache/bench-kernels.mjs
 *
 * Targets: Cholesky of 2,048 under 1 s with products outside; of 4,608 in seconds, not minutes.
 */
import { withProducts } from '../src/calibrate/products.js';
import { cholesky, choleskyOutside, solveCholesky } from '../src/kernels/cholesky.js';
import { matmulTransposed } from '../src/kernels/matmul.js';
import type { Multiply } from '../src/kernels/matmul.js';
import { seededRandom } from '../src/kernels/random.js';
import { withRidge } from '../src/kernels/symmetric.js';
import { createRuntime } from '../src/runtime/runtime.js';

const ROUNDS = 3;

function noise(length: number): Float64Array {
  const next = seededRandom('bench');
  return Float64Array.from({ length }, () => next() - 0.5);
}

/** Best of a few rounds, in seconds. */
async function seconds(work: () => unknown): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

async function covariance(d: number, multiply: Multiply): Promise<Float64Array> {
  const x = noise(d * d);
  return withRidge(await multiply(x, x, d, d, d), d, 1);
}

async function bench(multiply: Multiply): Promise<void> {
  const n = 1024;
  const [a, b] = [noise(n * n), noise(n * n)];
  const reference = (2 * n ** 3) / (await seconds(() => multiply(a, b, n, n, n))) / 1e9;
  const line = (name: string, time: number, flops: number): void => {
    const speed = flops / time / 1e9;
    console.log(`${name.padEnd(42)} ${time.toFixed(3).padStart(8)} s ${speed.toFixed(1).padStart(7)} GFLOP/s ${(100 * speed / reference).toFixed(0).padStart(5)} %`);
  };
  line('product 1,024, onnxruntime (the measure)', (2 * n ** 3) / reference / 1e9, 2 * n ** 3);
  line('product 1,024, JavaScript', await seconds(() => matmulTransposed(a, b, n, n, n)), 2 * n ** 3);
  for (const d of [512, 2048]) {
    const matrix = await covariance(d, multiply);
    line(`Cholesky ${d}, JavaScript`, await seconds(() => cholesky(matrix, d)), d ** 3 / 3);
    line(`Cholesky ${d}, products outside`, await seconds(() => choleskyOutside(matrix, d, multiply)), d ** 3 / 3);
    const factor = cholesky(matrix, d);
    const rows = d / 2;
    const rhs = noise(rows * d);
    line(`solve ${d} for ${rows} right-hand sides`, await seconds(() => solveCholesky(factor, d, rhs)), 2 * rows * d ** 2);
  }
  const large = await covariance(4608, multiply);
  line('Cholesky 4608, products outside', await seconds(() => choleskyOutside(large, 4608, multiply)), 4608 ** 3 / 3);
}

await withProducts(await createRuntime({ device: 'cpu' }), bench);
