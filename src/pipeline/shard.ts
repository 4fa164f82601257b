/**
 * One machine's part of a run that several share. The first prunes, and measures what needs no samples; each of the others
 * evaluates a part of the held-out samples; merge-shards.ts puts together what they found. Rules:
 *
 * 1. Parts are whole batches, cut by position: every sample is in the batch that one machine would run it in, since sums
 *    in a matrix product differ in their last digits with the shape of a batch.
 * 2. A record says what it is about, by content: another model, other data, another policy or release is not merged.
 * 3. Where a change is judged by two policies, each has its records. What the first found of the same model, data and metrics
 *    is not found again: the second's record then names it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { evaluatePart } from '../evaluate/evaluate.js';
import type { PairRecord } from '../evaluate/record.js';
import { fixedBatch } from '../evaluate/stream.js';
import type { Samples } from '../data/types.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import { writeAtomically } from '../supervisor/files.js';
import { evaluation, evaluationBatch, measurePair, withSessions, type Candidate } from './assess.js';
import { folderName } from './files.js';
import type { Journal } from './journal.js';
import { leakBetween, type Leak } from './leakage.js';
import { withFindings, type Draft, type ModelRun } from './model-run.js';
import { partFile } from './parts.js';
import { prunedFindings } from './prove-device.js';
import { differingInput, type PruneInputs } from './prune-inputs.js';
import { noteMemory } from './report-device.js';
import { firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import { placeVariant } from './subject.js';
import type { Subject } from './subject.js';

/** What a part is about; equal in all parts of one run. */
export interface ShardSubject {
  /** What the prune was made from; machines may differ. */
  readonly inputs: PruneInputs;
  readonly prunedModel: string;
  /** sha256 of the policy file. */
  readonly policy: string;
  /** Of the whole held-out set. */
  readonly samples: number;
}

export interface ShardRecord {
  readonly version: 1;
  readonly model: string;
  readonly index: number;
  readonly count: number;
  readonly subject: ShardSubject;
  /** Positions among the held-out samples: from `start` on, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
  /** What this part ran on; a timing decides for `auto`, so each part may have another. */
  readonly device?: string;
  /** Of this part's device: what shows that it was not used as it should be. */
  readonly findings?: readonly Finding[];
  /** What evaluating noted. */
  readonly notes: readonly string[];
  /** Null where the part that this one was made beside has found it already. */
  readonly found: Found | null;
  /** Of what was found, as it is written. */
  readonly sha256: string;
}

export interface Found {
  readonly record: PairRecord;
  /** Between this part's samples and all that calibrate; null where the policy names none, so that the pruning job took some. */
  readonly leak: Leak | null;
}

export interface PartRun {
  readonly subject: Subject;
  readonly samples: RunSamples;
  readonly inputs: PruneInputs;
  readonly candidate: Candidate;
  readonly partial: boolean;
}

export async function runPart(run: ModelRun, part: Part, work: PartRun, draft: Draft): Promise<void> {
  const verdict = work.partial ? 'WARN' : 'PASS';
  if (part.kind === 'shard') {
    await evaluateShard(run, part, work, draft);
    // Only the pruning job hands on files; here they were a means.
    draft.report = { ...draft.report, verdict, files: { model: null, plan: null } };
    return;
  }
  const densePath = await placeVariant(work.subject, work.subject.model, 'dense');
  const { heldout } = work.samples;
  const measures = await measurePair(work.subject, densePath, work.candidate, run.model, heldout, await firstFeeds(heldout, work.subject.inputs), run.journal);
  // Said here, where it ran: the job that merges only reads.
  draft.report = { ...draft.report, ...withFindings(draft.report, prunedFindings(work.subject.runtime.device.used, measures)), verdict, measures };
}

async function evaluateShard({ request, policy, model, journal }: ModelRun, { index, count, known }: Extract<Part, { kind: 'shard' }>, work: PartRun, draft: Draft): Promise<void> {
  const { subject, samples: { heldout }, inputs } = work;
  const batch = await evaluationBatch(subject, await firstFeeds(heldout, subject.inputs));
  const place = placeOf(heldout.count, fixedBatch(subject.inputs) ?? batch, index, count);
  const file = join(folderName(model.name), partFile({ index, count }));
  const about: Omit<ShardRecord, 'found' | 'sha256' | 'notes'> = {
    version: 1, model: model.name, index, count, ...place, device: subject.runtime.device.used,
    findings: (draft.report.findings ?? []).filter(({ code }) => code === 'device-placement'),
    subject: { inputs, prunedModel: draft.report.provenance.prunedModel ?? '', policy: policy.sha256, samples: heldout.count },
  };
  const opened = journal.notes.length;
  const isKnown = known !== undefined && await isFoundIn(join(known, file), about.subject);
  const found = isKnown ? null : await findIn(rangeOf(heldout, place), model, work, batch, journal);
  noteMemory(subject, journal);
  await writeAtomically(join(request.outDir, file), textOf({ ...about, notes: journal.notes.slice(opened), found }));
  journal.note(`Part ${String(index)} of ${String(count)}: ${String(place.end - place.start)} of ${String(heldout.count)} held-out samples${isKnown ? ', as the other policy found them' : ''}.`);
}

/** @throws UserError `shard-too-large` past what a string can hold, half a gigabyte */
function textOf(record: Omit<ShardRecord, 'sha256'>): string {
  try {
    return `${JSON.stringify({ ...record, sha256: hashOf(record.found) } satisfies ShardRecord)}\n`;
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new UserError({
      code: 'shard-too-large', message: `What was found of ${String(record.end - record.start)} samples does not fit into one record.`, where: record.model,
      fix: 'Share the samples among more parts: shard: i/n with a larger n.',
    });
  }
}

async function findIn(slice: Samples, model: ModelPolicy, { subject, samples: { heldout, calibration }, candidate }: PartRun, batch: number, journal: Journal): Promise<Found> {
  journal.enter('data', 'samples on both sides');
  const leak = model.data.calibration === undefined ? null : await leakBetween(slice, calibration);
  journal.enter('evaluate', `${String(slice.count)} of ${String(heldout.count)} held-out samples`);
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const record = await withSessions(subject.runtime, [densePath, candidate.path], ([dense, pruned]) => evaluatePart(evaluation(dense, pruned, slice, model, batch, journal)));
  return { record, leak };
}

/** Whether a record of this part is about the same, but for the policy, and of the same device: figures of another are not this one's. */
export async function isFoundIn(path: string, subject: ShardSubject): Promise<boolean> {
  const known = await readFile(path, 'utf8').then((text) => JSON.parse(text) as ShardRecord, () => undefined);
  return known?.found != null && known.subject.inputs.accelerator === subject.inputs.accelerator && differingSubject({ ...known.subject, policy: subject.policy }, subject) === undefined;
}

/** What differs between what two parts are about, in words; machines may. */
export function differingSubject(left: ShardSubject, right: ShardSubject): string | undefined {
  if (left.policy !== right.policy) return 'policy';
  return differingInput(left.inputs, right.inputs, false) ?? (left.prunedModel !== right.prunedModel ? 'pruned model' : left.samples !== right.samples ? 'number of held-out samples' : undefined);
}

export const hashOf = (found: Found | null): string => createHash('sha256').update(JSON.stringify(found)).digest('hex');

/** The `index`-th of `count` parts of nearly as many batches each; empty where there are more parts than batches. */
export function placeOf(samples: number, batch: number, index: number, count: number): { start: number; end: number } {
  const batches = Math.ceil(samples / batch);
  const startOf = (part: number): number => Math.min(samples, Math.floor((batches * part) / count) * batch);
  return { start: startOf(index - 1), end: startOf(index) };
}

const rangeOf = (samples: Samples, { start, end }: { start: number; end: number }): Samples =>
  samples.range?.(start, end) ?? samples.subset(Array.from({ length: end - start }, (_, i) => start + i));
