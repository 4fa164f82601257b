/** `validate`: what a run would take, from one timed batch. */
import { smallestDecidableDrop } from '../gate/statistics/index.js';
import { elementBits } from '../onnx/elements.js';
import { gatherFacts } from '../runtime/facts.js';
import { analyse } from '../prune/prunable.js';
import { costOf } from '../prune/cost.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Journal } from './journal.js';
import { batchFor, firstFeeds } from './samples.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';
import { withSessions } from './assess.js';
import { placeVariant } from './subject.js';

/** Passes over the calibration samples that scoring and repair make, at most: moments, ridges, statistics. */
const CALIBRATION_PASSES = 12;

export async function estimate(subject: Subject, model: ModelPolicy, samples: RunSamples, journal: Journal): Promise<void> {
  journal.enter('estimate');
  const feeds = await firstFeeds(samples.heldout, subject.inputs);
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  const prunable = analyse(subject.model, facts, subject.fileBytes);
  const batch = batchFor(subject.inputs, facts);
  const perSample = await secondsPerSample(subject, samples);
  const seconds = perSample * (2 * samples.heldout.count + CALIBRATION_PASSES * samples.calibration.count + 4 * model.latency.runs * model.latency.batch);
  let elements = 0;
  for (const { dims } of facts.values.values()) elements += dims.reduce((a, b) => a * b, 1);
  const weights = [...prunable.tensors.values()].reduce((sum, { dims, dataType }) => sum + (dims.reduce((a, b) => a * b, 1) * (elementBits(dataType) ?? 0)) / 8, 0);
  const bytes = 3 * weights + 4 * elements * batch;
  const { macs, params } = costOf(prunable.model, prunable.tensors, facts);
  journal.note(`${String(prunable.analysis.groups.length)} groups can be pruned; ${params.toLocaleString('en')} parameters, ${macs.toLocaleString('en')} multiply-accumulates a sample.`);
  journal.note(`${String(samples.heldout.count)} held-out and ${String(samples.calibration.count)} calibration samples; a run would take about ${seconds < 90 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`} and ${(bytes / 2 ** 20).toFixed(0)} MiB beyond onnxruntime itself.`);
  const decidable = smallestDecidableDrop(samples.heldout.count, model.confidence);
  journal.note(`Smallest accuracy drop limit that ${String(samples.heldout.count)} samples can decide where dense and pruned never disagree: ${(100 * decidable).toFixed(2)} pp.`);
}

async function secondsPerSample(subject: Subject, samples: RunSamples): Promise<number> {
  const path = await placeVariant(subject, subject.model, 'estimate');
  return withSessions(subject.runtime, [path], async ([session]) => {
    const feeds = await firstFeeds(samples.heldout, subject.inputs);
    await session?.run(feeds);
    const start = performance.now();
    await session?.run(feeds);
    return (performance.now() - start) / 1000;
  });
}
