/** A model's folder in the output: no old result, no way out of it, no name that another file needs. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderName, prepareModelFolder } from '../../src/pipeline/files.js';
import { useExample } from './example.js';

let outDir: string;
beforeEach(() => { outDir = mkdtempSync(join(tmpdir(), 'prune-gate-out-')); });
afterEach(() => { rmSync(outDir, { recursive: true, force: true }); });

describe('a model\'s folder', () => {
  it('loses what an earlier run left, but for a plan that is replayed', async () => {
    mkdirSync(join(outDir, 'm'));
    for (const name of ['model.onnx', 'model.onnx.data', 'plan.json', 'notes.txt', '.model.onnx.0a1b2c.tmp', 'plan.json.4711.tmp']) writeFileSync(join(outDir, 'm', name), 'old');
    await prepareModelFolder(outDir, 'm', join(outDir, 'm', 'plan.json'));
    expect(readdirSync(join(outDir, 'm')).sort()).toEqual(['notes.txt', 'plan.json']);
    await prepareModelFolder(outDir, 'm', undefined);
    expect(readdirSync(join(outDir, 'm'))).toEqual(['notes.txt']);
  });

  it('is neither a link nor a file', async () => {
    const elsewhere = join(outDir, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'model.onnx'), 'mine');
    symlinkSync(elsewhere, join(outDir, 'linked'));
    symlinkSync(join(outDir, 'nowhere'), join(outDir, 'dangling'));
    writeFileSync(join(outDir, 'file'), '');
    for (const name of ['linked', 'dangling', 'file']) await expect(prepareModelFolder(outDir, name, undefined)).rejects.toMatchObject({ code: 'output-unusable' });
    expect(existsSync(join(elsewhere, 'model.onnx'))).toBe(true);
  });

  it.each(['report.json', 'Report.MD', 'worker.log'])('is not called %s, as a file of the report is', (name) => {
    expect(folderName(name)).toMatch(new RegExp(`^${name}-[0-9a-f]{8}$`, 'u'));
    expect(folderName('digits')).toBe('digits');
  });

  // The last would be the folder of the model `digits`.
  it.each(['nul', 'COM1.v2', 'digits.'])('is not called %s, which Windows has no folder for', (name) => {
    expect(folderName(name)).toMatch(/^[A-Za-z0-9.]+-[0-9a-f]{8}$/u);
  });
});

describe('a run that fails', () => {
  const example = useExample();

  it('leaves no pruned model, not even that of the run before', async () => {
    mkdirSync(join(example.outDir, 'digits'), { recursive: true });
    writeFileSync(join(example.outDir, 'digits/model.onnx'), 'of the run before');
    const report = await example.run(`
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data: { heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 50 } }
    prune: [{ method: structured, criterion: l1, allocation: uniform, repair: [], target: { macs: 500x } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: macs.reduction, min: 1% }]
`);
    expect(report).toMatchObject({ verdict: 'ERROR', models: [{ files: { model: null, plan: null } }] });
    expect(readdirSync(join(example.outDir, 'digits'))).toEqual([]);
  });
});
