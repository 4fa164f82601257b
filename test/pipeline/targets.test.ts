/** What becomes of a target that cannot be reached, on a real example. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { useExample } from './example.js';

const example = useExample();

function runWith(step: string): Promise<Report> {
  return example.run(`
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 50 }
      calibration: { path: data/calib.npz, inputs: { input: features } }
    prune:
      - { method: structured, criterion: l1, allocation: uniform, repair: [], ${step} }
    metrics: [{ name: cosine }]
    gate: [{ check: macs.reduction, min: 1% }]
`);
}

describe('a target beyond what can be cut', () => {
  it('is an error with the best figure and what stands in the way', async () => {
    const report = await runWith('target: { macs: 500x }');
    expect([report.verdict, report.exitCode]).toEqual(['ERROR', 2]);
    expect(report.models[0]?.errors[0]).toMatchObject({ code: 'target-unreached', stage: 'prove' });
    expect(report.models[0]?.errors[0]?.message).toMatch(/^The target of 500x fewer macs was not reached; the best is [\d.]+x\. In the way: .*it is an output of the model/);
  });

  it('is a warning where the policy allows a part of it', async () => {
    const report = await runWith('target: { macs: 500x }, allow-partial: true');
    expect([report.verdict, report.exitCode]).toEqual(['WARN', 0]);
    expect(report.models[0]?.checks.map(({ outcome }) => outcome)).toEqual(['pass']);
    expect(report.models[0]?.notes.join('\n')).toMatch(/The target was not reached: [\d.]+x fewer macs, asked were 500x/);
  });

  it('is a pass where it can be reached', async () => {
    expect(await runWith('target: { macs: 1.2x }')).toMatchObject({ verdict: 'PASS', exitCode: 0 });
  });
});
