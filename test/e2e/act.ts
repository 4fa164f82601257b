/**
 * Workflows run by nektos/act in host mode: jobs, `needs`, `if`, matrices and expressions are its own, and the action's process is
 * the one that GitHub's runner would start. `npm run workflows` fetches act; plain `npm test` does without.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../docs/markdown.js';
import { temporary } from './temporary.js';

/** Path of act; undefined where `npm run workflows` did not name one. */
export const act = process.env.PRUNE_GATE_ACT;

export interface ActRun {
  readonly workflow: string;
  readonly event: string;
  readonly payload: unknown;
  /** The job's checkout is a copy of it. */
  readonly repository: string;
  /** Checkout of the action. */
  readonly action: string;
  /** Folder of the Node that runs it. */
  readonly nodeFolder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Other people's actions that stand-ins take the place of: `owner/name@ref` to folder. */
  readonly actions?: Readonly<Record<string, string>>;
  /** Folder with programs that go before the machine's. */
  readonly programs?: string;
}

export interface ActResult {
  /** Name of each job, with its matrix where it has one, and how it ended; a job that was skipped is not there. */
  readonly jobs: ReadonlyMap<string, string>;
  readonly log: string;
}

interface Line { readonly jobID?: string; readonly matrix?: Record<string, string>; readonly jobResult?: string; readonly msg?: string }

/** act's home, with the runner's tool cache below it. */
let home: string | undefined;

/** A home whose tool cache has onnxruntime already: what the tests have installed, file by file as the action expects it. */
function makeHome(action: string): string {
  const made = temporary('act-home');
  const { version, files, platforms } = JSON.parse(readFileSync(join(action, 'dist/runtime/sha256.json'), 'utf8')) as { version: string; files: object; platforms: Record<string, object> };
  const tool = join(made, '.cache/act/tool_cache/prune-gate-runtime', version);
  for (const path of [...Object.keys(files), ...Object.keys(platforms[`${process.platform}-${process.arch}`] ?? {})]) {
    cpSync(join(root, 'node_modules', path), join(tool, process.arch, 'node_modules', path));
  }
  writeFileSync(join(tool, `${process.arch}.complete`), '');
  return made;
}

export async function runWorkflow({ workflow, event, payload, repository, action, nodeFolder, env, actions = {}, programs }: ActRun): Promise<ActResult> {
  home ??= makeHome(action);
  const folder = temporary('act');
  const file = join(repository, '.github/workflows/under-test.yml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, workflow);
  writeFileSync(join(folder, 'event.json'), JSON.stringify(payload));
  const args = [
    event, '--json', '--workflows', file, '--eventpath', join(folder, 'event.json'), '--directory', repository, '--no-cache-server', '--concurrent-jobs', '2',
    '--platform', 'ubuntu-latest=-self-hosted', '--platform', 'gpu=-self-hosted', '--secret', 'GITHUB_TOKEN=ghs_token',
    ...Object.entries({ 'prune-gate/prune-gate@v0': action, ...actions }).flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`]), ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  const child = spawn(act ?? '', args, { cwd: repository, env: { HOME: home, PATH: [programs, nodeFolder, process.env.PATH].filter((one) => one !== undefined).join(':') }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => { text += bytes.toString('utf8'); });
  await new Promise((resolve) => { child.on('close', resolve); });
  const lines = text.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
  const jobs = new Map(lines.filter((line) => line.jobResult !== undefined).map((line) => [[line.jobID, ...Object.values(line.matrix ?? {})].join(' '), line.jobResult ?? '']));
  return { jobs, log: text.split('\n').map((line) => (line.startsWith('{') ? (JSON.parse(line) as Line).msg ?? '' : line)).join('\n') };
}

/** Makes the folder what a checkout is: a repository with one commit, and GitHub's as its origin. Returns the commit. */
export function commitAll(folder: string): string {
  const git = (...args: string[]): string => execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  if (!existsSync(join(folder, '.git'))) {
    git('init', '--quiet', '--initial-branch=main');
    git('remote', 'add', 'origin', 'https://github.com/Codertocat/Hello-World.git');
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message=all');
  return git('rev-parse', 'HEAD');
}

/** Path to content, of all that a folder holds but git's own. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !relative(folder, path).startsWith('.git/'));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}
