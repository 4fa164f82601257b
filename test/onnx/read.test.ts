import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { makeNode } from '../../src/onnx/graph.js';
import { ModelProtoSchema, StringStringEntryProtoSchema, type TensorProto, TensorProto_DataLocation, TensorProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import type { Model } from '../../src/onnx/ir.js';
import { decodeModel, readModel } from '../../src/onnx/read.js';
import { encodeModel, writeModel } from '../../src/onnx/write.js';
import { chain } from './models.js';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'prune-gate-read-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

async function codeOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return 'none';
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UserError);
    return (thrown as UserError).code;
  }
}

/** A model whose one weight (2 x 2 floats) is told by the caller. */
function withTensor(fields: Partial<TensorProto>): Uint8Array {
  const message = fromBinary(ModelProtoSchema, encodeModel(chain(2, 1)));
  message.graph?.initializer.splice(0, 1, Object.assign(create(TensorProtoSchema, { name: 'w0', dims: [2n, 2n], dataType: 1 }), fields));
  return toBinary(ModelProtoSchema, message);
}

function external(entries: Record<string, string>): Uint8Array {
  const externalData = Object.entries(entries).map(([key, value]) =>
    create(StringStringEntryProtoSchema, { key, value: new TextEncoder().encode(value) }));
  return withTensor({ dataLocation: TensorProto_DataLocation.EXTERNAL, externalData });
}

describe('readModel refuses, naming the file', () => {
  it('what is not there, no file, or never ends', async () => {
    expect(await codeOf(() => readModel(join(folder, 'none.onnx')))).toBe('model-not-found');
    expect(await codeOf(() => readModel(folder))).toBe('model-not-found');
    await expect(readModel(join(folder, 'none.onnx'))).rejects.toMatchObject({ where: join(folder, 'none.onnx') });
  });

  it.skipIf(process.platform === 'win32')('a named pipe, without waiting for it (needs mkfifo)', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.onnx')]);
    expect(await codeOf(() => readModel(join(folder, 'pipe.onnx')))).toBe('model-not-found');
  });

  it('files past 2 GiB, from their size alone', async () => {
    const file = await open(join(folder, 'huge.onnx'), 'w');
    await file.truncate(2 ** 31);
    await file.close();
    expect(await codeOf(() => readModel(join(folder, 'huge.onnx')))).toBe('model-too-large');
  });

  it('a model outside the root, by link too', async () => {
    await mkdir(join(folder, 'work'));
    await writeModel(chain(2, 1), join(folder, 'outside.onnx'));
    await symlink(join(folder, 'outside.onnx'), join(folder, 'work', 'link.onnx'));
    expect(await codeOf(() => readModel(join(folder, 'work', 'link.onnx'), { root: join(folder, 'work') }))).toBe('model-outside');
    expect(await codeOf(() => readModel(join(folder, 'work', 'link.onnx'), { root: folder }))).toBe('none');
  });

  it.each([
    ['not-onnx', 'a text file', 'hello, this is a README and no model\n'], ['not-onnx', 'JSON', '{"model": 1}'],
    ['not-onnx', 'HTML', '\n <!DOCTYPE html><p>404'], ['not-onnx', 'gzip', '\u001f\u008b\u0008\u0000'], ['not-onnx', 'TensorFlow Lite', '\u001c\u0000\u0000\u0000TFL3'],
    ['not-onnx', 'HDF5', '\u0089HDF\r\n'], ['not-onnx', 'pickle', '\u0080\u0004\u0095'],
    ['not-onnx', 'safetensors', '\u0050\u0000\u0000\u0000\u0000\u0000\u0000\u0000{"a":{}}'],
    ['lfs-pointer', '', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'],
  ])('%s: %s', async (code, looks, text) => {
    const path = join(folder, 'm.onnx');
    await writeFile(path, Buffer.from(text, 'latin1'));
    const thrown: unknown = await readModel(path).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code, where: path });
    expect((thrown as UserError).message).toContain(looks);
  });
});

describe('decodeModel refuses', () => {
  it('data that does not fit the shape, in raw and typed fields', async () => {
    expect(await codeOf(() => decodeModel(withTensor({ rawData: new Uint8Array(16) })))).toBe('none');
    expect(await codeOf(() => decodeModel(withTensor({ rawData: new Uint8Array(20) })))).toBe('tensor-size');
    expect(await codeOf(() => decodeModel(withTensor({ floatData: [1, 2, 3, 4] })))).toBe('none');
    expect(await codeOf(() => decodeModel(withTensor({ floatData: [1, 2, 3] })))).toBe('tensor-size');
    expect(await codeOf(() => decodeModel(withTensor({ int32Data: [1, 2, 3, 4] })))).toBe('tensor-size');
    expect(await codeOf(() => decodeModel(withTensor({ dims: [2n ** 40n, 2n ** 40n], rawData: new Uint8Array(0) })))).toBe('tensor-dims');
    expect(await codeOf(() => decodeModel(withTensor({ dims: [-1n, 4n] })))).toBe('tensor-dims');
  });

  it('more than one definition of a name', async () => {
    const model = chain(2, 2);
    const [first, second] = model.graph.nodes;
    const twice = { ...model, graph: { ...model.graph, nodes: [first, { ...second, outputs: ['h0'] }] } } as Model;
    expect(await codeOf(() => decodeModel(encodeModel(twice)))).toBe('graph-duplicate');
    const message = fromBinary(ModelProtoSchema, encodeModel(model));
    message.graph?.initializer.push(...message.graph.initializer);
    expect(await codeOf(() => decodeModel(toBinary(ModelProtoSchema, message)))).toBe('graph-duplicate');
  });

  it('names that are no UTF-8', async () => {
    const bytes = encodeModel(chain(2, 1));
    bytes.set([0xff, 0xff], Buffer.from(bytes).indexOf('layer0'));
    expect(await codeOf(() => decodeModel(bytes))).toBe('model-corrupt');
  });

  it('an operator set too old, absent, or absurd, and no graph', async () => {
    const model = chain(2, 1);
    const under = (domain: string, version: number) => codeOf(() => decodeModel(encodeModel({ ...model, opsets: new Map([[domain, version]]) })));
    expect(await under('', 6)).toBe('opset-unsupported');
    expect(await under('com.example', 1)).toBe('opset-unsupported');
    expect(await under('', 9999)).toBe('opset-unsupported');
    expect(await under('', 7)).toBe('none');
    expect(await under('', 40)).toBe('none');
    expect(await codeOf(() => decodeModel(encodeModel({ ...model, irVersion: 2 })))).toBe('opset-unsupported');
  });

  it('but not custom domains, nor nodes out of order, which it sorts', () => {
    const model = chain(2, 3);
    const custom = makeNode('Thing', ['y'], ['z'], { domain: 'com.example' });
    const nodes = [custom, ...model.graph.nodes.toReversed()];
    const read = decodeModel(encodeModel({ ...model, graph: { ...model.graph, nodes } }));
    expect(read.graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['h0', 'h1', 'y', 'z']);
    expect(decodeModel(encodeModel(read)).graph.nodes).toHaveLength(4);
  });
});

describe('external data', () => {
  const decode = (entries: Record<string, string>, root?: string) => codeOf(() =>
    decodeModel(external(entries), { directory: join(folder, 'work'), ...(root === undefined ? {} : { root }) }));

  beforeEach(async () => {
    await mkdir(join(folder, 'work/deep'), { recursive: true });
    for (const name of ['secret.bin', 'work/w.bin', 'work/deep/w.bin']) await writeFile(join(folder, name), new Uint8Array(32));
    await symlink(join(folder, 'secret.bin'), join(folder, 'work/link.bin'));
    await symlink(folder, join(folder, 'work/up'));
  });

  it('may lie beside and below the model', async () => {
    expect(await decode({ location: 'w.bin' })).toBe('none');
    expect(await decode({ location: 'deep/../deep/w.bin', offset: '16', length: '16' })).toBe('none');
  });

  it.each(['../secret.bin', 'deep/../../secret.bin', '/etc/hostname', 'link.bin', 'up/secret.bin', '..', '.', 'a\\b'])('may not lead out of the folder: %s', async (location) => {
    expect(await decode({ location })).toBe('external-outside');
  });

  it('may lie anywhere in a wider root through links, and only through links', async () => {
    expect(await decode({ location: 'link.bin' }, folder)).toBe('none');
    expect(await decode({ location: '../secret.bin' }, folder)).toBe('external-outside');
  });

  it.each(['.git/config', 'deep/../.git/config', '.GIT/config', 'config.bin'])('may not lead into the .git folder, which holds a token: %s', async (location) => {
    for (const name of ['.git', '.GIT']) {
      await mkdir(join(folder, 'work', name), { recursive: true });
      await writeFile(join(folder, 'work', name, 'config'), new Uint8Array(32));
    }
    await symlink(join(folder, 'work/.git/config'), join(folder, 'work/config.bin'));
    expect(await decode({ location })).toBe('external-outside');
  });

  it('must be there, whole, and a file', async () => {
    expect(await decode({ location: 'no.bin' })).toBe('external-missing');
    expect(await decode({ location: 'deep' })).toBe('external-missing');
    expect(await decode({ location: '*/_ORT_MEM_ADDR_/*', offset: '16' })).toBe('external-missing');
    expect(await decode({})).toBe('external-invalid');
    expect(await decode({ location: 'w.bin', offset: '17' })).toBe('external-short');
    expect(await decode({ location: 'w.bin', offset: '9007199254740990' })).toBe('external-short');
  });

  it.each([{ offset: '-1' }, { offset: '1e1' }, { offset: ' 1' }, { offset: '99999999999999999999' }, { length: '15' }, { length: '' }])('must name whole numbers: %j', async (entries) => {
    expect(await decode({ location: 'w.bin', ...entries })).toBe('tensor-size');
  });

  it('is refused where only bytes were given', async () => {
    expect(await codeOf(() => decodeModel(external({ location: 'w.bin' })))).toBe('external-missing');
  });
});
