import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { WireType } from '@bufbuild/protobuf/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceTensors } from '../../src/onnx/constants.js';
import { intOf, makeGraph, makeModel, makeNode, makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType, type Model, type Node, type Tensor } from '../../src/onnx/ir.js';
import { type ModelProto, ModelProtoSchema, StringStringEntryProtoSchema, TensorProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { decodeModel, readModel } from '../../src/onnx/read.js';
import { storeWeights, WEIGHTS_FILE, writeVariant } from '../../src/onnx/store.js';
import { int64Tensor, makeTensor, tensorBytes, tensorToFloat32 } from '../../src/onnx/tensors.js';
import { encodeModel, writeModel } from '../../src/onnx/write.js';
import { chain, ramp } from './models.js';
import { runSeeded } from './run-model.js';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'prune-gate-write-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const messageOf = (model: Model): ModelProto => fromBinary(ModelProtoSchema, encodeModel(model));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

function initializer({ graph }: Model, name: string): Tensor {
  const tensor = graph.initializers.get(name);
  if (tensor === undefined) throw new Error(`no ${name}`);
  return tensor;
}

/** A model with everything the IR does not read, on every level. */
function decorated(): Model {
  const message = messageOf(chain(4, 2));
  const note = (value: string) => [create(StringStringEntryProtoSchema, { key: 'note', value: text(value) })];
  const unknown = [{ no: 900, wireType: WireType.Varint, data: new Uint8Array([7]) }];
  message.metadataProps = note('model');
  message.docString = new Uint8Array([0xff, 0xfe, 0x41]);
  message.$unknown = unknown;
  const { graph } = message;
  if (graph === undefined) throw new Error('no graph');
  for (const part of [graph, ...graph.node, ...graph.initializer, ...graph.input]) {
    Object.assign(part, { metadataProps: note(part.$typeName), docString: text('doc'), $unknown: unknown });
  }
  for (const node of graph.node) node.overload = 'special';
  return decodeModel(toBinary(ModelProtoSchema, message));
}

describe('changed records', () => {
  it('keep everything the IR does not model', () => {
    const model = decorated();
    const { graph } = model;
    const [first, ...rest] = graph.nodes as [Node, ...Node[]];
    const nodes = [{ ...first, name: 'renamed', attributes: new Map([['alpha', intOf(3)]]) }, ...rest];
    const changed = replaceTensors({ ...model, producer: 'us', graph: { ...graph, nodes } }, new Map([['w0', ramp('w0', [4, 4], 9)]]));
    // A replacement made from scratch has no message; one made by spread keeps its own.
    const spread = new Map(changed.graph.initializers).set('w1', { ...initializer(model, 'w1'), dims: [4, 4] });
    const now = messageOf({ ...changed, graph: { ...changed.graph, initializers: spread } });
    const before = messageOf(model);
    expect(now).toMatchObject({ producerName: 'us', metadataProps: before.metadataProps, docString: before.docString, $unknown: before.$unknown });
    expect(now.graph?.node[0]).toMatchObject({ name: 'renamed', overload: 'special', metadataProps: before.graph?.node[0]?.metadataProps, $unknown: before.$unknown });
    expect(now.graph?.node[1]).toEqual(before.graph?.node[1]);
    expect(now.graph?.initializer[1]).toEqual(before.graph?.initializer[1]);
    expect(now.graph?.initializer[0]?.metadataProps).toEqual([]);
    expect(now.graph?.metadataProps).toEqual(before.graph?.metadataProps);
  });

  it('give value infos the new dims and keep their notes', () => {
    const model = decorated();
    const inputs = model.graph.inputs.map((info) => ({ ...info, dims: [null, 'n', 5] }));
    const now = messageOf({ ...model, graph: { ...model.graph, inputs } }).graph?.input[0];
    expect(now?.metadataProps).toHaveLength(1);
    expect(decodeModel(encodeModel({ ...model, graph: { ...model.graph, inputs } })).graph.inputs[0]?.dims).toEqual([null, 'n', 5]);
  });

  it('refuse typed data under other dims', () => {
    const message = messageOf(chain(2, 1));
    message.graph?.initializer.splice(0, 1, create(TensorProtoSchema, {
      name: 'w0', dims: [2n, 2n], dataType: DataType.FLOAT, floatData: [1, 2, 3, 4],
    }));
    const model = decodeModel(toBinary(ModelProtoSchema, message));
    const w0 = initializer(model, 'w0');
    expect([...tensorToFloat32(w0)]).toEqual([1, 2, 3, 4]);
    const changed = { ...model, graph: { ...model.graph, initializers: new Map([['w0', { ...w0, dims: [4, 1] }]]) } };
    expect(() => encodeModel(changed)).toThrow(/typed data/);
  });
});

describe('writeModel', () => {
  it('puts weights of 1 KiB and more into one file beside, and reads them back', async () => {
    const path = join(folder, 'm.onnx');
    const model = chain(64, 3);
    const written = await writeModel(model, path, { external: 'file' });
    expect(written.files).toEqual([path, `${path}.data`]);
    expect((await stat(path)).size).toBeLessThan(2000);
    const again = await readModel(path);
    expect([...again.graph.initializers.values()].map(tensorBytes)).toEqual([...model.graph.initializers.values()].map(tensorBytes));
    expect(await runSeeded(again, path)).toEqual(await runSeeded(model, encodeModel(model)));
  });

  it('keeps what the source did, and overwrites its own source safely', async () => {
    const path = join(folder, 'm.onnx');
    await writeModel(chain(64, 3), path, { external: 'file' });
    const model = await readModel(path);
    const changed = replaceTensors(model, new Map([['w1', ramp('w1', [64, 64], 5)]]));
    expect((await writeModel(changed, path)).files).toHaveLength(2);
    const again = await readModel(path);
    expect(tensorBytes(initializer(again, 'w1'))).toEqual(tensorBytes(ramp('w1', [64, 64], 5)));
    expect(tensorBytes(initializer(again, 'w2'))).toEqual(tensorBytes(ramp('w2', [64, 64], 2)));
    expect((await writeModel(again, path, { external: 'inline' })).files).toEqual([path]);
    await rm(`${path}.data`);
    expect((await readModel(path)).graph.initializers.size).toBe(3);
  });

  it('streams big Constant and subgraph tensors too', () => {
    const big = ramp('', [128, 256], 0);
    const constant = (output: string) => makeNode('Constant', [], [output], { attributes: [['value', tensorOf(big)]] });
    const branch = makeGraph({ nodes: [constant('b')], inputs: [], outputs: [makeValueInfo('b', DataType.FLOAT, [128, 256])] });
    const model = makeModel(makeGraph({
      nodes: [
        constant('c'),
        makeNode('If', ['cond'], ['y'], { attributes: [['then_branch', { kind: 'graph', value: branch }], ['else_branch', { kind: 'graph', value: branch }]] }),
        makeNode('Identity', ['c'], ['z']),
      ],
      inputs: [makeValueInfo('cond', DataType.BOOL, [])],
      outputs: [makeValueInfo('y', DataType.FLOAT, [128, 256]), makeValueInfo('z', DataType.FLOAT, [128, 256])],
    }));
    const bytes = encodeModel(model);
    expect(Buffer.compare(bytes, toBinary(ModelProtoSchema, fromBinary(ModelProtoSchema, bytes)))).toBe(0);
    expect(decodeModel(bytes).graph.nodes).toHaveLength(3);
  });

  it('leaves neither a file nor a remainder where writing fails', async () => {
    const locked = join(folder, 'locked');
    await expect(writeModel(chain(4, 1), join(locked, 'm.onnx'))).rejects.toThrow(/ENOENT/);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('storeWeights and writeVariant', () => {
  it('writes weights once; variants refer to them and carry what changed', async () => {
    const model = chain(64, 3);
    const stored = await storeWeights(model, folder);
    const data = await readFile(join(folder, WEIGHTS_FILE));
    for (const [name, tensor] of stored.graph.initializers) {
      if (tensor.data.kind !== 'external') throw new Error(`${name} is not stored`);
      expect(tensor.data.offset % 64).toBe(0);
      expect(new Uint8Array(data.subarray(tensor.data.offset, tensor.data.offset + tensor.data.length))).toEqual(tensorBytes(initializer(model, name)));
    }
    const path = join(folder, 'variant.onnx');
    expect((await writeVariant(stored, path)).files).toEqual([path]);
    expect(await runSeeded(model, path)).toEqual(await runSeeded(model, encodeModel(model)));
    const changed = new Map([['w1', ramp('w1', [64, 64], 4)]]);
    const target = join(folder, 'changed.onnx');
    await writeVariant(replaceTensors(stored, changed), target);
    expect((await stat(target)).size).toBeLessThan(64 * 64 * 4 + 2000);
    expect(await runSeeded(model, target)).toEqual(await runSeeded(model, encodeModel(replaceTensors(model, changed))));
  });

  it('gives big changed tensors a file of their own, on page boundaries', async () => {
    const stored = await storeWeights(chain(256, 3), folder);
    const changed = replaceTensors(stored, new Map([['w0', ramp('w0', [256, 256], 4)], ['w2', ramp('w2', [256, 256], 5)]]));
    const path = join(folder, 'variant.onnx');
    expect((await writeVariant(changed, path)).files).toEqual([path, `${path}.data`]);
    const again = await readModel(path);
    for (const { data } of again.graph.initializers.values()) expect(data.kind === 'external' && data.offset % 4096).toBe(0);
    expect(await runSeeded(changed, path)).toEqual(await runSeeded(changed, encodeModel(changed)));
  });

  it('leaves small and empty tensors in the proto', async () => {
    const model = chain(64, 1);
    const initializers = new Map(model.graph.initializers).set('shape', int64Tensor('shape', [1, -1])).set('none', makeTensor('none', DataType.FLOAT, [0], new Float32Array(0)));
    const stored = await storeWeights({ ...model, graph: { ...model.graph, initializers } }, folder);
    expect([...stored.graph.initializers.values()].map(({ data }) => data.kind)).toEqual(['external', 'raw', 'raw']);
  });

  it('writes the pruned model whole again, from wherever its tensors are', async () => {
    const source = join(folder, 'source.onnx');
    await writeModel(chain(64, 2), source);
    const stored = await storeWeights(await readModel(source), folder);
    const path = join(folder, 'final.onnx');
    expect((await writeModel(stored, path)).files).toEqual([path]);
    expect(await readFile(path)).toEqual(await readFile(source));
  });
});
