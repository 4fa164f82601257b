/** Judges a candidate against the dense model: metrics on held-out data, size, MACs, latency, then the gate. */
import { evaluatePair } from '../evaluate/evaluate.js';
import { fixedBatch } from '../evaluate/stream.js';
import { medianRatioInterval } from '../gate/statistics/index.js';
import { judge } from '../gate/judge.js';
import { seededRandom } from '../kernels/random.js';
import { measureLatency } from '../measure/latency.js';
import { measureSize } from '../measure/size.js';
import type { Samples } from '../data/types.js';
import type { Model } from '../onnx/ir.js';
import type { Facts } from '../ops/facts.js';
import type { ModelPolicy } from '../policy/types.js';
import { macsByNode, macsByOperator, uncountedNote } from '../prune/cost.js';
import type { CheckResult, MeasurePair, Measures, MetricResult, Verdict } from '../report/types.js';
import { gatherFacts } from '../runtime/facts.js';
import type { Feeds, Runtime, Session } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { batchFor, repeatFeeds } from './samples.js';
import type { Subject } from './subject.js';

export interface Candidate {
  readonly path: string;
  /** The model file and its external data files. */
  readonly files: readonly string[];
  readonly model: Model;
}

export interface Assessment {
  readonly metrics: readonly MetricResult[];
  readonly measures: MeasurePair;
  readonly checks: readonly CheckResult[];
  readonly verdict: Verdict;
}

export async function assess(subject: Subject, densePath: string, candidate: Candidate, policy: ModelPolicy, heldout: Samples, feeds: Feeds, journal: Journal): Promise<Assessment> {
  journal.enter('measure', 'size and MACs');
  const uncounted = uncountedNote(subject.model);
  if (uncounted !== undefined) journal.note(uncounted);
  const denseFacts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const dense = await measureStill(subject.files, subject.model, denseFacts);
  const facts = await gatherFacts(subject.runtime, candidate.model, { directory: subject.directory, feeds });
  const pruned = await measureStill(candidate.files, candidate.model, facts);
  const metrics = await compareMetrics(subject, densePath, candidate.path, policy, heldout, batchFor(subject.inputs, denseFacts), journal);
  journal.enter('measure', 'latency');
  const latency = { ...policy.latency, batch: fixedBatch(subject.inputs) ?? policy.latency.batch };
  if (latency.batch !== policy.latency.batch) journal.note(`Latency is of batches of ${String(latency.batch)}, the only size that the model takes.`);
  const measures = await withLatency(subject.runtime, densePath, candidate.path, { ...policy, latency }, feeds, heldout.sha256, dense, pruned);
  journal.enter('gate');
  const { checks, verdict } = judge({
    checks: policy.gate, metrics, measures, mode: policy.mode, confidence: policy.confidence, onInconclusive: policy.onInconclusive, errors: [],
  });
  return { metrics, measures, checks, verdict };
}

/** Everything that can be read off a model without timing it. */
async function measureStill(files: readonly string[], model: Model, facts: Facts): Promise<Measures> {
  let macs = 0;
  for (const count of macsByNode(model, facts).values()) macs += count;
  return { ...(await measureSize(files, model)), macs, macsByOperator: macsByOperator(model, facts), latency: null };
}

async function compareMetrics(subject: Subject, densePath: string, candidatePath: string, policy: ModelPolicy, samples: Samples, batch: number, journal: Journal): Promise<MetricResult[]> {
  journal.enter('evaluate', `${String(samples.count)} held-out samples`);
  return withSessions(subject.runtime, [densePath, candidatePath], ([dense, pruned]) => evaluatePair({
    dense: dense as Session,
    pruned: pruned as Session,
    samples,
    metrics: policy.metrics,
    batch,
    confidence: policy.confidence,
    seed: `${subject.sha256}:${samples.sha256}`,
    onProgress: (done, total) => { journal.progress(done, total, 'samples'); },
  }));
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

async function withLatency(
  runtime: Runtime, densePath: string, prunedPath: string, policy: ModelPolicy, feeds: Feeds, seed: string, dense: Measures, pruned: Measures,
): Promise<MeasurePair> {
  const spec = policy.latency;
  const measured = await measureLatency({ runtime, densePath, prunedPath, feeds: repeatFeeds(feeds, spec.batch), spec, seed });
  const interval = medianRatioInterval(measured.samples, { confidence: policy.confidence, random: seededRandom(`${seed}:latency`) });
  return {
    dense: { ...dense, latency: measured.dense },
    pruned: { ...pruned, latency: measured.pruned },
    speedup: { ratio: interval.ratio, low: interval.low, high: interval.high, noiseFloor: measured.noiseFloor },
  };
}
