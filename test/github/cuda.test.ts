/** CUDA's libraries are fetched for CUDA alone, kept, and compared. npm is a stand-in whose install script writes them. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obtainCuda } from '../../src/github/cuda.js';

const PATH = process.env.PATH ?? '';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-cuda-test-'));
  for (const name of ['assets', 'temp', 'tools', 'bin', 'runtime', 'workspace', 'given']) mkdirSync(join(folder, name));
  for (const name of ['package.json', 'package-lock.json']) writeFileSync(join(folder, 'assets', name), '{}');
  vi.stubEnv('RUNNER_TEMP', join(folder, 'temp'));
  vi.stubEnv('RUNNER_TOOL_CACHE', join(folder, 'tools'));
  vi.stubEnv('PATH', `${join(folder, 'bin')}${delimiter}${PATH}`);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const BINARIES = `node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}`;

/** `rebuild` runs the package's install script, as npm does. */
function npmWhoseScript(script: string): void {
  writeFileSync(join(folder, 'bin/npm'), `#!${process.execPath}
    const fs = require('node:fs');
    fs.appendFileSync(${JSON.stringify(join(folder, 'calls'))}, process.argv[2] + ' ' + (process.env.ONNXRUNTIME_NODE_INSTALL ?? '') + '\\n');
    fs.mkdirSync('${BINARIES}', { recursive: true });
    if (process.argv[2] === 'rebuild') { ${script} }
  `);
  chmodSync(join(folder, 'bin/npm'), 0o755);
}

const FETCHES = `for (const name of ['cuda', 'shared']) fs.writeFileSync('${BINARIES}/libonnxruntime_providers_' + name + '.so', name);`;
const calls = (): string[] => existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [];
const obtain = (device: string | undefined, givenPath = ''): Promise<string | undefined> =>
  obtainCuda({ assets: join(folder, 'assets'), runtime: join(folder, 'runtime/node_modules/onnxruntime-node'), workspace: join(folder, 'workspace'), givenPath, device, version: '1.30.0' });

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('CUDA libraries', () => {
  it.each([undefined, 'auto', 'cpu', 'webgpu'])('are not fetched for device %s', async (device) => {
    npmWhoseScript(FETCHES);
    expect(await obtain(device)).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  it('are fetched once with the install script, kept with their hashes, and fetched again where they are others by then', async () => {
    npmWhoseScript(FETCHES);
    const first = await obtain('cuda') ?? '';
    expect(readdirSync(first).filter((name) => !name.endsWith('.complete'))).toEqual(['libonnxruntime_providers_cuda.so', 'libonnxruntime_providers_shared.so', 'sha256.json']);
    expect(calls()).toEqual(['ci ', 'rebuild cuda12']);
    expect(await obtain('tensorrt')).toBe(first);
    expect(calls()).toHaveLength(2);
    writeFileSync(join(first, 'libonnxruntime_providers_cuda.so'), 'another');
    expect(readFileSync(join(await obtain('cuda') ?? '', 'libonnxruntime_providers_cuda.so'), 'utf8')).toBe('cuda');
    expect(calls()).toHaveLength(4);
  });

  it('are used where the tool cache cannot be written', async () => {
    npmWhoseScript(FETCHES);
    writeFileSync(join(folder, 'file'), '');
    vi.stubEnv('RUNNER_TOOL_CACHE', join(folder, 'file'));
    expect(readFileSync(join(await obtain('cuda') ?? '', 'libonnxruntime_providers_cuda.so'), 'utf8')).toBe('cuda');
  });

  it('are taken from a folder, or from beside a given runtime', async () => {
    npmWhoseScript(FETCHES);
    expect(await obtain('cuda', '/opt/cuda')).toBe('/opt/cuda');
    mkdirSync(join(folder, 'runtime', BINARIES), { recursive: true });
    writeFileSync(join(folder, 'runtime', BINARIES, 'libonnxruntime_providers_cuda.so'), '');
    expect(await obtain('cuda')).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  it('are not taken from the checkout, however one gets there', async () => {
    const [workspace, given] = [join(folder, 'workspace'), join(folder, 'given')];
    mkdirSync(join(workspace, 'libraries'));
    writeFileSync(join(workspace, 'libraries/libonnxruntime_providers_cuda.so'), 'evil');
    symlinkSync(join(workspace, 'libraries'), join(folder, 'link'));
    expect(await obtain('cuda', given)).toBe(given);
    symlinkSync(join(workspace, 'libraries/libonnxruntime_providers_cuda.so'), join(given, 'libonnxruntime_providers_cuda.so'));
    for (const path of [workspace, join(workspace, 'libraries'), join(workspace, 'not-there'), join(folder, 'link'), given]) {
      await expect(obtain('cuda', path)).rejects.toMatchObject({ code: 'cuda-libraries-untrusted', fix: expect.stringContaining('outside of the checkout') });
    }
    expect(await obtain('cuda', `${workspace}-libraries`)).toBe(`${workspace}-libraries`);
  });

  it.each([
    ['the feed is out of reach', 'process.stderr.write("Error: getaddrinfo ENOTFOUND feed"); process.exit(1);', /ENOTFOUND feed/u],
    ['the script brings none', '', /brought none/u],
  ])('are an ERROR with the fix where %s', async (_, script, words) => {
    npmWhoseScript(script);
    await expect(obtain('cuda')).rejects.toMatchObject({ code: 'cuda-libraries-missing', message: expect.stringMatching(words), fix: expect.stringContaining('cuda-path') });
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });
});
