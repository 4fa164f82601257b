/** onnxruntime's messages, turned into errors a person can act on. */
import { messageOf, UserError } from '../errors.js';

interface Explanation {
  readonly pattern: RegExp;
  readonly code: string;
  readonly fix: string;
}

/**
 * The processor's and CUDA's arenas name the allocation. WebGPU has no such error: a buffer that could not be made is
 * "invalid due to a previous error" where it is used, and one too large for a binding is split into more than a shader takes.
 */
const OUT_OF_MEMORY = /bad allocation|bad_alloc|Failed to allocate memory|out of (?:device )?memory|requested .* bytes|ALLOC_FAILED|\[Invalid Buffer .*previous error|Too many storage buffers in shader|Buffer size .* exceeds the max buffer size/i;

/** What a device says when its driver has given up, or the GPU is gone. */
const DEVICE_LOST = /device (?:was |is )?lost|DeviceLost|device-removed|DXGI_ERROR_DEVICE|CUDA (?:failure|error) (?:4|46|700|702|719|999|100)\b|cudaError(?:IllegalAddress|LaunchFailure|DevicesUnavailable|Unknown)/i;

const OPEN_FAILURES: readonly Explanation[] = [
  {
    pattern: DEVICE_LOST,
    code: 'device-lost',
    fix: 'look at the runner\'s driver log (dmesg, nvidia-smi) and run the job again; or set "device: cpu"',
  },
  {
    pattern: /is not a registered function\/op|No Op registered for|no opset import for domain/i,
    code: 'custom-op-refused',
    fix: 'export the model with standard ONNX operators; prune-gate never loads custom operator libraries',
  },
  {
    pattern: /Could not find an implementation for/,
    code: 'operator-unsupported',
    fix: 'onnxruntime has no kernel for this operator, type or old version here; export with a newer opset or as float32',
  },
  {
    pattern: /^Unsupported data type: \d+$/,
    code: 'type-unsupported',
    fix: 'give the model inputs and outputs of plain numeric types (float32, float16, int64, ...); onnxruntime-node passes no others',
  },
  {
    pattern: /ONNX Runtime only \*guarantees\* support|under development and support for this is limited|Unknown model file format version|Unsupported model IR version/,
    code: 'opset-unsupported',
    fix: 'export the model with an opset and IR version that this onnxruntime supports',
  },
  {
    pattern: /External data path|external data|file_length: .* out of bounds/i,
    code: 'external-data-invalid',
    fix: 'commit the external data file beside the model (with Git LFS: checkout with "lfs: true") and keep it in step with the model',
  },
  {
    pattern: /Protobuf parsing failed|ModelProto does not have a graph/,
    code: 'model-unreadable',
    fix: 'the file is no complete ONNX model; with Git LFS, check out with "lfs: true"',
  },
  {
    pattern: OUT_OF_MEMORY,
    code: 'out-of-memory',
    fix: 'use a runner with more memory',
  },
];

const RUN_FAILURES: readonly Explanation[] = [
  {
    pattern: DEVICE_LOST,
    code: 'device-lost',
    fix: 'look at the runner\'s driver log (dmesg, nvidia-smi) and run the job again; or set "device: cpu"',
  },
  {
    pattern: /requires f16 but the device does not support it/,
    code: 'type-unsupported',
    fix: 'this device has no float16; run the model with "device: cpu" or on another GPU',
  },
  {
    pattern: OUT_OF_MEMORY,
    code: 'out-of-memory',
    fix: 'use smaller batches or a runner with more memory',
  },
  {
    pattern: /Got invalid dimensions for input|Invalid rank for input|Unexpected input data type/,
    code: 'run-failed',
    fix: "make the data's shape and type match the model's input",
  },
];

/** Longest message passed on: some hold whole type lists or 300 kB names. */
const LONGEST = 300;

/** `model-rejected` or something more exact. `where` is the model as the user knows it. */
export function openError(thrown: unknown, where: string): UserError {
  return explain(thrown, OPEN_FAILURES, {
    code: 'model-rejected',
    lead: 'onnxruntime does not load the model',
    where,
    fix: 'check the model with onnx.checker, or export it again; prune-gate needs a model that onnxruntime loads',
  });
}

/** `run-failed` or something more exact. */
export function runError(thrown: unknown, where: string): UserError {
  return explain(thrown, RUN_FAILURES, {
    code: 'run-failed',
    lead: 'onnxruntime could not run the model',
    where,
    fix: 'check that the model runs on this data with onnxruntime alone',
  });
}

function explain(
  thrown: unknown,
  table: readonly Explanation[],
  otherwise: { readonly code: string; readonly lead: string; readonly where: string; readonly fix: string },
): UserError {
  const raw = messageOf(thrown);
  const known = table.find(({ pattern }) => pattern.test(raw));
  return new UserError({
    code: known?.code ?? otherwise.code,
    message: `${otherwise.lead}: ${shorten(raw)}`,
    where: otherwise.where,
    fix: known?.fix ?? otherwise.fix,
    cause: thrown,
  });
}

/** The part of onnxruntime's message that says what is wrong: no source locations, no temporary paths, one line. */
export function shorten(message: string): string {
  const told = message
    .replace(/\s+/g, ' ')
    .replace(/^Load model from .*? failed: ?/, '')
    .replace(/\/onnxruntime_src\/\S+:\d+ .{0,1000}? was false\. ?/g, '')
    .replace(/\/onnxruntime_src\/\S+\/(\S+:\d+) /g, '$1 ')
    .trim();
  return told.length > LONGEST ? `${told.slice(0, LONGEST)} ...` : told;
}
