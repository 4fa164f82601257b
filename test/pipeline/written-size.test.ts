/** A target in bytes against the file as it is written, where the sparse form that the step counted on does not hold. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tensor } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { sparsified } from '../../src/onnx/sparse.js';
import { makeTensor, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { writeModel } from '../../src/onnx/write.js';
import { Journal } from '../../src/pipeline/journal.js';
import { obtainPrune, type Obtained } from '../../src/pipeline/obtain-prune.js';
import { pruneInputs } from '../../src/pipeline/prune-inputs.js';
import type { Draft } from '../../src/pipeline/model-run.js';
import { openRunSamples } from '../../src/pipeline/samples.js';
import { openSubject } from '../../src/pipeline/subject.js';
import { parsePolicy } from '../../src/policy/read.js';
import type { ModelPolicy } from '../../src/policy/types.js';
import { tinyPolicy, writeTinyRepository } from './tiny-repository.js';

let folder = '';
let whole = 0;
const outDir = (): string => join(folder, 'out');
const modelFile = (): string => join(outDir(), 'tiny/model.onnx');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-written-size-'));
  await writeTinyRepository(folder);
  const path = join(folder, 'models/tiny.onnx');
  const dense = await readModel(path);
  const zeroed = [...dense.graph.initializers].map(([name, tensor]): [string, Tensor] => [name, name === 'first' || name === 'second'
    ? makeTensor(name, tensor.dataType, tensor.dims, tensorToFloat32(tensor).map((value, i) => (i % 9 === 0 ? value : 0))) : tensor]);
  await writeModel(sparsified({ ...dense, graph: { ...dense.graph, initializers: new Map(zeroed) } }).model, path);
  whole = statSync(path).size;
});
afterAll(() => { rmSync(folder, { recursive: true }); });

/** onnxruntime, but for a sparse file where `refuses`. */
async function prune(more: string, refuses: boolean): Promise<Obtained & { notes: readonly string[] }> {
  const policy = parsePolicy(tinyPolicy(['tiny']).replace(/prune: .*/u, `prune: [{ method: structured, criterion: l2, allocation: uniform, align: 1, repair: [bias], target: { size: 1.3x }${more} }]`), 'policy.yml');
  const [model] = policy.models as [ModelPolicy];
  const journal = new Journal('tiny', () => undefined);
  const opened = await openSubject(folder, model.path, 'cpu');
  const open: typeof opened.runtime.open = (path, options) => (refuses && String(path).includes('.sparse') ? Promise.reject(new Error('no sparse tensors here')) : opened.runtime.open(path, options));
  const subject = { ...opened, runtime: { ...opened.runtime, open } };
  try {
    const samples = await openRunSamples({ workspace: folder }, model, subject.inputs, journal);
    const request = { command: 'prune', workspace: folder, policyPath: 'policy.yml', outDir: outDir(), models: [], untimed: true } as const;
    const draft = { report: { provenance: {} } } as unknown as Draft;
    const inputs = pruneInputs(subject, model, 'cpu', samples.heldout, samples.calibration);
    return { ...await obtainPrune({ request, policy, model, plan: undefined, journal, identities: [], shared: undefined }, subject, samples, inputs, draft), notes: journal.notes };
  } finally {
    await opened.dispose();
  }
}

it('is met where the sparse form holds', async () => {
  const { pruned, written } = await prune('', false);
  expect([pruned.partial, written.sparse]).toEqual([false, 1]);
  expect(statSync(modelFile()).size).toBeLessThanOrEqual(whole / 1.3);
});

it('is unreached where the file stays dense and is larger, and no model is left', async () => {
  await expect(prune('', true)).rejects.toMatchObject({ code: 'target-unreached', message: expect.stringMatching(/^The target of 1\.3x fewer size was not reached by the file as it is written, which has [\d,]+ bytes; the notes say where weights are stored dense\.$/u) as string });
  expect(existsSync(modelFile())).toBe(false);
});

it('is a warning there with allow-partial, which the record of the prune keeps', async () => {
  const { pruned, written, notes } = await prune(', allow-partial: true', true);
  expect([pruned.partial, written.sparse]).toEqual([true, 0]);
  expect(written.bytes).toBeGreaterThan(whole / 1.3);
  expect(notes.join('\n')).toMatch(/stored dense: its sparse form cannot be used[^]*was not reached by the file as it is written[^]*\(allow-partial\)/u);
});
