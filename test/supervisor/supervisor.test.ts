import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress, RunRequest } from '../../src/request.js';
import type { Report } from '../../src/report/types.js';
import { supervise, type SuperviseOptions } from '../../src/supervisor.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { hungryModel } from './hungry-model.js';

const workers = join(import.meta.dirname, 'workers');
const folders: string[] = [];
let outDir: string;

beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), 'prune-gate-supervisor-'));
  folders.push(outDir);
});
afterAll(() => { for (const folder of folders) rmSync(folder, { recursive: true, force: true }); });

interface Outcome { readonly report: Report; readonly seconds: number; readonly progress: readonly Progress[] }

async function run(
  worker: string, request: Partial<RunRequest>, options: Partial<SuperviseOptions> = {},
): Promise<Outcome> {
  const progress: Progress[] = [];
  const started = performance.now();
  const report = await supervise(
    { command: 'run', workspace: outDir, policyPath: 'policy.yml', models: [], outDir, ...request },
    {
      env: process.env, workerPath: join(workers, worker), timeLimitSeconds: 20, memoryLimitBytes: 4 * 2 ** 30,
      onProgress: (said) => progress.push(said), ...options,
    },
  );
  return { report, seconds: (performance.now() - started) / 1000, progress };
}

const misbehave = (way: string, options: Partial<SuperviseOptions> = {}): Promise<Outcome> =>
  run('misbehave.mjs', { policyPath: way }, options);

const runModel = (path: string, options: Partial<SuperviseOptions> = {}): Promise<Outcome> =>
  run('run-model.mjs', { workspace: dirname(path), models: [path.slice(dirname(path).length + 1)] }, options);

/** An ERROR report with this code, returned and on disk, and nothing half-written beside it. */
function expectError({ report }: Outcome, code: string): void {
  expect(report).toMatchObject({ version: 1, verdict: 'ERROR', exitCode: 2, models: [], errors: [{ code }] });
  expect(JSON.parse(readFileSync(join(outDir, 'report.json'), 'utf8'))).toEqual(report);
  expect(readFileSync(join(outDir, 'report.md'), 'utf8')).toContain('ERROR');
  expect(readdirSync(outDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

describe.skipIf(!hasSharedData)('a hostile model (needs the shared data beside the checkout)', () => {
  it('that loops without end is stopped at the time limit', async () => {
    const outcome = await runModel(sharedData('malformed-models/loop_forever.onnx'), { timeLimitSeconds: 2 });
    expectError(outcome, 'time-limit');
    expect(outcome.report.errors[0]).toMatchObject({ stage: 'facts', where: 'loop_forever.onnx' });
    expect(outcome.report.errors[0]?.message).toContain('2 s, in stage "facts" of model "loop_forever.onnx"');
    expect(outcome.seconds).toBeLessThan(5);
  });

  it('that asks for 16 TB at once is refused by onnxruntime', async () => {
    const outcome = await runModel(sharedData('malformed-models/constantofshape_bomb.onnx'));
    expectError(outcome, 'run-failed');
    expect(outcome.report.errors[0]?.message).toContain('16000000000000');
  });

  it('that loops three times is let through', async () => {
    const { report } = await runModel(sharedData('malformed-models/loop_3_ok.onnx'));
    expect(report.verdict).toBe('PASS');
  });
});

describe('memory', () => {
  // Elsewhere the reading is slower, and the limit is passed by more.
  it('that a model fills step by step is stopped at the memory limit', async () => {
    writeFileSync(join(outDir, 'hungry.onnx'), hungryModel());
    const outcome = await runModel(join(outDir, 'hungry.onnx'), { memoryLimitBytes: 400 * 2 ** 20 });
    expectError(outcome, 'memory-limit');
    expect(outcome.report.errors[0]?.message).toMatch(/limit of 0\.39 GiB \(\d\.\d\d GiB in use\), in stage "facts"/u);
    expect(outcome.seconds).toBeLessThan(10);
  });

  it('of the JavaScript heap is limited as well', async () => {
    const outcome = await misbehave('fills-its-heap', { memoryLimitBytes: 200 * 2 ** 20 });
    expectError(outcome, 'memory-limit');
  });
});

describe('a worker', () => {
  it('that is killed leaves no temporary file behind', async () => {
    vi.stubEnv('TMPDIR', outDir).stubEnv('TEMP', outDir);
    const { report } = await misbehave('leaves-a-file-behind');
    vi.unstubAllEnvs();
    const left = report.errors[0]?.message ?? '';
    expect(left.startsWith(outDir) && left.endsWith('weights.bin')).toBe(true);
    expect(readdirSync(outDir).sort()).toEqual(['report.json', 'report.md']);
  });

  it.skipIf(process.platform !== 'linux')('killed from outside is an ERROR (found through /proc: Linux)', async () => {
    const seen = Promise.withResolvers<undefined>();
    const outcome = misbehave('waits', { onProgress: () => { seen.resolve(undefined); } });
    await seen.promise;
    process.kill(childOf(process.pid), 'SIGKILL');
    expectError(await outcome, 'worker-crashed');
    expect((await outcome).report.errors[0]?.message).toContain('SIGKILL');
  });

  it.each([
    ['exits-0', 'worker-crashed', 'ended without a report, in stage "facts" of model "kws"'],
    ['exits-7', 'worker-crashed', 'exit code 7'],
    ['aborts', 'worker-crashed', process.platform === 'win32' ? 'exit code' : 'SIGABRT'],
    ['writes-a-pass-and-exits', 'worker-crashed', 'ended without a report'],
    ['mangles-its-report', 'worker-crashed', 'without a report'],
    ['chatters', 'worker-crashed', 'exit code 9'],
  ])('that %s is an ERROR %s', async (way, code, message) => {
    const outcome = await misbehave(way);
    expectError(outcome, code);
    expect(outcome.report.errors[0]?.message).toContain(message);
  });

  it('that blocks its event loop is stopped at the time limit', async () => {
    const outcome = await misbehave('blocks', { timeLimitSeconds: 1 });
    expectError(outcome, 'time-limit');
    expect(outcome.seconds).toBeLessThan(4);
  });

  it('that crashes after its report has done its work', async () => {
    const { report } = await misbehave('reports-and-crashes');
    expect(report.verdict).toBe('PASS');
  });

  it('that is not there is an ERROR', async () => {
    expectError(await run('nowhere.mjs', {}), 'worker-crashed');
  });

  it('leaves its last words, bounded, in worker.log', async () => {
    await misbehave('exits-7');
    expect(readFileSync(join(outDir, 'worker.log'), 'utf8')).toBe('the last words\n');
    await misbehave('chatters');
    const log = readFileSync(join(outDir, 'worker.log'), 'utf8');
    expect(log.endsWith('line 99999\n')).toBe(true);
    expect(log.length).toBeLessThanOrEqual(64 * 1024);
  });
});

describe('an interrupt', () => {
  it('from the caller ends a worker that ignores signals', async () => {
    const abort = new AbortController();
    const outcome = await misbehave('ignores-signals', { signal: abort.signal, onProgress: () => { abort.abort(); } });
    expectError(outcome, 'interrupted');
  });

  it('before the start is honoured', async () => {
    expectError(await misbehave('waits', { signal: AbortSignal.abort() }), 'interrupted');
  });

  it('by SIGTERM is reported, and the door lives on to say so', async () => {
    const outcome = await misbehave('blocks', { onProgress: () => { process.kill(process.pid, 'SIGTERM'); } });
    expectError(outcome, 'interrupted');
    expect(process.listenerCount('SIGHUP')).toBe(0);
  });
});

it('passes progress on, and removes what an earlier run left', async () => {
  writeFileSync(join(outDir, 'report.json'), '{"verdict":"PASS"}');
  const { progress } = await misbehave('reports-and-crashes');
  expect(progress).toEqual([{ model: 'kws', stage: 'facts', done: 0, total: 0, detail: '' }]);
  expect(existsSync(join(outDir, 'report.json'))).toBe(false);
});

it('gives the worker no token and no options of the door', async () => {
  const { report } = await misbehave('tells-its-environment', { env: {
    PATH: process.env.PATH, HOME: '/home/me', PRUNE_GATE_RUNTIME: '/runtime', VK_ICD_FILENAMES: 'icd.json',
    CUDA_VISIBLE_DEVICES: '0', LD_LIBRARY_PATH: '/lib', GITHUB_TOKEN: 'ghs_x', 'INPUT_GITHUB-TOKEN': 'ghs_x',
    ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x', NODE_OPTIONS: '--no-warnings', NPM_TOKEN: 'x',
    HTTPS_PROXY: 'http://user:password@proxy', LD_PRELOAD: 'x.so', AWS_SECRET_ACCESS_KEY: 'x',
  } });
  const names = JSON.parse(report.errors[0]?.message ?? '[]') as string[];
  expect(names.filter((name) => !name.startsWith('NODE_CHANNEL_'))).toEqual(
    ['CUDA_VISIBLE_DEVICES', 'HOME', 'LD_LIBRARY_PATH', 'PATH', 'PRUNE_GATE_RUNTIME', 'TEMP', 'TMP', 'TMPDIR', 'VK_ICD_FILENAMES'],
  );
});

/** The one child of a process, read from /proc. */
function childOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  const worker = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('misbehave.mjs'));
  if (worker === undefined) throw new Error('the worker is not among the children');
  return worker;
}
