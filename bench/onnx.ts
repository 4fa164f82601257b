/**
 * How fast models are read and written, against copying the same file in the same run.
 *
 *   npx esbuild bench/onnx.ts --bundle --platform=node --format=esm --outfile=/tmp/bench-onnx.mjs && node /tmp/bench-onnx.mjs [MB]
 *
 * Targets for 200 MB: decode under 300 ms, write at most 3x the copy.
 */
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeGraph, makeModel, makeNode, makeValueInfo } from '../src/onnx/graph.js';
import { DataType, type Model } from '../src/onnx/ir.js';
import { decodeModel, readModel } from '../src/onnx/read.js';
import { storeWeights, writeVariant } from '../src/onnx/store.js';
import { makeTensor } from '../src/onnx/tensors.js';
import { writeModel } from '../src/onnx/write.js';

const LAYERS = 64;
const ROUNDS = 5;

function synthetic(megabytes: number): Model {
  const width = Math.round(Math.sqrt(megabytes * 1e6 / 4 / LAYERS));
  const values = Float32Array.from({ length: width * width }, (_, index) => Math.sin(index));
  const weights = Array.from({ length: LAYERS }, (_, layer) => makeTensor(`w${layer}`, DataType.FLOAT, [width, width], values));
  return makeModel(makeGraph({
    nodes: weights.map(({ name }, layer) => makeNode('MatMul', [layer === 0 ? 'x' : `h${layer}`, name], [`h${layer + 1}`])),
    initializers: new Map(weights.map((tensor) => [tensor.name, tensor])),
    inputs: [makeValueInfo('x', DataType.FLOAT, ['n', width])],
    outputs: [makeValueInfo(`h${LAYERS}`, DataType.FLOAT, ['n', width])],
  }));
}

/** Median of the rounds, in milliseconds. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] as number;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'prune-gate-bench-'));
  try {
    const path = join(folder, 'model.onnx');
    await writeModel(synthetic(Number(process.argv[2] ?? 200)), path);
    const bytes = new Uint8Array(await readFile(path));
    const model = await readModel(path);
    const stored = await storeWeights(model, folder);
    const copy = await median(() => copyFile(path, join(folder, 'copy.onnx')));
    const rows: [string, number][] = [
      ['copy the file', copy],
      ['copy it through memory', await median(async () => writeFile(join(folder, 'copy.onnx'), await readFile(path)))],
      ['decode', await median(() => decodeModel(bytes))],
      ['read and decode', await median(() => readModel(path))],
      ['write', await median(() => writeModel(model, join(folder, 'out.onnx')))],
      ['write with a data file', await median(() => writeModel(model, join(folder, 'out.onnx'), { external: 'file' }))],
      ['store weights', await median(() => storeWeights(model, folder))],
      ['write a variant', await median(() => writeVariant(stored, join(folder, 'variant.onnx')))],
      ['write from stored weights', await median(() => writeModel(stored, join(folder, 'out.onnx')))],
    ];
    console.log(`${((await stat(path)).size / 1e6).toFixed(0)} MB, ${LAYERS} tensors, median of ${ROUNDS}`);
    for (const [what, time] of rows) console.log(`${what.padEnd(28)}${time.toFixed(1).padStart(9)} ms${(time / copy).toFixed(2).padStart(8)}x copy`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

await main();
