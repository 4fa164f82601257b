/**
 * onnxruntime looks for provider libraries beside its own, nowhere else. A folder of them that the user names
 * (PRUNE_GATE_CUDA) is therefore put together with the package in a folder of its own, made of hard links where the file
 * system allows, so that nothing that npm installed is changed. It is named after the contents, and used again.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.js';

const PROVIDER = /^(?:lib)?onnxruntime_providers_\w+\.(?:so|dll)$/u;

/** Folder of an onnxruntime-node with these libraries in it. Throws UserError `cuda-libraries-missing`. */
export function withProviders(packageFolder: string, libraries: string, cache = join(homedir(), '.cache', 'prune-gate', 'cuda')): string {
  const names = existsSync(libraries) ? readdirSync(libraries).filter((name) => PROVIDER.test(name)).sort() : [];
  if (!names.some((name) => /providers_cuda/u.test(name)) || !names.some((name) => /providers_shared/u.test(name))) {
    throw new UserError({
      code: 'cuda-libraries-missing', message: 'the folder of CUDA libraries holds no onnxruntime_providers_cuda and onnxruntime_providers_shared', where: libraries,
      fix: 'set PRUNE_GATE_CUDA (in the action: input "cuda-path") to a folder with both, of the same onnxruntime version, such as onnxruntime/capi of the Python package onnxruntime-gpu',
    });
  }
  const modules = join(cache, keyOf(packageFolder, libraries, names), 'node_modules');
  const folder = join(modules, 'onnxruntime-node');
  if (!existsSync(folder)) assemble({ packageFolder, libraries, names, cache }, modules);
  return folder;
}

function keyOf(packageFolder: string, libraries: string, names: readonly string[]): string {
  const facts = names.map((name) => {
    const { size, mtimeMs, ino } = statSync(join(libraries, name));
    return [name, size, mtimeMs, ino];
  });
  return createHash('sha256').update(JSON.stringify([packageFolder, statSync(join(packageFolder, 'package.json')).mtimeMs, libraries, facts])).digest('hex').slice(0, 24);
}

interface Parts { readonly packageFolder: string; readonly libraries: string; readonly names: readonly string[]; readonly cache: string }

/** Whole or not at all: made under another name, then renamed. */
function assemble({ packageFolder, libraries, names, cache }: Parts, modules: string): void {
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const made = mkdtempSync(join(cache, 'making-'));
  try {
    const target = join(made, 'node_modules/onnxruntime-node');
    const binaries = join('bin', 'napi-v6', process.platform, process.arch);
    cpSync(packageFolder, target, { recursive: true, dereference: true, filter: (path) => !path.startsWith(join(packageFolder, 'bin')) });
    mkdirSync(join(target, binaries), { recursive: true });
    for (const name of readdirSync(join(packageFolder, binaries))) place(join(packageFolder, binaries, name), join(target, binaries, name));
    for (const name of names) place(join(libraries, name), join(target, binaries, name));
    const common = join(packageFolder, '../onnxruntime-common');
    cpSync(common, join(made, 'node_modules/onnxruntime-common'), { recursive: true, dereference: true });
    renameSync(made, join(modules, '..'));
  } catch (thrown) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(modules)) throw thrown; // another process was quicker
  }
}

function place(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(realpathSync(from), to); // not the link, which may lead nowhere from there
  } catch {
    copyFileSync(from, to); // another file system
  }
}
