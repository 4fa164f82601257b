/** Facts of small graphs made here, where every expected number can be told by hand. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { intOf, intsOf, makeNode, tensorOf, textOf } from '../../src/onnx/graph.js';
import { DataType, type Node } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { openSessions } from '../../src/runtime/runtime.js';
import { BOOL, factsOf, floats, FLOAT, graphOf, INT64, modelOf, zeros } from './support.js';

describe('shapes', () => {
  it('knows inputs, initializers and every node output, and marks what changes with an open dimension', async () => {
    const { values } = await factsOf(modelOf({
      nodes: [makeNode('MatMul', ['x', 'w'], ['h']), makeNode('Transpose', ['h'], ['y'])],
      inputs: { x: [FLOAT, ['batch', 3]] }, outputs: ['y'], initializers: [floats('w', [3, 5])],
    }));
    expect(values).toEqual(new Map([
      ['w', { dims: [3, 5], dynamic: [false, false] }],
      ['x', { dims: [1, 3], dynamic: [true, false] }],
      ['h', { dims: [1, 5], dynamic: [true, false], elementBytes: 4 }],
      ['y', { dims: [5, 1], dynamic: [false, true], elementBytes: 4 }],
    ]));
  });

  it('gives dimensions of one name one size, and finds the size that the weights want', async () => {
    const { values } = await factsOf(modelOf({
      nodes: [makeNode('Add', ['a', 'b'], ['s']), makeNode('MatMul', ['s', 'w'], ['y'])],
      inputs: { a: [FLOAT, ['n', 'd']], b: [FLOAT, ['n', 'd']] }, outputs: ['y'], initializers: [floats('w', [48, 2])],
    }));
    expect(values.get('s')).toMatchObject({ dims: [1, 48], dynamic: [true, false] });
  });

  it('tries the sizes of real data first, one sample at a time', async () => {
    const model = modelOf({
      nodes: [makeNode('Relu', ['x'], ['y'])], inputs: { x: [FLOAT, ['n', 3, 'h', 'w']] }, outputs: ['y'],
    });
    const { values } = await factsOf(model, new Map([['x', zeros([7, 3, 10, 30])]]));
    expect(values.get('y')).toMatchObject({ dims: [1, 3, 10, 30], dynamic: [true, false, true, true] });
  });

  it('finds sizes that only some pictures have: multiples of 32, and a batch of exactly 2', async () => {
    const { values } = await factsOf(modelOf({
      nodes: [
        makeNode('Reshape', ['x', 'halves'], ['r']),
        makeNode('Add', ['x', 'fixed'], ['y']),
      ],
      inputs: { x: [FLOAT, ['n', 'w']] }, outputs: ['r', 'y'],
      initializers: [int64Tensor('halves', [2, -1, 32]), floats('fixed', [2, 1])],
    }));
    expect(values.get('y')).toMatchObject({ dims: [2, 64], dynamic: [false, true] });
  });

  it('finds a rank where none is declared, or takes that of real data', async () => {
    const model = modelOf({ nodes: [makeNode('Conv', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, null] }, outputs: ['y'], initializers: [floats('w', [4, 3, 1, 1])] });
    expect((await factsOf(model)).values.get('y')).toMatchObject({ dims: [1, 4, 3, 3], dynamic: [true, false, true, true] });
    const real = await factsOf(model, new Map([['x', zeros([2, 3, 9, 7])]]));
    expect(real.values.get('y')?.dims).toEqual([1, 4, 9, 7]);
  });

  it('leaves out sequences and still knows the rest', async () => {
    const { values } = await factsOf(modelOf({
      nodes: [makeNode('SequenceConstruct', ['x', 'x'], ['s']), makeNode('ConcatFromSequence', ['s'], ['y'], { attributes: [['axis', intOf(1)]] })],
      inputs: { x: [FLOAT, [2, 3]] }, outputs: ['y'],
    }));
    expect([...values.keys()].sort()).toEqual(['x', 'y']);
    expect(values.get('y')?.dims).toEqual([2, 6]);
  });

  it('calls sizes that depend on contents dynamic, unless onnxruntime proves them fixed', async () => {
    const { values } = await factsOf(modelOf({
      nodes: [makeNode('NonZero', ['x'], ['where'])], inputs: { x: [FLOAT, [2, 3]] }, outputs: ['where'],
    }));
    expect(values.get('where')?.dynamic).toEqual([false, true]);
  });

  it('says which input cannot be made up', async () => {
    const model = modelOf({ nodes: [makeNode('Identity', ['x'], ['y'])], inputs: { x: [DataType.STRING, [1]] }, outputs: ['y'] });
    await expect(factsOf(model)).rejects.toMatchObject({ code: 'facts-failed', message: expect.stringContaining('"x"') });
  });

  it('says why no size runs', async () => {
    const model = modelOf({
      nodes: [makeNode('Reshape', ['x', 'shape'], ['y'])], inputs: { x: [FLOAT, ['n']] }, outputs: ['y'], initializers: [int64Tensor('shape', [7919])],
    });
    await expect(factsOf(model)).rejects.toMatchObject({ code: 'facts-failed', message: expect.stringMatching(/Reshape/u) });
  });

  it("passes on onnxruntime's refusal of a model", async () => {
    const model = modelOf({ nodes: [makeNode('Frobnicate', ['x'], ['y'], { domain: 'acme' })], inputs: { x: [FLOAT, [1]] }, outputs: ['y'] });
    const thrown = await factsOf(model).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toMatchObject({ code: 'custom-op-refused' });
    expect(openSessions()).toBe(0);
  });
});

describe('small values', () => {
  /** y = Reshape(x, [size of the batch, -1]) as exporters write it. */
  const reshapeBySize: readonly Node[] = [
    makeNode('Shape', ['x'], ['size']),
    makeNode('Gather', ['size', 'zero'], ['batch'], { attributes: [['axis', intOf(0)]] }),
    makeNode('Unsqueeze', ['batch', 'axes'], ['batch1']),
    makeNode('Concat', ['batch1', 'rest'], ['target'], { attributes: [['axis', intOf(0)]] }),
    makeNode('Reshape', ['x', 'target'], ['y']),
  ];
  const steering = [int64Tensor('zero', 0), int64Tensor('axes', [0]), int64Tensor('rest', [-1])];

  it('computes those that follow from sizes, and tells fixed from dynamic ones', async () => {
    const { small, movements } = await factsOf(modelOf({
      nodes: reshapeBySize, inputs: { x: [FLOAT, ['n', 4, 6]] }, outputs: ['y'], initializers: steering,
    }));
    expect(small.get('rest')).toEqual({ dims: [1], data: [-1], constant: true });
    expect(small.get('target')).toEqual({ dims: [2], data: [1, -1], constant: false });
    expect(small.get('size')).toEqual({ dims: [3], data: [1, 4, 6], constant: false });
    expect(movements.get(4)?.sources[0]).toEqual(Int32Array.from({ length: 24 }, (_, i) => i));
  });

  it('has nothing dynamic where no dimension is open', async () => {
    const { small } = await factsOf(modelOf({
      nodes: reshapeBySize, inputs: { x: [FLOAT, [2, 4, 6]] }, outputs: ['y'], initializers: steering,
    }));
    expect(small.get('target')).toEqual({ dims: [2], data: [2, -1], constant: true });
  });

  it('knows Constant nodes, booleans, and float scales of a Resize', async () => {
    const scales = makeTensor('s', DataType.FLOAT, [4], Float32Array.of(1, 1, 2, 2));
    const { small } = await factsOf(modelOf({
      nodes: [
        makeNode('Constant', [], ['scales'], { attributes: [['value', tensorOf(scales)]] }),
        makeNode('Constant', [], ['flag'], { attributes: [['value', tensorOf(makeTensor('b', DataType.BOOL, [], Uint8Array.of(1)))]] }),
        makeNode('Not', ['flag'], ['not']),
        makeNode('Resize', ['x', '', 'scales'], ['y']),
        makeNode('Where', ['not', 'x', 'x'], ['z']),
      ],
      inputs: { x: [FLOAT, [1, 1, 2, 2]] }, outputs: ['y', 'z'],
    }));
    expect(small.get('scales')).toEqual({ dims: [4], data: [1, 1, 2, 2], constant: true });
    expect(small.get('flag')).toEqual({ dims: [], data: [1], constant: true });
    expect(small.get('not')).toEqual({ dims: [], data: [0], constant: true });
  });

  it('knows no value that depends on the contents of an input, nor on chance', async () => {
    const { small, untraced } = await factsOf(modelOf({
      nodes: [
        makeNode('ArgMax', ['x'], ['best'], { attributes: [['axis', intOf(1)], ['keepdims', intOf(0)]] }),
        makeNode('Gather', ['x', 'best'], ['y'], { attributes: [['axis', intOf(1)]] }),
        makeNode('RandomUniform', [], ['dice'], { attributes: [['shape', intsOf([3])]] }),
        makeNode('Cast', ['dice'], ['whole'], { attributes: [['to', intOf(INT64)]] }),
        makeNode('Cast', ['flag'], ['number'], { attributes: [['to', intOf(INT64)]] }),
      ],
      inputs: { x: [FLOAT, [2, 3]], flag: [BOOL, [1]] }, outputs: ['y', 'whole', 'number'],
    }));
    expect([...small.keys()]).toEqual([]);
    expect(untraced.get(1)).toMatch(/input 1 depends on the data/u);
  });

  it('knows the size of a value whose size depends on contents for what it is: unknown', async () => {
    const { small } = await factsOf(modelOf({
      nodes: [makeNode('NonZero', ['x'], ['where']), makeNode('Shape', ['where'], ['size']), makeNode('Shape', ['x'], ['known'])],
      inputs: { x: [FLOAT, [2, 3]] }, outputs: ['size', 'known'],
    }));
    expect([...small.keys()]).toEqual(['known']);
  });

  it('reads part of a Shape, and Size', async () => {
    const { small } = await factsOf(modelOf({
      nodes: [makeNode('Shape', ['x'], ['tail'], { attributes: [['start', intOf(-2)]] }), makeNode('Size', ['x'], ['count']), makeNode('Neg', ['tail'], ['minus'])],
      inputs: { x: [FLOAT, [2, 3, 5]] }, outputs: ['tail', 'count', 'minus'],
    }));
    expect(small.get('minus')?.data).toEqual([-3, -5]);
    expect(small.get('tail')?.data).toEqual([3, 5]);
    expect(small.get('count')).toEqual({ dims: [], data: [30], constant: true });
  });

  it('follows values into a branch', async () => {
    const branch = (value: number) => graphOf({
      nodes: [makeNode('Mul', ['count', `k${value}`], ['scaled'])], inputs: {}, outputs: ['scaled'], initializers: [int64Tensor(`k${value}`, value)],
    });
    const { small } = await factsOf(modelOf({
      nodes: [
        makeNode('Size', ['x'], ['count']),
        makeNode('If', ['yes'], ['result'], { attributes: [['then_branch', { kind: 'graph', value: branch(3) }], ['else_branch', { kind: 'graph', value: branch(5) }]] }),
      ],
      inputs: { x: [FLOAT, [2, 3]] }, outputs: ['result'], initializers: [makeTensor('yes', DataType.BOOL, [], Uint8Array.of(1))],
    }));
    expect(small.get('result')).toEqual({ dims: [], data: [18], constant: true });
  });
});

describe('movements', () => {
  const moved = async (node: Node, dims: readonly number[], initializers = [int64Tensor('unused', 0)], opset = 17) => {
    const { movements, untraced } = await factsOf(modelOf({ nodes: [node], inputs: { x: [FLOAT, dims] }, outputs: node.outputs, initializers }, { opset }));
    return movements.get(0)?.sources.map((each) => [...each]) ?? untraced.get(0);
  };

  it('names the source of every element', async () => {
    expect(await moved(makeNode('Transpose', ['x'], ['y'], { attributes: [['perm', intsOf([1, 0])]] }), [2, 3])).toEqual([[0, 3, 1, 4, 2, 5]]);
    expect(await moved(makeNode('Gather', ['x', 'i'], ['y'], { attributes: [['axis', intOf(1)]] }), [2, 3], [int64Tensor('i', [2, 0])])).toEqual([[2, 0, 5, 3]]);
    expect(await moved(makeNode('Slice', ['x', 's', 'e'], ['y']), [4], [int64Tensor('s', [1]), int64Tensor('e', [9223372036854775807n])])).toEqual([[1, 2, 3]]);
    expect(await moved(makeNode('Expand', ['x', 's'], ['y']), [2, 1], [int64Tensor('s', [2, 2])])).toEqual([[0, 0, 1, 1]]);
    expect(await moved(makeNode('Tile', ['x', 'r'], ['y']), [2], [int64Tensor('r', [2])])).toEqual([[0, 1, 0, 1]]);
    expect(await moved(makeNode('Flatten', ['x'], ['y']), [1, 2, 2])).toEqual([[0, 1, 2, 3]]);
    expect(await moved(makeNode('Unsqueeze', ['x', 'a'], ['y']), [2], [int64Tensor('a', [0])])).toEqual([[0, 1]]);
    expect(await moved(makeNode('Squeeze', ['x'], ['y']), [1, 2])).toEqual([[0, 1]]);
    const block = [['blocksize', intOf(2)]] as const;
    expect(await moved(makeNode('DepthToSpace', ['x'], ['y'], { attributes: block }), [1, 4, 1, 1])).toEqual([[0, 1, 2, 3]]);
    expect(await moved(makeNode('SpaceToDepth', ['x'], ['y'], { attributes: block }), [1, 1, 2, 2])).toEqual([[0, 1, 2, 3]]);
  });

  it('has one list per output of a Split', async () => {
    const split = makeNode('Split', ['x', 'sizes'], ['a', 'b'], { attributes: [['axis', intOf(1)]] });
    expect(await moved(split, [2, 3], [int64Tensor('sizes', [1, 2])])).toEqual([[0, 3], [1, 2, 4, 5]]);
  });

  it('marks the fill of a Pad, whatever its value, and traces mirrored elements as copies', async () => {
    const pads = int64Tensor('p', [1, 1]);
    const fill = makeTensor('v', DataType.FLOAT, [], Float32Array.of(2));
    expect(await moved(makeNode('Pad', ['x', 'p', 'v'], ['y']), [2], [pads, fill])).toEqual([[-1, 0, 1, -1]]);
    const mirrored = makeNode('Pad', ['x', 'p'], ['y'], { attributes: [['mode', textOf('reflect')]] });
    expect(await moved(mirrored, [2], [pads])).toEqual([[1, 0, 1, 0]]);
    const old = makeNode('Pad', ['x'], ['y'], { attributes: [['pads', intsOf([0, 2])], ['value', { kind: 'float', value: 1 }]] });
    expect(await moved(old, [2], [], 10)).toEqual([[0, 1, -1, -1]]);
  });

  it('gives a reason where the movement depends on the data or is too large', async () => {
    const node = makeNode('Transpose', ['x'], ['y']);
    expect(await moved(node, [4097, 4096])).toMatch(/at most 16777216 are traced/u);
    expect(await moved(node, [2, 0])).toMatch(/no elements/u);
  });

  it('does not trace integers, but does trace quantised data', async () => {
    const facts = await factsOf(modelOf({
      nodes: [makeNode('Transpose', ['i'], ['a']), makeNode('Transpose', ['q'], ['b'])],
      inputs: { i: [INT64, [2, 2]], q: [DataType.INT8, [2, 2]] }, outputs: ['a', 'b'],
    }));
    expect([...facts.movements.keys()]).toEqual([1]);
    expect(facts.untraced.size).toBe(0);
  });

  it('traces half precision, and weights as data', async () => {
    const { movements } = await factsOf(modelOf({
      nodes: [makeNode('Transpose', ['x'], ['a']), makeNode('Transpose', ['w'], ['b'])],
      inputs: { x: [DataType.FLOAT16, [2, 2]] }, outputs: ['a', 'b'], initializers: [floats('w', [2, 3])],
    }));
    expect(movements.get(0)?.sources[0]).toEqual(Int32Array.of(0, 2, 1, 3));
    expect(movements.get(1)?.sources[0]).toEqual(Int32Array.of(0, 3, 1, 4, 2, 5));
  });

  it('shares the trace of equal movements', async () => {
    const { movements } = await factsOf(modelOf({
      nodes: [makeNode('Transpose', ['x'], ['a']), makeNode('Relu', ['x'], ['r']), makeNode('Transpose', ['r'], ['b'])],
      inputs: { x: [FLOAT, [2, 3]] }, outputs: ['a', 'b'],
    }));
    expect(movements.get(0)).toBe(movements.get(2));
  });
});
