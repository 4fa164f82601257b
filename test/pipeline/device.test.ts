/** `device` reaches the runtime, from the policy and over it; one that is not there is an ERROR, and the report names the one that ran. */
import { expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import type { DeviceName } from '../../src/policy/types.js';
import type { Report } from '../../src/report/types.js';
import { useExample } from './example.js';

const example = useExample();

const policy = (device: string): string => `
version: 1
models:
  - name: digits
    path: models/digits.onnx
    device: ${device}
    data: { heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 40 }, preprocess: { mean: [-7.2081], std: [4.3102] } }
    prune: [{ method: structured, target: { macs: 1.5x } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 1pp }]
`;

it('the list of devices is an error where one is asked for that does not work', async () => {
  const devices = (device: DeviceName): Promise<Report> => runPipeline({ command: 'devices', workspace: example.folder, policyPath: '', outDir: example.outDir, models: [], device }, () => undefined);
  expect(await devices('cpu')).toMatchObject({ verdict: 'PASS', exitCode: 0, errors: [] });
  const absent = process.platform === 'darwin' ? 'directml' : 'coreml';
  const report = await devices(absent);
  const line = report.devices?.find(({ device }) => device === absent);
  expect(line).toMatchObject({ works: false, fix: expect.any(String) });
  expect(report).toMatchObject({ verdict: 'ERROR', exitCode: 2, errors: [{ code: 'device-unavailable', message: `device "${absent}" does not work here: ${line?.detail ?? ''}`, fix: line?.fix }] });
});

it('cpu runs on the processor, and says so', async () => {
  const report = await example.run(policy('cpu'), { command: 'evaluate' });
  expect(report.models[0]?.errors).toEqual([]);
  expect(report).toMatchObject({ verdict: 'PASS', models: [{ device: { requested: 'cpu', used: 'cpu' } }] });
});

// A machine that has a GPU runs it there: never on the processor.
it.each([['policy', 'cuda', undefined], ['request', 'cpu', 'cuda'], ['policy', 'webgpu', undefined]] as const)('asked for by the %s: %s, then %s', async (_, named, over) => {
  const asked = over ?? named;
  const report = await example.run(policy(named), { command: 'evaluate', ...(over === undefined ? {} : { device: over }) });
  const [model] = report.models;
  if (model?.device != null) {
    expect(model.device).toMatchObject({ requested: asked, used: asked });
  } else {
    expect(report).toMatchObject({ verdict: 'ERROR', exitCode: 2, models: [{ metrics: [], errors: [{ code: 'device-unavailable', stage: 'load' }] }] });
    expect(model?.errors[0]?.fix).toMatch(asked === 'cuda' ? /cuda12/u : /Vulkan/u);
  }
});
