/** The bundle as src/ builds it now, in a folder of its own: `npm run build -- --check` holds dist/ to the same. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from './temporary.js';

const root = join(import.meta.dirname, '../..');

/** Builds it, with action.yml above it, as a checkout of the action has it. Returns the checkout's folder. */
export function buildAction(): string {
  const folder = temporary('action');
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--out', join(folder, 'dist')], { stdio: 'pipe' });
  copyFileSync(join(root, 'action.yml'), join(folder, 'action.yml'));
  return folder;
}

/** The same action with another worker: one that reports what a test wants, or misbehaves. */
export function withWorker(action: string, worker: string): string {
  const folder = temporary('action');
  cpSync(action, folder, { recursive: true });
  copyFileSync(worker, join(folder, 'dist/worker.js'));
  return folder;
}
