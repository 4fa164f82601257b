/** `validate`: what a run would take, and what its data cannot decide. */
import { smallestDecidableDrop } from '../gate/statistics/index.js';
import { fixedBatch } from '../evaluate/stream.js';
import { elementBits } from '../onnx/elements.js';
import { gatherFacts } from '../runtime/facts.js';
import { analyse } from '../prune/prunable.js';
import { mostOf } from '../prune/budget.js';
import { costOf } from '../prune/cost.js';
import { openGroups } from '../prune/open-groups.js';
import type { Prunable } from '../prune/prunable.js';
import { chooseWeights } from '../prune/unstructured/weights.js';
import { refuseKept, unreachable } from '../prune/structured.js';
import type { Group } from '../prune/types.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Finding } from '../report/types.js';
import type { Journal } from './journal.js';
import { committedOf } from './prune-state.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
import { withSessions } from './assess.js';
import { secondsOfRun } from './run-cost.js';
import type { ModelTimes } from './run-cost.js';
import { placeVariant } from './subject.js';

/** Gives the limits that cannot be decided with so few samples, whatever they show. */
export async function estimate(subject: Subject, model: ModelPolicy, samples: RunSamples, journal: Journal): Promise<Finding[]> {
  journal.enter('estimate');
  const feeds = await firstFeeds(samples.heldout, subject.inputs);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const prunable = analyse(subject.model, facts, subject.fileBytes, committedOf(subject, {}, subject.model));
  const batch = batchFor(subject.inputs, facts);
  checkTargets(prunable, model, journal);
  const counts = { heldout: samples.heldout.count, fit: samples.fit.count, decide: samples.decide.count, search: samples.search?.count ?? 0 };
  const seconds = secondsOfRun({ prunable, facts, policy: model, samples: counts, times: await timeModel(subject, samples) });
  let elements = 0;
  for (const { dims } of facts.values.values()) elements += dims.reduce((a, b) => a * b, 1);
  const weights = [...prunable.tensors.values()].reduce((sum, { dims, dataType }) => sum + (dims.reduce((a, b) => a * b, 1) * (elementBits(dataType) ?? 0)) / 8, 0);
  const bytes = 3 * weights + 4 * elements * batch;
  const { macs, params } = costOf(prunable.model, prunable.tensors, facts);
  journal.note(`${String(prunable.analysis.groups.length)} groups can be pruned; ${params.toLocaleString('en')} parameters, ${macs.toLocaleString('en')} multiply-accumulates a sample.`);
  journal.note(`${String(samples.heldout.count)} held-out and ${String(samples.calibration.count)} calibration samples; a run would take about ${seconds < 90 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`} and ${(bytes / 2 ** 20).toFixed(0)} MiB beyond onnxruntime itself.`);
  const decidable = smallestDecidableDrop(samples.heldout.count, model.confidence);
  const findings = undecidable(model, samples.heldout.count);
  journal.note(`Smallest accuracy drop limit that ${String(samples.heldout.count)} samples can decide where dense and pruned never disagree: ${(100 * decidable).toFixed(2)} pp.`);
  return findings;
}

/**
 * Whether shapes allow what the policy asks for: each step may count on what all steps up to it can take away.
 *
 * @throws UserError `target-unreached`, `pattern-unmatched`
 */
function checkTargets(prunable: Prunable, model: ModelPolicy, journal: Journal): void {
  const open = new Set<Group>();
  for (const step of model.prune) {
    // Patterns that match nothing are found here; of structured steps below.
    if (step.method === 'unstructured') chooseWeights(prunable.model, step);
    if (step.method !== 'structured') continue;
    const own = openGroups(prunable, step);
    for (const group of own) open.add(group);
    if (step === model.prune[0]) refuseKept(prunable, step);
    const most = mostOf(prunable, step, step.target.kind === 'ratio' ? own : [...open]);
    // What is measured is not known from shapes.
    if (most.reached || step.target.kind === 'latency') continue;
    const error = unreachable(step, most, prunable);
    if (!step.allowPartial) throw error;
    journal.note(`${error.message} The policy accepts that with a warning (allow-partial).`);
  }
}

/** Limits in points on the drop of right answers that even two models that never disagree could not keep. */
function undecidable({ gate, metrics, confidence }: ModelPolicy, samples: number): Finding[] {
  const least = smallestDecidableDrop(samples, confidence);
  const hits = new Set(metrics.filter(({ name }) => name === 'accuracy' || name === 'agreement').map(({ id }) => `${id}.drop`));
  return gate.filter(({ check, unit, value }) => hits.has(check) && unit === 'pp' && value < least).map(({ check, text, value }): Finding => ({
    code: 'too-few-samples', level: 'undecided', where: `gate: ${check}`,
    message: `${String(samples)} held-out samples cannot keep ${check} at most ${text}, whatever they show: the smallest limit they can is ${(100 * least).toFixed(2)} pp, and ${text} takes ${String(samplesFor(value, confidence))} samples at least.`,
    fix: 'Add held-out samples, or allow what so few can show.',
  }));
}

/** Fewest samples that can decide a drop limit where the models never disagree. */
function samplesFor(limit: number, confidence: number): number {
  let [few, enough] = [1, 2];
  while (smallestDecidableDrop(enough, confidence) > limit && enough < 1e9) [few, enough] = [enough, 2 * enough];
  while (enough - few > 1) {
    const guess = Math.floor((few + enough) / 2);
    if (smallestDecidableDrop(guess, confidence) > limit) few = guess;
    else enough = guess;
  }
  return enough;
}

async function timeModel(subject: Subject, samples: RunSamples): Promise<ModelTimes> {
  const path = await placeVariant(subject, subject.model, 'estimate');
  const feeds = await firstFeeds(samples.heldout, subject.inputs);
  const opening = performance.now();
  return withSessions(subject.runtime, [path], async ([session]) => {
    const open = (performance.now() - opening) / 1000;
    await session?.run(feeds);
    const running = performance.now();
    await session?.run(feeds);
    return { open, perSample: (performance.now() - running) / 1000 / (fixedBatch(subject.inputs) ?? 1) };
  });
}
