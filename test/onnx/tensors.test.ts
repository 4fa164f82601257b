import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { externalFiles } from '../../src/onnx/constants.js';
import { makeGraph, makeNode } from '../../src/onnx/graph.js';
import { type Attribute, DataType, type Node, type Tensor } from '../../src/onnx/ir.js';
import { ModelProtoSchema, type TensorProto, TensorProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { decodeModel } from '../../src/onnx/read.js';
import { storeWeights } from '../../src/onnx/store.js';
import {
  elementCount, elementSize, int64Tensor, makeTensor, tensorBytes, tensorToBigInts, tensorToFloat32, tensorToNumbers, tensorValues, withValues,
} from '../../src/onnx/tensors.js';
import { encodeModel } from '../../src/onnx/write.js';
import { chain, ramp } from './models.js';

/** The tensor as decoded from a file that stores it in these fields. */
function decoded(dataType: DataType, dims: number[], fields: Partial<TensorProto>): Tensor {
  const message = fromBinary(ModelProtoSchema, encodeModel(chain(2, 1)));
  message.graph?.initializer.push(Object.assign(create(TensorProtoSchema, { name: 't', dataType, dims: dims.map(BigInt) }), fields));
  const tensor = decodeModel(toBinary(ModelProtoSchema, message)).graph.initializers.get('t');
  if (tensor === undefined) throw new Error('no tensor');
  return tensor;
}

describe('typed fields', () => {
  it.each<[string, DataType, Partial<TensorProto>, number[]]>([
    ['float', DataType.FLOAT, { floatData: [1.5, -2, 0.25] }, [1.5, -2, 0.25]],
    ['double', DataType.DOUBLE, { doubleData: [1e300, -2, 0.1] }, [1e300, -2, 0.1]],
    ['float16 in int32_data', DataType.FLOAT16, { int32Data: [0x3c00, 0xc000, 0x0001] }, [1, -2, 2 ** -24]],
    ['bfloat16 in int32_data', DataType.BFLOAT16, { int32Data: [0x3f80, 0xc000, 0x4000] }, [1, -2, 2]],
    ['int32', DataType.INT32, { int32Data: [1, -(2 ** 31), 3] }, [1, -(2 ** 31), 3]],
    ['int16', DataType.INT16, { int32Data: [1, -2, 32767] }, [1, -2, 32767]],
    ['uint16', DataType.UINT16, { int32Data: [1, 65535, 0] }, [1, 65535, 0]],
    ['int8', DataType.INT8, { int32Data: [1, -128, 127] }, [1, -128, 127]],
    ['uint8', DataType.UINT8, { int32Data: [1, 255, 0] }, [1, 255, 0]],
    ['bool', DataType.BOOL, { int32Data: [1, 0, 1] }, [1, 0, 1]],
    ['int64', DataType.INT64, { int64Data: [1n, -2n, 3n] }, [1, -2, 3]],
    ['uint32 in uint64_data', DataType.UINT32, { uint64Data: [1n, 2n ** 32n - 1n, 3n] }, [1, 2 ** 32 - 1, 3]],
    ['uint64', DataType.UINT64, { uint64Data: [1n, 2n, 3n] }, [1, 2, 3]],
  ])('%s', (_, dataType, fields, values) => {
    const tensor = decoded(dataType, [3], fields);
    expect(tensor.data.kind).toBe('typed');
    expect(tensorToNumbers(tensor)).toEqual(values);
    expect(tensorBytes(tensor)).toHaveLength(3 * (elementSize(dataType) ?? 0));
    const raw = decoded(dataType, [3], { rawData: tensorBytes(tensor) });
    expect(raw.data.kind).toBe('raw');
    expect(tensorToNumbers(raw)).toEqual(values);
  });

  it('int4: two elements per entry', () => {
    expect(Array.from(tensorBytes(decoded(DataType.INT4, [3], { int32Data: [0x21, 0x0f] })))).toEqual([0x21, 0x0f]);
    expect(() => tensorValues(decoded(DataType.INT4, [3], { rawData: Uint8Array.of(0x21, 0x0f) }))).toThrow(/no array/);
  });

  it('strings have no bytes', () => {
    const tensor = decoded(DataType.STRING, [2], { stringData: [new Uint8Array([65]), new Uint8Array([0xff])] });
    expect(() => tensorBytes(tensor)).toThrow(/no raw bytes/);
    expect(elementSize(DataType.STRING)).toBeUndefined();
  });
});

describe('tensor values', () => {
  it('are exact as bigint, and rounded as numbers', () => {
    const ends = int64Tensor('ends', [2n ** 63n - 1n, -1, 2 ** 40]);
    expect(tensorToBigInts(ends)).toEqual([2n ** 63n - 1n, -1n, 2n ** 40n]);
    expect(tensorToNumbers(ends)[0]).toBe(2 ** 63);
    expect(int64Tensor('scalar', 5).dims).toEqual([]);
    expect(() => tensorToBigInts(makeTensor('f', DataType.FLOAT, [1], Float32Array.of(1)))).toThrow(/no integers/);
    expect(() => tensorToFloat32(ends)).toThrow(/not floating-point/);
  });

  it('are copies, from any alignment, of Buffers too', () => {
    const memory = Buffer.alloc(13);
    memory.writeFloatLE(2.5, 1);
    memory.writeFloatLE(-1, 5);
    const tensor = makeTensor('t', DataType.FLOAT, [2], memory.subarray(1, 9));
    const values = tensorToFloat32(tensor);
    expect(Array.from(values)).toEqual([2.5, -1]);
    values[0] = 7;
    expect(Array.from(tensorToFloat32(tensor))).toEqual([2.5, -1]);
  });

  it('are made from floats for every floating type, and must fit', () => {
    for (const dataType of [DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16, DataType.BFLOAT16]) {
      expect(Array.from(tensorToFloat32(makeTensor('t', dataType, [2], Float32Array.of(0.5, -3))))).toEqual([0.5, -3]);
    }
    const tensor = makeTensor('t', DataType.FLOAT16, [2], Float32Array.of(0.5, -3));
    expect(Array.from(tensorToFloat32(withValues(tensor, [3], Float32Array.of(1, 2, 3))))).toEqual([1, 2, 3]);
    expect(() => makeTensor('t', DataType.INT64, [2], Float32Array.of(1, 2))).toThrow(/float values/);
    expect(() => makeTensor('t', DataType.FLOAT, [3], Float32Array.of(1, 2))).toThrow(/needs 12/);
    expect([elementCount([]), elementCount([2, 0, 3]), elementCount([2, 3])]).toEqual([1, 0, 6]);
  });

  it('come from external files, which may not shrink meanwhile', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'prune-gate-tensors-'));
    try {
      const model = chain(64, 1);
      const stored = (await storeWeights(model, folder)).graph.initializers.get('w0');
      const original = model.graph.initializers.get('w0');
      if (stored === undefined || original === undefined) throw new Error('no w0');
      expect(tensorBytes(stored)).toEqual(tensorBytes(original));
      await writeFile(join(folder, 'weights.bin'), new Uint8Array(8));
      expect(() => tensorBytes(stored)).toThrow(expect.objectContaining({ code: 'external-short' }));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it('external files are found wherever a graph keeps tensors, bodies of control flow included', () => {
  const at = (name: string, path: string): Tensor => ({ ...ramp(name, [2], 0), data: { kind: 'external', path, offset: 0, length: 8 } });
  const body = (path: string, nodes: readonly Node[] = []) => makeGraph({ nodes, inputs: [], outputs: [], initializers: new Map([['b', at('b', path)]]) });
  const attribute = (value: Attribute) => ({ attributes: [['value', value]] as const });
  const inner = makeNode('Constant', [], ['c'], attribute({ kind: 'tensor', value: at('c', '/constant.bin') }));
  const outer = makeNode('Many', [], ['d'], attribute({ kind: 'tensors', value: [at('d', '/listed.bin'), ramp('e', [2], 0)] }));
  const graph = body('/own.bin', [makeNode('If', [], ['i'], attribute({ kind: 'graph', value: body('/branch.bin', [inner]) })), outer]);
  expect(externalFiles(graph)).toEqual(['/branch.bin', '/constant.bin', '/listed.bin', '/own.bin']);
  expect(externalFiles(chain(2, 1).graph)).toEqual([]);
});
