/**
 * Every way in which outputs, labels or samples are no evidence: real models on real files, each with its code, none a pass,
 * and the report that says so compared with golden/. UPDATE_GOLDEN=1 rewrites them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSamples } from '../../src/data/open.js';
import { writeNpz } from '../../src/data/write-npz.js';
import { evaluatePair } from '../../src/evaluate/evaluate.js';
import { judge } from '../../src/gate/judge.js';
import { makeNode } from '../../src/onnx/graph.js';
import { writeModel } from '../../src/onnx/write.js';
import { runPipeline } from '../../src/pipeline.js';
import { emptyModelReport } from '../../src/pipeline/model-report.js';
import { parsePolicy } from '../../src/policy/read.js';
import { overallVerdict } from '../../src/gate/verdict.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import type { ModelReport, Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { noise, sketch, tensor } from '../calibrate/bench-model.js';

const INPUTS = 16;
const HIDDEN = 24;
const CLASSES = 4;
const WEIGHTS = { second: noise(HIDDEN * CLASSES, 3), offset: noise(CLASSES, 4) };
const golden = join(import.meta.dirname, 'golden');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-degenerate-'));
  mkdirSync(golden, { recursive: true });
  await writePerceptron('dense', WEIGHTS);
  await writePerceptron('near', { ...WEIGHTS, offset: WEIGHTS.offset.map((value) => value + 0.01) });
  await writePerceptron('constant', { second: new Float32Array(HIDDEN * CLASSES), offset: Float32Array.of(0, 1, 0, 0) });
  await writePerceptron('overflowing', { second: WEIGHTS.second.map((value) => value * 3e38), offset: WEIGHTS.offset });
  await writePerceptron('one-output', { second: noise(HIDDEN, 5), offset: noise(1, 6) });
  await writeData('heldout', 200, 11);
  await writeData('few', 30, 12);
  await writeData('one-class', 200, 11, () => 2);
  await writeData('from-one', 200, 11, (label) => label + 1);
  await writeData('constant-target', 200, 11, () => 1.5, 'float32');
  await writeData('shuffled', 200, 11, (label) => (label + 1) % CLASSES);
  await writeData('calibration', 60, 21);
  await writeData('calibration-overlap', 60, 11);
  await writeData('calibration-near', 60, 11, (label) => label, 'int64', 1e-3);
});
afterAll(() => { rmSync(folder, { recursive: true }); });

async function writePerceptron(name: string, { second, offset }: { second: Float32Array; offset: Float32Array }): Promise<void> {
  await writeModel(sketch({
    input: ['n', INPUTS],
    outputs: [['scores', ['n', offset.length]]],
    tensors: [
      tensor('first', [INPUTS, HIDDEN], noise(INPUTS * HIDDEN, 1)), tensor('shift', [HIDDEN], noise(HIDDEN, 2)),
      tensor('second', [HIDDEN, offset.length], second), tensor('offset', [offset.length], offset),
    ],
    nodes: [makeNode('Gemm', ['x', 'first', 'shift'], ['hidden']), makeNode('Relu', ['hidden'], ['active']), makeNode('Gemm', ['active', 'second', 'offset'], ['scores'])],
  }), join(folder, `${name}.onnx`));
}

/** The dense model's class. */
function answerOf(x: Float32Array): number {
  const hidden = times(x, noise(INPUTS * HIDDEN, 1), noise(HIDDEN, 2)).map((value) => Math.max(0, value));
  const scores = times(hidden, WEIGHTS.second, WEIGHTS.offset);
  return scores.indexOf(Math.max(...scores));
}

const times = (x: ArrayLike<number>, weight: Float32Array, bias: Float32Array): number[] =>
  Array.from(bias, (offset, j) => Array.from(x).reduce((sum, value, i) => sum + value * (weight[i * bias.length + j] as number), offset));

/** Two labels of three are what the dense model says. */
async function writeData(name: string, samples: number, seed: number, label = (one: number): number => one, type: 'int64' | 'float32' = 'int64', shaken = 0): Promise<void> {
  const shake = noise(samples * INPUTS, 99);
  const x = noise(samples * INPUTS, seed).map((value, i) => value + shaken * (shake[i] as number));
  const labels = Array.from({ length: samples }, (_, i) => label(i % 3 === 0 ? (7 * i) % CLASSES : answerOf(x.subarray(INPUTS * i, INPUTS * (i + 1)))));
  await writeNpz(join(folder, `${name}.npz`), [
    { name: 'x', type: 'float32', dims: [samples, INPUTS], chunks: [x] },
    { name: 'y', type, dims: [samples], chunks: [type === 'int64' ? BigInt64Array.from(labels, BigInt) : Float32Array.from(labels)] },
  ]);
}

interface Case {
  readonly code: string;
  readonly verdict: Report['verdict'];
  readonly model?: string;
  readonly candidate?: string;
  readonly data?: string;
  readonly target?: string;
  readonly calibration?: string;
  readonly metrics?: string;
  readonly gate?: string;
  /** The pipeline's command; absent: two models are judged by themselves. */
  readonly command?: RunRequest['command'];
}

function policyOf({ model = 'dense', data = 'heldout', target = 'y', calibration = 'calibration', metrics = '[{ name: accuracy }]', gate = '[{ check: accuracy.drop, max: 20pp }]' }: Case): string {
  return `version: 1
models:
  - name: m
    path: ${model}.onnx
    data:
      heldout: { path: ${data}.npz, inputs: { x: x }${target === '' ? '' : `, target: ${target}`} }
      calibration: { path: ${calibration}.npz, inputs: { x: x } }
    prune: [{ method: structured, target: { macs: 1.5x } }]
    metrics: ${metrics}
    gate: ${gate}
`;
}

/** Dense and candidate on the held-out samples, judged: without size and time, which say nothing here. */
async function judged(one: Case): Promise<Report> {
  const model = parsePolicy(policyOf(one), 'policy.yml').models[0];
  if (model === undefined) throw new Error('a policy without a model');
  const runtime = await createRuntime({ device: 'cpu', threads: 1 });
  const [dense, pruned] = [await runtime.open(join(folder, model.path)), await runtime.open(join(folder, `${one.candidate ?? 'near'}.onnx`))];
  const samples = await openSamples({ workspace: folder, source: model.data.heldout, preprocess: model.data.preprocess, inputs: dense.inputs });
  const metrics = await evaluatePair({ dense, pruned, samples, metrics: model.metrics, batch: 64, confidence: model.confidence, seed: 's' });
  await Promise.all([dense.release(), pruned.release()]);
  const { checks, findings, verdict } = judge({ checks: model.gate, metrics, measures: null, mode: 'interval', confidence: model.confidence, onInconclusive: 'fail', errors: [] });
  return reportOf({ ...emptyModelReport('m', model.path, 0), metrics, checks, verdict, ...(findings.length > 0 ? { findings } : {}) });
}

function reportOf(model: ModelReport): Report {
  return {
    version: 1, tool: { name: 'prune-gate', version: '0.0.0' }, ...overallVerdict([{ verdict: model.verdict, onInconclusive: 'fail' }], false),
    policy: { path: 'policy.yml', sha256: '0'.repeat(64) }, models: [model], errors: [], environment: null, startedAt: '2026-01-01T00:00:00.000Z', seconds: 0,
  };
}

/** What the pipeline reports, without what depends on machine and time. */
async function piped(one: Case, command: RunRequest['command']): Promise<Report> {
  writeFileSync(join(folder, 'policy.yml'), policyOf(one));
  const report = await runPipeline({ command, workspace: folder, policyPath: 'policy.yml', outDir: join(folder, 'out'), models: [] }, () => undefined);
  const { findings, errors, verdict } = report.models[0] as ModelReport;
  return reportOf({ ...emptyModelReport('m', 'dense.onnx', 0), errors, verdict, ...(findings === undefined ? {} : { findings }) });
}

const CASES: Readonly<Record<string, Case>> = {
  'constant predictions': { code: 'constant-predictions', verdict: 'ERROR', candidate: 'constant' },
  'constant outputs': { code: 'constant-predictions', verdict: 'ERROR', candidate: 'constant', metrics: '[{ name: cosine }]', gate: '[{ check: cosine.pruned, min: 0.1 }]' },
  'one class': { code: 'one-class', verdict: 'ERROR', data: 'one-class' },
  'constant target': { code: 'constant-target', verdict: 'ERROR', model: 'one-output', candidate: 'one-output', data: 'constant-target', metrics: '[{ name: mse }]', gate: '[{ check: mse.drop, max: 10% }]' },
  'not finite': { code: 'not-finite', verdict: 'ERROR', candidate: 'overflowing' },
  'labels out of range': { code: 'labels-out-of-range', verdict: 'ERROR', data: 'from-one' },
  'labels out of range, before pruning': { code: 'labels-out-of-range', verdict: 'ERROR', data: 'from-one', command: 'run' },
  'labels out of range, validate': { code: 'labels-out-of-range', verdict: 'ERROR', data: 'from-one', command: 'validate' },
  'one class, before pruning': { code: 'one-class', verdict: 'ERROR', data: 'one-class', command: 'run' },
  'too few samples': { code: 'too-few-samples', verdict: 'INCONCLUSIVE', data: 'few', gate: '[{ check: accuracy.drop, max: 1pp }]' },
  'a metric that does not fit': { code: 'metric-misfit', verdict: 'ERROR', metrics: '[{ name: roc-auc }]', gate: '[{ check: roc-auc.drop, max: 5pp }]' },
  'a metric that does not fit, before pruning': { code: 'metric-misfit', verdict: 'ERROR', metrics: '[{ name: roc-auc }]', gate: '[{ check: size.reduction, min: 1% }]', command: 'run' },
  'labels in another order': { code: 'no-better-than-chance', verdict: 'ERROR', data: 'shuffled' },
  'labels in another order, validate': { code: 'no-better-than-chance', verdict: 'PASS', data: 'shuffled', command: 'validate' },
  'no target': { code: 'metric-misfit', verdict: 'ERROR', target: '' },
  'a metric without value and without check': { code: 'one-class', verdict: 'ERROR', data: 'one-class', metrics: '[{ name: agreement }, { name: macro-f1 }]', gate: '[{ check: agreement.pruned, min: 20% }]' },
  'exact overlap': { code: 'data-overlap', verdict: 'ERROR', calibration: 'calibration-overlap', command: 'run' },
  'near-duplicates': { code: 'near-duplicates', verdict: 'PASS', calibration: 'calibration-near', command: 'validate' },
};

describe('never a pass', () => {
  it.each(Object.entries(CASES))('%s', async (name, one) => {
    const report = one.command === undefined ? await judged(one) : await piped(one, one.command);
    const [model] = report.models;
    const codes = [...(model?.findings ?? []), ...(model?.errors ?? [])].map(({ code }) => code);
    expect([report.verdict, codes]).toEqual([one.verdict, expect.arrayContaining([one.code])]);
    const path = join(golden, `${name.replace(/[^a-z]+/gu, '-')}.md`);
    const text = renderMarkdown(report);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('and sound data has no finding', async () => {
    const sound = await judged({ code: '', verdict: 'PASS' });
    expect([sound.verdict, sound.models[0]?.findings, sound.models[0]?.metrics[0]?.problems]).toEqual(['PASS', undefined, undefined]);
    const quiet = await piped({ code: '', verdict: 'PASS' }, 'validate');
    expect([quiet.verdict, quiet.models[0]?.findings]).toEqual(['PASS', undefined]);
  });
});
