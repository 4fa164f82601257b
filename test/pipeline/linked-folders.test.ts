/** Folders behind links, as macOS has them: its temporary folder is /var/folders/..., and /var a link to /private/var. */
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { prepareOutput } from '../../src/supervisor/files.js';
import { writeTinyRepository } from './tiny-repository.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'prune-gate-links-')));
  for (const name of ['private/var/temp', 'private/var/work']) mkdirSync(join(folder, name), { recursive: true });
  symlinkSync('private/var', join(folder, 'var'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('a run whose workspace, output and temporary folder lie behind a link is judged, and leaves nothing there', async () => {
  const [workspace, temp] = [join(folder, 'var/work'), join(folder, 'var/temp')];
  await writeTinyRepository(workspace, { samples: 100 });
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, temp);
  const outDir = join(workspace, 'out');
  await prepareOutput(outDir, workspace);
  const { verdict, errors, models } = await runPipeline({ command: 'run', workspace, policyPath: '.github/prune-gate.yml', outDir, models: [] }, () => undefined);
  expect([errors, models[0]?.errors]).toEqual([[], []]);
  expect({ verdict, model: models[0]?.files.model, holds: models[0]?.proof?.holds }).toEqual({ verdict: 'PASS', model: 'tiny/model.onnx', holds: true });
  expect(readdirSync(join(outDir, 'tiny'))).toContain('model.onnx');
  // onnxruntime keeps a log of its own there.
  expect(readdirSync(temp).filter((name) => name.startsWith('prune-gate'))).toEqual([]);
});
