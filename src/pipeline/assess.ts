/** Judges a candidate against the dense model: metrics on held-out data, size, MACs, latency, then the gate. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { evaluatePair, type EvaluatePairOptions } from '../evaluate/evaluate.js';
import type { Baseline } from '../gate/baseline.js';
import { judge } from '../gate/judge.js';
import { measureSize } from '../measure/size.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { ModelPolicy } from '../policy/types.js';
import { macsByNode, macsByOperator, uncountedNote } from '../prune/cost.js';
import type { CheckResult, Energy, Finding, MeasurePair, Measures, MetricResult, Verdict } from '../report/types.js';
import { gatherFacts } from '../runtime/facts.js';
import type { Feeds, Profile, Runtime, Session } from '../runtime/types.js';
import { runMeasureCommand } from '../measure/command.js';
import type { Journal } from './journal.js';
import { energyOfBoth, type EnergyRequest } from './measure-energy.js';
import { measureMemory } from './measure-memory.js';
import { prunedFindings } from './prove-device.js';
import { batchFor } from './samples.js';
import type { Subject } from './subject.js';
import { isUntimed, timeModels } from './time-models.js';
import type { Timed } from './time-models.js';

export interface Candidate {
  readonly path: string;
  /** The model file and its external data files. */
  readonly files: readonly string[];
  readonly model: Model;
  /** Weights that the file holds as sparse initializers. */
  readonly sparse: number;
}

export interface Assessment {
  readonly metrics: readonly MetricResult[];
  readonly measures: MeasurePair;
  readonly checks: readonly CheckResult[];
  readonly findings?: readonly Finding[];
  readonly verdict: Verdict;
}

export async function assess(subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal, baseline?: Baseline): Promise<Assessment> {
  const measures = await measurePair(subject, densePath, candidate, policy, heldout, feeds, journal);
  journal.enter('evaluate', `${String(heldout.count)} held-out samples`);
  const batch = await evaluationBatch(subject, feeds);
  const metrics = await withSessions(subject.runtime, [densePath, candidate.path], ([dense, pruned]) => evaluatePair({
    ...evaluation(dense, pruned, heldout, policy, batch, journal), seed: evaluationSeed(subject.sha256, heldout.sha256),
  }));
  journal.enter('gate');
  const judged = judgePair(policy, metrics, measures, baseline);
  const findings = [...judged.findings ?? [], ...prunedFindings(subject.runtime.device.used, measures)];
  return { metrics, measures, ...judged, ...(findings.length > 0 ? { findings } : {}) };
}

/** What is measured of both models without the held-out samples: size, MACs, latency. */
export async function measurePair(
  subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal,
): Promise<MeasurePair> {
  journal.enter('measure', 'size and MACs');
  const uncounted = uncountedNote(subject.model);
  if (uncounted !== undefined) journal.note(uncounted);
  const denseFacts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const dense = await measureStill(subject, denseFacts);
  const facts = await gatherFacts(subject.runtime, candidate.model, { directory: subject.directory, feeds });
  const pruned = await measureStill(candidate, facts);
  journal.enter('measure', 'memory');
  const at = { runtime: subject.runtime, feeds, threads: policy.latency.threads[0] ?? 1, quick: isUntimed(policy) };
  const memory = {
    dense: await measureMemory({ ...at, path: densePath, model: subject.model, facts: denseFacts }),
    pruned: await measureMemory({ ...at, path: candidate.path, model: candidate.model, facts }),
  };
  journal.enter('measure', 'latency');
  const timed = await timeModels({ subject, densePath, prunedPath: candidate.path, policy, feeds, seed: heldout.sha256 }, journal);
  const energy = await measureBoth(subject, [{ path: densePath, model: subject.model, facts: denseFacts, macs: dense.macs }, { path: candidate.path, model: candidate.model, facts, macs: pruned.macs }], policy, heldout, feeds, journal);
  const board = await measureOnBoard([densePath, candidate.path], policy, journal);
  return withLatency(subject.runtime, { ...dense, memory: memory.dense, energy: energy[0], ...board[0] }, { ...pruned, memory: memory.pruned, energy: energy[1], ...board[1] }, timed);
}

function measureBoth(subject: Subject, models: EnergyRequest['models'], policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal): Promise<readonly [Energy, Energy]> {
  journal.enter('measure', 'energy');
  return energyOfBoth({ runtime: subject.runtime, models, feeds, threads: policy.latency.threads[0] ?? 1, confidence: policy.confidence, seed: heldout.sha256, quick: isUntimed(policy) });
}

type Board = Pick<Measures, 'board'>;

/** By the policy's own command; where the policy names none, or none may run, nothing (run-model.ts leaves it out). */
async function measureOnBoard([dense = '', pruned = '']: readonly string[], { measure }: ModelPolicy, journal: Journal): Promise<readonly [Board, Board]> {
  if (measure === undefined) return [{}, {}];
  journal.enter('measure', 'command');
  // Not the model's own folder: an interpreter takes modules and settings from where it is started, and those there are the change's.
  const cwd = await mkdtemp(join(tmpdir(), 'prune-gate-measure-'));
  const run = async (modelPath: string, role: 'dense' | 'pruned'): Promise<Board> => ({ board: await runMeasureCommand({ ...measure, cwd, modelPath: resolve(modelPath), role }) });
  try {
    return [await run(dense, 'dense'), await run(pruned, 'pruned')];
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Samples a run: the same on every machine that judges a part of them, since sums differ with the shape of a batch. */
export async function evaluationBatch(subject: Subject, feeds: Feeds): Promise<number> {
  return batchFor(subject.inputs, await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds }));
}

export function evaluation(
  dense: Session | undefined, pruned: Session | undefined, samples: Samples, policy: ModelPolicy, batch: number, journal: Journal,
): Omit<EvaluatePairOptions, 'seed'> {
  return {
    dense: dense as Session, pruned: pruned as Session, samples, metrics: policy.metrics, batch, confidence: policy.confidence,
    onProgress: (done, total) => { journal.progress(done, total, 'samples'); },
  };
}

/** A re-run cannot re-roll: the bootstrap's draws follow from what is judged. */
export const evaluationSeed = (model: string, heldout: string): string => `${model}:${heldout}`;

export function judgePair(policy: ModelPolicy, metrics: readonly MetricResult[], measures: MeasurePair, baseline?: Baseline): Pick<Assessment, 'checks' | 'findings' | 'verdict'> {
  const { checks, findings, verdict } = judge({
    checks: policy.gate, metrics, measures, mode: policy.mode, confidence: policy.confidence, onInconclusive: policy.onInconclusive, errors: [], baseline,
  });
  return { checks, verdict, ...(findings.length > 0 ? { findings } : {}) };
}

/** Everything that can be read off a model without timing it. */
async function measureStill({ files, model, sparse }: Omit<Candidate, 'path'>, facts: Facts): Promise<Measures> {
  let macs = 0;
  for (const count of macsByNode(model, facts).values()) macs += count;
  return { ...(await measureSize(files, model)), ...(sparse > 0 ? { sparseWeights: sparse } : {}), macs, macsByOperator: macsByOperator(model, facts), latency: null };
}

export async function withSessions<T>(runtime: Runtime, paths: readonly string[], use: (sessions: readonly Session[]) => Promise<T>): Promise<T> {
  const sessions: Session[] = [];
  try {
    for (const path of paths) sessions.push(await runtime.open(path));
    return await use(sessions);
  } finally {
    for (const session of sessions) await session.release();
  }
}

function withLatency({ device }: Runtime, dense: Measures, pruned: Measures, { settings, profiles }: Timed): MeasurePair {
  const [shown] = settings;
  const profiled = ({ operators, placement }: Profile): Pick<Measures, 'operators' | 'placement'> => ({ operators, ...(device.used === 'cpu' || placement === null ? {} : { placement }) });
  return {
    dense: { ...dense, latency: shown.dense, ...profiled(profiles.dense) },
    pruned: { ...pruned, latency: shown.pruned, ...profiled(profiles.pruned) },
    speedup: shown.speedup,
    settings,
  };
}
