/** `validate`: what a run would take, and what the policy's data cannot decide, without pruning anything. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useExample } from './example.js';

const example = useExample();

const policy = (allocation: string, target = '{ macs: 1.5x }'): string => `
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 100 }
      calibration: { path: data/calib.npz, inputs: { input: features }, max-samples: 100 }
    prune: [{ method: structured, allocation: ${allocation}, target: ${target} }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 1pp }]
`;

it('estimates time and memory, more where each group is measured, and writes no model', async () => {
  const seconds: number[] = [];
  for (const allocation of ['uniform', 'auto']) {
    const report = await example.run(policy(allocation), { command: 'validate' });
    expect(report).toMatchObject({ verdict: 'PASS', models: [{ errors: [], files: { model: null, plan: null } }] });
    const notes = report.models[0]?.notes.join('\n') ?? '';
    expect(notes).toMatch(/^5 groups can be pruned; 21,514 parameters/mu);
    expect(notes).toMatch(/Smallest accuracy drop limit that 100 samples can decide .*: \d\.\d\d pp/u);
    expect(report.models[0]?.findings).toContainEqual(expect.objectContaining({ code: 'too-few-samples', level: 'undecided', message: expect.stringMatching(/^100 held-out samples cannot keep accuracy\.drop at most 1pp, whatever they show: the smallest limit they can is \d\.\d\d pp, and 1pp takes \d{3} samples at least\.$/u) }));
    const [, taken, mebibytes] = /would take about (\d+) s and (\d+) MiB/u.exec(notes) ?? [];
    expect(Number(mebibytes)).toBeGreaterThan(0);
    seconds.push(Number(taken));
  }
  expect(seconds[0]).toBeGreaterThanOrEqual(5);
  expect(seconds[1]).toBeGreaterThanOrEqual(seconds[0] ?? NaN);
  expect(readdirSync(example.outDir).sort()).toEqual(['report.json', 'report.md']);
});

it('refuses a target that no cut can reach, before anything is run for it', async () => {
  const report = await example.run(policy('auto', '{ macs: 1000x }'), { command: 'validate' });
  expect(report).toMatchObject({ verdict: 'ERROR', models: [{ errors: [{ code: 'target-unreached', stage: 'estimate' }] }] });
  expect(report.models[0]?.errors[0]?.message).toMatch(/^The target of 1000x fewer macs cannot be reached; all that may be cut comes to \d+\.\d\dx\./u);
  await expect(example.run(policy('auto', '{ macs: 1000x }, allow-partial: true'), { command: 'validate' })).resolves.toMatchObject({
    verdict: 'PASS', models: [{ errors: [], notes: expect.arrayContaining([expect.stringMatching(/cannot be reached.*allow-partial/u)]) }],
  });
});
