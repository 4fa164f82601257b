/**
 * What the base of a change came to: from a report that is checked against this run (model, data, settings, release), or from
 * the base's model, pruned and measured here by the same policy and data.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../errors.js';
import { comparesWithBase, type Baseline } from '../gate/baseline.js';
import { environment } from '../measure/fingerprint.js';
import type { ModelReport, Report } from '../report/types.js';
import { VERSION } from '../version.js';
import { loadOnnxruntime } from '../runtime/load.js';
import { folderName } from './files.js';
import { Journal } from './journal.js';
import { emptyModelReport } from './model-report.js';
import type { Draft, ModelRun } from './model-run.js';
import { readReport } from './verify.js';

/** Runs one model; handed in, since it is what calls this. */
type RunModel = (run: ModelRun, draft: Draft) => Promise<void>;

/** Asked for once the model's own provenance is known. */
export async function findBaseline(run: ModelRun, { report }: Draft, runModel: RunModel): Promise<Baseline> {
  const { request, model, journal } = run;
  if (!model.gate.some(comparesWithBase)) return { kind: 'missing', reason: 'no check compares with the base' };
  if (request.withoutBase === 'all') return { kind: 'none', reason: 'this run is about no change' };
  if (request.withoutBase?.includes(model.path) === true) return { kind: 'none', reason: 'the base has no such model' };
  if (request.baseWorkspace !== undefined) {
    const found = await computed(run, request.baseWorkspace, runModel);
    if (found.kind === 'known' || request.baselinePath === undefined) return found;
    journal.note(`The base's record is compared with, and not its model: ${found.reason}.`);
  }
  if (request.baselinePath === undefined) return { kind: 'missing', reason: 'there is no record of the base commit, nor its model' };
  journal.enter('baseline', request.baselinePath);
  try {
    return checkedBaseline(await readReport(request.baselinePath), report, model.name);
  } catch (thrown) {
    return { kind: 'missing', reason: `the record of the base cannot be read: ${messageOf(thrown)}` };
  }
}

/** The record is believed where it is about the same data, settings and release. */
export function checkedBaseline(record: Report, now: ModelReport, name: string): Baseline {
  const base = record.models.find((model) => model.name === name);
  const other = (what: string): Baseline => ({ kind: 'missing', reason: `the record of the base is of ${what}` });
  if (base === undefined) return other('other models');
  if (base.verdict === 'ERROR' || base.measures === null) return other('a run that ended in an error');
  if (record.tool.version !== VERSION) return other(`another release (${record.tool.version})`);
  const differs = (['heldout', 'calibration', 'heldoutSamples', 'seed', 'settings'] as const).find((key) => base.provenance[key] !== now.provenance[key]);
  if (differs !== undefined) return other(differs === 'settings' ? 'other settings of data, pruning or metrics' : `another ${differs}`);
  const here = environment(loadOnnxruntime().version);
  const there = record.environment;
  const sameMachine = there !== null && (['cpu', 'cores', 'arch', 'onnxruntime', 'governor'] as const).every((key) => there[key] === here[key]) && base.device?.used === now.device?.used && String(base.device?.gpus) === String(now.device?.gpus);
  return { kind: 'known', model: base, sameMachine };
}

/** The base's model by this policy, on this machine. One that the change left as it was is not pruned again, but is measured anew. */
async function computed(run: ModelRun, baseWorkspace: string, runModel: RunModel): Promise<Baseline> {
  const { model } = run;
  const outDir = await mkdtemp(join(tmpdir(), 'prune-gate-base-'));
  const draft: Draft = { report: emptyModelReport(model.name, model.path, model.seed) };
  try {
    const { planPath: _, baselinePath: __, baseWorkspace: ___, consultationsFolder: ____, ...request } = run.request;
    const finished = [{ model: model.name, folder: join(run.request.outDir, folderName(model.name)) }];
    const journal = new Journal(model.name, () => { run.journal.progress(0, 0, 'the base of the change'); });
    await runModel({ ...run, plan: undefined, journal, model: { ...model, gate: model.gate.filter((check) => !comparesWithBase(check)) }, request: { ...request, command: 'run', outDir, finished, modelWorkspace: baseWorkspace } }, draft);
    const { report } = draft;
    return report.measures === null ? { kind: 'missing', reason: 'the base\'s model was not measured' } : { kind: 'known', model: report, sameMachine: true };
  } catch (thrown) {
    return { kind: 'missing', reason: `the base's model cannot be judged: ${messageOf(thrown)}` };
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
