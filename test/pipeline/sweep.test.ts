/** The trade-off curve and the explanation of a plan, in a whole repository. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { kneeOf } from '../../src/pipeline/knee.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-sweep-'));
  await writeTinyRepository(folder);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

function ask(request: Partial<RunRequest>, step = 'target: { macs: 1.5x }'): Promise<Report> {
  writeFileSync(join(folder, 'policy.yml'), `version: 1
models:
  - name: tiny
    path: models/tiny.onnx
    data:
      heldout: { path: data/heldout.npz, inputs: { x: x }, target: y }
      calibration: { path: data/calibration.npz, inputs: { x: x }, target: y }
    prune: [{ method: structured, criterion: wifv, allocation: uniform, align: 1, repair: [bias], ${step} }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 30pp }]
    latency: { runs: 10, warmup: 1 }
`);
  return runPipeline({ command: 'sweep', workspace: folder, policyPath: 'policy.yml', outDir: join(folder, 'out'), models: [], ...request }, () => undefined);
}

describe('the knee', () => {
  const curve = (...values: readonly number[]) => values.map((value, i) => ({ saved: i / 10, value }));

  it('is the point farthest above the chord', () => {
    expect(kneeOf(curve(90, 89.5, 89, 70, 50))).toBe(2);
    expect(kneeOf(curve(90, 90, 10))).toBe(1);
  });

  it('is nowhere on a line, on a curve that sags, or between two points', () => {
    expect(kneeOf(curve(90, 80, 70, 60))).toBeUndefined();
    expect(kneeOf(curve(90, 60, 55, 50))).toBeUndefined();
    expect(kneeOf(curve(90, 50))).toBeUndefined();
    expect(kneeOf(curve(90, 90, 90))).toBeUndefined();
  });
});

describe('sweep', () => {
  const factors = [1.2, 1.5, 2, 3, 400];

  it('measures each point, keeps its model and plan, and stops where no cut goes further', async () => {
    const report = await ask({ sweep: { factors, cost: 'macs' } });
    const [model] = report.models;
    expect(model).toMatchObject({ verdict: 'PASS', errors: [] });
    const { sweep } = model ?? {};
    expect(sweep).toMatchObject({ metric: 'accuracy', samples: 30, cost: 'macs', stopped: expect.stringMatching(/^The target of 400x fewer macs cannot be reached/u) });
    expect(sweep?.points.map(({ factor, reused }) => [factor, reused])).toEqual([1.2, 1.5, 2, 3].map((factor) => [factor, false]));
    for (const point of sweep?.points ?? []) {
      expect((sweep?.dense.macs ?? 0) / point.macs).toBeGreaterThanOrEqual(point.factor);
      expect(point.drop).toBeCloseTo((sweep?.dense.value ?? NaN) - (point.value ?? NaN), 10);
      expect(point.fileBytes).toBe(readFileSync(join(folder, 'out', point.folder, 'model.onnx')).length);
      expect(existsSync(join(folder, 'out', point.folder, 'plan.json'))).toBe(true);
    }
    expect(model?.metrics).toEqual([]);
    const markdown = readFileSync(join(folder, 'out/report.md'), 'utf8');
    const [table, chart] = [markdown.indexOf('| cut | accuracy |'), markdown.indexOf('xychart-beta')];
    expect(table).toBeGreaterThan(0);
    expect(chart).toBeGreaterThan(table);
    expect(markdown).toMatch(/\| 1\.20x macs \| [\d.]+ % \| −?[\d.]+ pp \(/u);
    expect(markdown).not.toContain('pp pp');
    expect(markdown.slice(table, chart)).toContain('<details><summary>Chart</summary>');
    expect(renderTerminal(report, { color: false, width: 100 })).toMatch(/1\.20x macs .*\n.*1\.50x macs /u);
  });

  it('goes on where it was: finished points are taken over, others and damaged ones are made', async () => {
    writeFileSync(join(folder, 'out/tiny/sweep/2x-macs/model.onnx'), 'damaged');
    const report = await ask({ sweep: { factors: [1.2, 1.7, 2], cost: 'macs' } });
    expect(report.models[0]?.sweep?.points.map(({ factor, reused }) => [factor, reused])).toEqual([[1.2, true], [1.7, false], [2, false]]);
    // With another policy nothing fits any more.
    const other = await ask({ sweep: { factors: [1.2], cost: 'macs' } }, 'keep: [], target: { macs: 1.6x }, allow-partial: true');
    expect(other.models[0]?.sweep?.points.map(({ reused }) => reused)).toEqual([false]);
  });

  it('is an error where no point can be had', async () => {
    const report = await ask({ sweep: { factors: [400], cost: 'macs' } });
    expect(report.models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'target-unreached' }] });
  });
});

describe('explain', () => {
  it('says of each group what goes, why, what it costs, and which units do nothing', async () => {
    const report = await ask({ command: 'explain', outDir: join(folder, 'explained') });
    expect(report.models[0]).toMatchObject({ verdict: 'PASS', errors: [], files: { model: null, plan: null } });
    const [group] = report.models[0]?.explain ?? [];
    expect(group).toMatchObject({ units: 48, removed: 16, redundant: [] });
    expect(group?.why).toMatch(/^cut: loss [\d.e-]+ for each percent of multiply-adds saved, number 1 of 1 by price$/u);
    expect(group?.saved).toBeCloseTo(1 / 3, 6);
    const losses = group?.curve.map(({ loss }) => loss) ?? [];
    expect(losses.length).toBeGreaterThan(3);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(group?.loss).toBeGreaterThan(0);
    expect(group?.ranking.length).toBe(48);
    expect(group?.ranking.slice(0, 16).every(({ removed }) => removed)).toBe(true);
    expect(renderMarkdown(report)).toContain('Groups explained');
    expect(renderTerminal(report, { color: false, width: 100 })).toMatch(/16 of 48 units go[\s\S]*least important: /u);
  });

  it('says so of a policy without groups to explain', async () => {
    writeFileSync(join(folder, 'sparse.yml'), readFileSync(join(folder, 'policy.yml'), 'utf8').replace(/prune: .*/u, 'prune: [{ method: unstructured, sparsity: 50% }]'));
    const report = await ask({ command: 'explain', policyPath: 'sparse.yml' });
    expect(report.models[0]?.errors).toMatchObject([{ code: 'nothing-to-explain' }]);
  });
});
