/** Shorthand for the tests of src/data: ports, sources, temporary workspaces, whole passes. */
import { cp, mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openSamples } from '../../src/data/open.js';
import type { Batch, Samples } from '../../src/data/types.js';
import { UserError } from '../../src/errors.js';
import type { DataSource, Preprocess } from '../../src/policy/types.js';
import type { ElementType, Port, TypedArray } from '../../src/runtime/types.js';

export const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));

export const AS_STORED: Preprocess = {
  scale: 1, mean: [0], std: [1], layout: undefined, color: undefined, resize: undefined, crop: undefined,
};

export function port(name: string, type: ElementType, dims: Port['dims']): Port {
  return { name, type, dims };
}

export interface Opening {
  readonly workspace?: string;
  readonly source: Partial<Omit<DataSource, 'inputs'>> & { readonly path: string; readonly inputs?: Record<string, string | readonly string[]> };
  readonly preprocess?: Partial<Preprocess>;
  readonly inputs: readonly Port[];
}

export function open({ workspace = FIXTURES, source, preprocess = {}, inputs }: Opening): Promise<Samples> {
  const mapped = Object.entries(source.inputs ?? {}).map(([name, columns]) => [name, typeof columns === 'string' ? [columns] : columns] as const);
  return openSamples({
    workspace, inputs, preprocess: { ...AS_STORED, ...preprocess },
    source: {
      format: 'auto', target: undefined, labels: undefined, sha256: undefined, maxSamples: undefined, ...source, inputs: new Map(mapped),
    },
  });
}

/** All batches of one pass. */
export async function batchesOf(samples: Samples, size = 64): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of samples.batches(size)) batches.push(batch);
  return batches;
}

/** One input over a whole pass, as plain numbers. */
export async function valuesOf(samples: Samples, input: string, size = 64): Promise<number[]> {
  const batches = await batchesOf(samples, size);
  return batches.flatMap(({ feeds }) => numbers(feeds.get(input)?.data));
}

export async function targetsOf(samples: Samples, size = 64): Promise<number[]> {
  return (await batchesOf(samples, size)).flatMap(({ target }) => numbers(target?.data));
}

export function numbers(data: TypedArray | undefined): number[] {
  if (data === undefined) throw new Error('no such tensor');
  return Array.from(data as ArrayLike<number | bigint>, Number);
}

/** The UserError that `work` ends in; anything else fails the test. */
export async function errorOf(work: Promise<unknown>): Promise<UserError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Opens and reads to the end: some refusals come only while streaming. */
export async function readAll(opening: Opening): Promise<Batch[]> {
  return batchesOf(await open(opening));
}

/** A folder of its own, gone after the test, with these files in it. */
export async function workspaceWith(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prune-gate-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function copyFixture(from: string, workspace: string, to: string): Promise<void> {
  await mkdir(dirname(join(workspace, to)), { recursive: true });
  await cp(join(FIXTURES, from), join(workspace, to), { recursive: true });
}
