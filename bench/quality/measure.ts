/** One run: the policy's steps as a job would take them, then every held-out sample through both models. */
import { UserError } from '../../src/errors.js';
import { medianRatioInterval } from '../../src/gate/statistics/index.js';
import { seededRandom } from '../../src/kernels/random.js';
import { measureLatency } from '../../src/measure/latency.js';
import type { Model } from '../../src/onnx/ir.js';
import { weightTensors } from '../../src/onnx/constants.js';
import { withSessions } from '../../src/pipeline/assess.js';
import { Journal } from '../../src/pipeline/journal.js';
import { pruneModel } from '../../src/pipeline/prune-model.js';
import { batchFor, firstFeeds, openRunSamples, repeatFeeds } from '../../src/pipeline/samples.js';
import type { RunSamples } from '../../src/pipeline/samples.js';
import { openSubject, placeVariant } from '../../src/pipeline/subject.js';
import type { Subject } from '../../src/pipeline/subject.js';
import { parsePolicy } from '../../src/policy/read.js';
import type { ModelPolicy } from '../../src/policy/types.js';
import { costOf } from '../../src/prune/cost.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import type { Session } from '../../src/runtime/types.js';
import type { Facts } from '../../src/ops/facts.js';
import type { QualityCase, Steps } from './cases.js';
import type { Measured, Method, Row, Speedup } from './row.js';

/** Whatever the steps do not say is the schema's default. */
export function policyFor({ bench }: QualityCase, steps: Steps, seed: number): ModelPolicy {
  const { data } = bench;
  if (data === undefined) throw new Error(`${bench.name} has no data`);
  const { heldout, calibration, preprocess, metric } = data;
  const [model] = parsePolicy(JSON.stringify({
    version: 1,
    models: [{
      name: bench.name, path: bench.model, device: 'cpu', seed,
      data: { heldout, ...(calibration === undefined ? {} : { calibration }), ...(preprocess === undefined ? {} : { preprocess }) },
      prune: steps, metrics: [metric], gate: [{ check: 'size.reduction', min: '1%' }],
    }],
  }), 'bench.json').models;
  if (model === undefined) throw new Error('a policy without a model');
  return model;
}

export async function measureQuality(workspace: string, given: QualityCase, method: Method, seed: number): Promise<Row> {
  try {
    const policy = policyFor(given, method === 'engine' ? given.steps : given.beside[method], seed);
    const subject = await openSubject(workspace, given.bench.model, 'cpu');
    try {
      return await measureWith(subject, policy, given, method, seed, workspace);
    } finally {
      await subject.dispose();
    }
  } catch (thrown) {
    if (thrown instanceof UserError) return { status: 'refused', method, seed, code: thrown.code, reason: thrown.message };
    throw thrown;
  }
}

async function measureWith(subject: Subject, policy: ModelPolicy, given: QualityCase, method: Method, seed: number, workspace: string): Promise<Row> {
  const journal = new Journal(policy.name, () => undefined);
  const samples = await openRunSamples({ workspace }, policy, subject.inputs, journal);
  const started = performance.now();
  const pruned = await pruneModel({ subject, policy, samples, journal });
  const seconds = (performance.now() - started) / 1000;
  const paths = [await placeVariant(subject, subject.model, 'dense'), await placeVariant(subject, pruned.model, 'pruned')] as const;
  return {
    status: 'measured', method, seed, ...await compare(subject, { model: pruned.model, directory: subject.directory }, paths, samples), calibrationSamples: samples.calibration.count,
    ladder: pruned.ladder.map(({ step, loss, accepted }) => ({ step, loss: loss !== null && Number.isFinite(loss) ? loss : null, accepted })),
    speedups: method === 'engine' ? await speedupsOf(subject, policy, samples, paths, [...(given.speedups?.keys() ?? [])]) : [],
    seconds,
  };
}

/** Every held-out sample through the subject's model and another, and how many times fewer products the other takes; `paths` are their files. */
export async function compare(subject: Subject, other: Pick<Subject, 'model' | 'directory'>, paths: readonly [string, string], samples: RunSamples): Promise<Pick<Measured, 'dense' | 'pruned' | 'macs'>> {
  const feeds = await firstFeeds(samples.fit, subject.inputs);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const otherFacts = await gatherFacts(subject.runtime, other.model, { directory: other.directory, feeds });
  const macs = (model: Model, of: Facts): number => costOf(model, weightTensors(model.graph), of).macs;
  const [dense, pruned] = await withSessions(subject.runtime, paths, async (sessions) => rightOf(sessions, samples, batchFor(subject.inputs, facts)));
  return { dense: dense as string, pruned: pruned as string, macs: macs(subject.model, facts) / macs(other.model, otherFacts) };
}

/** Per session, whether each held-out sample's label is its first output's greatest class: as the metric `accuracy` has it. */
async function rightOf(sessions: readonly Session[], samples: RunSamples, size: number): Promise<string[]> {
  const right = sessions.map(() => '');
  for await (const { feeds, target } of samples.heldout.batches(size)) {
    if (target === undefined) throw new Error('samples without labels');
    for (const [i, session] of sessions.entries()) {
      const output = (await session.run(feeds)).get(session.outputs[0]?.name ?? '');
      if (output === undefined) throw new Error('a model without outputs');
      const classes = output.data.length / target.data.length;
      right[i] += Array.from(target.data as ArrayLike<number | bigint>, (label, row) => (greatest(output.data as Float32Array, row * classes, classes) === Number(label) ? '1' : '0')).join('');
    }
  }
  return right;
}

function greatest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[from + i] as number) > (values[from + best] as number)) best = i;
  return best;
}

async function speedupsOf(subject: Subject, policy: ModelPolicy, samples: RunSamples, [densePath, prunedPath]: readonly [string, string], batches: readonly number[]): Promise<Speedup[]> {
  const found: Speedup[] = [];
  for (const batch of batches) {
    const feeds = repeatFeeds(await firstFeeds(samples.heldout, subject.inputs), batch);
    const measured = await measureLatency({ runtime: subject.runtime, densePath, prunedPath, feeds, spec: { ...policy.latency, batch, threads: 1 }, seed: subject.sha256 });
    const { ratio, low, high } = medianRatioInterval(measured.samples, { confidence: policy.confidence, random: seededRandom(`${subject.sha256}:latency`) });
    found.push({ batch, ratio, low, high });
  }
  return found;
}
