/**
 * Installs dependencies where they are absent or not those of package-lock.json, and does nothing otherwise. Each
 * npm script that a newcomer may call first starts with it: .npmrc has `ignore-scripts=true` (packages run no code
 * at install), which also turns off npm's own pre- and post-hooks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(import.meta.url);
const root = resolve(script, '../..');

/** The oldest Node that every dependency supports; package.json `engines` says the same. */
const OLDEST_NODE = [20, 19];

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** npm records what it installed in node_modules/.package-lock.json; optional packages of other platforms are not in it. */
export function isCurrent(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  const installed = readLock(join(folder, 'node_modules/.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version && found.integrity === entry.integrity;
  });
}

function install() {
  process.stderr.write('Installing dependencies (npm ci; about a minute the first time) ... ');
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const words = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm === undefined ? ['npm', words] : [process.execPath, [npm, ...words]];
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: npm === undefined && process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write(`failed\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`);
    process.exit(1);
  }
  process.stderr.write(`done in ${Math.round((Date.now() - started) / 1000)} s\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(`prune-gate needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === script) {
  checkNode();
  if (!isCurrent(root)) install();
}
