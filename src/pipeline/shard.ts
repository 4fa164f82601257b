/**
 * One machine's part of a run that several share. The first prunes, and measures what needs no samples; each of the others
 * evaluates a part of the held-out samples; merge-shards.ts puts together what they found. Rules:
 *
 * 1. Parts are whole batches, cut by position: every sample is in the batch that one machine would run it in, since sums
 *    in a matrix product differ in their last digits with the shape of a batch.
 * 2. A record says what it is about, by content: another model, other data, another policy or release is not merged.
 */
import { join } from 'node:path';
import { evaluatePart } from '../evaluate/evaluate.js';
import type { PairRecord } from '../evaluate/record.js';
import { fixedBatch } from '../evaluate/stream.js';
import type { Samples } from '../data/types.js';
import type { Finding } from '../report/types.js';
import type { Part } from '../request.js';
import { writeAtomically } from '../supervisor/files.js';
import { evaluation, evaluationBatch, measurePair, withSessions, type Candidate } from './assess.js';
import { folderName } from './files.js';
import { withFindings, type Draft, type ModelRun } from './model-run.js';
import { prunedFindings } from './prove-device.js';
import { inputsKey } from './prune-inputs.js';
import type { PruneInputs } from './prune-inputs.js';
import { firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import { placeVariant } from './subject.js';
import type { Subject } from './subject.js';

/** What a part is about; equal in all parts of one run. */
export interface ShardSubject {
  /** Key of what the prune was made from, but for the machine. */
  readonly inputs: string;
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
  /** What this part ran on; a timing decides for `auto`, so each part may have another. */
  readonly device?: string;
  /** Of this part's device: what shows that it was not used as it should be. */
  readonly findings?: readonly Finding[];
  readonly record: PairRecord;
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

async function evaluateShard({ request, policy, model, journal }: ModelRun, { index, count }: Extract<Part, { kind: 'shard' }>, { subject, samples, inputs, candidate }: PartRun, draft: Draft): Promise<void> {
  const { heldout } = samples;
  const batch = await evaluationBatch(subject, await firstFeeds(heldout, subject.inputs));
  const slice = sliceOf(heldout, fixedBatch(subject.inputs) ?? batch, index, count);
  journal.enter('evaluate', `${String(slice.count)} of ${String(heldout.count)} held-out samples`);
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const record = await withSessions(subject.runtime, [densePath, candidate.path], ([dense, pruned]) => evaluatePart(evaluation(dense, pruned, slice, model, batch, journal)));
  const found: ShardRecord = {
    version: 1, model: model.name, index, count, record, device: subject.runtime.device.used,
    findings: (draft.report.findings ?? []).filter(({ code }) => code === 'device-placement'),
    subject: { ...shardSubject(inputs, draft.report.provenance.prunedModel ?? '', policy.sha256), samples: heldout.count },
  };
  await writeAtomically(join(request.outDir, folderName(model.name), `shard-${String(index)}-of-${String(count)}.json`), `${JSON.stringify(found)}\n`);
  journal.note(`Part ${String(index)} of ${String(count)}: ${String(slice.count)} of ${String(heldout.count)} held-out samples.`);
}

export function shardSubject(inputs: PruneInputs, prunedModel: string, policy: string): Omit<ShardSubject, 'samples'> {
  return { inputs: inputsKey({ ...inputs, machine: '' }), prunedModel, policy };
}

/** The `index`-th of `count` parts of nearly as many batches each; empty where there are more parts than batches. */
export function sliceOf(samples: Samples, batch: number, index: number, count: number): Samples {
  const batches = Math.ceil(samples.count / batch);
  const start = Math.floor((batches * (index - 1)) / count) * batch;
  const end = Math.min(samples.count, Math.floor((batches * index) / count) * batch);
  return samples.subset(Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i));
}
