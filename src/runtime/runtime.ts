/** Sessions over onnxruntime as plain records: typed arrays by name in, typed arrays by name out. */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { messageOf, UserError } from '../errors.js';
import { fromOrt, isElementType, toOrt } from './convert.js';
import { resolveDevice } from './devices.js';
import { openError, runError } from './explain.js';
import { loadOnnxruntime, type LoadedRuntime, type Ort } from './load.js';
import { Pieces } from './pieces.js';
import { profileOf } from './profile.js';
import { residentMemory } from './resident.js';
import type { DeviceName, Feeds, HostTensor, Port, Runtime, Session, SessionOptions } from './types.js';

export interface RuntimeOptions {
  readonly device?: DeviceName;
  /** Intra-op threads of every session; 0 lets onnxruntime choose. Default: the cores of this machine. */
  readonly threads?: number;
  /** Default: what `loadOnnxruntime` finds. */
  readonly loaded?: LoadedRuntime;
}

interface Opened {
  readonly ort: Ort;
  readonly native: InferenceSession;
  /** The model, for error messages. */
  readonly label: string;
  /** Is told to how many samples a batch was cut. */
  readonly onShrink: (samples: number) => void;
}

let open = 0;

/** Sessions opened and not yet released in this process. */
export function openSessions(): number {
  return open;
}

/** Throws UserError `runtime-missing`, `runtime-broken` or `device-unavailable`. */
export async function createRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const loaded = options.loaded ?? loadOnnxruntime();
  const threads = options.threads ?? availableParallelism();
  const device = await resolveDevice(loaded, options.device ?? 'auto');
  let smallest: number | undefined;
  const onShrink = (samples: number): void => { smallest = Math.min(smallest ?? samples, samples); };
  return {
    device: device.info,
    smallestPiece: () => smallest,
    open: (model, given = {}) => openSession({ ort: loaded.ort, onShrink }, model, nativeOptions(device.providers, threads, given)),
    profile: (path, feeds, runs, given = {}) => profileOf(runs, (prefix) => runProfiled(loaded.ort, path, feeds, runs, {
      ...nativeOptions(device.providers, threads, given), enableProfiling: true, profileFilePrefix: prefix, extra: OUTSIDE_ARENA,
    })),
    resident: (path, feeds, runs, given = {}) => residentMemory({
      packageFolder: loaded.folder, providers: given.device === 'cpu' ? ['cpu'] : device.providers, path, feeds, runs, threads: given.threads ?? threads,
    }),
  };
}

/** Weights stay out of the arena, so that what it holds is activations and scratch. */
const OUTSIDE_ARENA = { session: { use_device_allocator_for_initializers: '1' } };

/** All runs are in the profile, that which warms up too: there is no way to begin one later. */
async function runProfiled(ort: Ort, path: string, feeds: Feeds, runs: number, options: InferenceSession.SessionOptions): Promise<void> {
  const label = basename(path);
  const native = await createNative(ort, path, options).catch((thrown: unknown) => {
    throw openError(thrown, label);
  });
  open += 1;
  const profiled = session({ ort, native, label, onShrink: () => undefined });
  try {
    for (let run = 0; run <= runs; run++) await profiled.run(feeds);
    native.endProfiling();
  } finally {
    await profiled.release();
  }
}

function nativeOptions(
  providers: readonly string[],
  threads: number,
  given: SessionOptions,
): InferenceSession.SessionOptions {
  return {
    executionProviders: given.device === 'cpu' ? ['cpu'] : providers,
    intraOpNumThreads: given.threads ?? threads,
    interOpNumThreads: 1,
    // DirectML takes none.
    enableMemPattern: providers[0] !== 'dml' || given.device === 'cpu',
    executionMode: 'sequential',
    graphOptimizationLevel: given.optimization ?? 'all',
    logSeverityLevel: 4,
  };
}

/** Throws UserError `model-rejected` or a more exact code of explain.ts. */
async function openSession(
  { ort, onShrink }: Pick<Opened, 'ort' | 'onShrink'>,
  model: string | Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<Session> {
  const label = typeof model === 'string' ? basename(model) : 'a model in memory';
  const native = await createNative(ort, model, options).catch((thrown: unknown) => {
    throw openError(thrown, label);
  });
  open += 1;
  return session({ ort, native, label, onShrink });
}

function createNative(
  ort: Ort,
  model: string | Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  return typeof model === 'string'
    ? ort.InferenceSession.create(model, options)
    : ort.InferenceSession.create(model, options);
}

function session(opened: Opened): Session {
  const inputs = opened.native.inputMetadata.map(port);
  const outputs = opened.native.outputMetadata.map(port);
  let released = false;
  const run = async (feeds: Feeds, wanted?: readonly string[]): Promise<ReadonlyMap<string, HostTensor>> => {
    if (released) throw new Error('run() after release()');
    return runSession(opened, inputs, outputs, feeds, wanted);
  };
  const pieces = new Pieces(inputs, run, opened.onShrink);
  return {
    inputs,
    outputs,
    run,
    pieces: (feeds, wanted) => pieces.of(feeds, wanted),
    release: async () => {
      if (released) return;
      released = true;
      open -= 1;
      await opened.native.release();
    },
  };
}

function port(meta: InferenceSession.ValueMetadata): Port {
  if (!meta.isTensor) return { name: meta.name, type: undefined, dims: [] };
  return {
    name: meta.name,
    type: isElementType(meta.type) ? meta.type : undefined,
    dims: meta.shape.map((dim) => (dim === '' ? null : dim)),
  };
}

async function runSession(
  opened: Opened,
  inputs: readonly Port[],
  outputs: readonly Port[],
  feeds: Feeds,
  wanted: readonly string[] | undefined,
): Promise<ReadonlyMap<string, HostTensor>> {
  const names = wantedOutputs(opened.label, outputs, wanted);
  const fed = nativeFeeds(opened, inputs, feeds);
  const results = await opened.native.run(fed, names).catch((thrown: unknown) => {
    throw runError(thrown, opened.label);
  });
  return new Map(names.map((name) => [name, readOutput(opened.label, results, name)]));
}

/** Default: every output that is a tensor of a supported type. */
function wantedOutputs(label: string, outputs: readonly Port[], wanted: readonly string[] | undefined): string[] {
  const names = wanted === undefined ? outputs.filter(({ type }) => type !== undefined).map(({ name }) => name) : [...wanted];
  if (names.length === 0) throw refused(label, 'the model has no output that is a numeric tensor');
  // onnxruntime-node hands results out as properties of a plain object, where this one name is not a property.
  if (names.includes('__proto__')) throw refused(label, 'an output named "__proto__" cannot be read; rename it');
  return names;
}

/** An object without prototype, so that any input name is just a key. */
function nativeFeeds(opened: Opened, inputs: readonly Port[], feeds: Feeds): InferenceSession.OnnxValueMapType {
  const fed = Object.create(null) as Record<string, ReturnType<typeof toOrt>>;
  for (const { name, type, dims } of inputs) {
    const tensor = feeds.get(name);
    if (tensor === undefined) throw refused(opened.label, `input "${name}" is not fed`);
    if (tensor.type !== type) throw refused(opened.label, `input "${name}" is ${describe(type, dims)}, fed ${describe(tensor.type, tensor.dims)}`);
    try {
      fed[name] = toOrt(opened.ort, tensor);
    } catch (thrown) {
      throw refused(opened.label, `input "${name}": ${messageOf(thrown)}`);
    }
  }
  return fed;
}

function describe(type: string | undefined, dims: Port['dims']): string {
  return `${type ?? 'a type that cannot be fed'} [${dims.map((dim) => dim ?? '?').join(', ')}]`;
}

function readOutput(label: string, results: InferenceSession.ReturnType, name: string): HostTensor {
  const value = results[name];
  if (value === undefined) throw refused(label, `onnxruntime gave no output "${name}"`);
  try {
    return fromOrt(value);
  } catch (thrown) {
    throw refused(label, `output "${name}": ${messageOf(thrown)}`);
  }
}

function refused(label: string, message: string): UserError {
  return new UserError({ code: 'run-failed', message, where: label, fix: "feed every input with the model's type and shape, and ask for numeric outputs" });
}
