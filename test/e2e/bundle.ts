/** The bundle as src/ builds it now, in a folder of its own: `npm run build -- --check` holds dist/ to the same. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { temporary } from './temporary.js';

const root = join(import.meta.dirname, '../..');

/** Longer than a build takes on a machine that runs many other things. */
const MOST_WAITED_MS = 110_000;

/**
 * The checkout of the action as its users have it: the bundle with action.yml above it. The first of the test files of this
 * run that asks builds it, the others wait for it and share it; nobody writes to it.
 */
export function buildAction(): string {
  const shared = inject('sharedFolder');
  const folder = join(shared, 'action');
  if (isFirst(join(shared, 'building'))) {
    try {
      execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--out', join(folder, 'dist')], { stdio: 'pipe' });
      copyFileSync(join(root, 'action.yml'), join(folder, 'action.yml'));
    } finally {
      writeFileSync(join(shared, 'built'), '');
    }
  }
  for (let waited = 0; !existsSync(join(shared, 'built')) && waited < MOST_WAITED_MS; waited += 100) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  if (!existsSync(join(folder, 'action.yml'))) throw new Error('the bundle was not built: see the test file that built it');
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    writeFileSync(mark, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** The same action with another worker: one that reports what a test wants, or misbehaves. */
export function withWorker(action: string, worker: string): string {
  const folder = temporary('action');
  cpSync(action, folder, { recursive: true });
  copyFileSync(worker, join(folder, 'dist/worker.js'));
  return folder;
}
