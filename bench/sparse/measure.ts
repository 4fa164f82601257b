/** One row: the policy's step as a run would take it, then the same plan with fewer repairs for the ladder. */
import { evaluatePair } from '../../src/evaluate/evaluate.js';
import type { Model } from '../../src/onnx/ir.js';
import { withSessions } from '../../src/pipeline/assess.js';
import { Journal } from '../../src/pipeline/journal.js';
import { pruneModel } from '../../src/pipeline/prune-model.js';
import { batchFor, firstFeeds, openRunSamples } from '../../src/pipeline/samples.js';
import type { RunSamples } from '../../src/pipeline/samples.js';
import { openSubject, placeVariant } from '../../src/pipeline/subject.js';
import type { Subject } from '../../src/pipeline/subject.js';
import { parsePolicy } from '../../src/policy/read.js';
import type { ModelPolicy, SparseRepairName, UnstructuredStep } from '../../src/policy/types.js';
import { makePlan } from '../../src/prune/plan.js';
import type { MetricResult } from '../../src/report/types.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import type { SparseMethod, SparseTarget } from './cases.js';
import type { SparseRow } from './row.js';

const MODEL = 'cifar10-models/resnet20.onnx';

function policyFor(target: SparseTarget, method: SparseMethod, seed: number): ModelPolicy {
  const inputs = { input: 'images' };
  const [model] = parsePolicy(JSON.stringify({
    version: 1,
    models: [{
      name: 'resnet20', path: MODEL, device: 'cpu', seed,
      data: {
        heldout: { path: 'cifar10-images/test.npz', inputs, target: 'labels' }, calibration: { path: 'cifar10-images/train.npz', inputs },
        preprocess: { scale: 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], layout: 'NCHW' },
      },
      prune: [{ method: 'unstructured', ...target.step, ...method.step }],
      metrics: [{ name: 'accuracy' }], gate: [{ check: 'accuracy.drop', max: '1pp' }],
    }],
  }), 'bench.json').models;
  if (model === undefined) throw new Error('a policy without a model');
  return model;
}

export async function measureSparse(workspace: string, target: SparseTarget, method: SparseMethod, seed: number): Promise<SparseRow> {
  const policy = policyFor(target, method, seed);
  const subject = await openSubject(workspace, MODEL, 'cpu');
  try {
    const journal = new Journal('resnet20', () => undefined);
    const samples = await openRunSamples({ workspace }, policy, subject.inputs, journal);
    const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds: await firstFeeds(samples.fit, subject.inputs) });
    const judge = (model: Model) => heldoutOf(subject, policy, samples, model, batchFor(subject.inputs, facts));
    const started = performance.now();
    const pruned = await pruneModel({ subject, policy, samples, journal });
    const seconds = (performance.now() - started) / 1000;
    const final = await judge(pruned.model);
    const plan = makePlan({ model: { path: MODEL, sha256: subject.sha256 }, policy: null, seed, steps: pruned.steps, repair: pruned.repair });
    const ladder: SparseRow['ladder'][number][] = [];
    for (const { step, loss, accepted } of pruned.ladder) {
      if (step === 'dense') continue;
      const steps = pruned.repair.slice(0, pruned.repair.findIndex((name) => `+ ${name}` === step) + 1) as SparseRepairName[];
      const isLast = steps.length === pruned.repair.length;
      const heldout = !accepted ? ladder.at(-1)?.heldout ?? NaN : (isLast ? final : await judge((await pruneModel({ subject, policy: withRepair(policy, steps), samples, journal, plan })).model)).pruned ?? NaN;
      ladder.push({ step, loss, accepted, heldout });
    }
    const tensors = pruned.steps.flatMap((step) => (step.method === 'unstructured' ? step.tensors : []));
    const sum = (key: 'zeros' | 'elements') => tensors.reduce((total, tensor) => total + tensor[key], 0);
    return {
      target: target.name, method: method.name, seed, dense: final.dense ?? NaN, ladder, zeros: sum('zeros') / sum('elements'),
      drop: { value: final.drop ?? NaN, low: final.dropInterval?.low ?? NaN, high: final.dropInterval?.high ?? NaN },
      samples: samples.heldout.count, calibrationSamples: samples.calibration.count, seconds,
    };
  } finally {
    await subject.dispose();
  }
}

function withRepair(policy: ModelPolicy, repair: readonly SparseRepairName[]): ModelPolicy {
  return { ...policy, prune: policy.prune.map((step) => ({ ...(step as UnstructuredStep), repair })) };
}

async function heldoutOf(subject: Subject, policy: ModelPolicy, samples: RunSamples, model: Model, batch: number): Promise<MetricResult> {
  const paths = [await placeVariant(subject, subject.model, 'dense'), await placeVariant(subject, model, 'candidate')];
  const [result] = await withSessions(subject.runtime, paths, ([dense, pruned]) => evaluatePair({
    dense: dense as NonNullable<typeof dense>, pruned: pruned as NonNullable<typeof pruned>,
    samples: samples.heldout, metrics: policy.metrics, batch, confidence: policy.confidence, seed: `${subject.sha256}:${samples.heldout.sha256}`,
  }));
  if (result === undefined) throw new Error('a policy without a metric');
  return result;
}
