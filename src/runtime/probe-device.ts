/**
 * Whether a device works: a tiny model really runs on it, every node of it, in a child process with a time limit, because a
 * driver may crash or hang.
 */
import { execFile } from 'node:child_process';
import { shorten } from './explain.js';

/** For a device asked for by name; the first use of a driver may compile for long. */
const PROBE_LIMIT_MS = 60_000;
/** For `auto`, which has a processor to fall back to. */
const RACE_LIMIT_MS = 10_000;

/** ONNX, opset 13: y = MatMul(x, x), x float32 [n, n]. */
const PROBE_MODEL = 'CAg6SAoRCgF4CgF4EgF5IgZNYXRNdWwSBXByb2JlWhUKAXgSEAoOCAESCgoDEgFuCgMSAW5iFQoBeRIQCg4IARIKCgMSAW4KAxIBbkICEA0=';

/** Size of the timed product: 2 GFLOP, large enough for a processor to be slower than any real accelerator. */
const RACE_SIZE = 1024;

/** Runs in the child: arguments are the package folder, the providers (JSON) and the size of a race (0: none); prints a `Probe` as JSON. */
const PROBE_SCRIPT = `
const [folder, providers, size] = process.argv.slice(1);
const ort = require(folder);
ort.env.logLevel = 'fatal';
const model = Buffer.from('${PROBE_MODEL}', 'base64');
const ones = (n) => ({ x: new ort.Tensor('float32', new Float32Array(n * n).fill(1), [n, n]) });
async function race(names) {
  const options = { executionProviders: names, enableMemPattern: names[0] !== 'dml', logSeverityLevel: 4, extra: { 'session.disable_cpu_ep_fallback': names[0] === 'cpu' ? '0' : '1' } };
  const session = await ort.InferenceSession.create(model, options);
  const { y } = await session.run(ones(4));
  if (!y.data.every((value) => value === 4)) throw new Error('it computes wrong results');
  if (size === '0') return 0;
  const feeds = ones(Number(size));
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await session.run(feeds);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
(async () => ({ ms: await race(JSON.parse(providers)), cpuMs: await race(['cpu']) }))()
  .catch((error) => ({ reason: error.message }))
  .then((probe) => process.stdout.write(JSON.stringify(probe), () => process.exit(0)));
`;

/** Why a device does not work; or how long it takes for a product of matrices, and the processor for the same. */
export type Probe = { readonly reason: string } | { readonly ms: number; readonly cpuMs: number };

const probes = new Map<string, Promise<Probe>>();

/** Once per process, device and kind. A race is timed against the processor; without one both times are 0. */
export function probeDevice(folder: string, providers: readonly string[], kind: 'works' | 'race'): Promise<Probe> {
  const key = JSON.stringify([folder, providers, kind]);
  const running = probes.get(key) ?? runProbe(folder, providers, kind);
  probes.set(key, running);
  return running;
}

function runProbe(folder: string, providers: readonly string[], kind: 'works' | 'race'): Promise<Probe> {
  return new Promise((resolve) => {
    const args = ['-e', PROBE_SCRIPT, folder, JSON.stringify(providers), String(kind === 'race' ? RACE_SIZE : 0)];
    const timeout = kind === 'race' ? RACE_LIMIT_MS : PROBE_LIMIT_MS;
    const limits = { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 20 } as const;
    execFile(process.execPath, args, limits, (error, stdout) => {
      if (error === null) resolve(shortened(JSON.parse(stdout) as Probe));
      else if (error.killed === true) resolve({ reason: `a matrix product did not finish on it within ${timeout / 1000} s` });
      else resolve({ reason: `the process that tried it ended with ${error.signal ?? `code ${error.code ?? 0}`}` });
    });
  });
}

function shortened(probe: Probe): Probe {
  return 'reason' in probe ? { reason: shorten(probe.reason) } : probe;
}
