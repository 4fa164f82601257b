/**
 * The one place that composes the stages: policy -> load -> facts -> groups -> calibrate -> score -> allocate -> apply
 * -> prove -> repair -> evaluate and measure -> gate -> report. Each model of a policy runs on its own: an error in one
 * is that model's verdict, and the others are still judged.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireGivenFiles } from './pipeline/given-files.js';
import { inspectModel } from './pipeline/inspect.js';
import { readPlan, writeIdentities, writeReports } from './pipeline/files.js';
import { Journal } from './pipeline/journal.js';
import { mergeModel, prunedReport } from './pipeline/merge-shards.js';
import { emptyModelReport } from './pipeline/model-report.js';
import { placedInside } from './pipeline/places.js';
import { runModel } from './pipeline/run-model.js';
import { UNTIMED } from './pipeline/time-models.js';
import type { Draft, ModelRun } from './pipeline/model-run.js';
import { compareReports, readReport, verifyEnvironment, verifyFiles } from './pipeline/verify.js';
import { overallVerdict } from './gate/verdict.js';
import { stackOf, UserError } from './errors.js';
import { environment } from './measure/fingerprint.js';
import type { DeviceName, ModelPolicy, Policy } from './policy/types.js';
import { readPolicy } from './policy/read.js';
import { errorOfThrown } from './report/error.js';
import type { DeviceLine, ModelReport, Report, ReportError } from './report/types.js';
import type { Identity, OnProgress, RunRequest } from './request.js';
import { surveyDevices } from './runtime/devices.js';
import { loadOnnxruntime } from './runtime/load.js';
import { VERSION } from './version.js';

/**
 * Runs a request to its report, which is also written to the output folder (as report.json and report.md) with every
 * file that it names. Never rejects for what is wrong with policy, model or data: that is an ERROR report.
 */
export async function runPipeline(request: RunRequest, onProgress: OnProgress): Promise<Report> {
  const started = new Date();
  const { models, errors, ...outcome } = await outcomeOf(request, onProgress);
  const named = (list: readonly ReportError[]): Promise<ReportError[]> => placedInside(list, request.workspace);
  const placed = await Promise.all(models.map(async (model) => ({ ...model, errors: await named(model.errors) })));
  const report = finishReport({ ...outcome, models: placed, errors: await named(errors) }, started);
  await writeReports(request.outDir, report);
  return report;
}

function outcomeOf(request: RunRequest, onProgress: OnProgress): Promise<Outcome> {
  switch (request.command) {
    case 'inspect': return inspectAll(request, onProgress);
    case 'verify': return verifyAll(request, onProgress);
    case 'devices': return tryDevices(request, onProgress);
    case 'run': case 'prune': case 'evaluate': case 'validate': case 'identify': case 'sweep': case 'explain': return runPolicy(request, onProgress);
  }
}

interface Outcome {
  readonly policy: Policy | undefined;
  readonly models: readonly ModelReport[];
  readonly errors: readonly ReportError[];
  readonly devices?: readonly DeviceLine[];
  /** Of the machine that measured, where it is not this one. */
  readonly environment?: Report['environment'] | undefined;
}

async function runPolicy(request: RunRequest, onProgress: OnProgress): Promise<Outcome> {
  const opening = new Journal('', onProgress);
  let policy: Policy | undefined;
  try {
    opening.enter('policy', request.policyPath);
    policy = await readPolicy({ workspace: request.workspace, path: request.policyPath, file: request.policyFile });
    const chosen = chooseModels(policy, request);
    await requireGivenFiles(request);
    const plan = request.planPath === undefined ? undefined : await readPlan(request.planPath);
    const timed = request.latencyFrom === undefined ? undefined : await readPlan(request.latencyFrom);
    const shared = request.part?.kind === 'merge' ? await prunedReport(request.part) : undefined;
    const models: ModelReport[] = [];
    const identities: Identity[] = [];
    for (const model of chosen) models.push(await reportModel({ request, policy, model, plan, timed, identities, shared }, onProgress));
    if (request.command === 'identify') await writeIdentities(request.outDir, identities);
    return { policy, models, errors: [], environment: shared?.environment };
  } catch (thrown) {
    return { policy, models: [], errors: [errorOfThrown(thrown, opening.stage)] };
  }
}

function chooseModels(policy: Policy, request: RunRequest): readonly ModelPolicy[] {
  const chosen = request.models.length === 0 ? policy.models : policy.models.filter((model) => request.models.includes(model.name));
  const missing = request.models.find((name) => !policy.models.some((model) => model.name === name));
  if (missing !== undefined) {
    throw new UserError({
      code: 'model-unknown', message: `The policy has no model named "${missing}".`, where: request.policyPath,
      fix: `Use one of: ${policy.models.map((model) => model.name).join(', ')}.`,
    });
  }
  const needsOne = request.planPath !== undefined || request.latencyFrom !== undefined || request.candidatePath !== undefined || request.dumpPath !== undefined;
  if (needsOne && chosen.length !== 1) {
    throw new UserError({ code: 'model-ambiguous', message: 'A plan, a candidate or a dump belongs to one model.', where: request.policyPath, fix: 'Name it with --model.' });
  }
  return chosen;
}

async function reportModel(run: Omit<ModelRun, 'journal'>, onProgress: OnProgress): Promise<ModelReport> {
  const { untimed, allowCommands } = run.request;
  const model: ModelPolicy = { ...run.model, ...(untimed === true ? { latency: UNTIMED } : {}), measure: allowCommands === true && untimed !== true ? run.model.measure : undefined };
  const journal = new Journal(model.name, onProgress);
  const draft: Draft = { report: emptyModelReport(model.name, model.path, model.seed) };
  const errors: ReportError[] = [];
  try {
    const { part } = run.request;
    if (part?.kind === 'merge' && run.shared !== undefined) await mergeModel({ ...run, model, journal }, part, run.shared, draft);
    else await runModel({ ...run, model, journal }, draft);
  } catch (thrown) {
    errors.push(errorOfThrown(thrown, journal.stage));
    if (!(thrown instanceof UserError)) process.stderr.write(`${stackOf(thrown)}\n`);
  }
  journal.finish();
  if (run.model.measure !== undefined && allowCommands !== true) journal.note('The policy names a measuring command, which was not run: commands are off unless they are allowed (--allow-commands).');
  return {
    ...draft.report,
    ...(errors.length > 0 ? { verdict: 'ERROR', errors } : {}),
    notes: [...draft.report.notes, ...journal.notes],
    seconds: journal.seconds,
  };
}

/** Every device, tried; one that is asked for by name and does not work is an error. */
async function tryDevices(request: RunRequest, onProgress: OnProgress): Promise<Outcome> {
  const journal = new Journal('', onProgress);
  try {
    journal.enter('load', 'devices');
    const devices = await surveyDevices(loadOnnxruntime());
    const asked = devices.find(({ device }) => device === request.device);
    const errors = asked?.works === false ? [{ code: 'device-unavailable', message: `device "${asked.device}" does not work here: ${asked.detail}`, where: 'device', fix: asked.fix, stage: 'load' }] : [];
    return { policy: undefined, models: [], errors, devices };
  } catch (thrown) {
    return { policy: undefined, models: [], errors: [errorOfThrown(thrown, journal.stage)] };
  }
}

async function inspectAll(request: RunRequest, onProgress: OnProgress): Promise<Outcome> {
  const models: ModelReport[] = [];
  for (const path of request.models) {
    const journal = new Journal(path, onProgress);
    try {
      const report = await inspectModel(request.workspace, path, request.device ?? 'cpu', journal);
      journal.finish();
      models.push({ ...report, notes: journal.notes, seconds: journal.seconds });
    } catch (thrown) {
      models.push({ ...emptyModelReport(path, path, 0), errors: [errorOfThrown(thrown, journal.stage)], notes: journal.notes });
    }
  }
  return { policy: undefined, models, errors: [] };
}

/** Every model of a report, by its own policy; what is made anew lies in a folder that goes again. */
async function verifyAll(request: RunRequest, onProgress: OnProgress): Promise<Outcome> {
  const journal = new Journal('', onProgress);
  try {
    journal.enter('verify', request.reportPath);
    const path = request.reportPath ?? '';
    const claimed = await readReport(path);
    const models: ModelReport[] = [];
    for (const model of claimed.models) models.push(await verifyModel({ request, path, claimed, model }, onProgress));
    return { policy: undefined, models, errors: [] };
  } catch (thrown) {
    return { policy: undefined, models: [], errors: [errorOfThrown(thrown, journal.stage)] };
  }
}

interface Claim {
  readonly request: RunRequest;
  readonly path: string;
  readonly claimed: Report;
  readonly model: ModelReport;
}

async function verifyModel({ request, path, claimed, model }: Claim, onProgress: OnProgress): Promise<ModelReport> {
  const scratch = await mkdtemp(join(tmpdir(), 'prune-gate-verify-'));
  try {
    const { path: plan, lines } = await verifyFiles(path, model);
    const source = model.policy ?? claimed.policy;
    const again: RunRequest = {
      ...request, command: 'run', policyPath: source?.path ?? request.policyPath, models: [model.name], outDir: scratch, untimed: true,
      ...(model.device === null || request.device !== undefined ? {} : { device: model.device.requested as DeviceName }),
      ...(plan === undefined ? {} : { planPath: plan }),
    };
    const { policy, models: [found], errors } = await runPolicy(again, onProgress);
    if (found === undefined) return { ...emptyModelReport(model.name, model.path, 0), errors: [...errors], verification: [...lines] };
    const verification = [
      ...verifyEnvironment(claimed, { tool: { name: 'prune-gate', version: VERSION }, environment: environment(onnxruntimeVersion()) }),
      ...lines, ...compareReports(model, found, { was: source?.sha256 ?? '', is: policy?.sha256 ?? '' }),
    ];
    const verdict = found.errors.length > 0 ? 'ERROR' : verification.some(({ outcome }) => outcome === 'differs') ? 'FAIL' : 'PASS';
    return { ...emptyModelReport(model.name, model.path, model.provenance.seed), provenance: found.provenance, errors: found.errors, verification, verdict, seconds: found.seconds };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function finishReport({ policy, models, errors, devices, environment: measuredOn }: Outcome, started: Date): Report {
  const judged = models.map(({ verdict, onInconclusive = 'fail' }) => ({ verdict, onInconclusive }));
  // Devices are no models: what they do not show is no missing evidence.
  const { verdict, exitCode } = devices !== undefined && errors.length === 0 ? { verdict: 'PASS' as const, exitCode: 0 as const } : overallVerdict(judged, errors.length > 0);
  return {
    version: 1,
    tool: { name: 'prune-gate', version: VERSION },
    verdict,
    exitCode,
    policy: policy === undefined ? null : { path: policy.path, sha256: policy.sha256 },
    models: [...models],
    errors: [...errors],
    ...(devices === undefined ? {} : { devices: [...devices] }),
    environment: measuredOn ?? environment(onnxruntimeVersion()),
    startedAt: started.toISOString(),
    seconds: Math.round(Date.now() - started.getTime()) / 1000,
  };
}

/** Empty where no runtime could be loaded: the report says why elsewhere. */
function onnxruntimeVersion(): string {
  try {
    return loadOnnxruntime().version;
  } catch {
    return '';
  }
}
