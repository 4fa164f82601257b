/** The bundled command line as a process, on a real model: every command, what it prints, writes and exits with. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { buildAction } from '../e2e/bundle.js';

const root = resolve(import.meta.dirname, '../..');
const demo = join(root, 'examples/fashion-mnist-resnet');
const example = join(root, 'examples/spoken-digits-dscnn');
const model = join(example, 'models/digits.onnx');
/** The demo takes ten seconds on a quiet machine, and a minute and a half beside seven others. */
const SLOW_MS = 300_000;

let bundle = '';
let folder = '';
beforeAll(() => {
  bundle = buildAction();
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
}, SLOW_MS);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// The bundle of a test lies outside the repository: it finds onnxruntime where the action's would, by this variable.
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, PRUNE_GATE_RUNTIME: root, NO_COLOR: '', FORCE_COLOR: '' });

function run(cwd: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(bundle, 'dist/cli.js'), ...args],
    { cwd, encoding: 'utf8', env: environment(), maxBuffer: 2 ** 26 });
  return { status, stdout, stderr };
}

const cli = (...args: string[]) => run(folder, args);

/** What `npm run demo` runs once everything is installed: `node dist/cli.js run ...`, from the root. */
function demoCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { demo: string } };
  const [bootstrap, command = ''] = scripts.demo.split(' && ');
  expect(bootstrap).toBe('node scripts/bootstrap.mjs');
  const words = command.split(' ');
  expect(words.slice(0, 2)).toEqual(['node', 'dist/cli.js']);
  return words;
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

  it('runs the demo of package.json: exit code 0, report on stdout and in the folder, plan and pruned model beside it', () => {
    const [, , ...words] = demoCommand();
    const { status, stdout, stderr } = run(root, [...words, '--out', join(folder, 'run'), '--json', '--quiet']);
    const report = reportOf(stdout);
    expect(stderr).toBe('');
    // Latency is advisory in the demo: on a busy machine WARN, and exit code 0 all the same.
    expect(['PASS', 'WARN']).toContain(report.verdict);
    expect(status).toBe(0);
    const [garments] = report.models;
    expect(garments?.checks.filter(({ level }) => level === 'critical').map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass']);
    expect(garments?.metrics[0]).toMatchObject({ samples: 5000, dense: expect.closeTo(0.893, 3) as number });
    expect(garments?.proof?.holds).toBe(true);
    expect(reportOf(readFileSync(join(folder, 'run/report.json'), 'utf8'))).toEqual(report);
    const { model: pruned, plan } = garments?.files ?? {};
    expect(statSync(join(folder, 'run', pruned ?? '')).size).toBeLessThan(0.6 * statSync(join(demo, garments?.path ?? '')).size);
    expect(existsSync(join(folder, 'run', plan ?? ''))).toBe(true);
    expect(readFileSync(join(folder, 'run/report.md'), 'utf8')).toContain(`prune-gate: ${report.verdict}`);
  }, SLOW_MS);

  it('replays its plan to the same bytes, and judges a candidate', () => {
    expect(cli('prune', '-C', demo, '-o', 'second', '-q', '--plan', 'run/garments/plan.json').status).toBe(0);
    const bytes = (name: string): Buffer => readFileSync(join(folder, name));
    expect(bytes('second/garments/model.onnx').equals(bytes('run/garments/model.onnx'))).toBe(true);
    expect(bytes('second/garments/plan.json').equals(bytes('run/garments/plan.json'))).toBe(true);
    const { stdout } = cli('evaluate', '-C', example, '-o', 'candidate', '--candidate', model, '--json');
    const metric = reportOf(stdout).models[0]?.metrics[0];
    expect(metric).toMatchObject({ id: 'accuracy', samples: 600, dense: expect.closeTo(0.98, 3) as number, drop: 0 });
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
