/** A report is confirmed line by line, and each thing that was changed is found by the line that is about it. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { compareReports } from '../../src/pipeline/verify.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { CheckResult, ModelReport, Report, VerificationLine } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

let folder: string;
let original: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-verify-test-'));
  await writeTinyRepository(folder, { gate: '[{ check: accuracy.drop, max: 30pp }, { check: size.reduction, min: 5% }, { check: latency.speedup, min: 0.01x }]' });
  original = await run({ command: 'run', outDir: join(folder, 'out') });
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (more: Partial<RunRequest>): Promise<Report> => runPipeline({
  command: 'verify', workspace: folder, policyPath: '.github/prune-gate.yml', outDir: join(folder, 'looks'), models: [], ...more,
}, () => undefined);

/** Verifies a copy of what the run left, changed. */
async function verified(change: (copy: string) => void = () => undefined): Promise<Report> {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(join(folder, 'out'), copy, { recursive: true });
  change(copy);
  return run({ reportPath: join(copy, 'report.json') });
}

const linesOf = (report: Report): readonly VerificationLine[] => report.models[0]?.verification ?? [];
const differing = (report: Report): string[] => linesOf(report).filter(({ outcome }) => outcome === 'differs').map(({ what }) => what);

type Changeable = Omit<ModelReport, 'provenance'> & { readonly provenance: Record<string, unknown> };

function edit(copy: string, change: (model: Changeable) => void): void {
  const path = join(copy, 'report.json');
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  change(report.models[0] as unknown as Changeable);
  writeFileSync(path, JSON.stringify(report));
}

it('confirms a report as it was left, and says what it does not check', async () => {
  expect(original.verdict).toBe('PASS');
  const report = await verified();
  expect([report.verdict, report.exitCode, report.models[0]?.errors]).toEqual(['PASS', 0, []]);
  expect(linesOf(report).map(({ what, outcome }) => [what, outcome])).toEqual([
    ...['prune-gate', 'onnxruntime', 'processor', 'plan', 'pruned model, file', 'policy', 'dense model', 'held-out data', 'calibration data', 'held-out samples', 'calibration samples', 'seed',
      'pruned model, made again', 'metric accuracy', 'check accuracy.drop', 'check size.reduction'].map((what) => [what, 'confirmed']),
    ['check latency.speedup', 'not checked'],
  ]);
  const text = renderTerminal(report, { color: false, width: 120 });
  expect(text).toContain('  confirmed   pruned model, made again: ');
  expect(text).toContain('  not checked check latency.speedup: it is of its moment and of its machine');
});

it('has every hash, version and seed in the report', () => {
  const { provenance } = original.models[0] as ModelReport;
  expect(Object.entries(provenance).filter(([, value]) => value === null)).toEqual([]);
  expect(Object.keys(provenance).sort()).toEqual(['calibration', 'calibrationSamples', 'evaluationSeed', 'heldout', 'heldoutSamples', 'model', 'onnxruntime', 'plan', 'policy', 'prunedModel', 'seed', 'settings', 'tool']);
});

it.each<[string, (copy: string) => void, string[]]>([
  ['hashes, the pruned model\'s file, a metric and an outcome', (copy) => {
    appendFileSync(join(copy, 'tiny/model.onnx'), 'x');
    edit(copy, ({ metrics, checks, provenance }) => {
      (metrics[0] as { pruned: number }).pruned += 0.01;
      (checks[1] as { outcome: string }).outcome = 'fail';
      provenance.heldout = '0'.repeat(64);
      provenance.model = null;
    });
  }, ['pruned model, file', 'dense model', 'held-out data', 'metric accuracy', 'check size.reduction']],
  ['the plan', (copy) => { const path = join(copy, 'tiny/plan.json'); writeFileSync(path, readFileSync(path, 'utf8').replace(/"seed": 0/u, '"seed": 1')); }, ['plan']],
  ['a path', (copy) => { edit(copy, ({ files }) => { (files as { model: string }).model = '../../models/tiny.onnx'; }); }, ['pruned model, file']],
])('finds %s changed', async (_name, change, expected) => {
  const report = await verified(change);
  expect([report.verdict, report.exitCode, differing(report)]).toEqual(['FAIL', 1, expected]);
});

function withChecks(model: Changeable, ...names: readonly string[]): void {
  (model.checks as CheckResult[]).push(...names.map((check) => ({ ...model.checks[0] as CheckResult, check })));
}

// What is found in a model that was made again is compared claim by claim: one change, one line.
it.each<[string, (model: Changeable) => void, string[]]>([
  ['nothing', () => undefined, []],
  ['a metric', ({ metrics }) => { (metrics[0] as { pruned: number }).pruned += 0.01; }, ['metric accuracy']],
  ['an interval', ({ metrics }) => { (metrics[0] as { dropInterval: { low: number } }).dropInterval.low -= 0.01; }, ['metric accuracy']],
  ['an outcome', ({ checks }) => { (checks[1] as { outcome: string }).outcome = 'fail'; }, ['check size.reduction']],
  ['a limit', ({ checks }) => { (checks[0] as { limit: number }).limit = 0.5; }, ['check accuracy.drop']],
  ['an outcome of time', ({ checks }) => { (checks[2] as { outcome: string }).outcome = 'fail'; }, []],
  ['a limit against the base, which is not here', (model) => { withChecks(model, 'accuracy.drift', 'size.regression'); }, []],
  ['a check that the policy does not have', (model) => { withChecks(model, 'accuracy.pruned'); }, ['check accuracy.pruned']],
  ['the seed', ({ provenance }) => { provenance.seed = 5; }, ['seed']],
  ['the pruned model', ({ provenance }) => { provenance.prunedModel = '0'.repeat(64); }, ['pruned model, made again']],
])('tells %s apart', (_name, change, expected) => {
  const [was, is] = [original, original].map(({ models }) => structuredClone(models[0]) as ModelReport);
  change(was as unknown as Changeable);
  const lines = compareReports(was as ModelReport, is as ModelReport, { was: 'p', is: 'p' });
  expect(lines.filter(({ outcome }) => outcome === 'differs').map(({ what }) => what)).toEqual(expected);
});

it('is an ERROR where the report is none, or the model cannot be found any more', async () => {
  const none = await verified((copy) => { writeFileSync(join(copy, 'report.json'), '{"version":1}'); });
  expect([none.verdict, none.exitCode, none.errors[0]?.code]).toEqual(['ERROR', 2, 'report-unreadable']);
  const empty = await verified((copy) => { writeFileSync(join(copy, 'report.json'), JSON.stringify({ ...original, models: [] })); });
  expect([empty.verdict, empty.errors[0]?.message]).toEqual(['ERROR', expect.stringContaining('it claims nothing')]);
  const gone = await verified((copy) => { edit(copy, (model) => { (model as { name: string }).name = 'other'; }); });
  expect([gone.verdict, gone.models[0]?.errors[0]?.code]).toEqual(['ERROR', 'model-unknown']);
});
