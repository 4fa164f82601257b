/**
 * Obtains onnxruntime-node, which is too large for the bundle: from the folder that an input names, else from the
 * runner's tool cache, else from the cache of the repository, else from npm. Whatever the source, every file that will
 * be loaded has the sha256 that this release was built with; a cache whose files do not is passed over.
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tools from '@actions/tool-cache';
import { messageOf, UserError } from '../errors.js';
import { restoreEntry, saveEntry, type EntryPlace } from './cache/entry.js';
import { liesInside } from './inside-checkout.js';
import { info, notice } from './log.js';
import { mismatch, platformName, readHashes, unlistedLibrary, type RuntimeHashes } from './runtime/hashes.js';
import { installWithNpm } from './runtime/npm.js';

const TOOL = 'prune-gate-runtime';
const MODULES = 'node_modules/';
/** Several times what one platform's build has. */
const MOST_BYTES = 2 ** 30;

export interface RuntimeRequest {
  /** dist/runtime. */
  readonly assets: string;
  /** A folder with onnxruntime-node, or with node_modules that hold it; empty: obtain it. */
  readonly givenPath: string;
  /** The checkout. */
  readonly workspace: string;
}

/** The package's own folder, of what `obtainRuntime` returned. */
export function packageIn(folder: string): string {
  const inside = join(folder, 'node_modules', 'onnxruntime-node');
  return existsSync(inside) ? inside : folder;
}

/** Returns a folder whose `node_modules` (or itself) holds the verified package: what PRUNE_GATE_RUNTIME takes. */
export async function obtainRuntime({ assets, givenPath, workspace }: RuntimeRequest): Promise<string> {
  const hashes = await readHashes(assets, platformName());
  if (givenPath !== '') return checkGiven(givenPath, hashes, workspace);
  const temp = process.env.RUNNER_TEMP ?? tmpdir();
  const folder = join(temp, TOOL);
  return await fromToolCache(hashes)
    ?? await fromCache(temp, folder, hashes)
    ?? await fromNpm(assets, temp, folder, hashes);
}

/**
 * More files than the listed ones are fine there: device libraries, say. The folder is the runner owner's. In the checkout it is
 * everyone's, and holds no library that is not listed: onnxruntime would load it.
 */
async function checkGiven(path: string, hashes: RuntimeHashes, workspace: string): Promise<string> {
  const modules = [join(path, 'node_modules'), path, join(path, '..')]
    .find((folder) => existsSync(join(folder, 'onnxruntime-node', 'package.json')));
  if (modules === undefined) {
    throw new UserError({
      code: 'runtime-missing', message: 'the folder of the input runtime-path holds no onnxruntime-node', where: path,
      fix: `fill it with: npm install --ignore-scripts --prefix FOLDER onnxruntime-node@${hashes.version}`,
    });
  }
  const reason = await mismatch(modules, hashes, false) ?? (liesInside(modules, workspace) ? await unlistedLibrary(modules, hashes) : undefined);
  if (reason !== undefined) throw tampered(path, reason, hashes);
  info(`onnxruntime-node ${hashes.version} from ${path}`);
  return join(modules, 'onnxruntime-node');
}

async function fromToolCache(hashes: RuntimeHashes): Promise<string | undefined> {
  if ((process.env.RUNNER_TOOL_CACHE ?? '') === '') return undefined;
  const found = tools.find(TOOL, hashes.version);
  return found === '' ? undefined : usable(found, hashes, 'the tool cache');
}

/** A pull request may have put an entry of its own there: nothing but the listed files is unpacked, and each is compared. */
async function fromCache(temp: string, folder: string, hashes: RuntimeHashes): Promise<string | undefined> {
  const isExpected = (path: string): boolean => path.startsWith(MODULES) && hashes.files.has(path.slice(MODULES.length));
  if (!await restoreEntry(entryPlace(temp, hashes), folder, { isExpected, mostBytes: MOST_BYTES })) return undefined;
  const restored = await usable(folder, hashes, 'the cache');
  return restored === undefined ? undefined : await keep(restored, hashes);
}

async function fromNpm(assets: string, temp: string, folder: string, hashes: RuntimeHashes): Promise<string> {
  info(`fetching onnxruntime-node ${hashes.version} with npm`);
  await installWithNpm(assets, temp, hashes, folder);
  const reason = await mismatch(join(folder, 'node_modules'), hashes, true);
  if (reason !== undefined) throw tampered(folder, reason, hashes);
  await saveEntry(entryPlace(temp, hashes), folder, [...hashes.files.keys()].map((path) => `${MODULES}${path}`));
  return keep(folder, hashes);
}

/** The folder where its files are the expected ones; a cache whose files are not is passed over (and replaced). */
async function usable(folder: string, hashes: RuntimeHashes, source: string): Promise<string | undefined> {
  const reason = await mismatch(join(folder, 'node_modules'), hashes, true);
  if (reason === undefined) {
    info(`onnxruntime-node ${hashes.version} from ${source}`);
    return folder;
  }
  notice(`onnxruntime-node from ${source} is not used: ${reason}`);
  return undefined;
}

/** Moves it into the tool cache, for the next job on this runner; stays in place where there is none to write to. */
async function keep(folder: string, hashes: RuntimeHashes): Promise<string> {
  if ((process.env.RUNNER_TOOL_CACHE ?? '') === '') return folder;
  try {
    return await tools.cacheDir(folder, TOOL, hashes.version);
  } catch (thrown) {
    info(`not kept in the tool cache: ${messageOf(thrown)}`);
    return folder;
  }
}

function entryPlace(temp: string, hashes: RuntimeHashes): EntryPlace {
  const key = `${TOOL}-${hashes.version}-${process.platform}-${process.arch}-${hashes.digest}`;
  return { key, what: `onnxruntime-node ${hashes.version}`, temp, env: process.env };
}

function tampered(where: string, reason: string, hashes: RuntimeHashes): UserError {
  return new UserError({
    code: 'runtime-mismatch',
    message: `onnxruntime-node is not the one that this release was built with: ${reason}`,
    where,
    fix: `use onnxruntime-node ${hashes.version} as published; a folder of the input runtime-path is filled with npm install --ignore-scripts`,
  });
}
