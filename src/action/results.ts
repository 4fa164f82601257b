/** Spares the pruning of models whose inputs did not change: what the cache has is looked up before, and filled after. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../errors.js';
import { restoreBaseline, saveBaseline } from '../github/cache/baseline.js';
import { readScope } from '../github/cache/origin.js';
import { hasResults, restoreResults, saveResults, type ResultsCache } from '../github/cache/results.js';
import { headCommit } from '../github/git-folder.js';
import { info } from '../github/log.js';
import type { Report } from '../report/types.js';
import type { FinishedFolder, Identity, RunRequest } from '../request.js';
import { supervise, type SuperviseOptions } from '../supervisor.js';
import { isPart } from './parts.js';
import type { Setting } from './publish.js';

/** Runs the request, with what the cache has of it. A cache that is damaged, foreign or closed changes no verdict. */
export async function superviseCached(request: RunRequest, options: SuperviseOptions, setting: Setting, env: NodeJS.ProcessEnv): Promise<Report> {
  const { inputs } = setting;
  if (isPart(inputs)) return supervise(request, options);
  const based = { ...request, ...await baselineFile(setting, env) };
  if (inputs.mode === 'merge') return mergeParts(based, options, setting, env);
  if (!inputs.cache || !hasResults({ env })) return supervise(based, options);
  const cache = await resultsCache(setting, env);
  const identities = await identify(request, options, cache.temp);
  const finished: FinishedFolder[] = await restoreResults(cache, identities);
  const report = await supervise({ ...based, finished }, options);
  await saveResults(cache, identities, finished, report, request.outDir);
  await keepBaseline(cache, setting, report, request);
  return report;
}

/** The verdict of a shared run is the baseline of its commit like that of one machine. */
async function mergeParts(request: RunRequest, options: SuperviseOptions, setting: Setting, env: NodeJS.ProcessEnv): Promise<Report> {
  const report = await supervise(request, options);
  if (setting.inputs.cache && hasResults({ env })) {
    await keepBaseline(await resultsCache(setting, env), setting, report, request);
  }
  return report;
}

/** Under the commit that was judged: a workflow may have checked out another one than the event is about. */
async function keepBaseline(cache: ResultsCache, { inputs, event }: Setting, report: Report, { workspace, outDir }: RunRequest): Promise<void> {
  const judged = headCommit(workspace) ?? event.headSha;
  if (judged === event.headSha) await saveBaseline(cache, inputs.policy, judged, report, outDir);
  else info(`the report is not kept as a baseline: ${judged.slice(0, 7)} is checked out, and not ${event.headSha.slice(0, 7)}`);
}

/** What was reported for the base commit, where a run on the default branch kept it. */
export async function baselineOf({ inputs, event }: Setting, env: NodeJS.ProcessEnv): Promise<Report | undefined> {
  if (!inputs.cache || event.baseSha === null || !hasResults({ env })) return undefined;
  return restoreBaseline(await resultsCache({ inputs, event }, env), inputs.policy, event.baseSha);
}

/** The same as a file, for limits against the base. What cannot be had is no reason to stop: the report says that it is missing. */
async function baselineFile(setting: Setting, env: NodeJS.ProcessEnv): Promise<Pick<RunRequest, 'baselinePath'>> {
  try {
    const report = await baselineOf(setting, env);
    if (report === undefined) return {};
    const baselinePath = join(mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-base-')), 'report.json');
    writeFileSync(baselinePath, JSON.stringify(report));
    return { baselinePath };
  } catch (thrown) {
    info(`the base of the change is not compared with: ${messageOf(thrown)}`);
    return {};
  }
}

async function resultsCache({ inputs, event }: Setting, env: NodeJS.ProcessEnv): Promise<ResultsCache> {
  const { clientOf } = await import('../github/client.js');
  const client = inputs.token === '' ? undefined : clientOf(inputs.token, env);
  return { scope: readScope(env), repository: { owner: event.owner, repo: event.repo }, client, temp: env.RUNNER_TEMP ?? tmpdir(), env };
}

/** Keys of the models; none where they cannot be told: then everything is pruned, and the report says what is wrong. */
async function identify(request: RunRequest, options: SuperviseOptions, temp: string): Promise<readonly Identity[]> {
  try {
    const outDir = mkdtempSync(join(temp, 'prune-gate-identify-'));
    await supervise({ ...request, command: 'identify', outDir }, { ...options, onProgress: () => undefined });
    return JSON.parse(readFileSync(join(outDir, 'identities.json'), 'utf8')) as readonly Identity[];
  } catch (thrown) {
    info(`the cache of finished prunes is not asked: ${messageOf(thrown)}`);
    return [];
  }
}
