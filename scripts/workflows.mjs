/**
 * npm run workflows: runs every workflow of the documentation and the examples by nektos/act, a runner that needs no container in
 * host mode. Go builds it once, from its module, into .cache/.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = 'v0.2.89';
const root = resolve(fileURLToPath(import.meta.url), '../..');
const folder = join(root, '.cache/act', VERSION);
const act = join(folder, process.platform === 'win32' ? 'act.exe' : 'act');

if (!existsSync(act)) {
  mkdirSync(folder, { recursive: true });
  console.error(`Building act ${VERSION} with Go (a few minutes the first time) ...`);
  const { status, error } = spawnSync('go', ['install', `github.com/nektos/act@${VERSION}`], { stdio: 'inherit', env: { ...process.env, GOBIN: folder } });
  if (status !== 0) {
    console.error(error === undefined ? 'act could not be built' : 'act is built by Go, which is not on the PATH: see go.dev');
    process.exit(1);
  }
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/e2e/workflows.test.ts', ...process.argv.slice(2)], { stdio: 'inherit', cwd: root, env: { ...process.env, PRUNE_GATE_ACT: act } });
process.exit(status ?? 1);
