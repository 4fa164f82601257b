/**
 * bench/latency.md: how often the latency verdict is wrong, on this machine.
 *
 *   node scripts/run-ts.mjs bench/latency.ts [--trials N]
 *
 * 1. A/A: dense against a copy of itself, 300 times. None may report a gain or a loss beyond the floor.
 * 2. A convolution with half the output channels, 20 times, while a neighbour process keeps a core busy. At least 19
 *    must be told apart as faster.
 *
 * Exits 1 where either does not hold. `--trials` makes fewer, for a try; then nothing is written.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../src/measure/fingerprint.js';
import { makeGraph, makeModel, makeNode, makeValueInfo, intsOf } from '../src/onnx/graph.js';
import { DataType } from '../src/onnx/ir.js';
import type { Model } from '../src/onnx/ir.js';
import { makeTensor } from '../src/onnx/tensors.js';
import { encodeModel } from '../src/onnx/write.js';
import { timePair } from '../src/pipeline/time-models.js';
import { createRuntime } from '../src/runtime/runtime.js';
import type { Runtime } from '../src/runtime/types.js';

const AA_TRIALS = 300;
const FASTER_TRIALS = 20;
const FASTER_NEEDED = 19;
const CONFIDENCE = 0.95;
const SPEC = { batch: 1, threads: 1, warmup: 10, runs: 100 };
const [CHANNELS, SIDE] = [64, 16];

type Outcome = 'faster' | 'slower' | 'no difference';

interface Trial {
  readonly outcome: Outcome;
  readonly ratio: number;
  readonly noiseFloor: number;
}

/** 3 x 3, `CHANNELS` to `outputs` channels, on `SIDE` x `SIDE`. */
function convolution(outputs: number): Model {
  const weights = Float32Array.from({ length: outputs * CHANNELS * 9 }, (_, i) => Math.sin(i) / 10);
  return makeModel(makeGraph({
    nodes: [makeNode('Conv', ['x', 'w'], ['c'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), makeNode('Relu', ['c'], ['y'])],
    inputs: [makeValueInfo('x', DataType.FLOAT, [1, CHANNELS, SIDE, SIDE])],
    outputs: [makeValueInfo('y', DataType.FLOAT, [1, outputs, SIDE, SIDE])],
    initializers: new Map([['w', makeTensor('w', DataType.FLOAT, [outputs, CHANNELS, 3, 3], weights)]]),
  }));
}

async function trial(runtime: Runtime, densePath: string, prunedPath: string, seed: string): Promise<Trial> {
  const data = Float32Array.from({ length: CHANNELS * SIDE * SIDE }, (_, i) => Math.cos(i));
  const feeds = new Map([['x', { type: 'float32' as const, dims: [1, CHANNELS, SIDE, SIDE], data }]]);
  const { speedup: { ratio, low, high, noiseFloor } } = await timePair({ runtime, densePath, prunedPath, feeds, confidence: CONFIDENCE }, SPEC, seed);
  const outcome = low / (1 + noiseFloor) > 1 ? 'faster' : high * (1 + noiseFloor) < 1 ? 'slower' : 'no difference';
  return { outcome, ratio, noiseFloor };
}

async function trials(count: number, run: (index: number) => Promise<Trial>): Promise<Trial[]> {
  const all: Trial[] = [];
  for (let index = 0; index < count; index++) all.push(await run(index));
  return all;
}

/** Runs while another process does nothing but compute. */
async function besideNeighbour<T>(use: () => Promise<T>): Promise<T> {
  const neighbour = spawn(process.execPath, ['-e', 'for (let x = 1; ; x = (x * 16807) % 2147483647) if (x < 0) break;'], { stdio: 'ignore' });
  try {
    return await use();
  } finally {
    neighbour.kill('SIGKILL');
  }
}

const count = (list: readonly Trial[], outcome: Outcome): number => list.filter((each) => each.outcome === outcome).length;

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.round(share * (sorted.length - 1))] ?? NaN).toFixed(3);
  return `${at(0)} / ${at(0.5)} / ${at(1)}`;
}

function rowOf(name: string, list: readonly Trial[]): string {
  return `| ${[name, list.length, count(list, 'faster'), count(list, 'slower'), count(list, 'no difference'), spread(list.map(({ ratio }) => ratio)), spread(list.map(({ noiseFloor }) => noiseFloor))].join(' | ')} |`;
}

function render(aa: readonly Trial[], faster: readonly Trial[], load: string, onnxruntime: string): string {
  const { cpu, cores, os } = environment(onnxruntime);
  return `<!-- Written by bench/latency.ts: do not edit. -->

# How often the latency verdict is wrong

A ${CHANNELS}-channel 3 x 3 convolution on ${SIDE} x ${SIDE}, ${SPEC.runs} timed runs of each model a trial, ${CONFIDENCE * 100} % for each bound. *Faster*
and *slower* mean that the interval, widened by the noise floor, does not hold 1. *A/A* times the model against a copy of
itself: anything but *no difference* is a false verdict. *Half the channels* is the same convolution with half the output
channels, timed while a neighbour process keeps a core busy. Ratios and floors: least / median / most.

Machine: ${cpu}, ${cores} cores, ${os}; onnxruntime ${onnxruntime}; load average over the trials ${load}.

| trial | trials | faster | slower | no difference | ratio | noise floor |
|---|---|---|---|---|---|---|
${rowOf('A/A', aa)}
${rowOf('half the channels, busy neighbour', faster)}

Wanted: 0 of ${AA_TRIALS} A/A trials beyond the floor, and at least ${FASTER_NEEDED} of ${FASTER_TRIALS} faster.
`;
}

async function main(): Promise<number> {
  const at = process.argv.indexOf('--trials');
  const most = at < 0 ? undefined : Number(process.argv[at + 1]);
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-latency-'));
  try {
    const [densePath, prunedPath] = [join(folder, 'dense.onnx'), join(folder, 'half.onnx')];
    writeFileSync(densePath, encodeModel(convolution(CHANNELS)));
    writeFileSync(prunedPath, encodeModel(convolution(CHANNELS / 2)));
    const runtime = await createRuntime({ device: 'cpu' });
    const loads = [loadavg()[0] ?? NaN];
    const aa = await trials(most ?? AA_TRIALS, (index) => trial(runtime, densePath, densePath, `a/a ${index}`));
    loads.push(loadavg()[0] ?? NaN);
    const faster = await besideNeighbour(() => trials(most ?? FASTER_TRIALS, (index) => trial(runtime, densePath, prunedPath, `half ${index}`)));
    loads.push(loadavg()[0] ?? NaN);
    const text = render(aa, faster, `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} on ${availableParallelism()} of ${cpus().length} cores`, runtime.device.onnxruntime);
    console.log(text);
    if (most === undefined) writeFileSync('bench/latency.md', text);
    const holds = count(aa, 'no difference') === aa.length && count(faster, 'faster') >= Math.ceil((FASTER_NEEDED / FASTER_TRIALS) * faster.length);
    return holds ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
