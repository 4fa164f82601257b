/** A folder for the whole run of the tests: what is dear to make is made once and lies there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    sharedFolder: string;
  }
}

/** Makes it before the first test file, and takes it away after the last. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-shared-'));
  project.provide('sharedFolder', folder);
  return () => { rmSync(folder, { recursive: true, force: true }); };
}
