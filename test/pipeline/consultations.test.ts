/** How often held-out samples were looked at: counted in the output folder, by model and data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { consult, CONSULTATIONS_FILE } from '../../src/pipeline/consultations.js';
import type { RunRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

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

it('is in the report of every look at a change, whatever judged it, and not in those that judge nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-consultations-'));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  await writeTinyRepository(folder);
  const look = async (more: Partial<RunRequest>): Promise<number | undefined> => {
    const report = await runPipeline({
      command: 'run', workspace: folder, policyPath: '.github/prune-gate.yml', outDir: join(folder, 'out'), models: [], untimed: true, consultationsFolder: join(folder, 'out'), ...more,
    }, () => undefined);
    expect(report.models[0]?.errors).toEqual([]);
    return report.models[0]?.consultations;
  };
  expect(await look({})).toBe(1);
  expect(await look({ command: 'evaluate', candidatePath: join(folder, 'out/tiny/model.onnx'), outDir: join(folder, 'out/evaluate') })).toBe(2);
  expect(await look({ command: 'validate', outDir: join(folder, 'looks') })).toBeUndefined();
  // Other samples are another matter.
  await writeTinyRepository(folder, { samples: 401 });
  expect(await look({})).toBe(1);
});
