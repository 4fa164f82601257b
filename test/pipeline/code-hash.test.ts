/** The hash of the code that runs: of every file of a bundle and of nothing else. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeHash, hashOfCode } from '../../src/pipeline/code-hash.js';
import { inFolder } from '../runtime/support.js';

it('is that of src/ where tests run from it', () => {
  const file = join(import.meta.dirname, '../../src/pipeline/code-hash.ts');
  expect(codeHash()).toMatch(/^[0-9a-f]{64}$/u);
  expect(codeHash()).toBe(hashOfCode(file));
  expect(hashOfCode(join(import.meta.dirname, '../../src/prune/cut.ts'))).toBe(codeHash());
});

it('of a bundle is the same from each of its files, and another where any chunk or decoder is', async () => {
  await inFolder(async (folder) => {
    const write = (name: string, text: string): void => { writeFileSync(join(folder, name), text); };
    mkdirSync(join(folder, 'types'));
    for (const name of ['worker.js', 'chunk-A.js', 'decoder.wasm', 'LICENSES.txt', 'types/index.d.ts']) write(name, name);
    const hash = (): string => hashOfCode(join(folder, 'worker.js'));
    const first = hash();
    expect(hashOfCode(join(folder, 'chunk-A.js'))).toBe(first);
    // What nobody runs.
    write('LICENSES.txt', 'more');
    write('types/index.d.ts', 'more');
    expect(hash()).toBe(first);
    const seen = new Set([first]);
    for (const name of ['worker.js', 'chunk-A.js', 'decoder.wasm', 'chunk-B.js']) {
      write(name, 'changed');
      seen.add(hash());
    }
    expect(seen.size).toBe(5);
    await Promise.resolve();
  });
});

it('of a bundle of one file is that file\'s, whatever lies beside it', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'bench.mjs'), '1');
    const first = hashOfCode(join(folder, 'bench.mjs'));
    writeFileSync(join(folder, 'other.mjs'), '1');
    expect(hashOfCode(join(folder, 'bench.mjs'))).toBe(first);
    writeFileSync(join(folder, 'bench.mjs'), '2');
    expect(hashOfCode(join(folder, 'bench.mjs'))).not.toBe(first);
    await Promise.resolve();
  });
});
