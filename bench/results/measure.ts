/** One model at one factor: pruned as a policy with all defaults would, measured after each step of the ladder. */
import { createYardstick } from '../../src/calibrate/yardstick.js';
import { UserError } from '../../src/errors.js';
import { evaluateOne, evaluatePair } from '../../src/evaluate/evaluate.js';
import { medianRatioInterval } from '../../src/gate/statistics/index.js';
import { seededRandom } from '../../src/kernels/random.js';
import { measureLatency } from '../../src/measure/latency.js';
import { measureSize } from '../../src/measure/size.js';
import type { Model } from '../../src/onnx/ir.js';
import { requiredInputs } from '../../src/onnx/ir.js';
import { withSessions } from '../../src/pipeline/assess.js';
import { prepareModelFolder, writePruned } from '../../src/pipeline/files.js';
import { describeGroups } from '../../src/pipeline/group-report.js';
import { Journal } from '../../src/pipeline/journal.js';
import { batchFor, firstFeeds, openHeldout, openRunSamples, repeatFeeds } from '../../src/pipeline/samples.js';
import type { RunSamples } from '../../src/pipeline/samples.js';
import { openSubject, placeVariant } from '../../src/pipeline/subject.js';
import type { Subject } from '../../src/pipeline/subject.js';
import { parsePolicy } from '../../src/policy/read.js';
import type { ModelPolicy, RepairName, StructuredStep } from '../../src/policy/types.js';
import { analyse } from '../../src/prune/prunable.js';
import { repair } from '../../src/prune/repair/repair.js';
import type { RepairResult } from '../../src/prune/repair/repair.js';
import { pruneStructured } from '../../src/prune/structured.js';
import type { StructuredRequest, StructuredResult } from '../../src/prune/structured.js';
import type { MetricResult } from '../../src/report/types.js';
import { elementTypeOf } from '../../src/runtime/convert.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { synthesize } from '../../src/runtime/synthesize.js';
import type { BenchCase, BenchData } from './cases.js';
import type { DenseRow, Measured, Refused, Row, Rung } from './row.js';

/** The policy of a row; whatever it does not say is the schema's default. */
function policyFor(bench: BenchCase, data: BenchData, factor: number): ModelPolicy {
  const { heldout, calibration, preprocess, metric } = data;
  const policy = {
    version: 1,
    models: [{
      name: bench.name, path: bench.model, device: 'cpu',
      data: { heldout, ...(calibration === undefined ? {} : { calibration }), ...(preprocess === undefined ? {} : { preprocess }) },
      prune: [{ method: 'structured', target: { macs: `${factor}x` } }],
      metrics: [metric],
      gate: [{ check: 'size.reduction', min: '1%' }],
    }],
  };
  const [model] = parsePolicy(JSON.stringify(policy), 'bench.json').models;
  if (model === undefined) throw new Error('a policy without a model');
  return model;
}

/** The dense model on all rows of the held-out file, as its README measured it. */
export async function measureDense(workspace: string, bench: BenchCase, data: BenchData): Promise<DenseRow> {
  const policy = policyFor(bench, data, 2);
  const subject = await openSubject(workspace, bench.model, 'cpu');
  try {
    const samples = await openHeldout(workspace, policy.data, subject.inputs);
    const batch = await batchOf(subject, policy, workspace);
    const path = await placeVariant(subject, subject.model, 'dense');
    const [result] = await withSessions(subject.runtime, [path], ([session]) => evaluateOne({
      session: session as NonNullable<typeof session>, samples, metrics: policy.metrics, batch, confidence: policy.confidence,
    }));
    return { name: bench.name, metric: result?.metric ?? '', value: result?.dense ?? null, expected: data.expected ?? null, samples: samples.count };
  } finally {
    await subject.dispose();
  }
}

async function batchOf(subject: Subject, policy: ModelPolicy, workspace: string): Promise<number> {
  const samples = await openHeldout(workspace, policy.data, subject.inputs);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds: await firstFeeds(samples, subject.inputs) });
  return batchFor(subject.inputs, facts);
}

export async function measureRow(workspace: string, out: string, bench: BenchCase, factor: number): Promise<Row> {
  const subject = await openSubject(workspace, bench.model, 'cpu');
  try {
    if (bench.data === undefined) return await tryWithoutData(subject, bench, factor);
    const policy = policyFor(bench, bench.data, factor);
    const samples = await openRunSamples({ workspace }, policy, subject.inputs, new Journal(bench.name, () => undefined));
    return await measurePruned({ subject, bench, factor, policy, samples, out });
  } catch (thrown) {
    if (thrown instanceof UserError) return { name: bench.name, factor, status: 'refused', code: thrown.code, reason: thrown.message };
    throw thrown;
  } finally {
    await subject.dispose();
  }
}

interface Run {
  readonly subject: Subject;
  readonly bench: BenchCase;
  readonly factor: number;
  readonly policy: ModelPolicy;
  readonly samples: RunSamples;
  readonly out: string;
}

async function measurePruned(run: Run): Promise<Measured> {
  const { subject, policy, samples, bench, factor } = run;
  const [step] = policy.prune as [StructuredStep];
  const started = performance.now();
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const prunable = analyse(subject.model, facts, subject.fileBytes);
  const batch = batchFor(subject.inputs, facts);
  const request: StructuredRequest = {
    runtime: subject.runtime, directory: subject.directory, prunable, step, calibration: samples.fit, decide: samples.decide, batch, feeds, seed: policy.seed,
  };
  const result = await pruneStructured(request);
  const cut = performance.now();
  const after = new Map<string, Model>();
  const repaired = await repairWith(request, result, samples, step.repair, after);
  const done = performance.now();
  const final = await heldoutOf(run, repaired.model, batch);
  const size = await sizesOf(run, repaired.model);
  return {
    name: bench.name, factor, status: 'measured', metric: final.metric,
    dense: final.dense, pruned: final.pruned,
    drop: final.drop === null || final.dropInterval === null ? null : { value: final.drop, low: final.dropInterval.low, high: final.dropInterval.high },
    samples: samples.heldout.count, calibrationSamples: samples.calibration.count,
    ladder: await ladderOf(run, result, repaired, after, batch),
    macs: result.chosen.denseCost.macs / result.chosen.cost.macs,
    ...size,
    ...(await latencyOf(run, repaired.model)),
    seconds: { prune: (cut - started) / 1000, repair: (done - cut) / 1000 },
    groups: countGroups(prunable, result),
    proof: { holds: result.proof.holds, values: result.proof.values, worst: result.proof.worst },
  };
}

async function repairWith(
  { runtime, directory, prunable, batch }: StructuredRequest, result: StructuredResult, samples: RunSamples, steps: readonly RepairName[], after: Map<string, Model>,
): Promise<RepairResult> {
  const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: samples.decide, batch });
  return repair({
    runtime, directory, prunable, pruned: result.model, cut: result.chosen.cut, steps, samples: samples.fit, judge: samples.decide, yardstick, batch,
    onStep: (step, model) => { after.set(`+ ${step}`, model); return Promise.resolve(); },
  });
}

/** Held-out metric after every step that was taken. A step that was dropped changed nothing. */
async function ladderOf(run: Run, result: StructuredResult, repaired: RepairResult, after: ReadonlyMap<string, Model>, batch: number): Promise<Rung[]> {
  const rungs: Rung[] = [];
  let heldout = (await heldoutOf(run, result.model, batch)).pruned;
  for (const { step, loss, accepted } of repaired.ladder) {
    if (step === 'dense') continue;
    const model = after.get(step);
    if (model !== undefined) heldout = (await heldoutOf(run, model, batch)).pruned;
    rungs.push({ step, loss: Number.isFinite(loss) ? loss : null, accepted, heldout });
  }
  return rungs;
}

async function heldoutOf({ subject, policy, samples }: Run, model: Model, batch: number): Promise<MetricResult> {
  const paths = [await placeVariant(subject, subject.model, 'dense'), await placeVariant(subject, model, 'candidate')];
  const [result] = await withSessions(subject.runtime, paths, ([dense, pruned]) => evaluatePair({
    dense: dense as NonNullable<typeof dense>, pruned: pruned as NonNullable<typeof pruned>,
    samples: samples.heldout, metrics: policy.metrics, batch, confidence: policy.confidence, seed: `${subject.sha256}:${samples.heldout.sha256}`,
  }));
  if (result === undefined) throw new Error('a policy without a metric');
  return result;
}

async function sizesOf({ subject, out, bench }: Run, model: Model): Promise<Pick<Measured, 'bytes' | 'gzip'>> {
  await prepareModelFolder(out, bench.name, undefined);
  const written = await writePruned(out, bench.name, model, subject.hadExternalData);
  const [dense, pruned] = [await measureSize(subject.files, subject.model), await measureSize(written.files, model)];
  return { bytes: [dense.fileBytes, pruned.fileBytes], gzip: [dense.gzipBytes, pruned.gzipBytes] };
}

async function latencyOf({ subject, policy, samples }: Run, model: Model): Promise<Pick<Measured, 'latency' | 'speedup'>> {
  const [densePath, prunedPath] = [await placeVariant(subject, subject.model, 'dense'), await placeVariant(subject, model, 'candidate')];
  const feeds = repeatFeeds(await firstFeeds(samples.heldout, subject.inputs), policy.latency.batches[0] ?? 1);
  const measured = await measureLatency({ runtime: subject.runtime, densePath, prunedPath, feeds, spec: { ...policy.latency, batch: policy.latency.batches[0] ?? 1, threads: policy.latency.threads[0] ?? 1 }, seed: subject.sha256 });
  const { ratio, low, high } = medianRatioInterval(measured.samples, { confidence: policy.confidence, random: seededRandom(`${subject.sha256}:latency`) });
  return { latency: [measured.dense.medianMs, measured.pruned.medianMs], speedup: { ratio, low, high, noiseFloor: measured.noiseFloor } };
}

function countGroups(prunable: StructuredRequest['prunable'], result: StructuredResult): Measured['groups'] {
  const groups = describeGroups(prunable, result);
  const count = (status: string): number => groups.filter((group) => group.status === status).length;
  return { pruned: count('pruned'), kept: count('kept'), refused: count('refused') };
}

/** A model that no dataset can feed: what pruning says of it, on made-up inputs. */
async function tryWithoutData(subject: Subject, { name }: BenchCase, factor: number): Promise<Refused> {
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory });
  const prunable = analyse(subject.model, facts, subject.fileBytes);
  const feeds = new Map(requiredInputs(subject.model.graph).map((input) =>
    [input.name, synthesize(elementTypeOf(input.elemType) ?? 'float32', facts.values.get(input.name)?.dims ?? [], input.name, 0)]));
  await pruneStructured({
    runtime: subject.runtime, directory: subject.directory, prunable, calibration: undefined, batch: 1, feeds, seed: 0,
    step: { method: 'structured', criterion: 'l1', allocation: 'uniform', target: { kind: 'macs', factor }, align: 'auto', keep: [], only: undefined, repair: [], allowPartial: false },
  });
  throw new Error(`${name} was pruned, but no data measures it`);
}
