/** What becomes of a target that cannot be reached, on a real example. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { useExample } from './example.js';

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
