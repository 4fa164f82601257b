/**
 * Before a device's figures count: the dense model must compute on it what it computes on the processor, and it must really
 * run there. Looks at inputs of a few held-out samples, never at their targets.
 */
import { fixedBatch, filledFeeds } from '../evaluate/stream.js';
import { isOutOfMemory, UserError } from '../errors.js';
import type { Samples } from '../data/types.js';
import { float16ToFloat32 } from '../kernels/float16.js';
import { DataType, type Model } from '../onnx/ir.js';
import { weightTensors } from '../onnx/constants.js';
import type { Agreement, Finding, MeasurePair, Placement } from '../report/types.js';
import { ACCELERATORS } from '../runtime/accelerators.js';
import type { Accelerator, Feeds, HostTensor, Runtime } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { placeVariant, type Subject } from './subject.js';

/** What a run on a device must show. Undefined parts could not be had. */
export interface DeviceEvidence {
  readonly agreement: Agreement;
  readonly placement?: Placement;
  readonly findings: readonly Finding[];
}

const SAMPLES = 8;
const PROFILED_RUNS = 2;

/**
 * Largest difference of an output that is tolerated, over the output's largest magnitude. float32: a thousand times what was
 * measured on GPUs (5e-7), so that TF32 (4e-4) passes too, and a wrong kernel does not. float16 and quantised models round
 * after every operator, in another order on every device (measured: 1e-2).
 */
export const TOLERANCES: Readonly<Record<Agreement['type'], number>> = { float32: 1e-3, float16: 3e-2, quantized: 5e-2 };

/** Least share of the nodes, and of the time of a run, that belongs to the device; below it the run is not the device's. */
export const LEAST_NODE_SHARE = 0.5;
export const LEAST_TIME_SHARE = 0.8;

/** Undefined on the processor. Throws UserError `device-disagrees`. */
export async function proveDevice(subject: Subject, samples: Samples, journal: Journal): Promise<DeviceEvidence | undefined> {
  const { runtime } = subject;
  if (runtime.device.used === 'cpu') return undefined;
  journal.enter('load', `${runtime.device.used} against the processor`);
  const path = await placeVariant(subject, subject.model, 'dense');
  const { feeds, agreement } = await compareInPieces(subject, path, samples);
  if (!(agreement.difference <= agreement.tolerance)) throw disagreement(runtime.device.used, agreement);
  const { placement } = await runtime.profile(path, feeds, PROFILED_RUNS);
  return {
    agreement: { samples: agreement.samples, difference: agreement.difference, tolerance: agreement.tolerance, type: agreement.type },
    ...(placement === null ? {} : { placement }), findings: placementFindings(runtime.device.used, placement, 'dense'),
  };
}

/** All of the few samples at once, or, where memory runs out, in runs of half as many, and so on: always the same samples. */
async function compareInPieces(subject: Subject, path: string, samples: Samples): Promise<{ readonly feeds: Feeds; readonly agreement: Compared & { readonly samples: number } }> {
  const fixed = fixedBatch(subject.inputs);
  const few = samples.subset(Array.from({ length: Math.min(samples.count, fixed ?? SAMPLES) }, (_, i) => i));
  for (let size = fixed ?? SAMPLES; ; size = Math.ceil(size / 2)) {
    try {
      return await compareAll(subject, path, few, size);
    } catch (thrown) {
      if (!isOutOfMemory(thrown) || fixed !== undefined || size === 1) throw thrown;
    }
  }
}

async function compareAll({ runtime, model, inputs }: Subject, path: string, few: Samples, size: number): Promise<{ readonly feeds: Feeds; readonly agreement: Compared & { readonly samples: number } }> {
  const type = kindOf(model);
  let [worst, first]: [Compared | undefined, Feeds | undefined] = [undefined, undefined];
  let counted = 0;
  for await (const batch of few.batches(size)) {
    const feeds = fixedBatch(inputs) === undefined ? batch.feeds : filledFeeds(batch, size);
    first ??= feeds;
    const compared = await compare(runtime, path, feeds, type);
    if (worst === undefined || !(compared.difference <= worst.difference)) worst = compared;
    counted += Math.max(1, [...feeds.values()][0]?.dims[0] ?? 1);
  }
  if (worst === undefined || first === undefined) throw new UserError({ code: 'data-empty', message: 'The dataset has no samples.', where: few.description });
  return { feeds: first, agreement: { ...worst, samples: counted } };
}

/** Which tolerance a model has: the coarsest of what is in it. */
export function kindOf({ graph }: Model): Agreement['type'] {
  if (graph.nodes.some(({ opType }) => /Quantize|QLinear|Integer$/u.test(opType))) return 'quantized';
  const halves = [...weightTensors(graph).values()].some(({ dataType }) => dataType === DataType.FLOAT16) || graph.inputs.some(({ elemType }) => elemType === DataType.FLOAT16);
  return halves ? 'float16' : 'float32';
}

type Compared = Omit<Agreement, 'samples'> & { readonly output: string };

async function compare(runtime: Runtime, path: string, feeds: Feeds, type: Agreement['type']): Promise<Compared> {
  const expected = await outputsOf(runtime, path, feeds, 'cpu');
  const found = await outputsOf(runtime, path, feeds, undefined);
  let worst: Compared = { type, tolerance: TOLERANCES[type], difference: 0, output: '' };
  for (const [output, tensor] of expected) {
    const difference = differenceOf(tensor, found.get(output));
    if (!(difference <= worst.difference)) worst = { ...worst, difference, output };
  }
  return worst;
}

async function outputsOf(runtime: Runtime, path: string, feeds: Feeds, device: 'cpu' | undefined): Promise<ReadonlyMap<string, HostTensor>> {
  const session = await runtime.open(path, device === undefined ? {} : { device });
  try {
    return await session.run(feeds);
  } finally {
    await session.release();
  }
}

/** Of indices and flags, the share that differs; of everything else, max|a - b| / max|b|. Infinity where shapes or NaN differ. */
export function differenceOf(expected: HostTensor, found: HostTensor | undefined): number {
  if (found?.type !== expected.type || found.dims.join() !== expected.dims.join()) return Infinity;
  if (DISCRETE.has(expected.type)) {
    let unequal = 0;
    for (let i = 0; i < expected.data.length; i++) if (expected.data[i] !== found.data[i]) unequal += 1;
    return expected.data.length === 0 ? 0 : unequal / expected.data.length;
  }
  const [a, b] = [numbersOf(found), numbersOf(expected)];
  let [apart, largest] = [0, 0];
  for (let i = 0; i < b.length; i++) {
    const [x, y] = [Number(a[i]), Number(b[i])];
    if (Object.is(x, y) || x === y) {
      if (Number.isFinite(y)) largest = Math.max(largest, Math.abs(y));
      continue;
    }
    if (!Number.isFinite(x) || !Number.isFinite(y)) return Infinity;
    apart = Math.max(apart, Math.abs(x - y));
    largest = Math.max(largest, Math.abs(y));
  }
  return apart === 0 ? 0 : apart / largest;
}

const DISCRETE: ReadonlySet<HostTensor['type']> = new Set(['int64', 'uint64', 'int32', 'uint32', 'bool']);

const numbersOf = ({ type, data }: HostTensor): ArrayLike<number | bigint> => (type === 'float16' ? float16ToFloat32(data as Uint16Array) : data);

function disagreement(device: string, { difference, tolerance, type, samples, output }: Compared & { readonly samples: number }): UserError {
  const much = Number.isFinite(difference) ? `by ${difference.toPrecision(2)} of its largest value` : 'in shape, or in where it is not finite';
  return new UserError({
    code: 'device-disagrees',
    message: `On "${device}" the dense model computes other outputs than on the processor: "${output}" differs ${much} over ${String(samples)} samples, and ${String(tolerance)} is tolerated for ${type} models.`,
    where: 'device',
    fix: 'update the device\'s driver and onnxruntime; until they agree, set "device: cpu"',
  });
}

/** One where the run is not the device's; none on the processor. */
export function placementFindings(device: string, placement: Placement | null | undefined, role: 'dense' | 'pruned'): Finding[] {
  if (placement === undefined) return [];
  if (placement === null) return [finding(`onnxruntime's profile does not tell where the ${role} model ran, so nothing shows that "${device}" did.`, role)];
  const { providers, nodeShare, timeShare, transfers } = placement;
  const own = device in ACCELERATORS ? ACCELERATORS[device as Accelerator].profiled : [];
  // TensorRT leaves to CUDA what it does not take: all of it, maybe.
  if (nodeShare > 0 && !providers.some(({ provider }) => own.includes(provider))) {
    return [finding(`None of the ${role} model's nodes ran on "${device}", but on ${providers.map(({ provider }) => provider).join(', ')}.`, role)];
  }
  if (nodeShare >= LEAST_NODE_SHARE && timeShare >= LEAST_TIME_SHARE) return [];
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return [finding(`Only ${percent(nodeShare)} of the ${role} model's nodes and ${percent(timeShare)} of its time are on "${device}" (at least ${percent(LEAST_NODE_SHARE)} and ${percent(LEAST_TIME_SHARE)} are expected), with ${String(transfers)} copies between device and processor in a run.`, role)];
}

/** Of the pruned model: a profile that tells nothing is a finding too, since missing evidence is no pass. */
export function prunedFindings(device: string, { pruned }: MeasurePair): Finding[] {
  return device === 'cpu' ? [] : placementFindings(device, pruned.placement ?? null, 'pruned');
}

function finding(message: string, role: string): Finding {
  return { code: 'device-placement', level: 'warning', message, where: `device: ${role} model`, fix: 'Set "device: cpu", or export the model with operators and types that the device has kernels for; report.json lists the nodes by provider.' };
}
