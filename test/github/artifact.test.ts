/** What goes into the run's artifact. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { artifactFiles } from '../../src/github/artifact.js';
import { model, report as reportOf } from '../report/fixtures.js';

it('holds the report and all files of each model, external data too, and nothing else that lies there', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'artifact-'));
  for (const folder of ['a', 'b']) mkdirSync(join(outDir, folder));
  const there = ['report.json', 'report.md', 'a/model.onnx', 'a/model.onnx.data', 'a/plan.json', 'b/model.onnx', 'b/old.onnx'];
  for (const file of there) writeFileSync(join(outDir, file), '');
  const files = (name: string) => ({ model: `${name}/model.onnx`, plan: `${name}/plan.json` });
  const models = [files('a'), files('b'), { model: null, plan: null }].map((written, i) => model({ name: String(i), more: { files: written } }));
  expect(artifactFiles(reportOf(models), outDir)).toEqual(there.slice(0, -1).map((file) => join(outDir, file)));
  rmSync(outDir, { recursive: true });
});

it('follows no link: a change may have left one, to what only this process may read', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'artifact-'));
  mkdirSync(join(outDir, 'a'));
  for (const file of ['report.json', 'a/model.onnx']) writeFileSync(join(outDir, file), '');
  for (const file of ['report.md', 'worker.log', 'a/model.onnx.data']) symlinkSync('/proc/self/environ', join(outDir, file));
  const written = model({ name: 'a', more: { files: { model: 'a/model.onnx', plan: null } } });
  expect(artifactFiles(reportOf([written]), outDir)).toEqual(['report.json', 'a/model.onnx'].map((file) => join(outDir, file)));
  rmSync(outDir, { recursive: true });
});

it('holds what shows a failed proof, where a proof failed', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'artifact-'));
  mkdirSync(join(outDir, 'a/prove-failed'), { recursive: true });
  const there = ['report.json', 'a/prove-failed/cut.json', 'a/prove-failed/dense.onnx', 'a/prove-failed/feeds.npz'];
  for (const file of there) writeFileSync(join(outDir, file), '');
  const failed = (code: string) => reportOf([model({ name: 'a', more: { files: { model: null, plan: null }, errors: [{ code, message: '', where: null, fix: null, stage: 'prove' }] } })]);
  expect(artifactFiles(failed('prove-failed'), outDir)).toEqual(there.map((file) => join(outDir, file)));
  // A stale folder of an earlier run is none of this run's files.
  expect(artifactFiles(failed('target-unreached'), outDir)).toEqual([join(outDir, 'report.json')]);
  rmSync(outDir, { recursive: true });
});
