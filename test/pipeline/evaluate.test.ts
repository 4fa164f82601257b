/** `evaluate` of the dense model alone: no evidence is never a pass, and outputs can be had for metrics of one's own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useExample } from './example.js';

const example = useExample();

const policy = (metrics: string, target = ', target: labels'): string => `
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data: { heldout: { path: data/eval.npz, inputs: { input: features }${target}, max-samples: 40 }, preprocess: { mean: [-7.2081], std: [4.3102] } }
    prune: [{ method: structured, target: { macs: 1.5x } }]
    metrics: [${metrics}]
    gate: [{ check: macs.reduction, min: 1% }]
`;

it('passes where every metric that one model can have has a value', async () => {
  const report = await example.run(policy('{ name: accuracy }, { name: cosine }'), { command: 'evaluate' });
  expect(report).toMatchObject({ verdict: 'PASS', exitCode: 0, models: [{ errors: [] }] });
  expect(report.models[0]?.metrics.map(({ dense }) => dense === null)).toEqual([false, true]);
});

it('is an ERROR where one of them has none, though another has', async () => {
  const report = await example.run(policy('{ name: accuracy }, { name: mse }'), { command: 'evaluate' });
  expect(report).toMatchObject({ verdict: 'ERROR', exitCode: 2, models: [{ errors: [{ code: 'metric-undefined', where: 'metrics: mse' }] }] });
  expect(report.models[0]?.metrics[0]?.dense).not.toBeNull();
});

it('is an ERROR where all metrics compare two models, unless a dump was asked for', async () => {
  const dumpPath = join(example.folder, 'outputs.npz');
  const bare = await example.run(policy('{ name: cosine }', ''), { command: 'evaluate' });
  expect(bare).toMatchObject({ verdict: 'ERROR', models: [{ errors: [{ code: 'nothing-evaluated' }] }] });
  const dumped = await example.run(policy('{ name: cosine }', ''), { command: 'evaluate', dumpPath });
  expect(dumped).toMatchObject({ verdict: 'PASS', exitCode: 0, models: [{ errors: [] }] });
  expect(existsSync(dumpPath)).toBe(true);
});
