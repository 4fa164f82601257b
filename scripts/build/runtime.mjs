/**
 * dist/runtime: what the action needs to obtain onnxruntime-node and to trust it. A package.json and a lockfile cut from
 * the project's own (npm checks the integrity hashes), and the sha256 of every file that is kept and loaded.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = 'onnxruntime-node';
const NATIVE = `${PACKAGE}/bin/napi-v6`;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** File name to content, for dist/runtime. */
export function runtimeFiles(root) {
  const { version, license } = readJson(join(root, 'node_modules', PACKAGE, 'package.json'));
  const manifest = { name: 'prune-gate-runtime', version, private: true, license, dependencies: { [PACKAGE]: version } };
  return new Map([
    ['package.json', toJson(manifest)],
    ['package-lock.json', toJson(cutLockfile(readJson(join(root, 'package-lock.json')), manifest))],
    ['sha256.json', toJson(hashes(join(root, 'node_modules'), version))],
  ]);
}

const toJson = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The entries of a lockfile that `manifest.dependencies` reach, at the places where they are. */
function cutLockfile(lock, manifest) {
  const kept = new Map();
  const visit = (from, names) => {
    for (const name of names) {
      const place = resolvePlace(lock.packages, from, name);
      if (kept.has(place)) continue;
      // What npm marks for the whole project (dev, optional) does not hold for this part of it.
      const { dev: _dev, optional: _optional, peer: _peer, devOptional: _devOptional, ...entry } = lock.packages[place];
      kept.set(place, entry);
      visit(place, Object.keys(entry.dependencies ?? {}));
    }
  };
  visit('', Object.keys(manifest.dependencies));
  const { name, version } = manifest;
  const packages = { '': { name, version, license: manifest.license, dependencies: manifest.dependencies } };
  for (const place of [...kept.keys()].sort()) packages[place] = kept.get(place);
  return { name, version, lockfileVersion: lock.lockfileVersion, requires: true, packages };
}

/** Where Node would find `name` for a package at `from`: the nearest node_modules upwards. */
function resolvePlace(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in packages) return place;
    if (at === '') throw new Error(`package-lock.json has no entry for ${name}, which ${from} needs`);
  }
}

/** Paths relative to node_modules, with `/`. `files` are loaded everywhere, `platforms[P]` on P alone. */
function hashes(modules, version) {
  const hash = (path) => createHash('sha256').update(readFileSync(join(modules, path))).digest('hex');
  const hashAll = (paths) => Object.fromEntries([...paths].sort().map((path) => [path, hash(path)]));
  const scripts = ['onnxruntime-common', PACKAGE].flatMap((name) => [
    `${name}/package.json`,
    ...list(modules, name === PACKAGE ? `${name}/dist` : `${name}/dist/cjs`).filter((path) => /\.(?:js|json)$/u.test(path)),
  ]);
  const platforms = {};
  for (const path of list(modules, NATIVE)) {
    const [platform, arch] = path.slice(NATIVE.length + 1).split('/');
    (platforms[`${platform}-${arch}`] ??= []).push(path);
  }
  return {
    version,
    files: hashAll(scripts),
    platforms: Object.fromEntries(Object.keys(platforms).sort().map((name) => [name, hashAll(platforms[name])])),
  };
}

function list(modules, folder) {
  return readdirSync(join(modules, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}${join(entry.parentPath, entry.name).slice(join(modules, folder).length).replaceAll('\\', '/')}`);
}
