/** `validate`: what a run would take, and what the policy's data cannot decide, without pruning anything. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { intsOf, makeNode } from '../../src/onnx/graph.js';
import { storeWeights } from '../../src/onnx/store.js';
import type { Facts } from '../../src/ops/facts.js';
import { plansOf, secondsOfRun } from '../../src/pipeline/run-cost.js';
import { parsePolicy } from '../../src/policy/read.js';
import type { ModelPolicy, StructuredStep, Target } from '../../src/policy/types.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { noise, sketch, tensor } from '../calibrate/bench-model.js';
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

it('estimates time and memory, and writes no model', async () => {
  const report = await example.run(policy('auto'), { command: 'validate' });
  expect(report).toMatchObject({ verdict: 'PASS', models: [{ errors: [], files: { model: null, plan: null } }] });
  const notes = report.models[0]?.notes.join('\n') ?? '';
  expect(notes).toMatch(/^5 groups can be pruned; 21,514 parameters/mu);
  expect(notes).toMatch(/Smallest accuracy drop limit that 100 samples can decide .*: \d\.\d\d pp/u);
  expect(report.models[0]?.findings).toContainEqual(expect.objectContaining({ code: 'too-few-samples', level: 'undecided', message: expect.stringMatching(/^100 held-out samples cannot keep accuracy\.drop at most 1pp, whatever they show: the smallest limit they can is \d\.\d\d pp, and 1pp takes \d{3} samples at least\.$/u) }));
  const [, taken, mebibytes] = /would take about (\d+) s and (\d+) MiB/u.exec(notes) ?? [];
  expect(Number(mebibytes)).toBeGreaterThan(0);
  expect(Number(taken)).toBeGreaterThanOrEqual(5);
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

/** One 3 x 3 convolution of `channels` channels on maps of 16 x 16 behind another. */
async function deep(channels: number): Promise<{ prunable: Prunable; facts: Facts }> {
  const weight = (name: string, inputs: number) => tensor(name, [channels, inputs, 3, 3], noise(channels * inputs * 9, inputs));
  const pads: [string, ReturnType<typeof intsOf>][] = [['pads', intsOf([1, 1, 1, 1])]];
  const model = sketch({
    input: ['n', 4, 16, 16], outputs: [['y', ['n', channels, 16, 16]]], tensors: [weight('first', 4), weight('second', channels)],
    nodes: [makeNode('Conv', ['x', 'first'], ['h'], { attributes: pads }), makeNode('Relu', ['h'], ['r']), makeNode('Conv', ['r', 'second'], ['y'], { attributes: pads })],
  });
  const directory = mkdtempSync(join(tmpdir(), 'prune-gate-cost-'));
  onTestFinished(() => { rmSync(directory, { recursive: true }); });
  const facts = await gatherFacts(await createRuntime({ device: 'cpu' }), await storeWeights(model, directory), { directory });
  return { prunable: analyse(model, facts, 1000), facts };
}

it.each(['structured, target: { macs: 1.2x }', 'unstructured, sparsity: 50%'])('refuses a pattern that matches nothing: %s', async (step) => {
  const text = policy('uniform').replace(/prune: .*/u, `prune: [{ method: ${step}, keep: ["clasifier*"] }]`);
  const report = await example.run(text, { command: 'validate' });
  expect(report.models[0]?.errors).toMatchObject([{ code: 'pattern-unmatched', message: expect.stringContaining('"clasifier*"') as string }]);
});

it('counts the moments of unfolded inputs, which is where deep models spend their time', async () => {
  const { prunable, facts } = await deep(32);
  // 400 rows are wanted for each of 9 x 32 inputs: 116 of the 256 positions of a sample, in 7 whole lines of 16.
  expect(plansOf(prunable, facts, 1000)).toEqual([{ inputs: 36, outputs: 32, rows: 1000 * 16 }, { inputs: 288, outputs: 32, rows: 1000 * 7 * 16 }]);
  const [step] = parsePolicy(policy('auto'), 'p.yml').models;
  const seconds = (channels: { prunable: Prunable; facts: Facts }, fit: number): number => secondsOfRun({
    ...channels, policy: step as ModelPolicy, samples: { heldout: 1000, fit, decide: fit / 3, search: fit / 3 }, times: { open: 0.01, perSample: 1e-4 },
  });
  const [narrow, wide] = [seconds({ prunable, facts }, 1500), seconds(await deep(96), 1500)];
  // Nine times the multiply-adds of a forward pass, and about as much more of the moments; a pass alone would take seconds.
  expect(wide / narrow).toBeGreaterThan(3);
  expect(wide).toBeGreaterThan(60);
  expect(seconds({ prunable, facts }, 150)).toBeLessThan(narrow);
});

it('counts that single weights are chosen one by one, twice, and spreads of them compared', async () => {
  const { prunable, facts } = await deep(32);
  const secondsFor = (step: string): number => secondsOfRun({
    prunable, facts, samples: { heldout: 100, fit: 1500, decide: 500, search: 500 }, times: { open: 0.01, perSample: 1e-4 },
    policy: parsePolicy(policy('auto').replace(/prune: .*/u, `prune: [{ method: unstructured, sparsity: 80%, ${step} }]`), 'p.yml').models[0] as ModelPolicy,
  });
  const [plain, refit, again, whole] = ['criterion: magnitude, scope: layer, repair: []', 'criterion: magnitude, scope: layer', 'criterion: sparsegpt, scope: layer', 'criterion: obs'].map(secondsFor) as [number, number, number, number];
  expect(refit).toBeGreaterThan(plain);
  expect(again).toBeGreaterThan(refit);
  expect(whole).toBeGreaterThan(again);
});

it('counts what a target in latency times, and each factor that a search by quality tries', async () => {
  const { prunable, facts } = await deep(32);
  const [model] = parsePolicy(policy('auto'), 'p.yml').models;
  const secondsFor = (target: Target, allocation: StructuredStep['allocation'] = 'auto'): number => secondsOfRun({
    prunable, facts, samples: { heldout: 100, fit: 1500, decide: 500, search: 500 }, times: { open: 0.01, perSample: 1e-4 },
    policy: { ...model as ModelPolicy, prune: (model?.prune ?? []).map((step) => ({ ...step as StructuredStep, allocation, target })) },
  });
  const counted = secondsFor({ kind: 'macs', factor: 2 });
  // Each group measured alone, and plans compared after repair.
  expect(counted).toBeGreaterThan(1.5 * secondsFor({ kind: 'macs', factor: 2 }, 'uniform'));
  // At 0.4 s for each of 40 plans and for each group.
  expect(secondsFor({ kind: 'latency', factor: 2 }) - counted).toBeGreaterThan(16);
  const searched = secondsFor({ kind: 'accuracy-drop', drop: 0.01 });
  expect(searched).toBeGreaterThan(2 * counted);
  expect(searched).toBeLessThan(8 * counted);
  expect(secondsFor({ kind: 'accuracy-drop', drop: 0.01, cost: 'latency' }) - searched).toBeGreaterThan(16);
});
