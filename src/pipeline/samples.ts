/** Held-out and calibration samples of a run: disjoint, and calibration split in two (A fits, B decides). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openSamples } from '../data/open.js';
import { splitSeeded } from '../data/split.js';
import type { Samples } from '../data/types.js';
import { filledFeeds, fixedBatch } from '../evaluate/stream.js';
import { UserError } from '../errors.js';
import type { DataPolicy, ModelPolicy } from '../policy/types.js';
import type { Feeds, Port } from '../runtime/types.js';
import type { Facts } from '../ops/facts.js';
import { nearDuplicates, type Sketch } from '../data/sketch.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import type { Journal } from './journal.js';
import { judgeLeak, leakBetween, look, nearlyAlike, sketcherFor } from './leakage.js';

export interface RunSamples {
  readonly heldout: Samples;
  readonly calibration: Samples;
  /** Split A: statistics and fits. */
  readonly fit: Samples;
  /** Split B: every decision. */
  readonly decide: Samples;
  /** Split C: what a model that was chosen by its quality loses. Only where something is searched for by quality. */
  readonly search?: Samples;
  /** What the samples have in common that they should not. */
  readonly findings: readonly Finding[];
}

/** Share of the held-out file that calibrates where the policy names no calibration data. */
const BORROWED_SHARE = 0.2;
/** Share of the calibration samples that decides. */
const DECIDING_SHARE = 0.25;
/** Share of them that a search by quality measures on, and how many are enough: a drop of 1 point is told from none by some hundreds. */
const SEARCHING_SHARE = 0.25;
const MOST_SEARCHING = 2000;

export async function openHeldout(workspace: string, data: DataPolicy, inputs: readonly Port[]): Promise<Samples> {
  return openSamples({ workspace, source: data.heldout, preprocess: data.preprocess, inputs });
}

export interface DataPlaces {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute; held-out data that lies here under its path goes before the workspace's. */
  readonly pinnedData?: string | undefined;
}

export interface Opening {
  /** Whether something is searched for by quality, on samples of its own. */
  readonly searching: boolean;
  /** Of a run that several machines share: the parts look for samples on both sides, each among its own (shard.ts). */
  readonly part?: Part['kind'] | undefined;
}

export async function openRunSamples({ workspace, pinnedData }: DataPlaces, policy: ModelPolicy, inputs: readonly Port[], journal: Journal, opening: Opening = { searching: searchesByQuality(policy) }): Promise<RunSamples> {
  const { data, seed } = policy;
  const isPinned = pinnedData !== undefined && existsSync(join(pinnedData, data.heldout.path));
  const all = await openHeldout(isPinned ? pinnedData : workspace, data, inputs);
  const whole = fixedBatch(inputs) ?? 1;
  if (data.calibration === undefined) return borrow(all, seed, whole, journal, opening);
  const calibration = await openSamples({ workspace, source: data.calibration, preprocess: data.preprocess, inputs });
  const findings = opening.part === undefined ? judgeLeak(await leakBetween(all, calibration), all.count, calibration.count, data.calibration.path) : [];
  return { heldout: all, calibration, findings, ...splitCalibration(calibration, seed, whole, opening.searching) };
}

export const searchesByQuality = ({ prune }: ModelPolicy): boolean => prune.some((step) => step.method === 'structured' && step.target.kind === 'accuracy-drop');

/** A seeded 20 % of the held-out file calibrates and the verdict uses the rest; twins of judged samples are left out. */
async function borrow(all: Samples, seed: number, whole: number, journal: Journal, { searching, part }: Opening): Promise<RunSamples> {
  const { share, rest } = splitSeeded(all.count, BORROWED_SHARE, `${String(seed)}:${all.sha256}`);
  const heldout = all.subset(rest);
  // Which samples calibrate follows from all of them: the job that prunes looks, and what it left is not asked again.
  if (part === 'shard') {
    const calibration = all.subset(share);
    return { heldout, calibration, findings: [], ...splitCalibration(calibration, seed, whole, searching) };
  }
  const { hashes, sketches } = await look(all, await sketcherFor(all));
  const judged = new Set(rest.map((position) => hashes[position]));
  const clean = share.filter((position) => !judged.has(hashes[position]));
  journal.note(`No calibration data in the policy: a seeded 20 % of the held-out file (${String(clean.length)} samples) calibrates, the verdict uses the other ${String(rest.length)}.`);
  const calibration = all.subset(clean);
  const at = (positions: readonly number[]): Sketch[] => positions.flatMap((position) => sketches[position] ?? []);
  const findings = nearlyAlike(nearDuplicates(at(rest), at(clean)), rest.length, 'data.heldout in the policy');
  return { heldout, calibration, findings, ...splitCalibration(calibration, seed, whole, searching) };
}

/** @param whole the batch size that the model insists on: each part then holds whole batches, and what is over is left out */
function splitCalibration(calibration: Samples, seed: number, whole: number, searching: boolean): Pick<RunSamples, 'fit' | 'decide' | 'search'> {
  const least = (searching ? 3 : 2) * whole;
  if (calibration.count < least) {
    throw new UserError({
      code: 'calibration-too-small',
      message: `There are ${String(calibration.count)} calibration samples; at least ${String(least)} are needed, since one part fits${searching ? ', one is searched on' : ''} and the other decides${whole === 1 ? '' : `, and the model takes batches of ${String(whole)}`}.`,
      where: 'data.calibration in the policy',
      fix: 'Add calibration samples (a few hundred are a good start; labels are not needed).',
    });
  }
  const share = Math.max(whole, wholeBatches(DECIDING_SHARE * calibration.count, whole)) / calibration.count;
  const { share: deciding, rest } = splitSeeded(calibration.count, share, `${String(seed)}:${calibration.sha256}:decide`);
  const decide = calibration.subset(deciding);
  if (!searching) return { fit: calibration.subset(rest.slice(0, wholeBatches(rest.length, whole))), decide };
  const wanted = Math.min(MOST_SEARCHING, Math.max(whole, wholeBatches(SEARCHING_SHARE * calibration.count, whole)));
  const parts = splitSeeded(rest.length, wanted / rest.length, `${String(seed)}:${calibration.sha256}:search`);
  const at = (positions: readonly number[]): Samples => calibration.subset(positions.slice(0, wholeBatches(positions.length, whole)).map((position) => rest[position] ?? 0));
  return { fit: at(parts.rest), decide, search: at(parts.share) };
}

const wholeBatches = (count: number, whole: number): number => (whole === 1 ? count : count - (count % whole));

/** Feeds of the first sample, or of as many as the model insists on: for probing, proofs and timing. */
export async function firstFeeds(samples: Samples, inputs: readonly Port[]): Promise<Feeds> {
  const size = fixedBatch(inputs) ?? 1;
  for await (const batch of samples.batches(size)) return filledFeeds(batch, size);
  throw new UserError({ code: 'data-empty', message: 'The dataset has no samples.', where: samples.description });
}

/** Bytes of activations that one batch may make. */
const BATCH_BYTES = 256 << 20;
const MOST_PER_BATCH = 64;

/** Samples per run: what the model fixes, else as many as keep a batch's activations within bounds. */
export function batchFor(inputs: readonly Port[], facts: Facts): number {
  const fixed = fixedBatch(inputs);
  if (fixed !== undefined) return fixed;
  let elements = 0;
  for (const { dims } of facts.values.values()) elements += dims.reduce((a, b) => a * b, 1);
  return Math.max(1, Math.min(MOST_PER_BATCH, Math.floor(BATCH_BYTES / (4 * Math.max(1, elements)))));
}

/** The same sample `batch` times, for timing; feeds of as many stay as they are. */
export function repeatFeeds(feeds: Feeds, batch: number): Feeds {
  return new Map([...feeds].map(([name, tensor]) => {
    const copies = Math.max(1, Math.ceil(batch / Math.max(1, tensor.dims[0] ?? 1)));
    if (copies === 1) return [name, tensor];
    const data = new (tensor.data.constructor as new (length: number) => typeof tensor.data)(tensor.data.length * copies);
    for (let i = 0; i < copies; i++) data.set(tensor.data as never, i * tensor.data.length);
    return [name, { ...tensor, dims: [(tensor.dims[0] ?? 1) * copies, ...tensor.dims.slice(1)], data }];
  }));
}
