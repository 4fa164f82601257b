/**
 * A sweep that several machines share. Rules:
 *
 * 1. Of the rising factors the `i`-th of `n` parts makes each n-th, from the i-th on: every part has cheap and dear points, and
 *    those that no cut reaches, which are the last, are spread too.
 * 2. A part ends at its first point that cannot be reached, as a whole sweep does. The whole curve ends at the lowest of
 *    these, so that what a part left out is never missed.
 * 3. A record says what it is about, by content. The merge makes each key again from its own checkout, but for the machine;
 *    another model, other data, another policy, release, device or list of points is an ERROR.
 */
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import { COST_WORDS } from '../prune/target-words.js';
import type { Finding, ModelReport, SweepPoint } from '../report/types.js';
import type { Share, SweepCost } from '../request.js';
import { writeAtomically } from '../supervisor/files.js';
import { folderName, PLAN_FILE, SHARD_FILE } from './files.js';
import { adoptFiles } from './finished.js';
import type { Draft, ModelRun } from './model-run.js';
import { withFindings } from './model-run.js';
import { complete, deviceFindings, partFile, problem, readParts } from './parts.js';
import { differingInput, type PruneInputs } from './prune-inputs.js';
import { hasItsModel, pointFolder, pointKey, writePoint, type Outcome, type Sweep } from './sweep-point.js';

/** What one machine leaves of its points. */
export interface SweepShard {
  readonly version: 1;
  readonly model: string;
  readonly index: number;
  readonly count: number;
  /** sha256 of the policy file. */
  readonly policy: string;
  readonly inputs: PruneInputs;
  readonly cost: SweepCost;
  /** Of the whole curve, rising. */
  readonly factors: readonly number[];
  readonly device: ModelReport['device'];
  readonly findings: readonly Finding[];
  /** All that was noted, of points and beside them. */
  readonly notes: readonly string[];
  readonly outcomes: readonly (Outcome & { readonly factor: number })[];
}

type Placed = SweepShard & { readonly place: string };

/** What the parts made, checked: every point of the curve up to where it ends. */
export interface SharedCurve {
  readonly cost: SweepCost;
  readonly factors: readonly number[];
  readonly shards: readonly Placed[];
}

export function factorsOf(factors: readonly number[], { index, count }: Share): readonly number[] {
  return factors.filter((_, i) => i % count === index - 1);
}

const recordPath = (outDir: string, model: string, share: Share): string => join(outDir, folderName(model), 'sweep', partFile(share));

/** A part that was begun again is not there until it is done. */
export async function withdrawShard({ request, model }: ModelRun, share: Share): Promise<void> {
  await rm(recordPath(request.outDir, model.name, share), { force: true });
}

export async function writeShard({ run: { request, model, policy, journal }, inputs, cost }: Sweep, share: Share, factors: readonly number[], outcomes: SweepShard['outcomes'], { report }: Draft): Promise<void> {
  const record: SweepShard = {
    version: 1, model: model.name, ...share, policy: policy.sha256, inputs, cost, factors,
    device: report.device, findings: (report.findings ?? []).filter(({ code }) => code === 'device-placement'), notes: [...journal.notes], outcomes,
  };
  await writeAtomically(recordPath(request.outDir, model.name, share), `${JSON.stringify(record, null, 1)}\n`);
}

/** Every part of this model below the folder, in order. Throws UserError `shard-missing`, `shard-duplicate`, `shard-damaged`. */
export async function readCurve(folder: string, model: string): Promise<SharedCurve> {
  const isPlace = (path: string): boolean => basename(path) === 'sweep' && basename(dirname(path)) === folderName(model);
  const found = await readParts(folder, SHARD_FILE, isPlace, (shard: SweepShard) => {
    const { factors, cost, outcomes, notes, findings } = shard;
    const isWhole = [factors, outcomes, notes, findings].every(Array.isArray);
    // Folders are named by them: they are not taken on trust.
    if (!isWhole || !Object.hasOwn(COST_WORDS, cost) || !factors.every((factor) => Number.isFinite(factor) && factor > 1)) throw new Error('it is no record of a part of a sweep');
    return shard;
  });
  const shards = complete(found, model);
  const [first] = shards as readonly [Placed];
  const other = shards.find(({ cost, factors }) => cost !== first.cost || factors.join() !== first.factors.join());
  if (other !== undefined) throw problem('shard-foreign', `Part ${of(other)} is of another curve (${curveText(other)}) than part ${of(first)} (${curveText(first)})`, model);
  return { cost: first.cost, factors: first.factors, shards };
}

const of = ({ index, count }: Share): string => `${String(index)} of ${String(count)}`;
const curveText = ({ factors, cost }: SweepShard): string => `${factors.map((factor) => `${String(factor)}x`).join(', ')} ${cost}`;

/**
 * The device is a name here, and need not be one of this machine: parts agree on one, and on `--device` where it is given.
 *
 * Throws UserError `shard-foreign` for a part that is not about what is checked out here, `shard-damaged` for one with other points than its own.
 */
export function requireShards({ run: { request, model, policy }, inputs: here, metric }: Sweep, { cost, factors, shards }: SharedCurve): void {
  const inputs = { ...here, device: request.device ?? shards[0]?.inputs.device ?? here.device };
  for (const shard of shards) {
    const other = shard.policy === policy.sha256 ? differingInput(shard.inputs, inputs, false) : 'policy';
    if (other !== undefined) throw problem('shard-foreign', `Part ${of(shard)} was made with another ${other}`, model.name);
    const [own, done] = [factorsOf(factors, shard), shard.outcomes];
    const isWhole = done.length === own.length || 'stopped' in (done.at(-1) ?? {});
    if (!isWhole || done.some(({ factor }, i) => factor !== own[i])) throw problem('shard-damaged', `Part ${of(shard)} has not the points ${own.map((factor) => `${String(factor)}x`).join(', ')}, which are its own`, model.name);
    const keyOf = (factor: number): string => pointKey({ ...inputs, machine: shard.inputs.machine, accelerator: shard.inputs.accelerator }, factor, { cost, metric, latency: model.latency });
    const foreign = done.find((outcome) => 'record' in outcome && outcome.record.key !== keyOf(outcome.factor));
    if (foreign !== undefined) throw problem('shard-foreign', `The point ${String(foreign.factor)}x of part ${of(shard)} was made with other settings`, model.name);
  }
}

/** The point as its part left it, model and plan taken over. Throws UserError `shard-damaged`, `shard-missing`. */
export async function takePoint({ run: { request, model } }: Sweep, { cost, shards }: SharedCurve, factor: number): Promise<Outcome> {
  for (const { place, outcomes } of shards) {
    const outcome = outcomes.find((one) => one.factor === factor);
    if (outcome === undefined) continue;
    if ('stopped' in outcome) return { stopped: String(outcome.stopped) };
    const { record, reused } = outcome;
    const folder = pointFolder(model.name, factor, cost);
    await adopt(join(place, basename(folder)), join(request.outDir, folder), record.files, () => hasItsModel(join(place, basename(folder)), record));
    const own: SweepPoint = { ...record.point, factor, folder };
    const taken = { ...record, point: own };
    await writePoint(join(request.outDir, folder), taken);
    return { record: taken, reused };
  }
  throw problem('shard-missing', `No part made the point ${String(factor)}x`, model.name);
}

async function adopt(from: string, to: string, files: readonly string[], isWhole: () => Promise<boolean>): Promise<void> {
  try {
    if (!await isWhole()) throw new Error('the pruned model is not the one that was measured');
    await mkdir(to, { recursive: true });
    await adoptFiles([...files, PLAN_FILE].map((file) => join(from, file)), to);
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw problem('shard-damaged', `A point's model cannot be taken over: ${messageOf(thrown)}`, from);
  }
}

/** What the parts say beside their points: devices, and machines whose timings are not each other's. */
export function adoptRemarks({ run: { journal } }: Sweep, { shards }: SharedCurve, draft: Draft): void {
  for (const note of shards.flatMap(({ notes }) => notes)) journal.note(note);
  const [first] = shards as readonly [Placed];
  const used = first.device?.used ?? 'an unknown device';
  const devices = shards.map(({ index, device, findings }) => ({ index, device: device?.used, findings }));
  draft.report = {
    ...draft.report, device: first.device,
    ...withFindings(draft.report, deviceFindings(devices, used, draft.report.findings ?? [], { first: 'The first part was made', parts: 'were made' })),
  };
  const machines = [...new Set(shards.filter(({ outcomes }) => outcomes.length > 0).map(({ inputs }) => inputs.machine))];
  if (machines.length > 1) journal.note(`The points were made on ${String(machines.length)} kinds of machines (${machines.join('; ')}): each speed-up is of its own machine, milliseconds do not compare.`);
}
