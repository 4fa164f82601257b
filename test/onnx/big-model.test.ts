import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceTensors } from '../../src/onnx/constants.js';
import { decodeModel, readModel } from '../../src/onnx/read.js';
import { storeWeights } from '../../src/onnx/store.js';
import { writeModel } from '../../src/onnx/write.js';
import { chain, ramp } from './models.js';

const WIDTH = 2560;
const DEPTH = 8;
const WEIGHT_BYTES = WIDTH * WIDTH * 4;

/** Milliseconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('a 200 MB model', () => {
  let folder = '';
  let path = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prune-gate-big-'));
    path = join(folder, 'big.onnx');
    // One weight's memory serves every layer: the file has them all.
    const weight = ramp('w', [WIDTH, WIDTH], 1);
    const small = chain(8, DEPTH);
    await writeModel(replaceTensors(small, new Map([...small.graph.initializers.keys()].map((name) => [name, weight]))), path);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is decoded without copying: tensors are views on one buffer', async () => {
    const { graph } = await readModel(path);
    const buffers = new Set([...graph.initializers.values()].map(({ data }) => (data.kind === 'raw' ? data.bytes.buffer : undefined)));
    expect((await stat(path)).size).toBeGreaterThan(DEPTH * WEIGHT_BYTES);
    expect([...buffers].map((buffer) => buffer?.byteLength)).toEqual([(await stat(path)).size]);
  });

  it('is decoded in less than 0.3 s, and written in at most 3 times what copying it takes', async () => {
    const bytes = new Uint8Array(await readFile(path));
    const model = await readModel(path);
    const stored = await storeWeights(model, folder);
    const times = { decode: Infinity, copy: Infinity, write: Infinity, writeStored: Infinity };
    const isSettled = (): boolean => times.decode < 300 && Math.max(times.write, times.writeStored) / times.copy < 3;
    // By turns, and the best of each: what else runs on the machine makes any single one slow, and three of one kind at times.
    for (let round = 0; round < 3 || (round < 12 && !isSettled()); round++) {
      times.decode = Math.min(times.decode, await timeOf(() => decodeModel(bytes)));
      times.copy = Math.min(times.copy, await timeOf(() => copyFile(path, join(folder, 'copy.onnx'))));
      times.write = Math.min(times.write, await timeOf(() => writeModel(model, join(folder, 'written.onnx'))));
      // As a run does: the weights lie in a file of their own meanwhile.
      times.writeStored = Math.min(times.writeStored, await timeOf(() => writeModel(stored, join(folder, 'written.onnx'), { external: 'inline' })));
    }
    expect(times.decode).toBeLessThan(300);
    expect(times.write / times.copy).toBeLessThan(3);
    expect(times.writeStored / times.copy).toBeLessThan(3);
  });

  it.skipIf(process.platform !== 'linux')('is loaded, cut by half and saved in less than twice its size (needs /proc)', async () => {
    const worker = join(folder, 'worker.mjs');
    const entry = fileURLToPath(new URL('./load-save.worker.ts', import.meta.url));
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: worker, logLevel: 'error' });
    const target = join(folder, 'again.onnx');
    const { stdout } = await promisify(execFile)(process.execPath, [worker, path, target]);
    const { size } = await stat(path);
    expect(Number(stdout)).toBeGreaterThan(size * 0.9);
    expect(Number(stdout)).toBeLessThan(size * 2);
    // The first and the last weight lose half, the others are halved twice.
    const { size: left } = await stat(target);
    expect(left).toBeGreaterThan((2 / 2 + (DEPTH - 2) / 4) * WEIGHT_BYTES);
    expect(left).toBeLessThan((2 / 2 + (DEPTH - 2) / 4) * WEIGHT_BYTES * 1.01);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
