/** What becomes of a target that cannot be reached, on a real example. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeNode } from '../../src/onnx/graph.js';
import type { Tensor } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { sparsified } from '../../src/onnx/sparse.js';
import { makeTensor, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { writeModel } from '../../src/onnx/write.js';
import { runPipeline } from '../../src/pipeline.js';
import type { Plan } from '../../src/prune/plan.js';
import type { StructuredPlanStep } from '../../src/prune/plan.gen.js';
import type { ModelReport, Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { useExample } from './example.js';
import { tinyPolicy, writeTinyRepository } from './tiny-repository.js';

const example = useExample();

function runWith(...steps: readonly string[]): Promise<Report> {
  return example.run(`
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 50 }
      calibration: { path: data/calib.npz, inputs: { input: features } }
    prune:
${steps.map((step) => `      - { method: structured, criterion: l1, allocation: uniform, repair: [], ${step} }`).join('\n')}
    metrics: [{ name: cosine }]
    gate: [{ check: macs.reduction, min: 1% }]
`, { untimed: true });
}

describe('a target beyond what can be cut', () => {
  it('is an error with the best figure and what stands in the way', async () => {
    const report = await runWith('target: { macs: 500x }');
    expect([report.verdict, report.exitCode]).toEqual(['ERROR', 2]);
    expect(report.models[0]?.errors[0]).toMatchObject({ code: 'target-unreached', stage: 'groups' });
    expect(report.models[0]?.errors[0]?.message).toMatch(/^The target of 500x fewer macs cannot be reached; all that may be cut comes to [\d.]+x\. In the way: .*it is an output of the model/);
  });

  it('is a warning where the policy allows a part of it', async () => {
    const report = await runWith('target: { macs: 500x }, allow-partial: true');
    expect([report.verdict, report.exitCode]).toEqual(['WARN', 0]);
    expect(report.models[0]?.checks.map(({ outcome }) => outcome)).toEqual(['pass']);
    expect(report.models[0]?.notes.join('\n')).toMatch(/The target was not reached: [\d.]+x, asked were 500x fewer macs/);
  });

  it('is a pass where it can be reached', async () => {
    expect(await runWith('target: { macs: 1.2x }')).toMatchObject({ verdict: 'PASS', exitCode: 0 });
  });
});

describe('several steps', () => {
  it('are all measured against the committed model, losses and targets alike', async () => {
    const report = await runWith('target: { macs: 1.5x }', 'target: { macs: 1.6x }', 'target: { macs: 1.2x }');
    expect(report.models[0]?.errors).toEqual([]);
    const [model] = report.models;
    expect(model?.ladder.map(({ step }) => step)).toEqual(['dense', 'pruned', 'pruned', 'pruned']);
    const [, first = 0, second = 0, third] = model?.ladder.map(({ loss }) => loss ?? NaN) ?? [];
    // The second step removes little more; against what the first left its loss would be a fraction of this.
    expect(second).toBeGreaterThan(0.9 * first);
    // The third finds its target met, and changes nothing.
    expect(third).toBe(second);
    const { dense, pruned } = model?.measures ?? {};
    expect((dense?.macs ?? 0) / (pruned?.macs ?? 1)).toBeGreaterThanOrEqual(1.6);
    expect((dense?.macs ?? 0) / (pruned?.macs ?? 1)).toBeLessThan(2.1);
  });
});

describe('a budget in absolute units', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prune-gate-budget-'));
    await writeTinyRepository(folder);
  });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  async function pruneTiny(target: string, request: Partial<RunRequest> = {}, more = ''): Promise<ModelReport> {
    writeFileSync(join(folder, 'policy.yml'), tinyPolicy(['tiny']).replace(/prune: .*/u, `prune: [{ method: structured, criterion: l2, allocation: uniform, align: 1, repair: [bias], target: { ${target} }${more} }]`));
    const report = await runPipeline({ command: 'prune', workspace: folder, policyPath: 'policy.yml', outDir: join(folder, 'out'), models: [], untimed: true, ...request }, () => undefined);
    return report.models[0] as ModelReport;
  }
  const sizeOf = (file: string): number => statSync(join(folder, file)).size;

  it('in bytes is kept by the file as it is written, and the cut goes no deeper than that takes', async () => {
    for (const most of [1500, 1600, 1700, 1800]) {
      expect((await pruneTiny(`size: ${String(most)} B`)).errors).toEqual([]);
      expect(sizeOf('out/tiny/model.onnx')).toBeLessThanOrEqual(most);
      // One unit has 13 weights.
      expect(sizeOf('out/tiny/model.onnx')).toBeGreaterThan(most - 4 * 13 - 16);
    }
  });

  it('counts what surgery and repair add to the file', async () => {
    const whole = sizeOf('models/tiny.onnx');
    const [one, two] = [makeNode('MatMul', ['x', 'first'], ['hidden']), makeNode('MatMul', ['active', 'second'], ['scores'])];
    const model = await readModel(join(folder, 'models/tiny.onnx'));
    const [, relu] = model.graph.nodes;
    const initializers = new Map([...model.graph.initializers].filter(([name]) => name === 'first' || name === 'second'));
    await writeModel({ ...model, graph: { ...model.graph, nodes: [one, relu as never, two], initializers } }, join(folder, 'models/tiny.onnx'));
    try {
      const report = await pruneTiny('size: 1500 B');
      expect(report.errors).toEqual([]);
      // The bias of what went is added behind the second product.
      expect(report.notes.join('\n')).toMatch(/^The file would have 1,\d{3} bytes, \d+ more than the target: surgery and repair add to it\. The cut is made again, somewhat deeper\.$/mu);
      expect(sizeOf('out/tiny/model.onnx')).toBeLessThanOrEqual(1500);
      expect(whole).toBeGreaterThan(1500);
    } finally {
      await writeModel(model, join(folder, 'models/tiny.onnx'));
    }
  });

  it('of a model with sparse weights counts what is stored', async () => {
    const dense = await readModel(join(folder, 'models/tiny.onnx'));
    const zeroed = [...dense.graph.initializers].map(([name, tensor]): [string, Tensor] => [name, name === 'first' || name === 'second'
      ? makeTensor(name, tensor.dataType, tensor.dims, tensorToFloat32(tensor).map((value, i) => (i % 9 === 0 ? value : 0))) : tensor]);
    await writeModel(sparsified({ ...dense, graph: { ...dense.graph, initializers: new Map(zeroed) } }).model, join(folder, 'models/tiny.onnx'));
    try {
      const whole = sizeOf('models/tiny.onnx');
      expect((await pruneTiny('size: 1.3x', { command: 'validate' })).errors).toEqual([]);
      expect((await pruneTiny('size: 1.3x')).errors).toEqual([]);
      expect(sizeOf('out/tiny/model.onnx')).toBeLessThanOrEqual(whole / 1.3);
      expect(sizeOf('out/tiny/model.onnx')).toBeGreaterThan(whole / 1.6);
    } finally {
      await writeModel(dense, join(folder, 'models/tiny.onnx'));
    }
  });

  it('in multiply-adds and parameters is kept exactly', async () => {
    // Of 12 multiply-adds and 13 parameters a unit, 4 parameters are of no unit.
    await pruneTiny('macs: 0.3k');
    const units = (): number => ((JSON.parse(readFileSync(join(folder, 'out/tiny/plan.json'), 'utf8')) as Plan).steps[0] as StructuredPlanStep).groups[0]?.removed.length ?? 0;
    expect(48 - units()).toBe(25);
    await pruneTiny('params: 0.3k');
    expect(48 - units()).toBe(Math.floor((300 - 4) / 13));
  });

  it('that cannot be kept is an error with what is left, or a warning', async () => {
    const refused = await pruneTiny('size: 100 B');
    expect(refused.errors[0]).toMatchObject({ code: 'target-unreached', message: expect.stringMatching(/^The target of at most 100 bytes cannot be reached; all that may be cut comes to \d+ bytes\./u) as string });
    const accepted = await pruneTiny('macs: 0.001k', {}, ', allow-partial: true');
    expect(accepted.verdict).toBe('WARN');
    expect(accepted.notes.join('\n')).toContain('The target was not reached: 12 multiply-adds, asked were at most 1 multiply-adds.');
  });

  it.each(['prune', 'validate'] as const)('that the model keeps already leaves nothing to do: %s', async (command) => {
    const report = await pruneTiny('size: 1 MB', { command });
    expect(report.errors[0]).toMatchObject({ code: 'nothing-to-prune', message: expect.stringMatching(/^The model has [\d,]+ bytes as it is, and the target is at most 1,000,000 bytes: there is nothing to prune\.$/u) as string });
  });
});
