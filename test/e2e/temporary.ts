/** Folders of these tests, removed together at their end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

export function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `prune-gate-${name}-`));
  made.push(folder);
  return folder;
}

export function removeTemporaries(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
