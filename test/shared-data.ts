/** The team's shared models and data lie beside the checkout; a plain clone does not have them. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const folder = process.env.PRUNE_GATE_SHARED_DATA ?? join(root, '../shared/data');

export const hasSharedData = existsSync(join(folder, 'README.md'));

/** Absolute path of a file under the shared data folder. */
export function sharedData(...parts: string[]): string {
  return join(folder, ...parts);
}
