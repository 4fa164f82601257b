/**
 * One example on webgpu and on the processor, in a process of its own, whose environment names the Vulkan driver: its loader is
 * looked for when a process starts. Prints what it found as its last line.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openHeldout } from '../../src/pipeline/samples.js';
import { runPipeline } from '../../src/pipeline.js';
import { readPolicy } from '../../src/policy/read.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { ModelReport } from '../../src/report/types.js';
import type { HostTensor } from '../../src/runtime/types.js';

const workspace = mkdtempSync(join(tmpdir(), 'prune-gate-webgpu-'));

/** As many as 99.5 % of them can be told from all. */
const COMPARED = 200;

const POLICY = {
  version: 1,
  models: [{
    name: 'digits', path: 'models/digits.onnx',
    data: {
      heldout: { path: 'data/eval.npz', inputs: { input: 'features' }, target: 'labels', 'max-samples': 24 },
      calibration: { path: 'data/calib.npz', inputs: { input: 'features' }, 'max-samples': 16 },
      preprocess: { mean: [-7.2081], std: [4.3102] },
    },
    prune: [{ method: 'structured', target: { macs: '1.3x' }, allocation: 'uniform', repair: ['bias'] }],
    metrics: [{ name: 'accuracy' }], gate: [{ check: 'macs.reduction', min: '20%' }],
  }],
};

async function run(device: 'cpu' | 'webgpu', command: 'run' | 'prune', plan?: string): Promise<ModelReport> {
  const outDir = join(workspace, plan === undefined ? device : `${device}-replay`);
  const request = { workspace, policyPath: 'policy.json', outDir, models: [], device, untimed: true, ...(plan === undefined ? {} : { planPath: plan }) };
  const [model] = (await runPipeline({ command, ...request }, () => undefined)).models;
  if (model === undefined) throw new Error('no model');
  return model;
}

/** Of the webgpu run's pruned model: answers that are the same on both. */
async function sameAnswers(): Promise<{ equal: number; samples: number }> {
  const [policy] = (await readPolicy({ workspace, path: 'policy.json' })).models;
  if (policy === undefined) throw new Error('no policy');
  const path = join(workspace, 'webgpu/digits/model.onnx');
  const sessions = [await (await createRuntime({ device: 'webgpu' })).open(path), await (await createRuntime({ device: 'cpu' })).open(path)];
  const samples = await openHeldout(workspace, { ...policy.data, heldout: { ...policy.data.heldout, maxSamples: COMPARED } }, sessions[0]?.inputs ?? []);
  let equal = 0;
  for await (const { feeds } of samples.batches(50)) {
    const [a, b] = await Promise.all(sessions.map(async (session) => winners((await session.run(feeds)).get('logits') as HostTensor)));
    equal += (a ?? []).filter((winner, i) => winner === b?.[i]).length;
  }
  for (const session of sessions) await session.release();
  return { equal, samples: samples.count };
}

function winners({ data, dims: [rows = 0, classes = 0] }: HostTensor): number[] {
  return Array.from({ length: rows }, (_, row) => {
    const scores = Array.from(data.subarray(row * classes, (row + 1) * classes), Number);
    return scores.indexOf(Math.max(...scores));
  });
}

const stepsOf = (folder: string): unknown => (JSON.parse(readFileSync(join(workspace, folder, 'digits/plan.json'), 'utf8')) as { steps: unknown }).steps;

try {
  for (const part of ['models', 'data']) cpSync(resolve('examples/spoken-digits-dscnn', part), join(workspace, part), { recursive: true });
  writeFileSync(join(workspace, 'policy.json'), JSON.stringify(POLICY));
  const webgpu = await run('webgpu', 'run');
  const cpu = await run('cpu', 'run');
  const replay = await run('cpu', 'prune', join(workspace, 'webgpu/digits/plan.json'));
  const found = { webgpu, cpu, replay, answers: webgpu.errors.length > 0 ? null : await sameAnswers(), steps: [stepsOf('webgpu'), stepsOf('cpu-replay')] };
  // Not by itself: a driver may crash while it is torn down.
  process.stdout.write(`\n${JSON.stringify(found)}\n`, () => process.exit(0));
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
