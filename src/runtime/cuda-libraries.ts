/** CUDA's and TensorRT's side of a device on Linux: its provider libraries, what they need, and whether this machine has it. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../errors.js';
import { checkCuda, type CudaCheck } from './cuda-check.js';
import { loaderPlaces } from './loader.js';
import { nvidiaDriver } from './nvidia-driver.js';
import { needsOf } from './provider-needs.js';

export interface CudaState extends CudaCheck {
  /** Names of the GPUs; empty where nobody tells. */
  readonly gpus: readonly string[];
}

const states = new Map<string, CudaState>();

/**
 * Once per process and set of libraries, without starting any of them.
 *
 * @param providers paths of the provider libraries of one device
 * @param onnxruntime version of the runtime that would load them
 */
export function cudaState(providers: readonly string[], onnxruntime: string): CudaState {
  const key = JSON.stringify([providers, onnxruntime, process.env.LD_LIBRARY_PATH]);
  const state = states.get(key) ?? look(providers, onnxruntime);
  states.set(key, state);
  return state;
}

function look(providers: readonly string[], onnxruntime: string): CudaState {
  try {
    const needs = needsOf(providers, onnxruntime);
    const given = process.env.PRUNE_GATE_CUDA ?? '';
    const places = loaderPlaces({ runpath: needs.runpath, beside: [...providers.map((path) => dirname(path)), ...(given === '' ? [] : [given])] });
    const driver = nvidiaDriver(places);
    return { ...checkCuda(needs, { driver, places, onnxruntime }), gpus: driver?.gpus ?? [] };
  } catch (thrown) {
    const fix = 'install it again, or give a folder whose libraries are whole';
    return { versions: [], unknown: [], gpus: [], mismatches: [{ problem: `its provider library is broken: ${messageOf(thrown)}`, fix }] };
  }
}

export interface HashedLibrary {
  readonly file: string;
  readonly sha256: string;
}

/** Of the provider libraries in a folder, by name. */
export async function hashProviders(folder: string): Promise<HashedLibrary[]> {
  const names = readdirSync(folder).filter((name) => /onnxruntime_providers_\w+\.(?:so|dll)$/u.test(name)).sort();
  const hashed: HashedLibrary[] = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    hashed.push({ file: basename(name), sha256: hash.digest('hex') });
  }
  return hashed;
}
