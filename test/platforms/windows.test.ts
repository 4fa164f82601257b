/** The bundle on Windows, as Wine has it: drive letters, backslashes, names in any letter case, and onnxruntime's build for it. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../src/report/types.js';
import { buildAction } from '../e2e/bundle.js';
import { payloadOf, runStep, type StepResult } from '../e2e/job.js';
import { removeTemporaries, temporary } from '../e2e/temporary.js';
import { withStandIn } from '../github/stand-in.js';
import { writeTinyRepository } from '../pipeline/tiny-repository.js';
import { judged, onPlatform, reportIn, root, runCli, type Ended } from './platform.js';

const MINUTES = 60_000;
const PICTURE = 'grey.png';

/** Wine has the root of this machine as a drive. */
const windows = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Seen twice in sixty runs with Wine 8 on a busy machine: a process that is done, and does not end. Its launcher kills it then, and it is started again. */
async function unlessStuck<T>(start: () => Promise<T>, codeOf: (ended: T) => number | null): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const ended = await start();
    if (codeOf(ended) !== 128 + 9 || attempt === 3) return ended;
  }
}

onPlatform('win32-x64', 'under Wine', (node) => {
  let action: string;
  let apiUrl: string;
  let workspace: string;
  let policy: string;

  beforeAll(async () => {
    action = buildAction();
    workspace = temporary('repository');
    await writeTinyRepository(workspace);
    policy = readFileSync(join(workspace, '.github/prune-gate.yml'), 'utf8');
  }, 2 * MINUTES);
  afterAll(removeTemporaries);
  withStandIn((_, url) => { apiUrl = url; });

  const cli = (args: readonly string[], cwd = workspace): Promise<Ended> =>
    unlessStuck(() => runCli(node, [windows(join(action, 'dist/cli.js')), ...args], cwd, windows(root)), ({ code }) => code);
  const step = (inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
    unlessStuck(() => runStep({ action, node, apiUrl, event: 'workflow_dispatch', payload: payloadOf('workflow_dispatch'), workspace, inputs, pathOf: windows }), ({ exitCode }) => exitCode);

  it('judges a model called nul, from a folder below and with a policy that has Windows\' ends of lines, as this machine does', async () => {
    const [there, here] = [join(workspace, 'there'), join(workspace, 'here')];
    writeFileSync(join(workspace, '.github/windows.yml'), policy.replaceAll('name: tiny', 'name: nul').replaceAll('\n', '\r\n'));
    await runCli(process.execPath, [join(action, 'dist/cli.js'), 'run', '--policy', '.github/windows.yml', '--out', here], workspace, root);
    const ended = await cli(['run', '--workspace', '..', '--policy', '..\\.github\\windows.yml', '--out', '..\\there'], join(workspace, 'data'));
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('prune-gate: PASS') });
    const report = reportIn(there);
    expect(report).toMatchObject({ environment: { os: expect.stringMatching(/^win32 /u), arch: 'x64', onnxruntime: '1.30.0' }, policy: { path: '.github/windows.yml' } });
    // Windows has no folder of the model's name.
    expect(report.models[0]).toMatchObject({ proof: { holds: true }, files: { model: expect.stringMatching(/^nul-[0-9a-f]{8}\/model\.onnx$/u) } });
    expect(judged(report)).toEqual(judged(reportIn(here)));
  }, 5 * MINUTES);

  it('inspects a model that is named as one types it there', async () => {
    expect(await cli(['inspect', 'models\\tiny.onnx'])).toMatchObject({ code: 0, stdout: expect.stringContaining('models/tiny.onnx') });
  }, 5 * MINUTES);

  it('reads a CSV with Windows\' ends of lines as others read one with theirs', async () => {
    const rows = ['x,device,y', ...Array.from({ length: 40 }, (_, row) => `${row},${row % 3},${row % 4}`)];
    for (const [name, end] of [['dos', '\r\n'], ['unix', '\n']] as const) {
      writeFileSync(join(workspace, `data/${name}.csv`), rows.join(end));
      writeFileSync(join(workspace, `${name}.yml`), policy.replaceAll('data/heldout.npz', `data/${name}.csv`));
    }
    const said = (text: string): string => text.replaceAll(/dos|unix/gu, 'a').replaceAll(/\s+/gu, ' ').replace(/ prune-gate 0.*/u, '');
    const there = said((await cli(['validate', '--policy', 'dos.yml'])).stdout);
    expect(there).toContain('data/a.csv');
    expect(there).toBe(said((await runCli(process.execPath, [join(action, 'dist/cli.js'), 'validate', '--policy', 'unix.yml'], workspace, root)).stdout));
  }, 5 * MINUTES);

  it('lists a folder of images as others do', async () => {
    for (const name of ['a', 'b']) {
      mkdirSync(join(workspace, 'data/pictures', name), { recursive: true });
      copyFileSync(join(root, 'test/data/fixtures/images', PICTURE), join(workspace, 'data/pictures', name, PICTURE));
    }
    writeFileSync(join(workspace, 'pictures.yml'), policy.replaceAll('heldout: { path: data/heldout.npz, inputs: { x: x }, target: y, slices: [device] }', 'heldout: { path: data/pictures }'));
    const said = (text: string): unknown => (JSON.parse(text) as Report).models.map(({ errors, provenance }) => ({ errors, provenance }));
    const [there, here] = [(await cli(['validate', '--json', '--policy', 'pictures.yml'])).stdout, (await runCli(process.execPath, [join(action, 'dist/cli.js'), 'validate', '--json', '--policy', 'pictures.yml'], workspace, root)).stdout];
    expect(there).not.toContain('path-outside');
    expect(said(there)).toEqual(said(here));
  }, 5 * MINUTES);

  it('refuses paths that Windows takes for something else', async () => {
    const paths = ['data/NUL', 'data/heldout.npz.', 'data/heldout.npz:x', '.git::$INDEX_ALLOCATION/config', 'data\\heldout.npz', 'C:/data.npz'];
    const models = paths.map((path, at) => policy.slice(policy.indexOf('  - name')).replace('name: tiny', `name: m${at}`).replace('data/heldout.npz', path));
    writeFileSync(join(workspace, 'many.yml'), `version: 1\nmodels:\n${models.join('')}`);
    const { code, stdout } = await cli(['validate', '--json', '--policy', 'many.yml']);
    const [problem] = (JSON.parse(stdout) as Report).errors;
    expect([code, problem?.code]).toEqual([2, 'policy-invalid']);
    for (const said of ['"NUL" is a device', '"heldout.npz." ends in a dot', '"heldout.npz:x" holds a `:`', '".git::$INDEX_ALLOCATION" holds a `:`', 'found `\\`', 'found an absolute one']) {
      expect(problem?.message).toContain(said);
    }
  }, 5 * MINUTES);

  it('refuses a name in another letter case, which git has not', async () => {
    writeFileSync(join(workspace, 'case.yml'), policy.replaceAll('data/heldout.npz', 'Data/HELDOUT.npz'));
    expect((await cli(['validate', '--json', '--policy', 'case.yml'])).stdout).toContain('the file\'s name is `data/heldout.npz`');
  }, 5 * MINUTES);

  it('judges as the action does, with Windows\' folders for workspace, temporary files and runtime', async () => {
    const { exitCode, log, report, outputs, summary } = await step();
    expect(log).not.toContain('::error');
    expect({ exitCode, verdict: report?.verdict }).toEqual({ exitCode: 0, verdict: 'PASS' });
    expect(report?.environment?.os).toMatch(/^win32 /u);
    expect(outputs.get('model-path')).toBe(windows(join(workspace, 'prune-gate-out/tiny/model.onnx')));
    expect(summary).toContain('## prune-gate: PASS');
  }, 5 * MINUTES);

  it('says what to do where there is neither npm nor a runtime', async () => {
    const { exitCode, report } = await step({ 'runtime-path': '' });
    expect({ exitCode, errors: report?.errors }).toMatchObject({ exitCode: 2, errors: [{ code: 'npm-missing', fix: expect.stringContaining('runtime-path') }] });
  }, 5 * MINUTES);
});
