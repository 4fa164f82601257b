/** Obtaining onnxruntime-node: npm is a script that copies what these tests have installed. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import * as build from '../../scripts/build/runtime.mjs';
import { saveEntry } from '../../src/github/cache/entry.js';
import { obtainRuntime } from '../../src/github/runtime.js';
import { ActionsService } from './actions-service.js';

const { runtimeFiles } = build as { runtimeFiles: (root: string) => Map<string, string> };
const root = join(import.meta.dirname, '../..');
const ASSETS = runtimeFiles(root);
const platform = `onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`;
const binding = join('node_modules', platform, 'onnxruntime_binding.node');
const PATH = process.env.PATH ?? '';

let folder: string;
let assets: string;
let printed: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-runtime-test-'));
  assets = join(folder, 'assets');
  for (const name of ['assets', 'temp', 'tools', 'bin', 'workspace']) mkdirSync(join(folder, name));
  for (const [name, text] of ASSETS) writeFileSync(join(assets, name), text);
  vi.stubEnv('RUNNER_TEMP', join(folder, 'temp'));
  vi.stubEnv('RUNNER_TOOL_CACHE', join(folder, 'tools'));
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${PATH}`);
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed += String(text); return true; });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** An npm that notes how it was called and then runs `script` (JavaScript; the working folder is where to install). */
function npmThat(script: string): void {
  writeFileSync(join(folder, 'bin/npm'), `#!${process.execPath}
    const fs = require('node:fs');
    fs.appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify([process.argv.slice(2), Object.keys(process.env), fs.readdirSync('.')]) + '\\n');
    const real = (name) => fs.cpSync(${JSON.stringify(join(root, 'node_modules'))} + '/' + name, 'node_modules/' + name, { recursive: true });
    fs.mkdirSync('node_modules');
    ${script}
  `);
  chmodSync(join(folder, 'bin/npm'), 0o755);
}

const INSTALL = `real('onnxruntime-common'); for (const name of ['package.json', 'dist', 'bin/napi-v6/${process.platform}/${process.arch}']) real('onnxruntime-node/' + name);`;

const calls = (): [string[], string[], string[]][] => existsSync(join(folder, 'calls'))
  ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as [string[], string[], string[]]) : [];

const obtain = (givenPath = '', workspace = join(folder, 'checkout')): Promise<string> => obtainRuntime({ assets, givenPath, workspace });

describe.skipIf(process.platform === 'win32')('from npm (its stand-in is a script for Unix)', () => {
  it('installs by the lockfile without scripts or secrets, keeps this platform alone, and keeps it for the next job', async () => {
    npmThat(INSTALL);
    vi.stubEnv('INPUT_GITHUB-TOKEN', 'secret');
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', 'secret');
    const found = await obtain();
    expect(found.startsWith(join(folder, 'tools'))).toBe(true);
    expect(existsSync(join(found, binding))).toBe(true);
    expect(existsSync(join(found, 'node_modules/adm-zip'))).toBe(false);
    expect(existsSync(join(found, 'node_modules/onnxruntime-node/dist/index.d.ts'))).toBe(false);
    const [[argv, names, files]] = calls() as [[string[], string[], string[]]];
    expect(argv).toEqual(expect.arrayContaining(['ci', '--ignore-scripts']));
    expect(names.filter((name) => /^(?:INPUT_|ACTIONS_)/u.test(name))).toEqual([]);
    expect(files.sort()).toEqual(['package-lock.json', 'package.json']);
    expect(await obtain()).toBe(found);
    expect(calls()).toHaveLength(1);
    expect(printed).toContain('from the tool cache');
  });

  it('passes over a tool cache whose library was changed, and replaces it', async () => {
    npmThat(INSTALL);
    const found = await obtain();
    writeFileSync(join(found, binding), 'something else');
    expect(await obtain()).toBe(found);
    expect(calls()).toHaveLength(2);
    expect(printed).toMatch(/::notice title=prune-gate::onnxruntime-node from the tool cache is not used: .*onnxruntime_binding\.node has the sha256/u);
    expect(readFileSync(join(found, binding)).equals(readFileSync(join(root, binding)))).toBe(true);
  });

  it('passes over a tool cache with a library too many', async () => {
    npmThat(INSTALL);
    const found = await obtain();
    writeFileSync(join(found, 'node_modules', platform, 'libextra.so'), 'x');
    await obtain();
    expect(printed).toContain('libextra.so does not belong there');
    expect(calls()).toHaveLength(2);
  });

  it('stays in the temporary folder where the tool cache cannot be written', async () => {
    npmThat(INSTALL);
    vi.stubEnv('RUNNER_TOOL_CACHE', join(folder, 'bin/npm'));
    const found = await obtain();
    expect(found).toBe(join(folder, 'temp/prune-gate-runtime'));
    expect(printed).toContain('not kept in the tool cache');
  });

  it('is an ERROR where npm brings something else', async () => {
    npmThat(`${INSTALL} fs.writeFileSync('node_modules/onnxruntime-node/dist/index.js', 'evil()');`);
    await expect(obtain()).rejects.toMatchObject({ code: 'runtime-mismatch', message: expect.stringContaining('dist/index.js has the sha256') });
  });

  it('follows no link that npm might bring, and takes nothing from where it leads', async () => {
    const elsewhere = join(folder, 'elsewhere');
    npmThat(`${INSTALL} fs.renameSync('node_modules', ${JSON.stringify(elsewhere)}); fs.symlinkSync(${JSON.stringify(elsewhere)}, 'node_modules');`);
    await expect(obtain()).rejects.toMatchObject({ code: 'runtime-mismatch' });
    expect(existsSync(join(elsewhere, 'onnxruntime-node/package.json'))).toBe(true);
  });

  it('passes on what npm complained about', async () => {
    npmThat('process.stderr.write("npm error code E404\\nnpm error nothing there"); process.exit(1);');
    await expect(obtain()).rejects.toMatchObject({ code: 'npm-failed', message: expect.stringContaining('npm error code E404') });
    expect(existsSync(join(folder, 'temp/prune-gate-runtime'))).toBe(false);
  });

  it('says so where there is no npm', async () => {
    vi.stubEnv('PATH', join(folder, 'bin'));
    // Beside a Node without npm, as a runner's own may be.
    vi.spyOn(process, 'execPath', 'get').mockReturnValue(join(folder, 'bin/node'));
    await expect(obtain()).rejects.toMatchObject({ code: 'npm-missing', fix: expect.stringContaining('runtime-path') });
  });
});

describe.skipIf(process.platform === 'win32')('from the repository\'s cache', () => {
  let service: ActionsService;

  beforeEach(async () => {
    service = new ActionsService();
    await service.start();
    for (const [name, value] of Object.entries(service.env())) vi.stubEnv(name, value);
    npmThat(INSTALL);
    await obtain();
    rmSync(join(folder, 'tools'), { recursive: true });
    mkdirSync(join(folder, 'tools'));
  });
  afterEach(() => service.stop());

  const library = (found: string): Buffer => readFileSync(join(found, binding));
  const genuine = (): Buffer => readFileSync(join(root, binding));

  it('is what the first job saved, and npm is not asked again; a damaged entry is passed over', async () => {
    expect(service.entries.map(({ key }) => key)).toEqual([expect.stringMatching(/^prune-gate-runtime-1\.\d+\.\d+-[a-z0-9]+-[a-z0-9]+-[0-9a-f]{16}$/u)]);
    expect(library(await obtain()).equals(genuine())).toBe(true);
    expect(calls()).toHaveLength(1);
    expect(printed).toContain('from the cache');
    rmSync(join(folder, 'tools'), { recursive: true });
    for (const entry of service.entries) entry.bytes = entry.bytes.subarray(0, entry.bytes.length / 2);
    expect(library(await obtain()).equals(genuine())).toBe(true);
    expect(calls()).toHaveLength(2);
    expect(printed).toContain('the cache is not used');
  });

  it('is passed over where a pull request put another library under the key, in its own scope', async () => {
    service.ref = 'refs/pull/7/merge';
    rmSync(join(folder, 'temp'), { recursive: true });
    mkdirSync(join(folder, 'temp/poison', dirname(binding)), { recursive: true });
    writeFileSync(join(folder, 'temp/poison', binding), 'evil');
    await saveEntry({ key: service.entries[0]?.key ?? '', what: 'poison', temp: join(folder, 'temp'), env: service.env() }, join(folder, 'temp/poison'), [binding]);
    expect(library(await obtain()).equals(genuine())).toBe(true);
    expect(calls()).toHaveLength(2);
    expect(printed).toMatch(/from the cache is not used: .* is missing/u);
  });
});

describe('from a folder', () => {
  it.each(['node_modules', '.', 'node_modules/onnxruntime-node'])('takes %s of an installation', async (path) => {
    expect(await obtain(join(root, path))).toBe(join(root, 'node_modules/onnxruntime-node'));
    expect(calls()).toEqual([]);
  });

  it('may hold more, device libraries for instance', async () => {
    for (const name of ['onnxruntime-common', 'onnxruntime-node/package.json', 'onnxruntime-node/dist', platform]) {
      cpSync(join(root, 'node_modules', name), join(folder, 'workspace/node_modules', name), { recursive: true });
    }
    writeFileSync(join(folder, 'workspace/node_modules', platform, 'libonnxruntime_providers_cuda.so'), 'x');
    expect(await obtain(join(folder, 'workspace'))).toBe(join(folder, 'workspace/node_modules/onnxruntime-node'));
    // In the checkout it may not: every pull request could put one there.
    await expect(obtain(join(folder, 'workspace'), folder)).rejects.toMatchObject({ code: 'runtime-mismatch', message: expect.stringMatching(/libonnxruntime_providers_cuda\.so does not belong there, in a checkout/u) });
    rmSync(join(folder, 'workspace/node_modules', platform, 'libonnxruntime_providers_cuda.so'));
    expect(await obtain(join(folder, 'workspace'), folder)).toBe(join(folder, 'workspace/node_modules/onnxruntime-node'));
    rmSync(join(folder, 'workspace', dirname(binding), 'onnxruntime_binding.node'));
    await expect(obtain(join(folder, 'workspace'))).rejects.toMatchObject({ code: 'runtime-mismatch', message: expect.stringContaining('is missing') });
  });

  it('that holds none is an ERROR with the command that fills it', async () => {
    await expect(obtain(join(folder, 'workspace'))).rejects.toMatchObject({ code: 'runtime-missing', fix: expect.stringContaining('npm install --ignore-scripts') });
  });
});

it('says which platforms there are where this one is not', async () => {
  const path = join(assets, 'sha256.json');
  const hashes = JSON.parse(readFileSync(path, 'utf8')) as { platforms: Record<string, unknown> };
  hashes.platforms = { 'plan9-mips': {} };
  writeFileSync(path, JSON.stringify(hashes));
  await expect(obtain()).rejects.toMatchObject({ code: 'platform-unsupported', fix: expect.stringContaining('plan9-mips') });
});
