/** `evaluate`: metrics of the dense model alone, or of it and of a candidate that somebody else made. */
import type { Samples } from '../data/types.js';
import { UserError } from '../errors.js';
import { evaluateOne } from '../evaluate/evaluate.js';
import { metricNamed } from '../evaluate/metrics/registry.js';
import { externalFiles } from '../onnx/constants.js';
import { readDense } from '../onnx/sparse.js';
import type { MetricName } from '../policy/types.js';
import type { MetricResult } from '../report/types.js';
import { gatherFacts } from '../runtime/facts.js';
import type { Feeds } from '../runtime/types.js';
import { assess, withSessions } from './assess.js';
import { Dump } from './dump.js';
import { consulted, note, withFindings } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { batchFor, firstFeeds, openHeldout } from './samples.js';
import { judgeDevice, noteMemory } from './report-device.js';
import { placeVariant } from './subject.js';
import type { Subject } from './subject.js';

export async function evaluateOnly(run: ModelRun, given: Subject, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  journal.enter('data', model.data.heldout.path);
  const heldout = await openHeldout(request.workspace, model.data, given.inputs);
  journal.note(heldout.description);
  note(draft, { heldout: heldout.sha256, heldoutSamples: heldout.count });
  const subject = await judgeDevice(draft, given, heldout, journal);
  await evaluateOn(run, subject, heldout, draft);
  noteMemory(subject, journal);
}

async function evaluateOn(run: ModelRun, subject: Subject, heldout: Samples, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const feeds = await firstFeeds(heldout, subject.inputs);
  if (request.candidatePath === undefined) {
    await evaluateDense(run, subject, draft, densePath, heldout, feeds);
    return;
  }
  const { model: candidate, sparse } = await readDense(request.candidatePath);
  const assessment = await assess(subject, densePath, { path: request.candidatePath, files: [request.candidatePath, ...externalFiles(candidate.graph)], model: candidate, sparse }, model, heldout, feeds, journal);
  draft.report = { ...draft.report, ...await consulted(run, draft), ...assessment, ...withFindings(draft.report, assessment.findings ?? []) };
}

async function evaluateDense({ request, model, journal }: ModelRun, subject: Subject, draft: Draft, densePath: string, heldout: Samples, feeds: Feeds): Promise<void> {
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory, feeds });
  journal.enter('evaluate', `${String(heldout.count)} held-out samples`);
  const dump = request.dumpPath === undefined ? undefined : await Dump.open(request.dumpPath);
  try {
    const metrics = await withSessions(subject.runtime, [densePath], ([session]) => evaluateOne({
      session: session as NonNullable<typeof session>,
      samples: heldout, metrics: model.metrics, batch: batchFor(subject.inputs, facts), confidence: model.confidence,
      onProgress: (done, total) => { journal.progress(done, total, 'samples'); },
      ...(dump === undefined ? {} : { observe: (batch, outputs) => dump.add(batch, outputs) }),
    }));
    await dump?.write();
    for (const name of dump?.skipped ?? []) journal.note(`Output ${name} is not in the dump: its first axis does not run over samples.`);
    draft.report = { ...draft.report, metrics };
    requireValues(metrics, dump !== undefined);
    draft.report = { ...draft.report, verdict: 'PASS' };
  } finally {
    await dump?.dispose();
  }
}

/**
 * No evidence is never a pass: every metric that one model alone can have must have a value. A dump may be all that was
 * asked for.
 *
 * @throws UserError `metric-undefined`, `nothing-evaluated`
 */
function requireValues(metrics: readonly MetricResult[], dumped: boolean): void {
  const alone = metrics.filter(({ metric }) => metricNamed(metric as MetricName).needsTarget);
  const missing = alone.find(({ dense }) => dense === null);
  if (missing !== undefined) {
    throw new UserError({
      code: 'metric-undefined', message: `${missing.id} has no value: ${missing.findings.join('; ')}.`, where: `metrics: ${missing.id}`,
      fix: 'Correct the data or the metric; what cannot be computed cannot be judged either.',
    });
  }
  if (alone.length > 0 || dumped) return;
  throw new UserError({
    code: 'nothing-evaluated', message: 'All metrics of the policy compare a pruned model with the dense one, and there is only the dense one.',
    where: 'metrics in the policy', fix: 'Name the other model with --candidate, or write the outputs with --dump.',
  });
}
