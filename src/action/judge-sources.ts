/** Judges by the policy and data that decide, and by the others where the change touched them; one report says both. */
import { dirname, join } from 'node:path';
import { errorOfThrown } from '../report/error.js';
import { renderMarkdown } from '../report/markdown.js';
import { atMostWarn } from '../report/sources.js';
import type { ModelReport, OtherVerdict, Report } from '../report/types.js';
import type { RunRequest } from '../request.js';
import { reportFailure, supervise, type SuperviseOptions } from '../supervisor.js';
import { writeReport } from '../supervisor/files.js';
import { isPart } from './parts.js';
import { superviseCached } from './results.js';
import type { Setting } from './publish.js';
import { refuseUnsafeFiles } from './safe-reading.js';
import { chooseSources, type Judgement, type Sources } from './sources.js';

/** Folders of the other report, below the output folder. */
const FOLDERS: Readonly<Record<Judgement['from'], string>> = { base: 'by-base', ref: 'by-base', checkout: 'by-change' };

/** Where it cannot be said what decides, that is the report: an ERROR. */
export async function judgeBySources(request: RunRequest, options: SuperviseOptions, setting: Setting, env: NodeJS.ProcessEnv): Promise<Report> {
  const startedAt = new Date();
  let sources: Sources | Sources['decides']['reading'];
  try {
    sources = await chooseSources(setting, request.workspace, env);
    await refuseUnsafeFiles(setting, request.workspace, 'decides' in sources ? [sources.decides, sources.other].flatMap((one) => one?.reading ?? []) : [sources], env);
  } catch (thrown) {
    return reportFailure(request, errorOfThrown(thrown, 'policy'), startedAt);
  }
  if (!('decides' in sources)) return superviseCached({ ...request, ...sources }, options, setting, env);
  const decided = await superviseCached({ ...request, ...sources.decides.reading }, options, setting, env);
  // Jobs that share a run judge once: the others' work is about one policy. And what ended the first run is no start for a second.
  const judgesOnce = isPart(setting.inputs) || setting.inputs.mode !== 'run' || decided.errors.length > 0;
  const other = sources.other === undefined || judgesOnce ? null : await judgeOther(request, options, sources.other, decided);
  const { facts, decides: { from }, capped } = sources;
  const report = { ...capped ? atMostWarn(decided) : decided, sources: [{ ...facts, from, other }] };
  await writeReport(request.outDir, report, renderMarkdown(report));
  return report;
}

async function judgeOther(request: RunRequest, options: SuperviseOptions, { from, reading }: Judgement, decided: Report): Promise<OtherVerdict> {
  const folder = FOLDERS[from];
  const outDir = join(request.outDir, folder);
  const found = await supervise({ ...request, ...reading, outDir, finished: finishedIn(request.outDir, decided.models) }, options);
  return { from, verdict: found.verdict, models: found.models.map((model) => ({ ...model, groups: [], ladder: [], notes: [] })), errors: found.errors, report: `${folder}/report.json` };
}

/** What was pruned just now is not pruned again where only limits differ; the pipeline compares. */
function finishedIn(outDir: string, models: readonly ModelReport[]): NonNullable<RunRequest['finished']> {
  return models.flatMap(({ name, files: { plan } }) => (plan === null ? [] : [{ model: name, folder: dirname(join(outDir, plan)) }]));
}
