import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType, type Model, type SparseTensor, type Tensor } from '../../src/onnx/ir.js';
import { ModelProtoSchema, SparseTensorProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { decodeModel } from '../../src/onnx/read.js';
import { densified, sparsified, sparseWeights, storedBytes } from '../../src/onnx/sparse.js';
import { int64Tensor, makeTensor, tensorBytes, type TypedArray } from '../../src/onnx/tensors.js';
import { encodeModel } from '../../src/onnx/write.js';
import { respread } from './respread.js';
import { runSeeded } from './run-model.js';

const EVERY = 8;

/** y = x + Cast(w): w of the type, one element in 16 (or `every`) not zero. */
function adding(dataType: number, make: (count: number) => TypedArray, irVersion = 8): Model {
  const w = makeTensor('w', dataType, [16, 64], make(1024));
  const cast = makeNode('Cast', ['w'], ['c'], { attributes: [['to', { kind: 'int', value: 1n }]] });
  return makeModel(makeGraph({
    nodes: [cast, makeNode('Add', ['x', 'c'], ['y'])], initializers: new Map([['w', w]]),
    inputs: [makeValueInfo('x', DataType.FLOAT, [16, 64])], outputs: [makeValueInfo('y', DataType.FLOAT, [16, 64])],
  }), { irVersion });
}

const floats = (count: number): Float32Array => Float32Array.from({ length: count }, (_, i) => (i % EVERY === 3 ? i / 7 - 60 : 0));
const weightBytes = ({ graph }: Model): Uint8Array => tensorBytes(graph.initializers.get('w') as Tensor);

const withSparse = (sparse: Partial<SparseTensor>): Model => {
  const model = adding(DataType.FLOAT, floats);
  const values = makeTensor('w', DataType.FLOAT, [3], Float32Array.of(1, 2, 3));
  const given: SparseTensor = { dims: [16, 64], values, indices: int64Tensor('', [0, 65, 1023]), ...sparse };
  return { ...model, graph: { ...model.graph, initializers: new Map(), sparseInitializers: new Map([['w', given]]) } };
};

describe('sparse initializers', () => {
  it.each([
    ['float', DataType.FLOAT, floats],
    ['float16', DataType.FLOAT16, (count: number) => Uint16Array.from({ length: count }, (_, i) => (i % 16 === 3 ? 0x3c00 + i : 0))],
    ['double', DataType.DOUBLE, (count: number) => Float64Array.from(floats(count))],
    ['int8', DataType.INT8, (count: number) => Int8Array.from({ length: count }, (_, i) => (i % 16 === 3 ? i % 99 - 40 : 0))],
    ['int64', DataType.INT64, (count: number) => BigInt64Array.from({ length: count }, (_, i) => BigInt(i % 16 === 3 ? -i : 0))],
  ])('of %s: onnxruntime loads them and computes the same bits, in a smaller file', async (_, dataType, make) => {
    const model = adding(dataType, make);
    const { model: sparse, weights } = sparsified(model);
    expect(weights).toEqual(['w']);
    const bytes = encodeModel(sparse);
    expect(bytes.length).toBeLessThan(encodeModel(model).length);
    const outputs = await runSeeded(model, bytes);
    expect(outputs?.get('y')).toBeDefined();
    expect(outputs).toEqual(await runSeeded(model, encodeModel(model)));
    const read = densified(decodeModel(bytes));
    expect(weightBytes(read)).toEqual(weightBytes(model));
    expect(read.graph.sparseInitializers.size).toBe(0);
  });

  it('come back byte by byte, whether records are shared or made anew', () => {
    const bytes = encodeModel(sparsified(adding(DataType.FLOAT, floats)).model);
    expect(encodeModel(decodeModel(bytes))).toEqual(bytes);
    expect(encodeModel(respread(decodeModel(bytes)))).toEqual(bytes);
  });

  it('are made only where fewer bytes say the same: of float32, less than a third of the elements', () => {
    const share = (nonZeros: number) => adding(DataType.FLOAT, (count) => Float32Array.from({ length: count }, (_, i) => (i < nonZeros ? 1 : 0)));
    // (4096 - 64) / 12 = 336 elements would take exactly as many bytes as the dense tensor.
    expect(sparsified(share(335)).weights).toEqual(['w']);
    expect(sparsified(share(336))).toEqual({ model: share(336), weights: [] });
  });

  it.each<readonly [string, readonly (readonly number[] | null)[], number]>([
    ['whole', [null, null], 128],
    ['without half of its rows', [[0, 1, 2, 3, 4, 5, 6, 15], null], 64],
    ['with the columns that hold nothing', [null, [0, 1, 2, 4]], 0],
    ['with two columns that hold all', [null, [3, 11]], 32],
    ['with rows and columns', [[1, 14], [2, 3, 4, 19]], 4],
  ])('of a weight are counted, %s, in the smaller form', (_, kept, left) => {
    const weight = sparseWeights(adding(DataType.FLOAT, floats)).get('w');
    if (weight === undefined) throw new Error('it is smaller so');
    const elements = (kept[0]?.length ?? 16) * (kept[1]?.length ?? 64);
    expect(storedBytes(weight, (axis) => kept[axis] ?? null)).toBe(Math.min(4 * elements, 12 * left + 64));
  });

  it('keep negative zeros, which are not nothing', () => {
    const model = adding(DataType.FLOAT, (count) => new Float32Array(count).fill(-0, 5, 6));
    const sparse = sparsified(model).model.graph.sparseInitializers.get('w');
    expect(sparse?.values.dims).toEqual([1]);
    expect(weightBytes(densified(sparsified(model).model))).toEqual(weightBytes(model));
  });

  it('raise the IR version to the first that has them, and leave what a caller may override', async () => {
    const named = (irVersion: number): Model => {
      const model = adding(DataType.FLOAT, floats, irVersion);
      return { ...model, graph: { ...model.graph, inputs: [...model.graph.inputs, makeValueInfo('w', DataType.FLOAT, [16, 64])] } };
    };
    expect(sparsified(named(8)).weights).toEqual([]);
    const old = sparsified(named(3)).model;
    expect([old.irVersion, old.graph.inputs.map(({ name }) => name)]).toEqual([6, ['x']]);
    expect(await runSeeded(old, encodeModel(old))).toEqual(await runSeeded(named(3), encodeModel(named(3))));
  });

  it('are read with one index a value, or with one coordinate an axis', async () => {
    const linear = withSparse({});
    const coordinates = withSparse({ indices: makeTensor('', DataType.INT64, [3, 2], BigInt64Array.of(0n, 0n, 1n, 1n, 15n, 63n)) });
    expect(weightBytes(densified(coordinates))).toEqual(weightBytes(densified(linear)));
    const dense = densified(linear);
    expect(await runSeeded(dense, encodeModel(coordinates))).toEqual(await runSeeded(dense, encodeModel(dense)));
  });

  it('of a Constant node are read too', async () => {
    const { graph, ...model } = withSparse({});
    const value = graph.sparseInitializers.get('w') as SparseTensor;
    const constant = makeNode('Constant', [], ['w'], { attributes: [['sparse_value', { kind: 'sparse', value }]] });
    const given = decodeModel(encodeModel({ ...model, graph: { ...graph, sparseInitializers: new Map(), nodes: [constant, ...graph.nodes] } }));
    const dense = densified(given);
    expect(dense.graph.nodes[0]?.attributes.get('value')).toMatchObject({ kind: 'tensor', value: { dims: [16, 64] } });
    expect(await runSeeded(dense, encodeModel(dense))).toEqual(await runSeeded(dense, encodeModel(given)));
  });

  it.each<[string, Partial<SparseTensor>, string]>([
    ['an index outside', { indices: int64Tensor('', [0, 65, 1024]) }, 'index 2 lies outside'],
    ['a negative index', { indices: int64Tensor('', [-1, 65, 100]) }, 'index 0 lies outside'],
    ['an index twice', { indices: int64Tensor('', [0, 65, 65]) }, 'does not come after'],
    ['a coordinate outside its axis', { indices: makeTensor('', DataType.INT64, [3, 2], BigInt64Array.of(0n, 0n, 0n, 64n, 15n, 63n)) }, 'index 1 lies outside'],
    ['too few indices', { indices: int64Tensor('', [0, 65]) }, 'indices of shape [2]'],
    ['indices of another type', { indices: makeTensor('', DataType.INT32, [3], Int32Array.of(0, 1, 2)) }, 'indices are int32'],
    ['strings', { values: { name: 'w', dataType: DataType.STRING, dims: [3], data: { kind: 'typed' } } }, 'elements are string'],
    ['a shape that no file could hold', { dims: [1 << 20, 1 << 20] }, 'once it is dense'],
  ])('with %s are refused', (_, sparse, message) => {
    expect(() => densified(withSparse(sparse))).toThrow(message);
  });

  it('without values or indices are refused', () => {
    const message = fromBinary(ModelProtoSchema, encodeModel(adding(DataType.FLOAT, floats)));
    message.graph?.sparseInitializer.push(create(SparseTensorProtoSchema, { dims: [4n] }));
    expect(() => decodeModel(toBinary(ModelProtoSchema, message))).toThrow('A sparse tensor has no values');
  });
});
