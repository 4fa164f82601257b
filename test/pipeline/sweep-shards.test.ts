/** A sweep that several machines share draws the curve of one machine, byte for byte but for times; or is an ERROR. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { Journal } from '../../src/pipeline/journal.js';
import type { Sweep } from '../../src/pipeline/sweep-point.js';
import { adoptRemarks, factorsOf, readCurve } from '../../src/pipeline/sweep-shards.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { Report } from '../../src/report/types.js';
import type { RunRequest, SweepRequest } from '../../src/request.js';
import { writeTinyRepository } from './tiny-repository.js';

const POLICY = `version: 1
models:
  - name: tiny
    path: models/tiny.onnx
    data:
      heldout: { path: data/heldout.npz, inputs: { x: x }, target: y }
      calibration: { path: data/calibration.npz, inputs: { x: x }, target: y }
    prune: [{ method: structured, criterion: wifv, allocation: auto, align: 1, repair: [bias], target: { macs: 1.5x } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: 30pp }]
    latency: { runs: 10, warmup: 1 }
`;
/** No cut reaches the last two: each is in another part. */
const FACTORS = [3, 1.2, 400, 1.5, 500, 2];

let folder = '';
let whole: Report;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-sweep-shards-'));
  await writeTinyRepository(folder, { samples: 64 });
  writeFileSync(join(folder, 'policy.yml'), POLICY);
  whole = await sweep('whole', { cost: 'macs', factors: FACTORS });
  for (const index of [1, 2, 3]) await part(index, 3);
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const sweep = (out: string, asked: SweepRequest, more: Partial<RunRequest> = {}): Promise<Report> =>
  runPipeline({ command: 'sweep', workspace: folder, policyPath: 'policy.yml', outDir: join(folder, out), models: [], untimed: true, sweep: asked, ...more }, () => undefined);
const part = (index: number, count: number, factors = FACTORS): Promise<Report> => sweep(`parts-${String(count)}/${String(index)}`, { cost: 'macs', factors, share: { index, count } });
const merge = (parts: string, more: Partial<RunRequest> = {}, out = 'merged'): Promise<Report> => sweep(out, { cost: 'macs', parts: join(folder, parts) }, more);

const TIMES = new Set(['latencyMs', 'denseMs', 'speedup', 'startedAt', 'seconds']);
/** The report's bytes, times apart. */
const lasting = (report: Report): string => JSON.stringify(report, (key, value: unknown) => (TIMES.has(key) ? null : value));

describe('the points of a sweep', () => {
  it('are shared out in turn: each falls to one part, whatever their number', () => {
    const factors = [1.25, 1.5, 1.75, 2, 2.5, 3, 4];
    for (const count of [1, 2, 3, 7, 9]) {
      const parts = Array.from({ length: count }, (_, i) => factorsOf(factors, { index: i + 1, count }));
      expect(parts.flat().sort((a, b) => a - b)).toEqual(factors);
      expect(Math.max(...parts.map(({ length }) => length))).toBe(Math.ceil(factors.length / count));
    }
  });

  it('make, merged, the curve of one machine to the byte: points, knee, where it ends, models and plans', async () => {
    const merged = await merge('parts-3');
    expect(lasting(merged)).toBe(lasting(whole));
    const [{ sweep: curve, notes }] = merged.models as [Report['models'][number]];
    // Equality is not that of nothing: the knee is one, and two parts ended at a point that no cut reaches.
    expect(curve).toMatchObject({ knee: expect.any(Number), stopped: expect.stringMatching(/^The target of 400x /u), points: [1.2, 1.5, 2, 3].map((factor) => ({ factor, reused: false })) });
    expect(curve).not.toHaveProperty('part');
    expect(notes.length).toBeGreaterThan(0);
    for (const { folder: place } of curve?.points ?? []) {
      for (const file of ['model.onnx', 'plan.json']) expect(readFileSync(join(folder, 'merged', place, file)).equals(readFileSync(join(folder, 'whole', place, file)))).toBe(true);
    }
    // What was merged is what a later sweep goes on from.
    expect((await sweep('merged', { cost: 'macs', factors: [1.5] })).models[0]?.sweep?.points).toMatchObject([{ factor: 1.5, reused: true }]);
  });

  it('are reported as a part, and made again only where they were not finished', async () => {
    const again = await part(2, 3);
    expect(again.models[0]).toMatchObject({ verdict: 'PASS', sweep: { part: { index: 2, count: 3 }, knee: null, points: [{ factor: 1.5, reused: true }] } });
    expect(again.models[0]?.notes.at(-1)).toBe('Part 2 of 3: 2 of 6 points (1.5x, 400x).');
    expect(renderTerminal(again, { color: false, width: 200 })).toContain('Part 2 of 3 of the curve');
    expect((await merge('parts-3')).models[0]?.sweep?.points.map(({ factor, reused }) => [factor, reused])).toEqual([[1.2, false], [1.5, true], [2, false], [3, false]]);
  });

  it('may be fewer than the parts', async () => {
    for (const index of [1, 2]) expect((await part(index, 2, [1.2])).models[0]).toMatchObject({ verdict: 'PASS', errors: [] });
    expect((await merge('parts-2')).models[0]?.sweep?.points.map(({ factor }) => factor)).toEqual([1.2]);
  });
});

describe('a merge of a sweep is an ERROR where', () => {
  const copy = (change: (at: string) => void): string => {
    const into = mkdtempSync(join(folder, 'changed-')).slice(folder.length + 1);
    cpSync(join(folder, 'parts-3'), join(folder, into), { recursive: true });
    change(join(folder, into));
    return into;
  };
  const edit = (at: string, index: number, change: (text: string) => string): void => {
    const path = join(at, String(index), `tiny/sweep/shard-${String(index)}-of-3.json`);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };

  it.each<[string, string, RegExp, (at: string) => void]>([
    ['a part is missing', 'shard-missing', /Of 3 parts these are missing: 2\./u, (at) => { rmSync(join(at, '2'), { recursive: true }); }],
    ['there is none', 'shard-missing', /No part was found\./u, (at) => { for (const each of readdirSync(at)) rmSync(join(at, each), { recursive: true }); }],
    ['a part is there twice', 'shard-duplicate', /Part 2 of 3 is there twice/u, (at) => { cpSync(join(at, '2'), join(at, 'again'), { recursive: true }); }],
    ['a part is of another number', 'shard-foreign', /another number of parts/u, (at) => { edit(at, 2, (text) => text.replace('"count": 3', '"count": 4')); }],
    ['a part is of other points', 'shard-foreign', /Part 3 of 3 is of another curve \(1\.2x, 1\.5x, 2x, 3x, 450x, 500x macs\) than part 1 of 3/u, (at) => { edit(at, 3, (text) => text.replace(/\b400,/u, '450,')); }],
    ['a part is by another policy', 'shard-foreign', /Part 1 of 3 was made with another policy\./u, (at) => { edit(at, 1, (text) => text.replace(/"policy": "[0-9a-f]+"/u, `"policy": "${'0'.repeat(64)}"`)); }],
    ['a part is of another model', 'shard-foreign', /Part 1 of 3 was made with another model file\./u, (at) => { edit(at, 1, (text) => text.replace(/"model": "[0-9a-f]{64}"/u, `"model": "${'0'.repeat(64)}"`)); }],
    ['a part is of other data', 'shard-foreign', /Part 2 of 3 was made with another calibration data\./u, (at) => { edit(at, 2, (text) => text.replace(/"calibration": "[0-9a-f]+"/u, `"calibration": "${'0'.repeat(64)}"`)); }],
    ['a part is of another release', 'shard-foreign', /Part 2 of 3 was made with another release of prune-gate\./u, (at) => { edit(at, 2, (text) => text.replace(/"tool": "[^"]+"/u, '"tool": "0.0.0"')); }],
    ['a point has other settings', 'shard-foreign', /The point 1\.5x of part 2 of 3 was made with other settings/u, (at) => { edit(at, 2, (text) => text.replace(/"key": "[0-9a-f]+"/u, `"key": "${'0'.repeat(64)}"`)); }],
    ['a part stopped short without a reason', 'shard-damaged', /Part 1 of 3 has not the points 1\.2x, 3x, which are its own/u, (at) => { edit(at, 1, (text) => JSON.stringify({ ...JSON.parse(text) as object, outcomes: (JSON.parse(text) as { outcomes: unknown[] }).outcomes.slice(0, 1) })); }],
    ['a model was changed since', 'shard-damaged', /the pruned model is not the one that was measured/u, (at) => { writeFileSync(join(at, '2/tiny/sweep/1.5x-macs/model.onnx'), 'another'); }],
    ['a record names a folder', 'shard-damaged', /it is no record of a part of a sweep/u, (at) => { edit(at, 2, (text) => JSON.stringify({ ...JSON.parse(text) as object, cost: '/../../../..' })); }],
    ['a record is cut off', 'shard-damaged', /cannot be read/u, (at) => { writeFileSync(join(at, '2/tiny/sweep/shard-2-of-3.json'), '{"version":1'); }],
  ])('%s', async (_name, code, message, change) => {
    const report = await merge(copy(change), {}, 'failed');
    expect([report.verdict, report.exitCode]).toEqual(['ERROR', 2]);
    expect(report.models[0]).toMatchObject({ errors: [{ code, message: expect.stringMatching(message) }] });
    expect(report.models[0]).not.toHaveProperty('sweep.knee', expect.any(Number));
  });

  it('its own checkout is another one, or the folder is not there', async () => {
    writeFileSync(join(folder, 'other.yml'), POLICY.replace('runs: 10', 'runs: 11'));
    expect((await merge('parts-3', { policyPath: 'other.yml' }, 'failed')).models[0]?.errors).toMatchObject([{ code: 'shard-foreign', message: 'Part 1 of 3 was made with another policy.' }]);
    expect((await merge('nowhere', {}, 'failed')).errors).toMatchObject([{ code: 'shard-missing', message: 'The folder of parts cannot be read: there is no such folder.' }]);
  });

  it('(not an error, but said) a part was made on another device', async () => {
    const [model] = (await merge(copy((at) => { edit(at, 3, (text) => text.replace('"used": "cpu"', '"used": "webgpu"')); }), {}, 'remarked')).models;
    expect(model?.verdict).toBe('PASS');
    expect(model?.findings?.map(({ message }) => message)).toContain('The first part was made on cpu, and not all parts were made there: 3 on webgpu.');
  });

  it('(not an error, but said) points were made on other kinds of machines; one without points counts for nothing', async () => {
    const { shards } = await readCurve(join(folder, 'parts-3'), 'tiny');
    const journal = new Journal('tiny', () => undefined);
    const on = (...machines: string[]): string[] => {
      const draft = { report: whole.models[0] as Report['models'][number] };
      adoptRemarks({ run: { journal } } as unknown as Sweep, { cost: 'macs', factors: [], shards: shards.map((shard, i) => ({ ...shard, inputs: { ...shard.inputs, machine: machines[i] ?? '' }, outcomes: i === 2 ? [] : shard.outcomes })) }, draft);
      return journal.notes.filter((note) => note.includes('kinds of machines'));
    };
    expect(on('a', 'a', 'b')).toEqual([]);
    expect(on('a', 'b', 'c')).toEqual(['The points were made on 2 kinds of machines (a; b): each speed-up is of its own machine, milliseconds do not compare.']);
  });
});
