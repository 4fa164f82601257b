/** Targets by quality, in a whole repository: the search stays off the held-out samples, is recorded, and replays. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import type { Plan } from '../../src/prune/plan.js';
import type { Report } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-quality-'));
  await writeTinyRepository(folder);
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function prune(step: string, request: Partial<RunRequest> = {}, calibration = 'target: y', how = 'align: 1, repair: [bias]'): Promise<Report> {
  writeFileSync(join(folder, 'policy.yml'), `version: 1
models:
  - name: tiny
    path: models/tiny.onnx
    data:
      heldout: { path: data/heldout.npz, inputs: { x: x }, target: y }
      calibration: { path: data/calibration.npz, inputs: { x: x }, ${calibration} }
    prune: [{ method: structured, criterion: wifv, allocation: uniform, ${how}, ${step} }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 30pp }]
`);
  return runPipeline({ command: 'prune', workspace: folder, policyPath: 'policy.yml', outDir: join(folder, 'out'), models: [], ...request }, () => undefined);
}
const planOf = (out = 'out'): Plan => JSON.parse(readFileSync(join(folder, out, 'tiny/plan.json'), 'utf8')) as Plan;

describe('a drop of accuracy as the target', () => {
  it('finds the cheapest of what it tried that stays within, and replays to the same bytes', async () => {
    const report = await prune('target: { accuracy-drop: 12pp }');
    expect(report.models[0]).toMatchObject({ verdict: 'PASS', errors: [] });
    const [step] = planOf().steps;
    if (step?.method !== 'structured' || step.search === undefined) throw new Error('no search was recorded');
    const { metric, samples, tried } = step.search;
    expect({ metric, samples }).toEqual({ metric: 'accuracy', samples: 30 });
    expect(tried.some(({ within }) => within) && tried.some(({ within }) => !within)).toBe(true);
    for (const { drop, within } of tried) expect(within).toBe(drop <= 0.12);
    // The perceptron has one group: what is left of it tells which factor was taken.
    const cheapest = Math.max(...tried.filter(({ within }) => within).map(({ factor }) => factor));
    const [group] = step.groups;
    expect((group?.units ?? NaN) / ((group?.units ?? NaN) - (group?.removed.length ?? NaN))).toBeCloseTo(cheapest, 3);
    const replayed = await prune('target: { accuracy-drop: 12pp }', { planPath: join(folder, 'out/tiny/plan.json'), outDir: join(folder, 'again') });
    expect(replayed.models[0]).toMatchObject({ verdict: 'PASS' });
    for (const file of ['plan.json', 'model.onnx']) expect(readFileSync(join(folder, 'again/tiny', file))).toEqual(readFileSync(join(folder, 'out/tiny', file)));
  });

  it('without labels is about agreement with the dense model', async () => {
    await prune('target: { accuracy-drop: 12pp }', {}, 'max-samples: 120');
    expect(planOf().steps[0]).toMatchObject({ target: { kind: 'accuracy-drop', drop: 0.12 }, search: { metric: 'agreement' } });
  });

  it('that no cut stays within is an error with the mildest, or a warning where the policy accepts it', async () => {
    const half = 'align: 24, repair: []';
    const refused = await prune('target: { accuracy-drop: 0.01pp }', {}, 'max-samples: 120', half);
    expect(refused.models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'target-unreached' }] });
    expect(refused.models[0]?.errors[0]?.message).toMatch(/^No cut stays within a drop of 0\.01 points: the mildest tried, 2\.00x fewer macs, loses \d+\.\d\d on 30 search samples\.$/u);
    const accepted = await prune('target: { accuracy-drop: 0.01pp }, allow-partial: true', {}, 'max-samples: 120', half);
    expect(accepted.models[0]?.verdict).toBe('WARN');
    const note = 'The target was not reached: 2.00x fewer macs, asked were at most 0.01 points less accuracy.';
    expect(accepted.models[0]?.notes.join('\n')).toContain(note);
    // Its plan reaches no more when it is replayed, and what accepts it is the policy of the replay.
    const replay = { planPath: join(folder, 'out/tiny/plan.json'), outDir: join(folder, 'again') };
    const again = await prune('target: { accuracy-drop: 0.01pp }, allow-partial: true', replay, 'max-samples: 120', half);
    expect([again.models[0]?.verdict, again.models[0]?.notes.join('\n').includes(note)]).toEqual(['WARN', true]);
    const strict = await prune('target: { accuracy-drop: 0.01pp }', replay, 'max-samples: 120', half);
    expect(strict.models[0]).toMatchObject({ verdict: 'ERROR', errors: [{ code: 'target-unreached' }] });
  });

  it('makes small what `cost` names', async () => {
    const report = await prune('target: { accuracy-drop: 12pp, cost: size }');
    const [step] = planOf().steps;
    if (step?.method !== 'structured' || step.search === undefined) throw new Error('no search was recorded');
    expect(step.target).toEqual({ kind: 'accuracy-drop', drop: 0.12, cost: 'size' });
    expect(report.models[0]?.notes.join('\n')).toMatch(/Search 1: [\d.]+x fewer bytes lose /u);
    const cheapest = Math.max(...step.search.tried.filter(({ within }) => within).map(({ factor }) => factor));
    const [dense, pruned] = ['models/tiny.onnx', 'out/tiny/model.onnx'].map((file) => statSync(join(folder, file)).size) as [number, number];
    expect(dense / pruned).toBeCloseTo(cheapest, 1);
  });

  it('in latency times each plan once, and plans again from the times that it recorded', async () => {
    const made = await prune('target: { accuracy-drop: 30pp, cost: latency }, allow-partial: true');
    // Of so small a model a quiet machine may find that no cut pays: then that is what it says, and there is no plan.
    const [error] = made.models[0]?.errors ?? [];
    if (error !== undefined) {
      expect(error).toMatchObject({ code: 'target-unreached', message: expect.stringMatching(/less latency was not reached; the best is 1\.0\dx/u) as string });
      return;
    }
    const [step] = planOf().steps;
    if (step?.method !== 'structured' || step.latency === undefined) throw new Error('no times were recorded');
    const keys = step.latency.models.map(({ cut }) => JSON.stringify(cut));
    expect(new Set(keys).size).toBe(keys.length);
    const again = await prune('target: { accuracy-drop: 30pp, cost: latency }, allow-partial: true', { latencyFrom: join(folder, 'out/tiny/plan.json'), outDir: join(folder, 'again') });
    expect(again.models[0]?.errors).toEqual([]);
    expect(readFileSync(join(folder, 'again/tiny/plan.json'))).toEqual(readFileSync(join(folder, 'out/tiny/plan.json')));
  });
});

describe('what loses nothing as the target', () => {
  it('is an error where every unit does something', async () => {
    const report = await prune('target: { lossless: true }');
    expect(report.models[0]?.errors).toMatchObject([{ code: 'target-unreached', message: expect.stringMatching(/^No unit can go without loss/u) }]);
  });
});
