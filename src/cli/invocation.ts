/** What a command line asks for: a pure function of arguments and current folder; nothing is read or started here. */
import { dirname, resolve } from 'node:path';
import { isInside, wayTo } from '../paths.js';
import type { DeviceName } from '../policy/types.js';
import type { RunRequest, Share, SweepCost } from '../request.js';
import { DEFAULT_POLICY } from '../policy/default-path.js';

export interface Invocation {
  readonly request: RunRequest;
  /** Without it what the command writes goes when it has been printed: a look must not replace the report of a run. */
  readonly keepsFiles: boolean;
  readonly limits: { readonly timeLimitSeconds: number | undefined; readonly memoryLimitBytes: number | undefined };
  readonly output: { readonly json: boolean; readonly color: boolean; readonly quiet: boolean };
}

/** Options as commander hands them over; every command has a subset. */
export interface Options {
  readonly policy?: string;
  readonly workspace?: string;
  readonly model?: readonly string[];
  readonly device?: DeviceName;
  readonly out?: string;
  readonly plan?: string;
  readonly latencyFrom?: string;
  readonly points?: readonly number[];
  readonly cost?: SweepCost;
  readonly shard?: Share;
  readonly merge?: string;
  readonly baseline?: string;
  readonly base?: string;
  readonly allowCommands?: boolean;
  readonly dump?: string;
  readonly candidate?: string;
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  readonly json?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Commands that only look; they leave files where `--out` asks for them. */
const LOOKING: ReadonlySet<RunRequest['command']> = new Set(['inspect', 'validate', 'verify', 'devices', 'explain']);

/** Commands that judge; looks of all of them are counted in one place. */
const COUNTING: ReadonlySet<RunRequest['command']> = new Set(['run', 'evaluate']);

export function keepsFiles(command: RunRequest['command'], options: Options): boolean {
  return options.out !== undefined || !LOOKING.has(command);
}

export const DEFAULT_OUT = 'prune-gate-out';
/** What other commands leave goes into a folder of its own in it: the report of a run stays with the models that it is about. */
const OWN_FOLDER: ReadonlySet<RunRequest['command']> = new Set(['prune', 'evaluate', 'sweep']);

const defaultOut = (command: RunRequest['command']): string => OWN_FOLDER.has(command) ? `${DEFAULT_OUT}/${command}` : DEFAULT_OUT;

/**
 * Relative paths on the command line are relative to the current folder, as in any tool; paths inside the policy are
 * relative to the workspace, which is the current folder unless `--workspace` names another.
 */
export function requestOf(
  command: RunRequest['command'], options: Options, cwd: string, path?: string,
): RunRequest {
  const modelPath = command === 'verify' ? undefined : path;
  const workspace = workspaceOf(options, cwd, modelPath);
  const absolute = (path: string): string => resolve(cwd, path);
  const policy = options.policy === undefined ? DEFAULT_POLICY : wayTo(workspace, absolute(options.policy));
  return {
    command,
    workspace,
    policyPath: policy,
    outDir: absolute(options.out ?? defaultOut(command)),
    models: modelPath === undefined ? options.model ?? [] : [wayTo(workspace, absolute(modelPath))],
    ...(options.device === undefined ? {} : { device: options.device }),
    ...(command === 'verify' ? { reportPath: absolute(path ?? '') } : {}),
    ...(options.plan === undefined ? {} : { planPath: absolute(options.plan) }),
    ...(command === 'sweep' ? { sweep: sweepOf(options, absolute) } : {}),
    ...(options.latencyFrom === undefined ? {} : { latencyFrom: absolute(options.latencyFrom) }),
    ...(options.baseline === undefined ? {} : { baselinePath: absolute(options.baseline) }),
    ...(options.base === undefined ? {} : { baseWorkspace: absolute(options.base) }),
    ...(options.allowCommands === true ? { allowCommands: true } : {}),
    ...(options.dump === undefined ? {} : { dumpPath: absolute(options.dump) }),
    ...(COUNTING.has(command) ? { consultationsFolder: absolute(options.out ?? DEFAULT_OUT) } : {}),
    ...(options.candidate === undefined ? {} : { candidatePath: absolute(options.candidate) }),
  };
}

function sweepOf({ cost = 'macs', points, shard, merge }: Options, absolute: (path: string) => string): NonNullable<RunRequest['sweep']> {
  return {
    cost,
    ...(points === undefined ? {} : { factors: points }),
    ...(shard === undefined ? {} : { share: shard }),
    ...(merge === undefined ? {} : { parts: absolute(merge) }),
  };
}

/** `inspect` takes any file: one outside the current folder brings its own folder as the workspace. */
function workspaceOf(options: Options, cwd: string, modelPath: string | undefined): string {
  if (options.workspace !== undefined) return resolve(cwd, options.workspace);
  if (modelPath === undefined) return cwd;
  const model = resolve(cwd, modelPath);
  return isInside(cwd, model) ? cwd : dirname(model);
}
