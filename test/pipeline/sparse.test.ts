/** Unstructured steps through the pipeline on a real example: report, plan, replay. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/prune/plan.js';
import type { RunRequest } from '../../src/request.js';
import type { Report } from '../../src/report/types.js';
import { useExample } from './example.js';

const example = useExample();

function runWith(step: string, request: Partial<RunRequest> = {}): Promise<Report> {
  return example.run(`
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 100 }
      calibration: { path: data/calib.npz, inputs: { input: features }, max-samples: 100 }
    prune:
      - { method: unstructured, ${step} }
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 30pp }]
`, { command: 'prune', ...request });
}

const written = (folder: string, file: string): Buffer => readFileSync(join(folder, 'digits', file));

describe('an unstructured step', () => {
  it('tells what it did to each weight, and its plan is replayed to the byte', async () => {
    const report = await runWith('sparsity: 60%, only: ["*"]');
    expect([report.models[0]?.errors, report.verdict]).toEqual([[], 'PASS']);
    const groups = report.models[0]?.groups ?? [];
    expect(groups.some(({ status, reason }) => status === 'pruned' && reason.includes('sequential'))).toBe(true);
    expect(groups.filter(({ status }) => status === 'kept').map(({ reason }) => reason)).toContain('a grouped convolution');
    expect(report.models[0]?.ladder.map(({ step }) => step)).toEqual(['dense', 'pruned', '+ update', '+ refit', '+ sequential', '+ statistics']);
    const [model, text] = [written(example.outDir, 'model.onnx'), written(example.outDir, 'plan.json')];
    const plan = JSON.parse(text.toString()) as Plan;
    expect(plan.steps[0]).toMatchObject({ method: 'unstructured', criterion: 'obs', scope: 'auto', sparsity: 0.6, repair: plan.repair });
    const again = join(example.folder, 'again');
    await runWith('sparsity: 60%, only: ["*"]', { planPath: join(example.outDir, 'digits', 'plan.json'), outDir: again });
    expect(written(again, 'model.onnx').equals(model)).toBe(true);
    expect(written(again, 'plan.json').equals(text)).toBe(true);
  });

  it('that leaves nothing out is an error', async () => {
    const report = await runWith('sparsity: 0.0001%, criterion: magnitude, scope: layer, repair: []');
    expect(report.models[0]?.errors[0]).toMatchObject({ code: 'target-unreached' });
    expect(existsSync(join(example.outDir, 'digits', 'model.onnx'))).toBe(false);
  });
});
