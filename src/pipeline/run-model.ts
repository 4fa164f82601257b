/** One model of a policy through every stage its command asks for. */
import { checkUnits } from '../gate/thresholds.js';
import { worstVerdict } from '../gate/verdict.js';
import { PolicyInvalidError } from '../policy/errors.js';
import type { ModelPolicy, Policy } from '../policy/types.js';
import { assess } from './assess.js';
import { estimate } from './estimate.js';
import { evaluateOnly } from './evaluate-model.js';
import { folderName } from './files.js';
import { emptyModelReport } from './model-report.js';
import { note } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { runPart } from './shard.js';
import { obtainPrune } from './obtain-prune.js';
import { inputsKey, pruneInputs } from './prune-inputs.js';
import { firstFeeds, openRunSamples } from './samples.js';
import { openSubject, placeVariant } from './subject.js';
import type { Subject } from './subject.js';

export async function runModel(run: ModelRun, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  draft.report = { ...emptyModelReport(model.name, model.path, model.seed), onInconclusive: model.onInconclusive };
  checkGate(run.policy, model);
  journal.enter('load', model.path);
  const subject = await openSubject(request.workspace, model.path, request.device ?? model.device);
  try {
    draft.report = { ...draft.report, device: subject.runtime.device, provenance: { ...draft.report.provenance, model: subject.sha256 } };
    if (request.command === 'evaluate') await evaluateOnly(run, subject, draft);
    else await pruneAndJudge(run, subject, draft);
  } finally {
    await subject.dispose();
  }
}

/** A check that cannot be judged is found before minutes are spent. */
function checkGate(policy: Policy, model: ModelPolicy): void {
  const issues = checkUnits(model.gate, model.metrics).map(({ check, message }) => ({
    file: policy.path, line: check.line, column: check.column, path: check.check, message,
  }));
  if (issues.length > 0) throw new PolicyInvalidError(issues);
}

async function pruneAndJudge(run: ModelRun, subject: Subject, draft: Draft): Promise<void> {
  const { request, model, journal } = run;
  journal.enter('data', model.data.heldout.path);
  const samples = await openRunSamples(request.workspace, model, subject.inputs, journal);
  journal.note(samples.heldout.description);
  note(draft, {
    heldout: samples.heldout.sha256, calibration: samples.calibration.sha256,
    heldoutSamples: samples.heldout.count, calibrationSamples: samples.calibration.count,
  });
  if (request.command === 'validate') {
    await estimate(subject, model, samples, journal);
    draft.report = { ...draft.report, verdict: 'PASS' };
    return;
  }
  const inputs = pruneInputs(subject, model, request.device ?? model.device, samples.heldout, samples.calibration);
  if (request.command === 'identify') {
    run.identities.push({ model: model.name, key: inputsKey(inputs), folder: folderName(model.name) });
    draft.report = { ...draft.report, verdict: 'PASS' };
    return;
  }
  const { pruned, written } = await obtainPrune(run, subject, samples, inputs, draft);
  if (request.command === 'prune') {
    draft.report = { ...draft.report, verdict: pruned.partial ? 'WARN' : 'PASS' };
    return;
  }
  const candidate = { path: written.path, files: written.files, model: pruned.model };
  if (request.part !== undefined) return runPart(run, request.part, { subject, samples, inputs, candidate, partial: pruned.partial }, draft);
  const densePath = await placeVariant(subject, subject.model, 'dense');
  const feeds = await firstFeeds(samples.heldout, subject.inputs);
  const assessment = await assess(subject, densePath, candidate, model, samples.heldout, feeds, journal);
  const verdict = pruned.partial ? worstVerdict([assessment.verdict, 'WARN']) : assessment.verdict;
  draft.report = { ...draft.report, ...assessment, verdict };
}
