/** Fetches onnxruntime-node with npm, by the lockfile in dist/runtime and without running any script of it. */
import { copyFile, mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getExecOutput } from '@actions/exec';
import { messageOf, UserError } from '../../errors.js';
import type { RuntimeHashes } from './hashes.js';

export const ARGUMENTS = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
/** Variables that npm has no business with. */
const SECRETS = /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$|GH_TOKEN$)/u;
/** Where a Node distribution keeps npm, from the folder of its `node`: on Windows, elsewhere. */
const BESIDE_NODE = ['node_modules/npm/bin/npm-cli.js', '../lib/node_modules/npm/bin/npm-cli.js'];
/** How much of npm's complaint is passed on. */
const COMPLAINT_CHARACTERS = 1000;

/** Fills `folder/node_modules` with the files in `hashes` and nothing else. Throws UserError `npm-missing`, `npm-failed`. */
export async function installWithNpm(assets: string, temp: string, hashes: RuntimeHashes, folder: string): Promise<void> {
  const work = await mkdtemp(join(temp, 'prune-gate-npm-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(assets, name), join(work, name));
    await runNpm(work);
    await rm(folder, { recursive: true, force: true });
    // Other platforms' builds, types and what only install scripts need stay behind.
    const modules = join(await realpath(work), 'node_modules');
    for (const path of hashes.files.keys()) await move(join(modules, path), join(folder, 'node_modules', path));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Nothing where it is absent or reached through a link: moving through one would take a file from where it leads. */
async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from) || await realpath(from) !== from) return;
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

/** Throws UserError `npm-missing`, `npm-failed`. */
export async function runNpm(cwd: string, args: readonly string[] = ARGUMENTS, extra: Readonly<Record<string, string>> = {}): Promise<void> {
  const { command, first } = npmCommand();
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRETS.test(name))) as Record<string, string>, ...extra };
  const { exitCode, stderr } = await getExecOutput(command, [...first, ...args], { cwd, env, silent: true, ignoreReturnCode: true })
    .catch((thrown: unknown) => ({ exitCode: -1, stderr: messageOf(thrown) }));
  if (exitCode === 0) return;
  throw new UserError({
    code: 'npm-failed',
    message: `npm could not install onnxruntime-node (exit code ${exitCode}): ${stderr.trim().slice(-COMPLAINT_CHARACTERS)}`,
    fix: 'check the runner\'s access to its npm registry, or give a folder that holds it already in the input runtime-path',
  });
}

/** npm of the job's PATH, else the one that came with the Node that runs the action. */
function npmCommand(): { readonly command: string; readonly first: readonly string[] } {
  const windows = process.platform === 'win32';
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(windows ? ';' : ':').filter((folder) => folder !== '');
  if (folders.some((folder) => existsSync(join(folder, windows ? 'npm.cmd' : 'npm')))) return { command: 'npm', first: [] };
  const script = BESIDE_NODE.map((path) => join(dirname(process.execPath), path)).find((path) => existsSync(path));
  if (script !== undefined) return { command: `"${process.execPath}"`, first: [script] };
  throw new UserError({
    code: 'npm-missing',
    message: 'npm is not on the PATH, and onnxruntime-node is not on this runner yet',
    fix: 'add the step actions/setup-node before this one, or give a folder that holds node_modules/onnxruntime-node in the input runtime-path',
  });
}
