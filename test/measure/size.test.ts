import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { weightTensors } from '../../src/onnx/constants.js';
import { makeGraph, makeNode, makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType, type Graph, type Tensor } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { writeModel } from '../../src/onnx/write.js';
import { weightBytes } from '../../src/measure/memory.js';
import { countParameters, measureSize } from '../../src/measure/size.js';
import type { Facts } from '../../src/ops/facts.js';
import { costOf } from '../../src/prune/cost.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { FLOAT, inFolder, modelOf } from '../runtime/support.js';

describe('size', () => {
  const weights = makeTensor('w', DataType.FLOAT, [2, 3], Float32Array.of(0, -0, 1, -2, NaN, 2 ** -149));

  it('counts elements of weights, and those that are not zero (-0 is; NaN and the smallest float are not)', () => {
    const model = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, [1, 2]] }, outputs: ['y'], initializers: [weights] });
    expect(countParameters(model)).toEqual({ parameters: 6, nonZeros: 4 });
  });

  it('counts weights in Constant nodes, half precision and int8 matrices, and no shapes', () => {
    const half = makeTensor('h', DataType.FLOAT16, [2], Uint16Array.of(0x8000, 0x3c00));
    const quantised = makeTensor('q', DataType.INT8, [2, 2], Int8Array.of(0, 1, -1, 0));
    const model = modelOf({
      nodes: [
        makeNode('Constant', [], ['c'], { attributes: [['value', tensorOf(weights)]] }), makeNode('Cast', ['q'], ['f']),
        makeNode('Reshape', ['x', 'shape'], ['y']),
      ],
      inputs: { x: [FLOAT, [1, 2]] }, outputs: ['y'], initializers: [half, quantised, int64Tensor('shape', [2, 1])],
    });
    expect(countParameters(model)).toEqual({ parameters: 6 + 2 + 4, nonZeros: 4 + 1 + 2 });
  });

  it('counts weights in bodies of If, at any depth', () => {
    const nested = (inner: Graph['nodes'], tensor: Tensor): Graph => makeGraph({ nodes: inner, inputs: [], outputs: [makeValueInfo('o', DataType.FLOAT, null)], initializers: new Map([[tensor.name, tensor]]) });
    const leaf = nested([makeNode('Identity', ['w'], ['o'])], weights);
    const branch = (graph: Graph) => makeNode('If', ['x'], ['o'], { attributes: [['then_branch', { kind: 'graph', value: graph }]] });
    const outer = nested([branch(leaf)], makeTensor('v', DataType.FLOAT, [3], Float32Array.of(0, 1, 2)));
    const model = modelOf({ nodes: [branch(outer)], inputs: { x: [FLOAT, [1]] }, outputs: ['o'], initializers: [makeTensor('u', DataType.FLOAT, [1], Float32Array.of(5))] });
    expect(countParameters(model)).toEqual({ parameters: 1 + 3 + 6, nonZeros: 1 + 2 + 4 });
    expect(costOf(model, weightTensors(model.graph), { values: new Map() } as unknown as Facts).params).toBe(1 + 3 + 6);
    expect(weightBytes(model)).toBe(4 * (1 + 3 + 6));
  });

  it('adds up the model file and its external data, plain and compressed, the same every time', () => inFolder(async (folder) => {
    const [a, b] = [Buffer.alloc(300_000, 'abc'), Buffer.from('x')];
    const files = [join(folder, 'm.onnx'), join(folder, 'm.data')];
    await writeFile(files[0] as string, a);
    await writeFile(files[1] as string, b);
    const model = modelOf({ nodes: [], inputs: {}, outputs: [] });
    const size = await measureSize(files, model);
    expect(size).toEqual({ fileBytes: 300_001, gzipBytes: gzipSync(a, { level: 6 }).length + gzipSync(b, { level: 6 }).length, parameters: 0, nonZeros: 0 });
    expect(await measureSize(files, model)).toEqual(size);
  }));

  it('counts the same whether weights are inside or beside the model', () => inFolder(async (folder) => {
    const large = makeTensor('w', DataType.FLOAT, [64, 64], Float32Array.from({ length: 4096 }, (_, i) => i % 4));
    const model = modelOf({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, [1, 64]] }, outputs: ['y'], initializers: [large] });
    const { files } = await writeModel(model, join(folder, 'm.onnx'), { external: 'file' });
    const size = await measureSize(files, await readModel(join(folder, 'm.onnx')));
    expect(files).toHaveLength(2);
    expect(size).toMatchObject({ parameters: 4096, nonZeros: 3072 });
  }));

  it.skipIf(!hasSharedData)('ResNet-20 has about 0.27 million parameters (needs ../shared/data)', async () => {
    const path = sharedData('cifar10-models/resnet20.onnx');
    const { parameters, nonZeros } = await measureSize([path], await readModel(path));
    expect(parameters / 1e6).toBeCloseTo(0.27, 2);
    expect(nonZeros).toBeGreaterThan(0.99 * parameters);
  });
});
