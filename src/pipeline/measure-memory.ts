/** Memory of one model: computed for a device, and measured of onnxruntime on this machine. */
import { activationMemory, weightBytes } from '../measure/memory.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { Memory } from '../report/types.js';
import type { Feeds, Runtime } from '../runtime/types.js';

export interface MemoryRequest {
  readonly runtime: Runtime;
  readonly path: string;
  readonly model: Model;
  /** At the shapes of `feeds`. */
  readonly facts: Facts;
  /** One sample, or as many as the model insists on. */
  readonly feeds: Feeds;
  readonly threads: number;
  /** Nobody looks at what is measured: only what is computed is given. */
  readonly quick?: boolean;
}

/** The second run already has the arena that all later ones have; a third for good measure. */
const RUNS = 3;

export async function measureMemory({ runtime, path, model, facts, feeds, threads, quick = false }: MemoryRequest): Promise<Memory> {
  const activations = activationMemory(model, facts);
  const { arenaBytes } = quick ? { arenaBytes: null } : await runtime.profile(path, feeds, RUNS, { threads });
  const resident = quick ? 'nobody asked for a measurement' : await runtime.resident(path, feeds, RUNS, { threads });
  const known = typeof activations === 'string' ? { liveBytes: null, ramBytes: null } : { liveBytes: activations.liveBytes, ramBytes: activations.arenaBytes };
  const measured = typeof resident === 'string' ? { residentBytes: null, residentBaseBytes: null } : { residentBytes: resident.peakBytes, residentBaseBytes: resident.baseBytes };
  return {
    flashBytes: weightBytes(model), ...known, arenaBytes, ...measured, ...(typeof resident === 'string' || resident.deviceBytes === undefined ? {} : { deviceBytes: resident.deviceBytes }),
    notes: [
      ...(typeof activations === 'string' ? [`the activations' arena is not known: ${activations}`] : []),
      ...(typeof resident === 'string' ? [`resident memory was not measured: ${resident}`] : []),
    ],
  };
}
