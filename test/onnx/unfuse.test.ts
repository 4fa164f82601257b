import { describe, expect, it } from 'vitest';
import { intOf, intsOf, makeGraph, makeModel, makeNode, makeValueInfo, floatOf, textOf } from '../../src/onnx/graph.js';
import { type Attribute, DataType, type Model, type Tensor } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { unfused } from '../../src/onnx/unfuse.js';
import { encodeModel } from '../../src/onnx/write.js';
import { noise } from '../calibrate/bench-model.js';
import { runSeeded } from './run-model.js';

type Attributes = readonly (readonly [string, Attribute])[];

const weight = (name: string, ...dims: number[]): Tensor => makeTensor(name, DataType.FLOAT, dims, noise(dims.reduce((a, b) => a * b, 1), name.length + 3));
const floatsOf = (...value: number[]): Attribute => ({ kind: 'floats', value });

/** conv (3 to 4), then the fused node (4 to 4) with what it adds. */
function convolution(attributes: Attributes, opset = 17, adds = true): Model {
  const nodes = [
    makeNode('Conv', ['x', 'k'], ['c']),
    makeNode('FusedConv', ['c', 'w', 'b', ...(adds ? ['c'] : [])], ['y'], { name: 'fused', domain: 'com.microsoft', attributes: [['kernel_shape', intsOf([1, 1])], ...attributes] }),
  ];
  const tensors = [weight('k', 4, 3, 1, 1), weight('w', 4, 4, 1, 1), weight('b', 4)];
  return withDomain(makeGraph({
    nodes, initializers: new Map(tensors.map((each) => [each.name, each])),
    inputs: [makeValueInfo('x', DataType.FLOAT, [2, 3, 5, 5])], outputs: [makeValueInfo('y', DataType.FLOAT, [2, 4, 5, 5])],
  }), opset);
}

function product(attributes: Attributes, opset = 17, bias = true): Model {
  const fused = makeNode('FusedGemm', ['x', 'w', ...(bias ? ['b'] : [])], ['y'], { domain: 'com.microsoft', attributes: [['transB', intOf(1)], ['alpha', floatOf(0.5)], ...attributes] });
  return withDomain(makeGraph({
    nodes: [fused], initializers: new Map([weight('w', 4, 6), weight('b', 4)].map((each) => [each.name, each])),
    inputs: [makeValueInfo('x', DataType.FLOAT, [3, 6])], outputs: [makeValueInfo('y', DataType.FLOAT, [3, 4])],
  }), opset);
}

function withDomain(graph: Model['graph'], opset: number): Model {
  return { ...makeModel(graph), opsets: new Map([['', opset], ['com.microsoft', 1]]) };
}

const outputOf = async (model: Model): Promise<Float32Array> => {
  const bytes = Buffer.from((await runSeeded(model, encodeModel(model)))?.get('y') ?? '', 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};
const opsOf = ({ graph }: Model): string[] => graph.nodes.map(({ opType }) => opType);
const activation = (name: string, ...more: (readonly [string, Attribute])[]): Attributes => [['activation', textOf(name)], ...more];

describe('fused layers', () => {
  it.each<[string, Model, string[]]>([
    ['a convolution that adds a value, then Relu', convolution(activation('Relu')), ['Conv', 'Conv', 'Add', 'Relu']],
    ['a convolution and LeakyRelu', convolution(activation('LeakyRelu', ['activation_params', floatsOf(0.3)]), 17, false), ['Conv', 'Conv', 'LeakyRelu']],
    ['a convolution and HardSigmoid', convolution(activation('HardSigmoid', ['activation_params', floatsOf(0.3, 0.4)]), 17, false), ['Conv', 'Conv', 'HardSigmoid']],
    ['a convolution and Clip', convolution(activation('Clip', ['activation_params', floatsOf(-0.2, 0.5)]), 17, false), ['Conv', 'Conv', 'Constant', 'Constant', 'Clip']],
    ['a convolution and the Clip of old', convolution(activation('Clip', ['activation_params', floatsOf(-0.2, 0.5)]), 9, false), ['Conv', 'Conv', 'Clip']],
    ['a product and Tanh', product(activation('Tanh')), ['Gemm', 'Tanh']],
    ['a product without a bias and LeakyRelu', product(activation('LeakyRelu', ['activation_alpha', floatOf(0.1)]), 17, false), ['Gemm', 'LeakyRelu']],
  ])('%s are taken apart, and compute the same', async (_, model, ops) => {
    const apart = unfused(model);
    expect(opsOf(apart)).toEqual(ops);
    const [before, after] = [await outputOf(model), await outputOf(apart)];
    expect(before.length).toBeGreaterThan(0);
    after.forEach((value, i) => { expect(value).toBeCloseTo(before[i] ?? NaN, 5); });
  });

  it('keep name, attributes of their own and result', () => {
    const { graph: { nodes } } = unfused(convolution(activation('Relu')));
    expect(nodes[1]).toMatchObject({ name: 'fused', domain: '', inputs: ['c', 'w', 'b'], outputs: ['y_linear'] });
    expect([...nodes[1]?.attributes.keys() ?? []]).toEqual(['kernel_shape']);
    expect([nodes[2]?.inputs, nodes.at(-1)?.outputs]).toEqual([['y_linear', 'c'], ['y']]);
  });

  it.each<[string, Model]>([
    ['an activation that is not known', convolution(activation('Softplus'))],
    ['a product without a bias in an old operator set', product(activation('Relu'), 9, false)],
    ['no activation at all', product([])],
    ['a weight that is computed', { ...product(activation('Relu')), graph: { ...product(activation('Relu')).graph, initializers: new Map() } }],
  ])('with %s stay as they are', (_, model) => {
    expect(unfused(model)).toBe(model);
  });
});
