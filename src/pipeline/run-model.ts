/** One model of a policy through every stage its command asks for. */
import { checkUnits } from '../gate/thresholds.js';
import { worstVerdict } from '../gate/verdict.js';
import { PolicyInvalidError } from '../policy/errors.js';
import type { ModelPolicy, Policy } from '../policy/types.js';
import { glance, preflight, type MetricTrouble } from '../evaluate/preflight.js';
import type { Finding } from '../report/types.js';
import { fixOf } from '../gate/findings.js';
import { UserError } from '../errors.js';
import type { Samples } from '../data/types.js';
import type { Session } from '../runtime/types.js';
import { loadOnnxruntime } from '../runtime/load.js';
import { VERSION } from '../version.js';
import { assess, evaluationSeed, withSessions } from './assess.js';
import { estimate } from './estimate.js';
import { evaluateOnly } from './evaluate-model.js';
import { folderName } from './files.js';
import { emptyModelReport } from './model-report.js';
import { findBaseline } from './baseline.js';
import { consulted, note, withFindings, withoutFeared } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { runPart } from './shard.js';
import { explainModel } from './explain.js';
import { sweepModel } from './sweep.js';
import { judgeDevice, noteMemory, reportedDevice } from './report-device.js';
import { obtainPrune } from './obtain-prune.js';
import { inputsKey, pruneInputs } from './prune-inputs.js';
import { settleDevice } from './settle-device.js';
import { firstFeeds, openRunSamples, searchesByQuality } from './samples.js';
import type { RunSamples } from './samples.js';
import { openSubject, placeVariant } from './subject.js';
import type { Subject } from './subject.js';

export async function runModel(run: ModelRun, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  draft.report = { ...emptyModelReport(model.name, model.path, model.seed), onInconclusive: model.onInconclusive };
  checkGate(run.policy, model);
  journal.enter('load', model.path);
  const subject = await openSubject(request.modelWorkspace ?? request.workspace, model.path, isMergedSweep(request) ? 'cpu' : request.device ?? model.device);
  try {
    draft.report = { ...draft.report, device: reportedDevice(subject.runtime.device), provenance: { ...draft.report.provenance, model: subject.sha256, policy: run.policy.sha256, tool: VERSION, onnxruntime: loadOnnxruntime().version } };
    if (request.command === 'evaluate') await evaluateOnly(run, subject, draft);
    else await pruneAndJudge(run, subject, draft);
  } finally {
    await subject.dispose();
  }
}

/** Its points were made elsewhere, on whatever device: here they are read. */
const isMergedSweep = ({ sweep }: ModelRun['request']): boolean => sweep?.parts !== undefined;

/** A check that cannot be judged is found before minutes are spent. */
function checkGate(policy: Policy, model: ModelPolicy): void {
  const issues = checkUnits(model.gate, model.metrics).map(({ check, message }) => ({
    file: policy.path, line: check.line, column: check.column, path: check.check, message,
  }));
  if (issues.length > 0) throw new PolicyInvalidError(issues);
}

/** Commands that judge, or say whether a judgement can be. A part of a shared run was looked at where it was pruned. */
const PRECHECKED: ReadonlySet<ModelRun['request']['command']> = new Set(['run', 'validate']);

/**
 * Labels out of range, or a metric that does not fit, are found before minutes are spent; that the dense model seems to guess is
 * a warning. Throws UserError with their code.
 */
async function checkMetrics({ model, journal }: ModelRun, subject: Subject, samples: Samples): Promise<Finding[]> {
  journal.enter('data', 'labels');
  const path = await placeVariant(subject, subject.model, 'dense');
  const [[first, ...more], guesses] = await withSessions(subject.runtime, [path], async ([session]) => {
    const options = { session: session as Session, samples, metrics: model.metrics, batch: PREFLIGHT_BATCH };
    const troubles = await preflight(options);
    return [troubles, troubles.length > 0 ? [] : await glance(options)] as const;
  });
  if (first === undefined) return guesses.map(guessWarning);
  throw new UserError({
    code: first.code, where: `metrics: ${first.metric}`, fix: fixOf(first.code) ?? 'Correct the data or the metric.',
    message: [first, ...more].map(({ metric, message }) => `${metric} cannot be measured: ${message}.`).join(' '),
  });
}

const guessWarning = ({ metric, code, message }: MetricTrouble): Finding =>
  ({ code, level: 'warning', where: `metrics: ${metric}`, message: `${metric} of some held-out samples: ${message}.`, fix: fixOf(code) });

/** Samples that show whether a metric fits. */
const PREFLIGHT_BATCH = 8;

async function pruneAndJudge(run: ModelRun, given: Subject, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  journal.enter('data', model.data.heldout.path);
  const samples = await openRunSamples(request, model, given.inputs, journal, {
    searching: request.command === 'sweep' || searchesByQuality(model), part: request.part?.kind,
  });
  journal.note(samples.heldout.description);
  note(draft, {
    heldout: samples.heldout.sha256, calibration: samples.calibration.sha256, evaluationSeed: evaluationSeed(given.sha256, samples.heldout.sha256),
    heldoutSamples: samples.heldout.count, calibrationSamples: samples.calibration.count,
  });
  draft.report = { ...draft.report, ...withFindings(draft.report, samples.findings) };
  const subject = await onDevice(run, given, samples.heldout, draft);
  await pruneOn(run, subject, samples, draft);
  noteMemory(subject, journal);
}

/** What `auto` takes is a part of what is identified; whether the device may be believed is for the run to say. A merge of parts runs nothing. */
async function onDevice({ request, journal }: ModelRun, given: Subject, heldout: Samples, draft: Draft): Promise<Subject> {
  if (isMergedSweep(request)) return given;
  return request.command === 'identify' ? settleDevice(given, heldout, journal) : judgeDevice(draft, given, heldout, journal);
}

async function pruneOn(run: ModelRun, subject: Subject, samples: RunSamples, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  if (PRECHECKED.has(request.command) && request.part?.kind !== 'shard') {
    draft.report = { ...draft.report, ...withFindings(draft.report, await checkMetrics(run, subject, samples.heldout)) };
  }
  if (request.command === 'validate') {
    const undecidable = await estimate(subject, model, samples, journal);
    draft.report = { ...draft.report, ...withFindings(draft.report, undecidable), verdict: 'PASS' };
    return;
  }
  const inputs = pruneInputs(subject, model, request.device ?? model.device, samples.heldout, samples.calibration);
  note(draft, { settings: inputs.policy });
  if (request.command === 'identify') {
    run.identities.push({ model: model.name, key: inputsKey(inputs), folder: folderName(model.name) });
    draft.report = { ...draft.report, verdict: 'PASS' };
    return;
  }
  if (request.command === 'sweep') return sweepModel(run, subject, samples, inputs, draft);
  if (request.command === 'explain') return explainModel(run, subject, samples, draft);
  const { pruned, written } = await obtainPrune(run, subject, samples, inputs, draft);
  if (request.command === 'prune') {
    draft.report = { ...draft.report, verdict: pruned.partial ? 'WARN' : 'PASS' };
    return;
  }
  const candidate = { path: written.path, files: written.files, model: pruned.model, sparse: written.sparse };
  if (request.part !== undefined) return runPart(run, request.part, { subject, samples, inputs, candidate, partial: pruned.partial }, draft);
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const feeds = await firstFeeds(samples.heldout, subject.inputs);
  const baseline = await findBaseline(run, draft, runModel);
  const assessment = await assess(subject, densePath, candidate, model, samples.heldout, feeds, journal, baseline);
  const verdict = pruned.partial ? worstVerdict([assessment.verdict, 'WARN']) : assessment.verdict;
  const findings = assessment.findings ?? [];
  draft.report = { ...draft.report, ...await consulted(run, draft), ...assessment, ...withFindings(withoutFeared(draft.report, findings), findings), verdict };
}
