/** The action's contract: what action.yml says is what the code reads and sets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exitCodeOf } from '../../src/action/exit-code.js';
import { INPUTS, readInputs } from '../../src/action/inputs.js';
import { harmless } from '../../src/github/log.js';
import { compareRuns, runOf, withMarker } from '../../src/github/marker.js';
import { OUTPUTS } from '../../src/github/outputs.js';
import { REPORTS } from '../report/fixtures.js';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}
const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as ActionFile;

it('action.yml has the inputs that are read, with their defaults as text', () => {
  expect(Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]))).toEqual(INPUTS);
});

it('action.yml has the outputs that are set', () => {
  expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS));
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
});

describe('inputs', () => {
  const read = (given: Record<string, string>) =>
    readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])), '/checkout');

  it('that are absent take the defaults', () => {
    expect(read({})).toMatchObject({
      policy: '.github/prune-gate.yml', models: [], device: undefined, comment: true, commentKey: 'default', outDir: '/checkout/prune-gate-out',
      timeLimitSeconds: undefined, memoryLimitBytes: undefined, runtimePath: '', cudaPath: '', artifact: '', failOn: 'fail',
    });
  });

  it('are read as people write them', () => {
    expect(read({ 'models': 'a, b\nc', 'time-limit': '1.5h', 'memory-limit': '8 GiB', 'device': 'cpu', 'comment': 'false', 'output-dir': 'out', 'runtime-path': 'rt' }))
      .toMatchObject({ models: ['a', 'b', 'c'], timeLimitSeconds: 5400, memoryLimitBytes: 8 * 2 ** 30, device: 'cpu', comment: false, outDir: '/checkout/out', runtimePath: '/checkout/rt' });
  });

  it('take the folder of CUDA libraries that the runner is set up with where none is named', () => {
    const folderOf = (env: Record<string, string>): string => readInputs(env, '/checkout').cudaPath;
    expect(folderOf({ PRUNE_GATE_CUDA: '/opt/cuda' })).toBe('/opt/cuda');
    expect(folderOf({ 'PRUNE_GATE_CUDA': '/opt/cuda', 'INPUT_CUDA-PATH': ' ' })).toBe('/opt/cuda');
    expect(folderOf({ 'PRUNE_GATE_CUDA': '/opt/cuda', 'INPUT_CUDA-PATH': 'mine' })).toBe('/checkout/mine');
    expect(folderOf({ PRUNE_GATE_CUDA: 'cuda' })).toBe('/checkout/cuda');
    expect(folderOf({ PRUNE_GATE_CUDA: ' ' })).toBe('');
  });

  it.each([
    ['device', 'tpu'], ['comment', 'yes'], ['time-limit', '0s'], ['time-limit', '5 min'], ['memory-limit', '8'], ['fail-on', 'never'], ['comment-key', '-->'],
  ])('%s: %s is refused with what was expected', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('expected') }));
  });
});

it.each([
  ['fail', 'PASS', 0, 0], ['fail', 'WARN', 0, 0], ['fail', 'FAIL', 1, 1], ['fail', 'ERROR', 2, 2], ['fail', 'INCONCLUSIVE', 3, 3], ['fail', 'INCONCLUSIVE', 0, 0],
  ['warn', 'PASS', 0, 0], ['warn', 'WARN', 0, 1], ['warn', 'FAIL', 1, 1], ['warn', 'ERROR', 2, 2],
  ['error', 'WARN', 0, 0], ['error', 'FAIL', 1, 0], ['error', 'INCONCLUSIVE', 3, 0], ['error', 'ERROR', 2, 2],
] as const)('with fail-on: %s, %s (exit code %i) ends the job with %i', (failOn, verdict, exitCode, ends) => {
  const report = REPORTS.pass?.();
  expect(report !== undefined && exitCodeOf({ ...report, verdict, exitCode }, failOn)).toBe(ends);
});

describe('outputs', () => {
  const outputOf = (name: string, report: string): string | undefined => {
    const made = REPORTS[report]?.();
    return made === undefined ? undefined : OUTPUTS[name]?.({ report: made, outDir: '/out', commentUrl: '', artifactUrl: '' });
  };

  it('give the worst of several models', () => {
    const report = REPORTS['fail-two-models']?.();
    const drops = report?.models.map(({ metrics }) => metrics[0]?.drop ?? Number.NaN) ?? [];
    expect(Number(outputOf('accuracy-drop', 'fail-two-models'))).toBe(Math.max(...drops));
    expect(Number(outputOf('latency-speedup', 'fail-two-models'))).toBeCloseTo(1.03, 2);
    expect(JSON.parse(outputOf('models', 'fail-two-models') ?? '')).toHaveLength(2);
  });

  it('are empty where nothing is known', () => {
    for (const name of ['accuracy-drop', 'size-reduction', 'macs-reduction', 'latency-speedup', 'model-path', 'plan-path']) expect(outputOf(name, 'empty')).toBe('');
  });
});

it.each([
  ['::set-output name=x::y', '. ::set-output name=x::y'], ['  ::error::x', '.   ::error::x'], ['a\n::error::x', 'a ::error::x'],
  ['a ##[error]x', 'a # #[error]x'], ['a\u001b[31mb\u0000\u0085c', 'a [31mb c'], ['plain: text', 'plain: text'],
])('%j is printed as %j', (text, line) => { expect(harmless(text)).toBe(line); });

it('a marker names key and run, and is ours only at the start', () => {
  const body = withMarker('key.1', { id: 12, attempt: 3 }, '## text');
  expect(runOf('key.1', body)).toEqual({ id: 12, attempt: 3 });
  for (const key of ['key', 'key.10', 'key11']) expect(runOf(key, body)).toBeUndefined();
  expect(runOf('key.1', `> ${body}`)).toBeUndefined();
  expect(runOf('key.1', '<!-- prune-gate:key.1 -->\nedited by hand')).toEqual({ id: 0, attempt: 0 });
  expect(compareRuns({ id: 2, attempt: 1 }, { id: 1, attempt: 9 })).toBeGreaterThan(0);
});
