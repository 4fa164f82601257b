/** For every platform: the native files that the action takes, each by its sha256, or a refusal that names the platforms there are. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import * as build from '../../scripts/build/runtime.mjs';
import { platformName, readHashes } from '../../src/github/runtime/hashes.js';

const { runtimeFiles } = build as { runtimeFiles: (root: string) => Map<string, string> };
const root = join(import.meta.dirname, '../..');
const NATIVE = 'onnxruntime-node/bin/napi-v6';

let assets: string;
beforeAll(() => {
  assets = mkdtempSync(join(tmpdir(), 'prune-gate-platforms-'));
  for (const [name, text] of runtimeFiles(root)) writeFileSync(join(assets, name), text);
});
afterAll(() => { rmSync(assets, { recursive: true }); });

/** What each operating system's onnxruntime consists of, beside the binding that Node loads. */
const LIBRARIES = {
  linux: ['libonnxruntime.so.1'],
  win32: ['DirectML.dll', 'dxcompiler.dll', 'dxil.dll', 'onnxruntime.dll'],
  darwin: ['libonnxruntime.1.30.0.dylib', 'libonnxruntime.1.dylib'],
} as const;

/** ELF e_machine, COFF machine, Mach-O cputype: the processor that a binary is for. */
const MACHINES: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'linux-x64': (bytes) => bytes.readUInt16LE(18) === 0x3e,
  'linux-arm64': (bytes) => bytes.readUInt16LE(18) === 0xb7,
  'win32-x64': (bytes) => bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4) === 0x8664,
  'win32-arm64': (bytes) => [0xaa64, 0xa64e, 0xa641].includes(bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4)),
  'darwin-arm64': (bytes) => bytes.readUInt32LE(0) === 0xfeedfacf && bytes.readUInt32LE(4) === 0x0100000c,
};

describe.each([['linux', 'x64'], ['linux', 'arm64'], ['win32', 'x64'], ['win32', 'arm64'], ['darwin', 'arm64']] as const)('%s on %s', (platform, arch) => {
  const name = platformName({ platform, arch, glibc: true });
  const folder = `${NATIVE}/${platform}/${arch}`;

  it('takes the binding that onnxruntime-node loads there and its libraries, and no other platform\'s', async () => {
    const { files } = await readHashes(assets, name);
    const native = [...files.keys()].filter((path) => path.startsWith(`${NATIVE}/`));
    expect(native.sort()).toEqual([...LIBRARIES[platform], 'onnxruntime_binding.node'].map((file) => `${folder}/${file}`).sort());
    expect(readFileSync(join(root, 'node_modules/onnxruntime-node/dist/binding.js'), 'utf8')).toContain('../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node');
  });

  it('has them by the sha256 of what npm has, built for that processor', async () => {
    const { files } = await readHashes(assets, name);
    for (const path of [...files.keys()].filter((one) => one.startsWith(folder))) {
      const bytes = readFileSync(join(root, 'node_modules', path));
      expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, files.get(path)]);
      expect([path, MACHINES[name]?.(bytes)]).toEqual([path, true]);
    }
  });
});

it.each([
  ['win32', 'ia32', true], ['linux', 'arm', true], ['linux', 'ppc64', true], ['darwin', 'x64', true], ['freebsd', 'x64', true],
  // Alpine.
  ['linux', 'x64', false], ['linux', 'arm64', false],
])('%s on %s (glibc: %s) is refused, with the platforms that there are', async (platform, arch, glibc) => {
  const name = platformName({ platform, arch, glibc });
  await expect(readHashes(assets, name)).rejects.toMatchObject({
    code: 'platform-unsupported', message: expect.stringContaining(`no build for ${platform}-${arch}`),
    fix: expect.stringMatching(/darwin-arm64, linux-arm64, linux-x64, win32-arm64, win32-x64; Linux with glibc/u),
  });
  if (platform === 'linux' && !glibc) expect(name).toContain('musl');
});

it('knows this machine', () => {
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  const musl = process.platform === 'linux' && header.glibcVersionRuntime === undefined;
  expect(platformName().startsWith(`${process.platform}-${process.arch}`)).toBe(true);
  expect(platformName().includes('musl')).toBe(musl);
  expect(createRequire(import.meta.url)('onnxruntime-node')).toHaveProperty('InferenceSession');
});
