/** Adjoints against difference quotients, operator by operator, through the real onnxruntime. */
import { afterAll, describe, expect, it } from 'vitest';
import { AuxiliaryGraph } from '../../../src/calibrate/auxiliary.js';
import { withVariant } from '../../../src/calibrate/variant.js';
import { floatOf, intOf, intsOf, makeNode, textOf } from '../../../src/onnx/graph.js';
import type { Model, Node, Tensor } from '../../../src/onnx/ir.js';
import { int64Tensor } from '../../../src/onnx/tensors.js';
import { adjointOf } from '../../../src/prune/repair/adjoint.js';
import { lengthsWith } from '../../../src/prune/repair/pairs.js';
import { gatherFacts } from '../../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, noise, sketch, tensor } from '../../calibrate/bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const SAMPLES = 3;

interface Case {
  readonly input: readonly number[];
  readonly nodes: readonly Node[];
  readonly tensors?: readonly Tensor[];
  readonly opset?: number;
}

/** <adjoint, direction> and (<seed, y(x + h d)> - <seed, y(x - h d)>) / 2h, over a batch; the model's input is x, its output y. */
async function slopes({ input, nodes, tensors = [], opset = 17 }: Case): Promise<{ traced: number; measured: number } | undefined> {
  return inFolder(async (directory) => {
    const base = sketch({ nodes, tensors, input: ['n', ...input], outputs: [['y', null]] });
    const model: Model = { ...base, opsets: new Map([['', opset], ['com.microsoft', 1]]) };
    const size = SAMPLES * input.reduce((a, b) => a * b, 1);
    // Away from the corners of Relu and its like, where a difference quotient is none of the two slopes.
    const x = noise(size, 3).map((value) => 2 * value + (value < 0 ? -0.1 : 0.1));
    const feeds = (values: Float32Array) => new Map([['x', { type: 'float32' as const, dims: [SAMPLES, ...input], data: values }]]);
    const facts = await gatherFacts(runtime, model, { directory, feeds: feeds(x) });
    const outputDims = [SAMPLES, ...facts.values.get('y')?.dims.slice(1) ?? []];
    const seed = noise(outputDims.reduce((a, b) => a * b, 1), 5);
    const direction = noise(size, 7);
    const graph = new AuxiliaryGraph(model);
    const lengths = lengthsWith(model, (value) => facts.values.get(value)?.dims);
    const seeds = new Map([['y', graph.floats(seed, outputDims)]]);
    const adjoint = adjointOf({ graph, name: (value) => value, lengths }, nodes, seeds, 'x');
    if (adjoint === undefined) return undefined;
    const [wanted, y] = [graph.output(adjoint), graph.output(graph.node('Identity', ['y']))];
    return withVariant(runtime, graph.build(), directory, async (session) => {
      const read = async (values: Float32Array, name: string): Promise<Float32Array> => (await session.run(feeds(values))).get(name)?.data as Float32Array;
      const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
      const h = 1e-3;
      const moved = async (by: number): Promise<number> => dot(seed, await read(x.map((value, at) => value + by * (direction[at] as number)), y));
      const found = await read(x, wanted);
      expect(found.length).toBe(size);
      return { traced: dot(found, direction), measured: (await moved(h) - await moved(-h)) / (2 * h) };
    });
  });
}

const only = (opType: string, more: readonly string[] = [], attributes: NonNullable<Parameters<typeof makeNode>[3]>['attributes'] = [], domain = ''): Node[] =>
  [makeNode(opType, ['x', ...more], ['y'], { attributes, domain })];
const channels = (name: string, values: readonly number[]): Tensor => tensor(name, [1, values.length, 1, 1], values);
const spatial = [4, 6, 6];
const pooled = (opType: string, input: readonly number[], attributes: Readonly<Record<string, number | string | readonly number[]>>): Case => ({
  input, opset: 19, nodes: only(opType, [], Object.entries(attributes).map(([name, value]) => [name, typeof value === 'number' ? intOf(value) : typeof value === 'string' ? textOf(value) : intsOf(value)])),
});

describe('the adjoint is the slope of', () => {
  it.each<readonly [string, Case]>([
    ...['Relu', 'Sigmoid', 'Tanh', 'Erf', 'HardSwish', 'Softplus', 'Abs', 'Neg', 'Exp', 'Identity'].map((operator) => [operator, { input: [7], nodes: only(operator) }] as const),
    ['LeakyRelu', { input: [7], nodes: only('LeakyRelu', [], [['alpha', floatOf(0.3)]]) }],
    ['Clip', { input: [7], nodes: only('Clip', ['low', 'high']), tensors: [tensor('low', [], [-0.55]), tensor('high', [], [0.55])] }],
    ['FastGelu', { input: [7], nodes: only('FastGelu', [], [], 'com.microsoft') }],
    ['Sqrt of a square', { input: [7], nodes: [makeNode('Mul', ['x', 'x'], ['s']), makeNode('Sqrt', ['s'], ['y'])] }],
    ['Log and Reciprocal of Exp', { input: [7], nodes: [makeNode('Exp', ['x'], ['e']), makeNode('Add', ['e', 'one'], ['p']), makeNode('Log', ['p'], ['l']), makeNode('Reciprocal', ['l'], ['y'])], tensors: [tensor('one', [], [1])] }],
    ['Pow', { input: [7], nodes: only('Pow', ['three']), tensors: [tensor('three', [], [3])] }],
    ['Sub from a constant', { input: [7], nodes: [makeNode('Sub', ['one', 'x'], ['y'])], tensors: [tensor('one', [], [1])] }],
    ['Div by itself shifted', { input: [7], nodes: [makeNode('Exp', ['x'], ['e']), makeNode('Add', ['e', 'one'], ['p']), makeNode('Div', ['x', 'p'], ['y'])], tensors: [tensor('one', [], [1])] }],
    ['a GELU written out', { input: [7], nodes: [makeNode('Mul', ['x', 'half'], ['s']), makeNode('Erf', ['s'], ['e']), makeNode('Add', ['e', 'one'], ['p']), makeNode('Mul', ['x', 'p'], ['y'])], tensors: [tensor('half', [], [0.5]), tensor('one', [], [1])] }],
    ['BatchNormalization', { input: spatial, nodes: only('BatchNormalization', ['g', 'b', 'm', 'v']), tensors: ['g', 'b', 'm', 'v'].map((name, i) => tensor(name, [4], noise(4, i).map((value) => Math.abs(value) + 0.5))) }],
    ['a convolution', { input: spatial, nodes: only('Conv', ['w'], [['pads', intsOf([1, 1, 1, 1])]]), tensors: [tensor('w', [5, 4, 3, 3], noise(180, 2))] }],
    ['a strided one whose last row is not reached', { input: [4, 7, 8], nodes: only('Conv', ['w'], [['strides', intsOf([2, 2])]]), tensors: [tensor('w', [5, 4, 3, 3], noise(180, 2))] }],
    ['a depthwise one', { input: spatial, nodes: only('Conv', ['w'], [['group', intOf(4)], ['strides', intsOf([2, 2])], ['pads', intsOf([1, 1, 1, 1])]]), tensors: [tensor('w', [4, 1, 3, 3], noise(36, 2))] }],
    ['a dilated one in one dimension', { input: [4, 9], nodes: only('Conv', ['w'], [['dilations', intsOf([2])]]), tensors: [tensor('w', [5, 4, 3], noise(60, 2))] }],
    ['Gemm', { input: [6], nodes: only('Gemm', ['w'], [['transB', intOf(1)]]), tensors: [tensor('w', [4, 6], noise(24, 2))] }],
    ['MatMul', { input: [5, 6], nodes: only('MatMul', ['w']), tensors: [tensor('w', [6, 4], noise(24, 2))] }],
    ['Transpose and Flatten', { input: [2, 3, 4], nodes: [makeNode('Transpose', ['x'], ['t'], { attributes: [['perm', intsOf([0, 2, 3, 1])]] }), makeNode('Flatten', ['t'], ['f']), makeNode('Mul', ['f', 'w'], ['y'])], tensors: [tensor('w', [24], noise(24, 2))] }],
    ['Reshape, Unsqueeze and Squeeze', { input: [6], opset: 11, nodes: [
      makeNode('Reshape', ['x', 'shape'], ['r']), makeNode('Unsqueeze', ['r'], ['u'], { attributes: [['axes', intsOf([1])]] }), makeNode('Mul', ['u', 'w'], ['m']), makeNode('Squeeze', ['m'], ['y'], { attributes: [['axes', intsOf([1])]] }),
    ], tensors: [int64Tensor('shape', [-1, 2, 3]), tensor('w', [2, 3], noise(6, 2))] }],
    ['a squeeze-and-excite gate', { input: spatial, nodes: [
      makeNode('GlobalAveragePool', ['x'], ['p']), makeNode('Conv', ['p', 'w'], ['q']), makeNode('HardSigmoid', ['q'], ['s']), makeNode('Mul', ['x', 's'], ['y']),
    ], tensors: [tensor('w', [4, 4, 1, 1], noise(16, 2))] }],
    ['a mean over positions before opset 8', { input: spatial, opset: 7, nodes: [makeNode('GlobalAveragePool', ['x'], ['p']), makeNode('Mul', ['x', 'p'], ['y'])] }],
    ['ReduceMean, axes gone', { input: [5, 6], opset: 13, nodes: only('ReduceMean', [], [['axes', intsOf([1])], ['keepdims', intOf(0)]]) }],
    ['a norm over positions, written out', { input: [5, 6], opset: 13, nodes: [
      makeNode('ReduceMean', ['x'], ['m'], { attributes: [['axes', intsOf([1])]] }), makeNode('Sub', ['x', 'm'], ['c']), makeNode('Mul', ['c', 'c'], ['q']),
      makeNode('ReduceSum', ['q', 'axes'], ['v']), makeNode('Add', ['v', 'one'], ['e']), makeNode('Sqrt', ['e'], ['d']), makeNode('Div', ['c', 'd'], ['y']),
    ], tensors: [int64Tensor('axes', [1]), tensor('one', [], [1])] }],
    ['MaxPool whose last column is left over', { input: [4, 6, 7], nodes: only('MaxPool', [], [['kernel_shape', intsOf([2, 2])], ['strides', intsOf([2, 2])]]) }],
    ['MaxPool whose windows overlap', pooled('MaxPool', [4, 7, 8], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] })],
    ['MaxPool with a last window beyond the end', pooled('MaxPool', [4, 8, 8], { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 })],
    ['MaxPool that pads by itself, in one dimension', pooled('MaxPool', [4, 9], { kernel_shape: [4], strides: [2], auto_pad: 'SAME_LOWER' })],
    ['a dilated MaxPool', pooled('MaxPool', [3, 6, 9], { kernel_shape: [2, 3], dilations: [2, 3], strides: [1, 2] })],
    ['AveragePool', pooled('AveragePool', [4, 6, 7], { kernel_shape: [2, 2], strides: [2, 2] })],
    ['AveragePool whose windows overlap', pooled('AveragePool', [4, 6, 7], { kernel_shape: [3, 2], strides: [1, 1] })],
    ['AveragePool whose padding does not count', pooled('AveragePool', [4, 7, 7], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 0, 1, 2] })],
    ['AveragePool whose padding counts', pooled('AveragePool', [4, 7, 7], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 0, 1, 2], count_include_pad: 1 })],
    ['AveragePool with a last window beyond the end', pooled('AveragePool', [4, 8, 8], { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 })],
    ['LayerNormalization over positions', { input: [5, 6], nodes: only('LayerNormalization', ['g', 'b'], [['axis', intOf(-1)], ['epsilon', floatOf(0.1)]]), tensors: [tensor('g', [6], noise(6, 2)), tensor('b', [6], noise(6, 4))] }],
    ['LayerNormalization over two axes, without a bias', { input: [5, 2, 3], opset: 18, nodes: only('LayerNormalization', ['g'], [['axis', intOf(2)]]), tensors: [tensor('g', [2, 3], noise(6, 2))] }],
    ['a Slice that turns channels and columns round', { input: [4, 3, 5], nodes: [makeNode('Slice', ['x', 'from', 'to', 'axes', 'steps'], ['s']), makeNode('Mul', ['s', 'w'], ['y'])], tensors: [int64Tensor('from', [-1, -1]), int64Tensor('to', [-99, -99]), int64Tensor('axes', [1, 3]), int64Tensor('steps', [-1, -1]), tensor('w', [4, 3, 5], noise(60, 2))] }],
    ['a Slice that takes everything', { input: [4, 3], nodes: [makeNode('Slice', ['x', 'from', 'to'], ['s']), makeNode('Mul', ['s', 'w'], ['y'])], tensors: [int64Tensor('from', [0, 0]), int64Tensor('to', [99, 99]), tensor('w', [4, 3], noise(12, 2))] }],
    ['Concat with a constant and with itself', { input: [4, 6], nodes: [makeNode('Mul', ['x', 'two'], ['d']), makeNode('Concat', ['x', 'd'], ['j'], { attributes: [['axis', intOf(-2)]] }), makeNode('Mul', ['j', 'w'], ['y'])], tensors: [tensor('two', [], [2]), tensor('w', [8, 6], noise(48, 2))] }],
    ['Expand', { input: [4, 1], nodes: [makeNode('Expand', ['x', 'to'], ['e']), makeNode('Mul', ['e', 'w'], ['y'])], tensors: [int64Tensor('to', [1, 4, 5]), tensor('w', [4, 5], noise(20, 2))] }],
    ['a constant per channel', { input: spatial, nodes: only('Mul', ['k']), tensors: [channels('k', [1, 2, 3, 4])] }],
    ['what goes two ways, one of which has no rule', { input: [7], nodes: [makeNode('Mul', ['x', 'two'], ['m']), makeNode('Floor', ['x'], ['f']), makeNode('Add', ['m', 'f'], ['y'])], tensors: [tensor('two', [], [2])] }],
  ])('%s', async (_, given) => {
    const { traced, measured } = await slopes(given) ?? { traced: NaN, measured: NaN };
    expect(Math.abs(measured)).toBeGreaterThan(0.02);
    expect(Math.abs(traced - measured) / Math.abs(measured)).toBeLessThan(0.02);
  });

  it.each<readonly [string, Case]>([
    ['Softmax', { input: [7], nodes: only('Softmax') }],
    ['AveragePool whose padding counts, with a last window beyond it', pooled('AveragePool', [4, 8, 8], { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1, count_include_pad: 1 })],
    ['a MaxPool of large windows that overlap', pooled('MaxPool', [4, 9, 9], { kernel_shape: [6, 6], strides: [1, 1] })],
    ['a Slice that leaves something out', { input: [7], nodes: only('Slice', ['from', 'to', 'axes']), tensors: [int64Tensor('from', [1]), int64Tensor('to', [6]), int64Tensor('axes', [1])] }],
  ])('nothing is made up for %s', async (_, given) => {
    expect(await slopes(given)).toBeUndefined();
  });
});
