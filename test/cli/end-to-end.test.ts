/** The bundled command line as a process, on a real model: every command, what it prints, writes and exits with. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { buildAction } from '../e2e/bundle.js';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/spoken-digits-dscnn');
const model = join(example, 'models/digits.onnx');
const SLOW_MS = 120_000;

let bundle = '';
let folder = '';
beforeAll(() => {
  bundle = buildAction();
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
}, SLOW_MS);
afterAll(() => {
  for (const path of [bundle, folder]) rmSync(path, { recursive: true, force: true });
});

// The bundle of a test lies outside the repository: it finds onnxruntime where the action's would, by this variable.
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, PRUNE_GATE_RUNTIME: root, NO_COLOR: '', FORCE_COLOR: '' });

function cli(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(bundle, 'dist/cli.js'), ...args],
    { cwd: folder, encoding: 'utf8', env: environment(), maxBuffer: 2 ** 26 });
  return { status, stdout, stderr };
}

const reportOf = (stdout: string): Report => JSON.parse(stdout) as Report;

describe('the command line', () => {
  it('inspects a model without policy or data', () => {
    const { status, stdout } = cli('inspect', model);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^group +kind +units +parameters +MACs$/mu);
    expect(stdout).toMatch(/Cannot be pruned:\n.*output of the model \(logits\)/u);
    expect(stdout).not.toContain('\u001B');
  }, SLOW_MS);

  it('validates a policy and estimates what a run takes', () => {
    const { status, stdout, stderr } = cli('validate', '-C', example, '--json');
    expect(status).toBe(0);
    const report = reportOf(stdout);
    expect(report.models[0]?.notes.join('\n')).toMatch(/would take about/u);
    expect(report.models[0]?.files).toEqual({ model: null, plan: null });
    expect(stderr).toContain('digits: load');
  }, SLOW_MS);

  it('judges: report on stdout and in the folder, plan and model beside it, exit code by the verdict', () => {
    const { status, stdout, stderr } = cli('run', '-C', example, '-o', 'run', '--json', '--quiet');
    const report = reportOf(stdout);
    expect(status).toBe(report.exitCode);
    expect(stderr).toBe('');
    expect(report.models[0]?.metrics[0]?.dense).toBeCloseTo(0.98, 3);
    expect(report.models[0]?.proof?.holds).toBe(true);
    expect(reportOf(readFileSync(join(folder, 'run/report.json'), 'utf8'))).toEqual(report);
    const { model: pruned, plan } = report.models[0]?.files ?? {};
    expect(statSync(join(folder, 'run', pruned ?? '')).size).toBeLessThan(statSync(model).size);
    expect(existsSync(join(folder, 'run', plan ?? ''))).toBe(true);
    expect(readFileSync(join(folder, 'run/report.md'), 'utf8')).toContain(`prune-gate: ${report.verdict}`);
  }, SLOW_MS);

  it('replays a plan to the same bytes, and judges a candidate', () => {
    expect(cli('prune', '-C', example, '-o', 'first', '-q').status).toBe(0);
    expect(cli('prune', '-C', example, '-o', 'second', '-q', '--plan', 'first/digits/plan.json').status).toBe(0);
    const bytes = (name: string): Buffer => readFileSync(join(folder, name, 'digits/model.onnx'));
    expect(bytes('second').equals(bytes('first'))).toBe(true);
    const { stdout } = cli('evaluate', '-C', example, '-o', 'candidate', '--candidate', 'first/digits/model.onnx', '--json');
    const metric = reportOf(stdout).models[0]?.metrics[0];
    expect(metric).toMatchObject({ id: 'accuracy', samples: 600, dense: expect.closeTo(0.98, 3) as number });
    expect(metric?.pruned).not.toBeNull();
  }, SLOW_MS);

  it('dumps outputs', () => {
    expect(cli('evaluate', '-C', example, '--dump', 'outputs.npz', '-q').status).toBe(0);
    expect(readFileSync(join(folder, 'outputs.npz')).subarray(0, 2).toString()).toBe('PK');
  }, SLOW_MS);

  it('reports what it cannot read, with exit code 2', () => {
    const missing = cli('run', '-o', 'missing');
    expect(missing.status).toBe(2);
    expect(missing.stdout).toContain('policy-missing');
    const unknown = cli('run', '-C', example, '-m', 'digit', '--json');
    expect(unknown.status).toBe(2);
    expect(reportOf(unknown.stdout).errors[0]).toMatchObject({ code: 'model-unknown' });
    expect(cli('inspect', join(example, 'README.md')).status).toBe(2);
  }, SLOW_MS);

  it('keeps its exit code when whoever reads stdout goes away', async () => {
    const child = spawn(process.execPath, [join(bundle, 'dist/cli.js'), 'run', '-o', 'gone', '--json'],
      { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => { stderr += String(chunk); });
    const code = await new Promise((resolveCode) => { child.on('close', resolveCode); });
    expect(code).toBe(2);
    expect(stderr).not.toContain('EPIPE');
  }, SLOW_MS);
});
