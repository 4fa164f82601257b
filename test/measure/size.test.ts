import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeNode, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { writeModel } from '../../src/onnx/write.js';
import { countParameters, measureSize } from '../../src/measure/size.js';
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
