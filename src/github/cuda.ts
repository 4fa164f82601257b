/**
 * CUDA's provider libraries for `device: cuda` and `tensorrt`, and for no other: from the folder that an input names, from beside the
 * runtime that an input names, from the runner's tool cache, else by onnxruntime-node's own install script.
 *
 * What is trusted: the feed that the install script reads over HTTPS, and whoever may write where the libraries are kept. Their hashes lie beside
 * them and are compared when they are used again, which finds a copy that broke and no one who means harm: who can write the
 * one can write the other. A pull request's job on a runner that lives on can, and can change that runner's programs as well; a folder that
 * its user cannot write, named by `cuda-path`, is the answer there. In the checkout every pull request can: that is refused.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as tools from '@actions/tool-cache';
import { messageOf, UserError } from '../errors.js';
import { liesInside } from './inside-checkout.js';
import { info, notice } from './log.js';
import { ARGUMENTS, runNpm } from './runtime/npm.js';

export interface CudaRequest {
  /** dist/runtime. */
  readonly assets: string;
  /** The input `cuda-path`; empty: none. */
  readonly givenPath: string;
  readonly device: string | undefined;
  /** The checkout: no library may come from there. */
  readonly workspace: string;
  /** Of the runtime that is used: where an installer may have put the libraries already. */
  readonly runtime: string;
  readonly version: string;
}

const TOOL = 'prune-gate-cuda';
const HASHES = 'sha256.json';
const NEEDS: ReadonlySet<string> = new Set(['cuda', 'tensorrt']);
const LIBRARY = /^libonnxruntime_providers_\w+\.so$/u;
const REBUILD = ['rebuild', 'onnxruntime-node', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error'];

const binaries = (modules: string): string => join(modules, 'onnxruntime-node/bin/napi-v6', process.platform, process.arch);

/** A folder for PRUNE_GATE_CUDA; undefined where none is needed. Throws UserError `cuda-libraries-missing`, `cuda-libraries-untrusted`. */
export async function obtainCuda(request: CudaRequest): Promise<string | undefined> {
  if (request.givenPath !== '') return await outside(request.givenPath, request.workspace);
  if (!NEEDS.has(request.device ?? '') || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if ((await librariesIn(binaries(join(request.runtime, '..')))).length > 0) return undefined;
  return await fromToolCache(request.version) ?? await install(request);
}

/** The folder, which may be no link into the checkout either, nor hold one. */
async function outside(folder: string, workspace: string): Promise<string> {
  const inside = [folder, ...(await librariesIn(folder)).map((name) => join(folder, name))].find((path) => liesInside(path, workspace));
  if (inside === undefined) return folder;
  throw new UserError({
    code: 'cuda-libraries-untrusted', message: 'the folder of CUDA libraries is in the checkout, where every pull request can put code of its own', where: inside,
    fix: 'keep the libraries outside of the checkout, where only the owner of the runner writes, and name that folder by its absolute path in the input cuda-path',
  });
}

async function librariesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => LIBRARY.test(name)).sort();
}

async function fromToolCache(version: string): Promise<string | undefined> {
  if ((process.env.RUNNER_TOOL_CACHE ?? '') === '') return undefined;
  const folder = tools.find(TOOL, version);
  if (folder === '') return undefined;
  const kept = await readFile(join(folder, HASHES), 'utf8').catch(() => '');
  if (kept !== '' && kept === await hashesOf(folder)) {
    info(`CUDA libraries of onnxruntime ${version} from the tool cache`);
    return folder;
  }
  notice('CUDA libraries from the tool cache are not used: they are not those that were kept');
  return undefined;
}

async function hashesOf(folder: string): Promise<string> {
  const hashes: Record<string, string> = {};
  for (const name of await librariesIn(folder)) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    hashes[name] = hash.digest('hex');
  }
  return `${JSON.stringify(hashes, null, 2)}\n`;
}

/** In the tool cache, for the next job on this runner; in place where there is none to write to. */
async function keep(folder: string, work: string, version: string): Promise<string> {
  if ((process.env.RUNNER_TOOL_CACHE ?? '') === '') return folder;
  const kept = await tools.cacheDir(folder, TOOL, version).catch((thrown: unknown) => {
    info(`CUDA libraries are not kept in the tool cache: ${messageOf(thrown)}`);
  });
  if (kept === undefined) return folder;
  await rm(work, { recursive: true, force: true });
  return kept;
}

async function install({ assets, version }: CudaRequest): Promise<string> {
  info(`fetching CUDA libraries with the install script of onnxruntime-node ${version}`);
  const work = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-cuda-'));
  const folder = join(work, 'libraries');
  try {
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(assets, name), join(work, name));
    await runNpm(work, ARGUMENTS);
    await runNpm(work, REBUILD, { ONNXRUNTIME_NODE_INSTALL: 'cuda12' });
    await mkdir(folder);
    const from = binaries(join(work, 'node_modules'));
    for (const name of await librariesIn(from)) await copyFile(join(from, name), join(folder, name));
    if ((await librariesIn(folder)).length === 0) throw new Error('its install script brought none');
    await writeFile(join(folder, HASHES), await hashesOf(folder));
    return await keep(folder, work, version);
  } catch (thrown) {
    await rm(work, { recursive: true, force: true });
    throw new UserError({
      code: 'cuda-libraries-missing', message: `CUDA libraries of onnxruntime ${version} could not be fetched: ${messageOf(thrown)}`,
      fix: 'let the runner reach the feed that onnxruntime-node\'s install script names, or give a folder that holds libonnxruntime_providers_cuda.so and libonnxruntime_providers_shared.so in the input cuda-path',
      cause: thrown,
    });
  }
}
