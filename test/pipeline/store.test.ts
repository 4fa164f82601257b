/** How the pruned model's file holds its weights: sparse storage from the policy to the report, and its way back in. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySamples, noise } from '../calibrate/bench-model.js';
import { readModel } from '../../src/onnx/read.js';
import { densified } from '../../src/onnx/sparse.js';
import { runPipeline } from '../../src/pipeline.js';
import { openSubject, type Subject } from '../../src/pipeline/subject.js';
import { storePruned } from '../../src/pipeline/store-pruned.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import type { ModelReport } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import type { Runtime } from '../../src/runtime/types.js';
import { writeTinyRepository } from './tiny-repository.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-store-'));
  await writeTinyRepository(folder);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

async function run(store: string, sparsity: string, outDir: string, request: Partial<RunRequest> = {}): Promise<ModelReport> {
  writeFileSync(join(folder, 'policy.yml'), `version: 1
models:
  - name: tiny
    path: models/tiny.onnx
    data:
      heldout: { path: data/heldout.npz, inputs: { x: x }, target: y }
      calibration: { path: data/calibration.npz, inputs: { x: x } }
    prune: [{ method: unstructured, criterion: magnitude, scope: layer, repair: [], sparsity: ${sparsity}${store} }]
    metrics: [{ name: accuracy }]
    gate: [{ check: size.reduction, min: 20% }]
`);
  const report = await runPipeline({ command: 'run', workspace: folder, policyPath: 'policy.yml', outDir: join(folder, outDir), models: [], untimed: true, ...request }, () => undefined);
  return report.models[0] as ModelReport;
}

const fileOf = (outDir: string): string => join(folder, outDir, 'tiny/model.onnx');
const notesOf = ({ notes }: ModelReport): string => notes.join('\n');

describe('store: sparse', () => {
  it('writes a smaller file, counts that file, says so, and onnxruntime computes the same', async () => {
    const dense = await run('', '90%', 'dense');
    const sparse = await run(', store: sparse', '90%', 'sparse');
    expect(sparse.errors).toEqual([]);
    expect(sparse.metrics).toEqual(dense.metrics);
    const [small, large] = [statSync(fileOf('sparse')).size, statSync(fileOf('dense')).size];
    expect(small).toBeLessThan(0.6 * large);
    expect([dense.measures?.pruned.fileBytes, sparse.measures?.pruned.fileBytes]).toEqual([large, small]);
    expect([dense.checks[0]?.outcome, sparse.checks[0]?.outcome]).toEqual(['fail', 'pass']);
    expect(dense.measures?.pruned).not.toHaveProperty('sparseWeights');
    expect(sparse.measures?.pruned).toMatchObject({ sparseWeights: 2, parameters: dense.measures?.pruned.parameters, nonZeros: dense.measures?.pruned.nonZeros });
    expect(notesOf(sparse)).toContain('2 weights are stored as sparse initializers');
    const report = JSON.parse(readFileSync(join(folder, 'sparse/report.json'), 'utf8')) as Parameters<typeof renderMarkdown>[0];
    expect(renderMarkdown(report)).toMatch(/sparse storage/u);
    const [read, plain] = [await readModel(fileOf('sparse')), await readModel(fileOf('dense'))];
    expect([...read.graph.sparseInitializers.keys()]).toEqual(['first', 'second']);
    expect([...densified(read).graph.initializers.keys()].sort()).toEqual([...plain.graph.initializers.keys()].sort());
    expect(readdirSync(join(folder, 'sparse/tiny')).sort()).toEqual(['model.onnx', 'plan.json', 'prune.json']);
  });

  it('is taken over from a finished prune, judged as a candidate, and pruned on as a committed model', async () => {
    const kept = { finished: [{ model: 'tiny', folder: join(folder, 'kept') }] };
    await run(', store: sparse', '90%', 'kept-out', { command: 'prune' });
    mkdirSync(join(folder, 'kept'));
    for (const name of readdirSync(join(folder, 'kept-out/tiny'))) copyFileSync(join(folder, 'kept-out/tiny', name), join(folder, 'kept', name));
    const again = await run(', store: sparse', '90%', 'again', kept);
    expect([notesOf(again).includes('Not pruned again'), again.measures?.pruned.sparseWeights]).toEqual([true, 2]);
    const judged = await run('', '90%', 'judged', { command: 'evaluate', candidatePath: fileOf('kept-out') });
    expect(judged.measures?.pruned).toMatchObject({ sparseWeights: 2, fileBytes: statSync(fileOf('kept-out')).size });
    copyFileSync(join(folder, 'models/tiny.onnx'), join(folder, 'models/saved.onnx'));
    copyFileSync(fileOf('kept-out'), join(folder, 'models/tiny.onnx'));
    try {
      const onwards = await run('', '95%', 'onwards');
      expect(onwards.errors).toEqual([]);
      // What comes sparse goes sparse.
      expect([onwards.measures?.dense.sparseWeights, onwards.measures?.pruned.sparseWeights]).toEqual([2, 2]);
      expect(onwards.groups.map(({ name }) => name)).toEqual(['first', 'second']);
    } finally {
      copyFileSync(join(folder, 'models/saved.onnx'), join(folder, 'models/tiny.onnx'));
    }
  });

  it('stays dense with the reason where zeros are too few', async () => {
    const model = await run(', store: sparse', '50%', 'half');
    expect(notesOf(model)).toContain('stored dense: no weight has so many zeros that its sparse form would be smaller');
    expect(model.measures?.pruned).not.toHaveProperty('sparseWeights');
  });
});

describe('a sparse file that does not hold', () => {
  /** onnxruntime, but for what it says of the sparse file. */
  async function stored(spoil: (subject: Subject) => Runtime): Promise<{ notes: string[]; sparse: number; files: string[] }> {
    await run('', '90%', 'dense', { command: 'prune' });
    copyFileSync(fileOf('dense'), join(folder, 'models/zeros.onnx'));
    const subject = await openSubject(folder, 'models/zeros.onnx', 'cpu');
    const notes: string[] = [];
    try {
      mkdirSync(join(folder, 'stored/tiny'), { recursive: true });
      const written = await storePruned({
        outDir: join(folder, 'stored'), folder: 'tiny', model: subject.model, subject: { ...subject, runtime: spoil(subject) }, samples: memorySamples(noise(24, 5), [8]),
        policy: { prune: [{ method: 'unstructured', criterion: 'magnitude', scope: 'layer', sparsity: 0.9, pattern: undefined, block: undefined, repair: [], keep: [], only: undefined, store: 'sparse' }] },
        journal: { note: (text) => { notes.push(text); } },
      });
      expect(densified(await readModel(written.path))).toMatchObject({ graph: { sparseInitializers: new Map() } });
      return { notes, sparse: written.sparse, files: readdirSync(join(folder, 'stored/tiny')) };
    } finally {
      await subject.dispose();
    }
  }
  const isSparse = (path: string | Uint8Array): boolean => String(path).includes('.sparse');

  it('is kept where nothing is wrong', async () => {
    expect(await stored(({ runtime }) => runtime)).toMatchObject({ sparse: 2, files: ['model.onnx'] });
  });

  it('that the runtime refuses is dropped, with the reason', async () => {
    const found = await stored(({ runtime }) => ({ ...runtime, open: (path, options) => (isSparse(path) ? Promise.reject(new Error('no sparse tensors here')) : runtime.open(path, options)) }));
    expect(found).toEqual({ sparse: 0, files: ['model.onnx'], notes: ['The pruned model is stored dense: its sparse form cannot be used (no sparse tensors here).'] });
  });

  it('that gives other bits is dropped, with the output', async () => {
    const other = join(folder, 'models/tiny.onnx');
    const found = await stored(({ runtime }) => ({ ...runtime, open: (path, options) => runtime.open(isSparse(path) ? other : path, options) }));
    expect(found).toEqual({ sparse: 0, files: ['model.onnx'], notes: ['The pruned model is stored dense: output scores differs from what the dense file gives.'] });
  });
});
