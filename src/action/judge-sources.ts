/** Judges by the policy and data that decide, and by the others where the change touched them; one report says both. */
import { dirname, join } from 'node:path';
import { notice } from '../github/log.js';
import { errorOfThrown } from '../report/error.js';
import { renderMarkdown } from '../report/markdown.js';
import { atMostWarn } from '../report/sources.js';
import type { ModelReport, OtherVerdict, Report } from '../report/types.js';
import type { RunRequest } from '../request.js';
import { reportFailure, supervise, type SuperviseOptions } from '../supervisor.js';
import { OTHER_FOLDERS, writeReport } from '../supervisor/files.js';
import { gatherParts, handOn, isPart, type GatheredParts } from './parts.js';
import { superviseCached } from './results.js';
import type { Setting } from './publish.js';
import { refuseUnsafeFiles } from './safe-reading.js';
import { chooseSources, type Judgement, type Sources } from './sources.js';

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
  const parts = await gatherParts(setting.inputs, env);
  if (!('decides' in sources)) {
    const report = await superviseCached({ ...request, ...sources, ...parts?.forDecisive('checkout') }, options, setting, env);
    return handOn(report, null, request, setting);
  }
  const { facts, decides: { from, reading }, other, capped } = sources;
  const judged = await superviseCached({ ...request, ...reading, ...parts?.forDecisive(from) }, options, setting, env);
  const otherwise = other === undefined ? null : await judgeOther({ request, options, from, decided: judged, parts }, other);
  const decided = await handOn(judged, otherwise, request, setting);
  const report = { ...capped ? atMostWarn(decided) : decided, sources: [{ ...facts, from, other: isPart(setting.inputs) ? null : otherwise }] };
  await writeReport(request.outDir, report, renderMarkdown(report));
  return report;
}

interface Decided {
  readonly request: RunRequest;
  readonly options: SuperviseOptions;
  /** By whose policy. */
  readonly from: Judgement['from'];
  readonly decided: Report;
  readonly parts: GatheredParts | undefined;
}

/** Null where it is not judged: what ended the first run is no start for a second, and other jobs may not have worked on it. */
async function judgeOther({ request, options, from: decides, decided, parts }: Decided, { from, reading }: Judgement): Promise<OtherVerdict | null> {
  if (decided.errors.length > 0) return null;
  const part = parts?.forOther(from, decides, request.outDir);
  if (parts !== undefined && part === undefined) return null;
  const folder = OTHER_FOLDERS[from];
  const outDir = join(request.outDir, folder);
  const found = await supervise({ ...request, ...reading, ...part, outDir, finished: finishedIn(request.outDir, decided.models) }, options);
  const [error] = [...found.errors, ...found.models.flatMap(({ errors }) => errors)];
  if (part !== undefined && error !== undefined) notice(`the part by ${from === 'checkout' ? 'this change\'s own policy' : 'the base\'s policy'} failed, and its verdict will be an ERROR: ${error.message}`);
  return { from, verdict: found.verdict, models: found.models.map((model) => ({ ...model, groups: [], ladder: [], notes: [] })), errors: found.errors, report: `${folder}/report.json` };
}

/** What was pruned just now is not pruned again where only limits differ; the pipeline compares. */
function finishedIn(outDir: string, models: readonly ModelReport[]): NonNullable<RunRequest['finished']> {
  return models.flatMap(({ name, files: { plan } }) => (plan === null ? [] : [{ model: name, folder: dirname(join(outDir, plan)) }]));
}
