/** Shared by the generators: write a generated file, or with `--check` compare it with what is there. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const checking = process.argv.includes('--check');

export function fromRoot(path) {
  return join(root, path);
}

/** Writes `text`, or with `--check` sets exit code 1 where the file does not hold exactly it. */
export async function writeOrCheck(path, text) {
  if (!checking) return writeFile(fromRoot(path), text);
  const current = await readFile(fromRoot(path), 'utf8').catch(() => undefined);
  if (current === text) return undefined;
  process.exitCode = 1;
  process.stderr.write(`${path} is not current: run the generators in scripts/ and commit the result\n`);
  return undefined;
}
