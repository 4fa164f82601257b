/** One model on one device: the whole run, a replay of the processor's plan, and the processor's pruned model output by output. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { messageOf } from '../../src/errors.js';
import { intOf, makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType, type Model } from '../../src/onnx/ir.js';
import { encodeModel } from '../../src/onnx/write.js';
import { float16ToFloat32 } from '../../src/kernels/float16.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { runPipeline } from '../../src/pipeline.js';
import { openHeldout } from '../../src/pipeline/samples.js';
import { runBatch } from '../../src/evaluate/stream.js';
import { readPolicy } from '../../src/policy/read.js';
import type { Agreement, ModelReport, Placement } from '../../src/report/types.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { DeviceName, HostTensor, Runtime } from '../../src/runtime/types.js';
import type { GpuCase } from './cases.js';

export interface Timing {
  readonly batch: number;
  readonly denseMs: number;
  readonly prunedMs: number;
  readonly speedup: number;
  readonly low: number;
  readonly high: number;
  readonly noiseFloor: number;
}

export interface CaseRow {
  readonly name: string;
  readonly device: string;
  /** In words; then nothing else is known. */
  readonly failed?: string;
  readonly verdict?: string;
  readonly error?: string;
  readonly dense?: number | null;
  readonly pruned?: number | null;
  readonly seconds?: number;
  readonly stages?: Readonly<Record<string, number>>;
  readonly agreement?: Agreement;
  readonly placement?: Placement;
  readonly timings?: readonly Timing[];
  readonly deviceBytes?: number;
  /** The processor's plan, replayed here. */
  readonly replay?: { readonly seconds: number; readonly samePlan?: boolean; readonly sameModel?: boolean; readonly error?: string };
  /** The processor's pruned model: answers equal to the processor's, and the largest difference over the largest magnitude. */
  readonly answers?: { readonly equal: number; readonly samples: number; readonly difference: number; readonly seconds: number; readonly cpuSeconds: number };
}

export interface Products {
  readonly device: string;
  readonly failed?: string;
  readonly float32?: { readonly gflops: number; readonly error: number };
  readonly float64?: { readonly gflops: number; readonly error: number };
  /** A batch too large for the device: samples asked for, and the piece that fitted. */
  readonly backOff?: undefined | { readonly samples: number; readonly piece: number | undefined; readonly right: boolean } | { readonly failed: string };
}

const NAME = 'bench';

/** `keep` holds what the processor's run left; it is empty for the processor itself. */
export async function measureCase(one: GpuCase, device: DeviceName, workspace: string, keep: string): Promise<CaseRow> {
  writeFileSync(join(workspace, 'policy.json'), JSON.stringify({ version: 1, models: [{ name: NAME, device, ...one.policy }] }));
  const request = { workspace, policyPath: 'policy.json', outDir: join(workspace, 'out'), models: [] };
  const report = await runPipeline({ command: 'run', ...request }, () => undefined);
  const [model] = report.models;
  const error = [...report.errors, ...model?.errors ?? []].map(({ code, message }) => `${code}: ${message}`)[0];
  if (model === undefined || model.metrics.length === 0) return { name: one.name, device, verdict: report.verdict, ...(error === undefined ? {} : { error }), seconds: report.seconds };
  const plan = join(keep, 'bench', 'plan.json');
  const compared = device !== 'cpu' && device !== 'auto' && existsSync(plan);
  return {
    name: one.name, device: device === 'auto' ? `auto: ${model.device?.used ?? ''}` : device, ...figures(model), seconds: report.seconds, ...(error === undefined ? {} : { error }),
    ...(compared ? { replay: await replay(request, keep, plan), answers: await answers(device, workspace, join(keep, 'bench')) } : {}),
  };
}

function figures(model: ModelReport): Omit<CaseRow, 'name' | 'device'> {
  const [metric] = model.metrics;
  const { measures } = model;
  const timings = (measures?.settings ?? []).map(({ dense, pruned, speedup }): Timing => ({
    batch: dense.batch, denseMs: dense.medianMs, prunedMs: pruned.medianMs, speedup: speedup.ratio, low: speedup.low, high: speedup.high, noiseFloor: speedup.noiseFloor,
  }));
  const deviceBytes = measures?.dense.memory?.deviceBytes;
  const { agreement, placement } = model.device ?? {};
  return {
    verdict: model.verdict, dense: metric?.dense ?? null, pruned: metric?.pruned ?? null, stages: model.seconds, timings,
    ...(agreement === undefined ? {} : { agreement }), ...(placement === undefined ? {} : { placement }), ...(deviceBytes === undefined ? {} : { deviceBytes }),
  };
}

interface Request { readonly workspace: string; readonly policyPath: string; readonly outDir: string; readonly models: readonly string[] }

async function replay(request: Request, keep: string, planPath: string): Promise<NonNullable<CaseRow['replay']>> {
  const outDir = join(request.workspace, 'replay');
  const report = await runPipeline({ command: 'prune', ...request, outDir, planPath }, () => undefined);
  const error = [...report.errors, ...report.models[0]?.errors ?? []][0];
  const [here, there] = [outDir, keep].map((folder) => join(folder, NAME));
  const stepsOf = (folder = ''): string => (existsSync(join(folder, 'plan.json')) ? JSON.stringify((JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as { steps: unknown }).steps) : folder);
  const hashOf = (folder = ''): string => (existsSync(join(folder, 'model.onnx')) ? createHash('sha256').update(readFileSync(join(folder, 'model.onnx'))).digest('hex') : folder);
  return { seconds: report.seconds, samePlan: stepsOf(here) === stepsOf(there), sameModel: hashOf(here) === hashOf(there), ...(error === undefined ? {} : { error: `${error.code}: ${error.message}` }) };
}

async function answers(device: DeviceName, workspace: string, folder: string): Promise<NonNullable<CaseRow['answers']>> {
  const path = readdirSync(folder).map((name) => join(folder, name)).find((name) => name.endsWith('.onnx') && statSync(name).isFile()) ?? '';
  const [policy] = (await readPolicy({ workspace, path: 'policy.json' })).models;
  const [cpu, other] = [await createRuntime({ device: 'cpu' }), await createRuntime({ device })];
  const [expected, found] = [await cpu.open(path), await other.open(path)];
  const samples = await openHeldout(workspace, (policy as NonNullable<typeof policy>).data, expected.inputs);
  const output = expected.outputs[0]?.name ?? '';
  let [equal, count, apart, largest, ms, cpuMs] = [0, 0, 0, 0, 0, 0];
  for await (const batch of samples.batches(64)) {
    let start = performance.now();
    const right = (await runBatch(expected, batch, [output])).get(output) as HostTensor;
    cpuMs += performance.now() - start;
    start = performance.now();
    const here = (await runBatch(found, batch, [output])).get(output) as HostTensor;
    ms += performance.now() - start;
    const [a, b] = [floatsOf(right), floatsOf(here)];
    const classes = a.length / batch.indices.length;
    for (let row = 0; row < batch.indices.length; row++) {
      const [x, y] = [a.subarray(row * classes, (row + 1) * classes), b.subarray(row * classes, (row + 1) * classes)];
      if (best(x) === best(y)) equal += 1;
      count += 1;
      x.forEach((value, i) => {
        apart = Math.max(apart, Math.abs(value - (y[i] as number)));
        largest = Math.max(largest, Math.abs(value));
      });
    }
  }
  await expected.release();
  await found.release();
  return { equal, samples: count, difference: apart / largest, seconds: ms / 1000, cpuSeconds: cpuMs / 1000 };
}

const floatsOf = ({ type, data }: HostTensor): Float32Array => (type === 'float16' ? float16ToFloat32(data as Uint16Array) : Float32Array.from(data, Number));
const best = (values: Float32Array): number => values.reduce((top, value, i) => (value > (values[top] as number) ? i : top), 0);

const SIDE = 4096;
const RUNS = 5;

/** Products of square matrices, inputs and result copied from and to the host as calibration does. */
export async function measureProducts(device: DeviceName): Promise<Products> {
  const runtime = await createRuntime({ device });
  return {
    device, float32: await product(runtime, DataType.FLOAT, SIDE), float64: await product(runtime, DataType.DOUBLE, SIDE / 2),
    ...(device === 'cuda' || device === 'tensorrt' ? { backOff: await backOff(runtime).catch((thrown: unknown) => ({ failed: messageOf(thrown) })) } : {}),
  };
}

async function product(runtime: Runtime, type: typeof DataType.FLOAT | typeof DataType.DOUBLE, side: number): Promise<{ gflops: number; error: number }> {
  const port = (name: string) => makeValueInfo(name, type, [side, side]);
  const session = await runtime.open(encodeModel(makeModel(makeGraph({ nodes: [makeNode('MatMul', ['a', 'b'], ['c'])], inputs: [port('a'), port('b')], outputs: [port('c')] }))));
  const values = (seed: number): number[] => Array.from({ length: side * side }, (_, i) => Math.sin(seed + i * 12.9898));
  const tensor = (seed: number): HostTensor => (type === DataType.FLOAT
    ? { type: 'float32', dims: [side, side], data: Float32Array.from(values(seed)) } : { type: 'float64', dims: [side, side], data: Float64Array.from(values(seed)) });
  const feeds = new Map([['a', tensor(1)], ['b', tensor(2)]]);
  const times: number[] = [];
  let result: HostTensor | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    result = (await session.run(feeds)).get('c');
    times.push(performance.now() - start);
  }
  await session.release();
  const ms = times.slice(1).sort((x, y) => x - y)[RUNS >> 1] ?? NaN;
  return { gflops: (2 * side ** 3) / ms / 1e6, error: errorOf(feeds.get('a'), feeds.get('b'), result, side) };
}

/** Of a few entries, against JavaScript's float64; over the square root of the number of terms, their expected size. */
function errorOf(a: HostTensor | undefined, b: HostTensor | undefined, c: HostTensor | undefined, side: number): number {
  let worst = 0;
  for (const [i, j] of [[0, 0], [5, 7], [side - 1, side - 1], [17, side >> 1]] as const) {
    let exact = 0;
    for (let k = 0; k < side; k++) exact += Number(a?.data[i * side + k]) * Number(b?.data[k * side + j]);
    worst = Math.max(worst, Math.abs(exact - Number(c?.data[i * side + j])));
  }
  return worst / Math.sqrt(side);
}

const WIDTH = 50_000_000;
const COPIES = 24;
const ROWS = 32;

/** 24 activations of 200 MB a sample are alive at once: 154 GB for 32 samples, so that they must be cut, and each be answered. */
async function backOff(runtime: Runtime): Promise<Products['backOff']> {
  const number = (name: string, value: number) => makeTensor(name, DataType.FLOAT, [1, 1], Float32Array.of(value));
  const copies = Array.from({ length: COPIES }, (_, i) => i + 1);
  const model: Model = makeModel(makeGraph({
    nodes: [
      makeNode('Expand', ['one', 'shape'], ['ones']),
      ...copies.flatMap((i) => [makeNode('Mul', ['x', `c${i}`], [`x${i}`]), makeNode('MatMul', [`x${i}`, 'ones'], [`h${i}`])]),
      makeNode('Sum', copies.map((i) => `h${i}`), ['sum']),
      makeNode('ReduceMax', ['sum'], ['y'], { attributes: [['axes', { kind: 'ints', value: [1n] }], ['keepdims', intOf(1)]] }),
    ],
    initializers: new Map([number('one', 1), ...copies.map((i) => number(`c${i}`, i)), makeTensor('shape', DataType.INT64, [2], BigInt64Array.of(1n, BigInt(WIDTH)))].map((tensor) => [tensor.name, tensor])),
    inputs: [makeValueInfo('x', DataType.FLOAT, ['n', 1])], outputs: [makeValueInfo('y', DataType.FLOAT, ['n', 1])],
  }));
  const session = await runtime.open(encodeModel(model));
  const x: HostTensor = { type: 'float32', dims: [ROWS, 1], data: Float32Array.from({ length: ROWS }, (_, i) => i) };
  const found: number[] = [];
  for await (const piece of session.pieces(new Map([['x', x]]))) found.push(...Array.from(piece.get('y')?.data ?? [], Number));
  await session.release();
  const total = copies.reduce((sum, i) => sum + i, 0);
  return { samples: ROWS, piece: runtime.smallestPiece(), right: found.length === ROWS && found.every((value, i) => value === i * total) };
}
