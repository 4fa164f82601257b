/** The action's inputs, as the runner passes them: INPUT_ variables. action.yml and docs/action.md describe the same list. */
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { COMMENT_MODES, type CommentMode } from '../github/comment.js';
import { COMMENT_KEY } from '../github/marker.js';
import { readBytes, readSeconds, readShare } from '../supervisor/limits.js';
import type { DeviceName } from '../policy/types.js';
import type { Share } from '../request.js';

export const FAIL_ON = ['warn', 'fail', 'error'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const DEVICES = ['auto', 'cpu', 'cuda', 'tensorrt', 'webgpu', 'directml', 'coreml'] as const satisfies readonly DeviceName[];

const MODES = ['run', 'prune', 'merge', 'publish'] as const;

export interface Inputs {
  /** What this job does of a run that several share; `run`: all of it, or its shard. `publish`: comments what another run found. */
  readonly mode: (typeof MODES)[number];
  /** Part of the held-out samples; undefined: all of them. */
  readonly shard: Share | undefined;
  /** The first of `policies`. */
  readonly policy: string;
  /** At least one, relative to the workspace. */
  readonly policies: readonly string[];
  readonly models: readonly string[];
  /** Commit, branch or tag whose policy decides; empty: the base commit's. */
  readonly policyRef: string;
  /** Label by which people accept a change of policy or held-out data; empty: none does. */
  readonly approvalLabel: string;
  /** Whether measuring commands of the base's policy may run. */
  readonly allowCommands: boolean;
  /** Undefined: the policy's. */
  readonly device: DeviceName | undefined;
  readonly token: string;
  readonly comment: boolean;
  readonly commentKey: string;
  readonly commentMode: CommentMode;
  /** Absolute. */
  readonly outDir: string;
  /** Undefined: the supervisor's defaults. */
  readonly timeLimitSeconds: number | undefined;
  readonly memoryLimitBytes: number | undefined;
  readonly runtimePath: string;
  /** Folder with CUDA's provider libraries, absolute, by the input or by what the runner is set up with (PRUNE_GATE_CUDA); empty: none. */
  readonly cudaPath: string;
  /** Whether finished prunes are kept in the repository's cache and taken from there. */
  readonly cache: boolean;
  /** Empty: none. */
  readonly artifact: string;
  /** Undefined: what the repository has set. */
  readonly retentionDays: number | undefined;
  /** Whether a check run with annotations is written. */
  readonly checkRun: boolean;
  readonly failOn: FailOn;
}

/** Names with their defaults, which action.yml states as well (a test compares them). */
export const INPUTS = {
  'mode': 'run',
  'shard': '',
  'policy': '.github/prune-gate.yml',
  'policy-ref': '',
  'approval-label': '',
  'models': '',
  'device': '',
  'github-token': '${{ github.token }}',
  'comment': 'true',
  'comment-key': 'default',
  'comment-mode': 'update',
  'output-dir': 'prune-gate-out',
  'time-limit': '60m',
  'memory-limit': '',
  'runtime-path': '',
  'cuda-path': '',
  'cache': 'true',
  'artifact': 'prune-gate',
  'retention-days': '',
  'check-run': 'false',
  'allow-commands': 'false',
  'fail-on': 'fail',
} as const satisfies Readonly<Record<string, string>>;

type InputName = keyof typeof INPUTS;

/** Throws UserError `input-invalid`. Relative paths are relative to the workspace. */
export function readInputs(env: NodeJS.ProcessEnv, workspace: string): Inputs {
  const text = (name: InputName): string => inputText(env, name);
  const runtimePath = text('runtime-path');
  const cudaPath = text('cuda-path') || (env.PRUNE_GATE_CUDA ?? '').trim();
  const policies = listOf(text('policy') || INPUTS.policy);
  const mode = choice('mode', text('mode'), MODES) ?? INPUTS.mode;
  return {
    mode,
    shard: shardOf(text('shard'), mode),
    policy: policies[0] ?? INPUTS.policy,
    policies,
    policyRef: text('policy-ref'),
    approvalLabel: text('approval-label'),
    models: listOf(text('models')),
    device: choice('device', text('device'), DEVICES),
    token: text('github-token'),
    comment: choice('comment', text('comment') || INPUTS.comment, ['true', 'false']) === 'true',
    commentKey: matching('comment-key', text('comment-key') || INPUTS['comment-key']),
    commentMode: choice('comment-mode', text('comment-mode'), COMMENT_MODES) ?? INPUTS['comment-mode'],
    outDir: outputFolder(env, workspace),
    timeLimitSeconds: quantity('time-limit', text('time-limit'), readSeconds, '90s, 30m or 2h'),
    memoryLimitBytes: quantity('memory-limit', text('memory-limit'), readBytes, '512MiB or 8GiB'),
    runtimePath: runtimePath === '' ? '' : resolve(workspace, runtimePath),
    cudaPath: cudaPath === '' ? '' : resolve(workspace, cudaPath),
    cache: choice('cache', text('cache') || INPUTS.cache, ['true', 'false']) === 'true',
    artifact: text('artifact'),
    retentionDays: quantity('retention-days', text('retention-days'), readDays, 'a number of days from 1 to 400'),
    checkRun: choice('check-run', text('check-run') || INPUTS['check-run'], ['true', 'false']) === 'true',
    allowCommands: choice('allow-commands', text('allow-commands') || INPUTS['allow-commands'], ['true', 'false']) === 'true',
    failOn: choice('fail-on', text('fail-on'), FAIL_ON) ?? INPUTS['fail-on'],
  };
}

function listOf(text: string): string[] {
  return text.split(/[,\n]/u).map((one) => one.trim()).filter((one) => one !== '');
}

/** `3/8`. */
function shardOf(text: string, mode: Inputs['mode']): Share | undefined {
  if (text === '') return undefined;
  const share = readShare(text);
  if (share === undefined) throw invalid('shard', text, 'one part of all, such as 3/8');
  if (mode !== 'run') throw invalid('shard', text, `none with mode: ${mode}`);
  return share;
}

function readDays(text: string): number | undefined {
  const days = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 400 ? days : undefined;
}

/** Where reports go: known even where another input cannot be read. */
export function outputFolder(env: NodeJS.ProcessEnv, workspace: string): string {
  return resolve(workspace, inputText(env, 'output-dir') || INPUTS['output-dir']);
}

/** The runner replaces spaces only; `GITHUB-TOKEN` keeps its hyphen. */
function inputText(env: NodeJS.ProcessEnv, name: InputName): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function choice<T extends string>(name: InputName, text: string, allowed: readonly T[]): T | undefined {
  if (text === '') return undefined;
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw invalid(name, text, `one of ${allowed.join(', ')}`);
  return found;
}

function matching(name: InputName, text: string): string {
  if (!COMMENT_KEY.test(text)) throw invalid(name, text, 'letters, digits, ".", "_" and "-", at most 64');
  return text;
}

function quantity(
  name: InputName, text: string, read: (text: string) => number | undefined, examples: string,
): number | undefined {
  if (text === '') return undefined;
  const value = read(text);
  if (value === undefined) throw invalid(name, text, examples);
  return value;
}

function invalid(name: InputName, found: string, expected: string): UserError {
  return new UserError({
    code: 'input-invalid',
    message: `the input ${name} is "${found.slice(0, 100)}", expected ${expected}`,
    where: `with: ${name}`,
    fix: 'correct it in the workflow; docs/action.md lists the inputs',
  });
}
