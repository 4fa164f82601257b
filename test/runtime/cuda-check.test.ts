/** Driver, CUDA, cuDNN and TensorRT against what the provider library needs, before anything is started. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCuda, versionsText, type CudaCheck } from '../../src/runtime/cuda-check.js';
import { readDynamic } from '../../src/runtime/elf.js';
import { versionOfLibrary } from '../../src/runtime/library-version.js';
import { loadOnnxruntime } from '../../src/runtime/load.js';
import { loaderPlaces, usualFolders } from '../../src/runtime/loader.js';
import { nvidiaDriver, type DriverWords } from '../../src/runtime/nvidia-driver.js';
import { needsOf } from '../../src/runtime/provider-needs.js';
import { CUDA_PROVIDER, elfFile, TENSORRT_PROVIDER, type ElfParts } from './elf-file.js';

const scratch = mkdtempSync(join(tmpdir(), 'prune-gate-cuda-check-'));
afterAll(() => { rmSync(scratch, { recursive: true, force: true }); });

let made = 0;
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, `machine-${String(made++)}`);
  for (const [path, text] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), at);
    else writeFileSync(at, text);
  }
  return folder;
}

/** As NVIDIA's packages lay them out: the soname is a link to a file that has the whole version in its name. */
const versioned = (...names: string[]): Record<string, string> => Object.fromEntries(names.flatMap((name) => {
  const soname = /^.*?\.so\.\d+/u.exec(name)?.[0] ?? name;
  return [[name, ''], [soname, `-> ${name}`]];
}));
const CUDA_13 = versioned('libcudart.so.13.0.96', 'libcublas.so.13.1.0.3', 'libcublasLt.so.13.1.0.3', 'libcurand.so.10.4.0.35');
const CUDNN_9 = versioned('libcudnn.so.9.13.0');
const TENSORRT_10 = versioned('libnvinfer.so.10.13.3', 'libnvonnxparser.so.10.13.3');
const driverLibrary = (version: string): Record<string, string> => ({ [`libcuda.so.${version}`]: '', 'libcuda.so.1': `-> libcuda.so.${version}` });

/** What the machine's tools print. */
const words = (version: string, cuda?: string): DriverWords => ({
  kernel: `NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  ${version}  Release Build  (dvs-builder)\nGCC version: 13.2.0\n`, models: ['NVIDIA H200'],
  list: cuda === undefined ? '' : `NVIDIA H200, ${version}\n`, table: cuda === undefined ? '' : `| NVIDIA-SMI ${version}   Driver Version: ${version}   CUDA Version: ${cuda}  |`,
});
const SILENT: DriverWords = { kernel: '', models: [], list: '', table: '' };
const H200 = words('580.159.04', '13.0');

interface Setup {
  readonly provider?: ElfParts;
  readonly tensorrt?: ElfParts;
  readonly libraries: Readonly<Record<string, string>>;
  readonly driver?: DriverWords;
  /** What `ldconfig -p` prints. */
  readonly cache?: string;
  readonly elsewhere?: string;
  readonly onnxruntime?: string;
}

/** Real files in a folder of the loader's; the loader's cache knows of one library of this machine, so that it is taken for whole. */
function check({ provider = CUDA_PROVIDER, tensorrt, libraries, driver = H200, cache = '\tlibx.so.1 (libc6,x86-64) => /none/libx.so.1\n', elsewhere, onnxruntime = '1.30.0' }: Setup): CudaCheck & { readonly folder: string } {
  const folder = folderOf(libraries);
  mkdirSync(folder, { recursive: true });
  const providers = [...(tensorrt === undefined ? [] : [['tensorrt', tensorrt] as const]), ['cuda', provider] as const].map(([name, parts]) => {
    const path = join(scratch, `provider-${String(made++)}-${name}.so`);
    writeFileSync(path, elfFile(parts));
    return path;
  });
  const needs = needsOf(providers, onnxruntime);
  const places = loaderPlaces({ runpath: needs.runpath, beside: elsewhere === undefined ? [] : [elsewhere], env: { LD_LIBRARY_PATH: folder }, cache, defaults: [], usual: [] });
  return { ...checkCuda(needs, { driver: nvidiaDriver(places, driver), places, onnxruntime }), folder };
}

const problems = ({ mismatches }: CudaCheck): string[] => mismatches.map(({ problem }) => problem);
const WHOLE = { ...driverLibrary('580.159.04'), ...CUDA_13, ...CUDNN_9 };

describe.skipIf(process.platform !== 'linux')('versions before CUDA is started', () => {
  it('that fit are told, with where each was found', () => {
    const { versions, mismatches, unknown, folder } = check({ libraries: WHOLE });
    expect([mismatches, unknown]).toEqual([[], []]);
    expect(versions).toEqual([
      { what: 'driver', found: '580.159.04', where: '/proc/driver/nvidia/version', needs: '580 or newer, for CUDA 13' },
      { what: 'CUDA', found: '13.0.96', where: join(folder, 'libcudart.so.13'), needs: '13' },
      { what: 'cuDNN', found: '9.13.0', where: join(folder, 'libcudnn.so.9'), needs: '9' },
    ]);
    expect(versionsText(versions)).toBe('driver 580.159.04, CUDA 13.0.96, cuDNN 9.13.0');
  });

  it.each<[string, Setup, RegExp, RegExp]>([
    ['no driver', { libraries: { ...CUDA_13, ...CUDNN_9 }, driver: SILENT },
      /^driver: found no NVIDIA driver \(the loader does not find libcuda\.so\.1, the kernel and nvidia-smi tell of none\), needs 580 or newer, for CUDA 13$/u, /docker run --gpus all/u],
    ['a driver whose library did not get into the container', { libraries: { ...CUDA_13, ...CUDNN_9 }, driver: words('580.159.04') },
      /^driver: found 580\.159\.04 \(\/proc\/driver\/nvidia\/version\), and the loader does not find its libcuda\.so\.1$/u, /"compute,utility"/u],
    ['a driver that is too old, by nvidia-smi', { libraries: { ...driverLibrary('535.54.03'), ...CUDA_13, ...CUDNN_9 }, driver: words('535.54.03', '12.2') },
      /^driver: found 535\.54\.03 \(\/proc\/driver\/nvidia\/version\), which runs CUDA up to 12\.2, needs 580 or newer, for CUDA 13$/u, /driver 580 or newer, or give a provider library that was built for CUDA 12/u],
    ['a driver that is too old, by its number', { libraries: { ...driverLibrary('535.54.03'), ...CUDA_13, ...CUDNN_9 }, driver: words('535.54.03') }, /runs CUDA up to 12, needs 580/u, /580/u],
    ['another CUDA', { libraries: { ...driverLibrary('580.159.04'), ...CUDNN_9, ...versioned('libcudart.so.12.9.79', 'libcublas.so.12.9.1.4', 'libcublasLt.so.12.9.1.4', 'libcurand.so.10.3.10.19') } },
      /^CUDA: found 12\.9\.79 \(.*\/libcudart\.so\.12\), needs 13, of which the loader does not find libcublasLt\.so\.13, libcublas\.so\.13, libcudart\.so\.13$/u, /install CUDA 13's libraries .* built for the CUDA that is here/u],
    ['a part of CUDA', { libraries: { ...WHOLE, 'libcurand.so.10': '-> gone' } }, /^CUDA: found 13\.0\.96 .* does not find libcurand\.so\.10$/u, /install CUDA 13/u],
    ['no cuDNN', { libraries: { ...driverLibrary('580.159.04'), ...CUDA_13 } }, /^cuDNN: found none, needs 9, of which the loader does not find libcudnn\.so\.9$/u, /install cuDNN 9/u],
    ['an older cuDNN', { libraries: { ...driverLibrary('580.159.04'), ...CUDA_13, ...versioned('libcudnn.so.8.9.7') } }, /^cuDNN: found 8\.9\.7 \(.*\/libcudnn\.so\.8\), needs 9/u, /install cuDNN 9/u],
    ['no TensorRT', { libraries: WHOLE, tensorrt: TENSORRT_PROVIDER }, /^TensorRT: found none, needs 10, of which the loader does not find libnvinfer\.so\.10, libnvonnxparser\.so\.10$/u, /install TensorRT 10 .* "device: cuda"/u],
    ['a provider library of another onnxruntime', { libraries: WHOLE, onnxruntime: '1.31.0' }, /^provider library: found provider-\d+-cuda\.so of onnxruntime 1\.30\.0, needs 1\.31\.0, as onnxruntime-node is$/u, /onnxruntime-gpu==1\.31\.0/u],
  ])('are a mismatch with %s', (_, setup, problem, fix) => {
    const { mismatches, unknown } = check(setup);
    expect(mismatches).toEqual([{ problem: expect.stringMatching(problem), fix: expect.stringMatching(fix) }]);
    expect(unknown).toEqual([]);
  });

  it('each have their own message where several do not fit', () => {
    expect(problems(check({ libraries: versioned('libcudnn.so.8.9.7'), driver: SILENT })).map((text) => text.split(':')[0])).toEqual(['driver', 'CUDA', 'cuDNN']);
  });

  it('that lie where the loader does not look are found, and the fix is the path to paste', () => {
    const elsewhere = folderOf(CUDNN_9);
    const { mismatches, versions } = check({ libraries: { ...driverLibrary('580.159.04'), ...CUDA_13 }, elsewhere });
    expect(mismatches).toEqual([{ problem: expect.stringContaining(`cuDNN: found 9.13.0 (${elsewhere}/libcudnn.so.9), needs 9`), fix: `add ${elsewhere} to LD_LIBRARY_PATH` }]);
    expect(versions.at(-1)).toMatchObject({ found: '9.13.0', where: `${elsewhere}/libcudnn.so.9` });
  });

  it('of TensorRT are told beside CUDA\'s', () => {
    const { versions, mismatches } = check({ libraries: { ...WHOLE, ...TENSORRT_10 }, tensorrt: TENSORRT_PROVIDER });
    expect([mismatches, versionsText(versions)]).toEqual([[], 'driver 580.159.04, CUDA 13.0.96, cuDNN 9.13.0, TensorRT 10.13.3']);
  });

  it('by the compatibility package count: its libcuda is newer than the kernel\'s driver', () => {
    expect(check({ libraries: { ...driverLibrary('580.65.06'), ...CUDA_13, ...CUDNN_9 }, driver: words('535.54.03') }).mismatches).toEqual([]);
  });

  it.each<[string, Setup, RegExp]>([
    ['the loader\'s cache', { libraries: {}, driver: SILENT, cache: '' }, /whether there is an NVIDIA driver .*whether libcublasLt\.so\.13, .* are there .*whether libcudnn\.so\.9 is there/u],
    ['the driver', { libraries: { ...CUDA_13, ...CUDNN_9, 'libcuda.so.1': '' }, driver: SILENT }, /whether the driver one of an unknown version \(.*libcuda\.so\.1\) runs CUDA 13/u],
    ['a release of onnxruntime among the versions in the library', { libraries: WHOLE, provider: { ...CUDA_PROVIDER, texts: 'dnn.so.9\0x\x001.3.2\0' } }, /^which onnxruntime the provider library was built with$/u],
    ['one in TensorRT\'s, which tells none of its own', { libraries: { ...WHOLE, ...TENSORRT_10 }, tensorrt: { ...TENSORRT_PROVIDER, texts: '\x0010.13.3\0' } }, /^$/u],
    ['what the provider library needs', { libraries: WHOLE, provider: { needed: ['libc.so.6'] } }, /which onnxruntime the provider .*which CUDA the provider .*which CUDA .*which cuDNN/u],
    ['a CUDA of the future', { libraries: { ...WHOLE, ...versioned('libcudart.so.15.0.1') }, driver: words('580.159.04'), provider: { ...CUDA_PROVIDER, needed: ['libcudart.so.15', 'libcuda.so.1'] } }, /^$/u],
  ])('are said to be unknown, and refuse nothing, without %s', (what, setup, told) => {
    const { mismatches, unknown } = check(setup);
    if (what === 'a CUDA of the future') expect(mismatches).toMatchObject([{ problem: expect.stringContaining('up to 13') }]);
    else expect([mismatches, unknown.join(' ')]).toEqual([[], expect.stringMatching(told)]);
  });
});

describe('the version of a library', () => {
  it.each([
    ['the name that its soname is a link to', { ...CUDA_13 }, 'libcudart.so.13', '13.0.96'],
    ['CUDA\'s header, as Python\'s packages have it', { 'lib/libcudart.so.13': '', 'include/cuda_runtime_api.h': '#define CUDART_VERSION  13020\n' }, 'lib/libcudart.so.13', '13.2'],
    ['cuDNN\'s header', { 'lib/libcudnn.so.9': '', 'include/cudnn_version.h': '#define CUDNN_MAJOR 9\n#define CUDNN_MINOR 13\n#define CUDNN_PATCHLEVEL 1\n' }, 'lib/libcudnn.so.9', '9.13.1'],
    ['TensorRT\'s header', { 'lib/libnvinfer.so.10': '', 'include/NvInferVersion.h': '#define NV_TENSORRT_MAJOR 10\n#define NV_TENSORRT_MINOR 9\n#define NV_TENSORRT_PATCH 0\n' }, 'lib/libnvinfer.so.10', '10.9.0'],
    ['its soname alone', { 'lib/libcudnn.so.9': '' }, 'lib/libcudnn.so.9', '9'],
    ['nothing', { 'lib/libcudnn.so': '' }, 'lib/libcudnn.so', undefined],
  ])('is read from %s', (_, files, name, version) => {
    expect(versionOfLibrary(join(folderOf(files as Record<string, string>), name))).toBe(version);
  });
});

describe('the loader', () => {
  it('takes LD_PRELOAD, LD_LIBRARY_PATH, the library\'s own folders and its cache, in this order, and libraries of 64 bits', () => {
    const [first, own] = [folderOf({ 'liba.so.1': '' }), folderOf({ 'liba.so.1': '', 'libb.so.1': '' })];
    const cache = ['libc.so.9 (libc6) => /lib32/libc.so.9', 'libc.so.9 (libc6,x86-64) => /lib64/libc.so.9', 'libb.so.1 (libc6,x86-64) => /lib64/libb.so.1'].map((line) => `\t${line}\n`).join('');
    const { find } = loaderPlaces({ runpath: [own], env: { LD_LIBRARY_PATH: first, LD_PRELOAD: '/opt/libd.so.1' }, cache, defaults: [] });
    expect(['liba.so.1', 'libb.so.1', 'libc.so.9', 'libd.so.1', 'libe.so.1'].map((name) => find(name))).toEqual([join(first, 'liba.so.1'), join(own, 'libb.so.1'), '/lib64/libc.so.9', '/opt/libd.so.1', undefined]);
  });
});

describe('folders that people have CUDA in', () => {
  it('are those of a Python environment, among others', () => {
    const [venv, conda] = [folderOf({ 'lib/python3.12/site-packages/nvidia/cu13/lib/libcudart.so.13': '' }), folderOf({ 'lib/libcudnn.so.9': '' })];
    const usual = usualFolders({ VIRTUAL_ENV: venv, CONDA_PREFIX: conda });
    const { others } = loaderPlaces({ env: {}, cache: '', defaults: [], usual: usual.filter((folder) => folder.startsWith(scratch)) });
    expect([others('libcudart.so.13'), others('libcudnn.so.9')]).toEqual([[join(venv, 'lib/python3.12/site-packages/nvidia/cu13/lib/libcudart.so.13')], [join(conda, 'lib/libcudnn.so.9')]]);
  });
});

describe.skipIf(process.platform !== 'linux')('needs of a provider library', () => {
  it('are those of its ELF file: as readelf shows them of onnxruntime\'s own', () => {
    const { needed, runpath } = readDynamic(join(loadOnnxruntime().folder, 'bin/napi-v6', process.platform, process.arch, 'libonnxruntime.so.1'));
    expect(needed).toEqual(expect.arrayContaining(['libc.so.6', 'libm.so.6', 'libstdc++.so.6']));
    expect(runpath).toEqual(['$ORIGIN']);
  });

  it('hold its own folders, cuDNN that it opens by name, and its release even across the pieces that are read', () => {
    const path = join(scratch, 'far.so');
    const parts = { needed: ['libcudart.so.12'], runpath: '$ORIGIN/../lib:/opt/cuda/lib64' };
    const before = (1 << 20) - elfFile(parts).length;
    writeFileSync(path, elfFile({ ...parts, texts: `${'x'.repeat(before - 9)}\0libcudnn.so.9\0${'y'.repeat((1 << 20) - 8)}\x001.30.0\0` }));
    expect(needsOf([path], '1.30.0')).toEqual({ libraries: ['libcudart.so.12', 'libcudnn.so.9'], runpath: [`${scratch}/../lib`, '/opt/cuda/lib64'], built: { onnxruntime: '1.30.0', file: 'far.so' } });
    expect(needsOf([path], '1.30.0-dev.20260101').built?.onnxruntime).toBe('1.30.0');
  });

  it('of what is no library are an error', () => {
    const path = join(scratch, 'none.so');
    writeFileSync(path, 'abc'.padEnd(100, '\0'));
    expect(() => needsOf([path], '1.30.0')).toThrow('is no 64-bit ELF library');
    writeFileSync(path, 'abc');
    expect(() => needsOf([path], '1.30.0')).toThrow('ends early');
  });
});
