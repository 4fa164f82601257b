import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadOnnxruntime } from '../../src/runtime/load.js';
import { inFolder } from './support.js';

const installed = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));

describe('loading onnxruntime-node', () => {
  afterAll(() => { loadOnnxruntime({}); });

  it("finds it by Node's resolution where no folder is named", () => {
    const { folder, version, ort } = loadOnnxruntime({});
    expect(folder).toBe(installed);
    expect(version).toMatch(/^\d+\.\d+\.\d+/u);
    expect(ort.listSupportedBackends().map(({ name }) => name)).toContain('cpu');
  });

  it('leaves Float16Array as it is, where Node has one', () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'Float16Array');
    loadOnnxruntime({ PRUNE_GATE_RUNTIME: installed });
    expect(Object.getOwnPropertyDescriptor(globalThis, 'Float16Array')).toEqual(before);
  });

  it('takes the package folder itself, and a folder whose node_modules hold it', () => inFolder(async (folder) => {
    expect(loadOnnxruntime({ PRUNE_GATE_RUNTIME: installed }).folder).toBe(installed);
    await mkdir(join(folder, 'node_modules'));
    await symlink(installed, join(folder, 'node_modules', 'onnxruntime-node'), 'junction');
    expect(loadOnnxruntime({ PRUNE_GATE_RUNTIME: folder }).version).toBe(loadOnnxruntime({}).version);
  }));

  it('says where it looked, and what to install', () => inFolder(async (folder) => {
    expect(() => loadOnnxruntime({ PRUNE_GATE_RUNTIME: join(folder, 'nothing') })).toThrow(expect.objectContaining({
      code: 'runtime-missing', where: join(folder, 'nothing'), fix: expect.stringContaining('npm install onnxruntime-node'),
    }));
  }));

  it('tells a package that is there from one that does not load', () => inFolder(async (folder) => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'onnxruntime-node', main: 'index.js' }));
    await writeFile(join(folder, 'index.js'), 'require("./bin/missing.node")');
    expect(() => loadOnnxruntime({ PRUNE_GATE_RUNTIME: folder })).toThrow(expect.objectContaining({ code: 'runtime-broken', where: folder }));
  }));
});
