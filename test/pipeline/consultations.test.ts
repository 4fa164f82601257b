/** How often held-out samples were looked at: counted in the output folder, by model and data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { consult, CONSULTATIONS_FILE } from '../../src/pipeline/consultations.js';

it('counts each model and each data by itself, and begins anew where the record cannot be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-consultations-'));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const counts: number[] = [];
  for (const [model, data] of [['a', 'x'], ['a', 'x'], ['b', 'x'], ['a', 'y'], ['__proto__', 'x'], ['a', 'x']] as const) counts.push(await consult(folder, model, data));
  expect(counts).toEqual([1, 2, 1, 1, 1, 3]);
  for (const spoilt of ['{', '{"version":1,"consultations":[{"model":"a","heldout":"x","count":"many"},7]}', 'null']) {
    writeFileSync(join(folder, CONSULTATIONS_FILE), spoilt);
    expect(await consult(folder, 'a', 'x')).toBe(1);
  }
  expect(await consult(folder, 'a', 'x')).toBe(2);
});
