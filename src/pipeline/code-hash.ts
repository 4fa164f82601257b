/**
 * Which code runs here, told by its content: a release names many commits of main, and an algorithm that changed between two of
 * them makes another prune of the same inputs.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let own: string | undefined;

/** sha256 of the code that is running; read once. */
export function codeHash(): string {
  return own ??= hashOfCode(fileURLToPath(import.meta.url));
}

/**
 * sha256 over names and bytes of what this file of code runs with: all of the bundle, whose entries share its chunks and decoders;
 * all of src/ where this is a file of it (`src/pipeline/`); a bundle of a single file by itself.
 */
export function hashOfCode(file: string): string {
  const folder = extname(file) === '.ts' ? dirname(dirname(file)) : dirname(file);
  const hash = createHash('sha256');
  for (const name of filesOf(file, folder)) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name.replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesOf(file: string, folder: string): string[] {
  switch (extname(file)) {
    case '.js': return readdirSync(folder).filter((name) => ['.js', '.wasm'].includes(extname(name))).sort();
    case '.ts': return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ['.ts', '.proto'].includes(extname(name))).sort();
    default: return [file.slice(folder.length + 1)];
  }
}
