/** What of a run is kept under which key, and for which prunes it is given out again, against a stand-in of the cache service. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scope } from '../../src/github/cache/origin.js';
import { restoreResults, saveResults, type ResultsCache } from '../../src/github/cache/results.js';
import type { Report } from '../../src/report/types.js';
import type { FinishedFolder, Identity } from '../../src/request.js';
import { REPORTS } from '../report/fixtures.js';
import { ActionsService } from './actions-service.js';

const MAIN: Scope = { ref: 'refs/heads/main', baseRef: undefined, defaultRef: 'refs/heads/main' };
const [KEY, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];
/** What a model's folder holds after a run, and a file that is none of the run's. */
const FILES = { 'prune.json': JSON.stringify({ version: 1, key: KEY }), 'plan.json': '{}', 'model.onnx': 'model', 'model.onnx.data': 'weights', 'stray.txt': 'x' };

let folder: string;
let service: ActionsService;
let printed: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-results-test-'));
  for (const name of ['temp', 'out/kws']) mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, 'out/kws', name), text);
  service = new ActionsService();
  await service.start();
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed += String(text); return true; });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.stop();
  rmSync(folder, { recursive: true });
});

const cache = (scope = MAIN): ResultsCache => ({ scope, repository: { owner: 'o', repo: 'r' }, client: undefined, temp: join(folder, 'temp'), env: service.env() });
const identity = (key = KEY): Identity => ({ model: 'kws', key, folder: 'kws' });

function report(verdict: 'PASS' | 'ERROR' = 'PASS'): Report {
  const passed = REPORTS.pass?.();
  const [model] = passed?.models ?? [];
  if (passed === undefined || model === undefined) throw new Error('no report');
  return { ...passed, models: [{ ...model, name: 'kws', verdict }] };
}

interface Saved { readonly scope?: Scope; readonly verdict?: 'PASS' | 'ERROR'; readonly restored?: readonly FinishedFolder[] }

const save = (key = KEY, { scope, verdict, restored = [] }: Saved = {}): Promise<void> =>
  saveResults(cache(scope), [identity(key)], restored, report(verdict), join(folder, 'out'));
const keys = (): string[] => service.entries.map(({ key }) => key);

describe('a finished prune', () => {
  it('is kept under its own key, without strangers\' files, and given out for that key alone', async () => {
    await save();
    expect(keys()).toEqual([`prune-gate-prune-${KEY}`]);
    const [found] = await restoreResults(cache(), [identity()]);
    expect(found).toEqual({ model: 'kws', folder: join(folder, 'temp/prune-gate-results', KEY) });
    expect(readdirSync(found?.folder ?? '').sort()).toEqual(['model.onnx', 'model.onnx.data', 'plan.json', 'prune.json']);
    expect(readFileSync(join(found?.folder ?? '', 'model.onnx.data'), 'utf8')).toBe('weights');
    expect(await restoreResults(cache(), [identity(OTHER)])).toEqual([]);
  });

  it('is not kept under a key that is not what it was made from: `auto` may have taken another device than the one that was looked for', async () => {
    await save(OTHER);
    expect(keys()).toEqual([]);
    expect(printed).toContain('prune of kws: not saved to the cache: it was made on another device than the one that was looked for');
  });

  it.each([['is damaged', '{'], ['has no key', '{"version":1}'], ['is null', 'null']])('is not kept where its record %s', async (_, text) => {
    writeFileSync(join(folder, 'out/kws/prune.json'), text);
    await save();
    expect(keys()).toEqual([]);
    expect(printed).toContain('prune of kws: not saved to the cache: its prune.json cannot be read');
  });

  it('is not kept by a run that nobody would believe, of a model in ERROR, nor again where it came from the cache', async () => {
    await save(KEY, { scope: { ref: 'refs/pull/7/merge', baseRef: 'refs/heads/main', defaultRef: 'refs/heads/main' } });
    await save(KEY, { scope: { ...MAIN, defaultRef: undefined } });
    await save(KEY, { verdict: 'ERROR' });
    await save(KEY, { restored: [{ model: 'kws', folder: '' }] });
    cpSync(join(folder, 'out/kws'), join(folder, 'out/elsewhere'), { recursive: true });
    await saveResults(cache(), [{ ...identity(), folder: 'not-there' }, { ...identity(), model: 'another', folder: 'elsewhere' }], [], report(), join(folder, 'out'));
    expect(keys()).toEqual([]);
  });

  it('is given to no other branch without a token to ask who saved it', async () => {
    await save();
    const pull: Scope = { ref: 'refs/pull/7/merge', baseRef: 'refs/heads/main', defaultRef: 'refs/heads/main' };
    expect(await restoreResults(cache(pull), [identity()])).toEqual([]);
    expect(printed).toContain('prune of kws: the cache is not used: there is no token to ask which branch saved it');
  });
});
