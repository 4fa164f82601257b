/** The GitHub door: inputs and event, the pipeline under supervision, then the report to where the merge is decided. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodeOf } from './action/exit-code.js';
import { outputFolder, readInputs } from './action/inputs.js';
import { judgeBySources } from './action/judge-sources.js';
import { judgeEach } from './action/policies.js';
import { publishForeign } from './action/publish-foreign.js';
import { publish, type Setting } from './action/publish.js';
import { refuseUnsafePolicy } from './action/safe-reading.js';
import { progressView } from './cli/progress.js';
import { stackOf } from './errors.js';
import { readEvent } from './github/event.js';
import { debug, failure, info, maskSecret } from './github/log.js';
import { obtainCuda } from './github/cuda.js';
import { obtainRuntime, packageIn } from './github/runtime.js';
import { platformName, readHashes } from './github/runtime/hashes.js';
import { errorOfThrown } from './report/error.js';
import type { Report } from './report/types.js';
import { headline } from './report/words.js';
import { reportFailure } from './supervisor.js';
import { prepareOutput } from './supervisor/files.js';

const RUNTIME_ASSETS = fileURLToPath(new URL('./runtime', import.meta.url));
/** The exit code of an ERROR: nothing that goes wrong here may look like a pass. */
const ERROR = 2;

async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = new Date();
  const workspace = resolve(env.GITHUB_WORKSPACE ?? process.cwd());
  let outDir = outputFolder(env, workspace);
  let setting: Setting | undefined;
  let report: Report;
  try {
    setting = readSetting(env, workspace);
    if (setting.inputs.mode === 'publish') return await publishForeign(setting, env);
    report = await judgeEach(setting, workspace, (one) => judge(one, workspace, env));
  } catch (thrown) {
    debug(stackOf(thrown));
    outDir = await folderForFailure(outDir, workspace, env);
    report = await reportFailure({ outDir, workspace }, errorOfThrown(thrown, null), startedAt);
  }
  info(headline(report));
  await publish(report, outDir, setting, env);
  return exitCodeOf(report, setting?.inputs.failOn ?? 'fail');
}

/** The output folder, else one of the job's own: it may be what went wrong, a link of the change's that leads out of the workspace say. */
async function folderForFailure(outDir: string, workspace: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    await prepareOutput(outDir, workspace);
    return outDir;
  } catch {
    return mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-out-'));
  }
}

function readSetting(env: NodeJS.ProcessEnv, workspace: string): Setting {
  const inputs = readInputs(env, workspace);
  maskSecret(inputs.token);
  return { inputs, event: readEvent(env) };
}

async function judge(setting: Setting, workspace: string, env: NodeJS.ProcessEnv): Promise<Report> {
  const { inputs } = setting;
  await refuseUnsafePolicy(setting, workspace, env);
  const runtime = await obtainRuntime({ assets: RUNTIME_ASSETS, givenPath: inputs.runtimePath, workspace });
  const { version } = await readHashes(RUNTIME_ASSETS, platformName());
  // A runtime that was brought is for a runner without registries: nothing is fetched for it.
  const cuda = inputs.runtimePath !== '' && inputs.cudaPath === '' ? undefined : await obtainCuda({ assets: RUNTIME_ASSETS, workspace, givenPath: inputs.cudaPath, device: inputs.device, runtime: packageIn(runtime), version });
  const { onProgress } = progressView({ write: (text) => { info(text); } }, false);
  return judgeBySources({
    command: 'run',
    workspace,
    policyPath: inputs.policy,
    outDir: inputs.outDir,
    models: inputs.models,
    ...(inputs.device === undefined ? {} : { device: inputs.device }),
  }, {
    timeLimitSeconds: inputs.timeLimitSeconds,
    memoryLimitBytes: inputs.memoryLimitBytes,
    onProgress,
    // The runtime's files were compared just now: their copy is this job's, not one that another job left in the home folder.
    env: { ...env, PRUNE_GATE_RUNTIME: runtime, PRUNE_GATE_CUDA_CACHE: join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-cuda-runtime'), PRUNE_GATE_CUDA: cuda ?? '' },
  }, setting, env);
}

/** Ends the process once what it printed is out; connections that octokit keeps open would hold it for minutes. */
function end(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.exit(code));
}

function crash(thrown: unknown): void {
  failure(`prune-gate has a bug: ${stackOf(thrown)}`);
  end(ERROR);
}

// Where nothing is left to wait for before there is a verdict, Node would end by itself, and well.
process.exitCode = ERROR;
process.on('uncaughtException', crash);
main(process.env).then(end, crash);
