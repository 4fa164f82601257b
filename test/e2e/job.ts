/** A step of a job as the runner executes it: its variables, its files for outputs and summary, the action as a process. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseReport } from '../../src/report/check.js';
import type { Report } from '../../src/report/types.js';
import { temporary } from './temporary.js';

const root = join(import.meta.dirname, '../..');

interface Example { readonly name: string; readonly examples: readonly Record<string, unknown>[] }
const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples/api.github.com/index.json') as readonly Example[];

/** A payload as GitHub sent it once, with `action` where the event has several. */
export function payloadOf(event: string, action?: string): Record<string, unknown> {
  const examples = EXAMPLES.find(({ name }) => name === event)?.examples ?? [];
  const found = examples.find((example) => action === undefined || example.action === action);
  if (found === undefined) throw new Error(`no example of ${event} ${action ?? ''}`);
  return structuredClone(found);
}

export interface Job {
  /** Checkout of the action, as `buildAction` makes it. */
  readonly action: string;
  readonly node: string;
  readonly apiUrl: string;
  readonly event: string;
  readonly payload: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly runId?: number;
  readonly attempt?: number;
  /** Folder of the job's checkout; default: an empty one. */
  readonly workspace?: string;
  /** A path of this machine as the job's Node has it, where that is another platform's. */
  readonly pathOf?: (path: string) => string;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly workspace: string;
  readonly report: Report | undefined;
}

export interface Started {
  readonly pid: number | undefined;
  readonly done: Promise<StepResult>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** What was printed so far. */
  readonly log: () => string;
}

/** Starts the step; `kill` sends a signal as a cancelled run does. */
export function startStep(job: Job): Started {
  const { pathOf = (path: string) => path } = job;
  const folder = temporary('job');
  const workspace = job.workspace ?? join(folder, 'workspace');
  for (const name of ['workspace', 'temp', 'tools']) mkdirSync(join(folder, name));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const outputFile = file('outputs', '');
  const summaryFile = file('summary.md', '');
  const env = {
    PATH: process.env.PATH ?? '', HOME: folder, CI: 'true', GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: pathOf(join(folder, 'temp')), RUNNER_TOOL_CACHE: pathOf(join(folder, 'tools')), RUNNER_OS: 'Linux',
    GITHUB_API_URL: job.apiUrl, GITHUB_GRAPHQL_URL: `${job.apiUrl}/graphql`, GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'Codertocat/Hello-World', GITHUB_WORKSPACE: pathOf(workspace),
    GITHUB_EVENT_NAME: job.event, GITHUB_EVENT_PATH: pathOf(file('event.json', JSON.stringify(job.payload))),
    GITHUB_RUN_ID: String(job.runId ?? 100), GITHUB_RUN_ATTEMPT: String(job.attempt ?? 1), GITHUB_SHA: 'c'.repeat(40),
    GITHUB_OUTPUT: pathOf(outputFile), GITHUB_STEP_SUMMARY: pathOf(summaryFile), GITHUB_STATE: pathOf(file('state', '')), GITHUB_ENV: pathOf(file('env', '')),
    ...inputVariables(job), ...job.env,
  };
  const child = spawn(job.node, [pathOf(join(job.action, 'dist/action.js'))], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => { log += bytes.toString('utf8'); });
  const done = new Promise<StepResult>((resolve) => {
    child.on('close', (exitCode, signal) => {
      const reportPath = join(workspace, job.inputs?.['output-dir'] ?? 'prune-gate-out', 'report.json');
      resolve({
        exitCode, signal, log, workspace,
        outputs: outputsOf(readFileSync(outputFile, 'utf8')),
        summary: readFileSync(summaryFile, 'utf8'),
        // Whatever a step leaves is what the schema describes: a second workflow would take nothing else.
        report: existsSync(reportPath) ? parseReport(readFileSync(reportPath)) : undefined,
      });
    });
  });
  return { pid: child.pid, done, kill: (signal) => { child.kill(signal); }, log: () => log };
}

export const runStep = (job: Job): Promise<StepResult> => startStep(job).done;

/** Defaults of action.yml, then what the workflow gives; the token's expression is what the runner would put in. */
function inputVariables(job: Job): Record<string, string> {
  const { inputs } = parse(readFileSync(join(job.action, 'action.yml'), 'utf8')) as { inputs: Record<string, { default: string }> };
  const defaults = Object.entries(inputs).map(([name, { default: value }]) => [name, value.replace('${{ github.token }}', 'ghs_token')] as const);
  // What the tests have installed stands for the folder of an air-gapped runner.
  const given = { 'runtime-path': (job.pathOf ?? String)(join(root, 'node_modules')), ...job.inputs };
  return Object.fromEntries([...defaults, ...Object.entries(given)].map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

/** `name<<DELIMITER`, the value's lines, `DELIMITER`. */
function outputsOf(text: string): Map<string, string> {
  const outputs = new Map<string, string>();
  // Windows has its own ends of lines there.
  const lines = text.split(/\r?\n/u);
  for (let at = 0; at < lines.length; at += 1) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<');
    if (delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs.set(name, lines.slice(at + 1, end).join('\n'));
    at = end;
  }
  return outputs;
}
