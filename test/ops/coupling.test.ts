/** The contract of a model, subgraphs, operators without a rule, weights in their places. */
import { describe, expect, it } from 'vitest';
import { makeGraph, makeNode, makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { AxisClasses } from '../../src/ops/axes.js';
import { opsetOf } from '../../src/ops/coupling.js';
import { RULES, ruleFor } from '../../src/ops/registry.js';
import { CouplingView, SmallGraph } from './small-graph.js';

const mlp = () => new SmallGraph().input('x', [1, 4]).weight('w1', [4, 6]).weight('w2', [6, 3])
  .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]);

describe('the contract of a model', () => {
  it('freezes inputs and outputs', () => {
    const view = mlp().node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y').couple();
    expect(view.reasons('w1', 0)).toEqual(['it is an input of the model']);
    expect(view.isFree('w1', 1)).toBe(true);
    expect(view.reasons('w2', 1)).toEqual(['it is an output of the model']);
  });

  it('freezes a value that is an output and read inside as well', () => {
    const view = mlp().node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y', 'h').couple();
    expect(view.reasons('w1', 1)).toEqual(['it is an output of the model']);
    expect(view.reasons('w2', 0)).toEqual(['it is an output of the model']);
  });

  it('does not freeze a weight that older exporters list among the inputs', () => {
    const graph = mlp().node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y');
    graph.inputs.push(makeValueInfo('w1', DataType.FLOAT, [4, 6]));
    expect(graph.couple({ irVersion: 3 }).isFree('w1', 1)).toBe(true);
  });

  it('freezes a weight that is itself an output', () => {
    const view = mlp().node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y', 'w1').couple();
    expect(view.reasons('w1', 1)).toEqual(['it is an output of the model']);
  });
});

describe('operators without a rule', () => {
  it('freeze what they read and leave their results inert', () => {
    const view = mlp().node('Unique', ['h', 'w2'], [['y', [1, 3]]]).couple();
    expect(view.reasons('w1', 1)).toEqual(['no rule for Unique']);
    expect(view.reasons('w2', 0)).toEqual(['no rule for Unique']);
    expect(view.classes('y', 1)).toBeNull();
  });

  it('are named with their domain: Relu of another domain is not Relu', () => {
    const view = mlp().node('Relu', ['h'], [['y', [1, 6]]], {}, 'com.example').couple();
    expect(view.reasons('w1', 1)).toEqual(['no rule for com.example:Relu']);
  });

  it('name the node, or its output where it has no name', () => {
    const graph = mlp().node('Unique', ['h'], [['y', [1, 6]]]);
    const { coupling } = graph.couple();
    expect(coupling.classes.freezeOf(coupling.axes.get('w1')?.[1]?.[0] ?? 0)).toEqual({ reason: 'no rule for Unique', operator: 'Unique', node: 'unique-1' });
    graph.nodes[1] = makeNode('Unique', ['h'], ['y']);
    const unnamed = graph.couple().coupling;
    expect(unnamed.classes.freezeOf(unnamed.axes.get('w1')?.[1]?.[0] ?? 0)?.node).toBe('y');
  });
});

describe('subgraphs', () => {
  /** If whose branches read `captured` from around. */
  const branching = (captured: string) => {
    const branch = makeGraph({ nodes: [makeNode('Identity', [captured], ['out'])], inputs: [], outputs: [makeValueInfo('out', DataType.FLOAT, null)] });
    return mlp().input('cond', [], DataType.BOOL)
      .node('If', ['cond'], [['y', [1, 6]]], { then_branch: { kind: 'graph', value: branch }, else_branch: { kind: 'graph', value: branch } });
  };

  it('freeze the activations they capture', () => {
    expect(branching('h').couple().reasons('w1', 1)).toEqual(['a subgraph of If reads it']);
  });

  it('freeze the weights they capture', () => {
    expect(branching('w2').couple().reasons('w2', 0)).toEqual(['a subgraph of If reads it']);
  });
});

describe('weights', () => {
  it('in Constant nodes couple like initializers', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w2', [6, 3])
      .node('Constant', [], [['w1', [4, 6]]], { value: tensorOf(makeTensor('', DataType.FLOAT, [4, 6], new Float32Array(24))) })
      .node('MatMul', ['x', 'w1'], [['h', [1, 6]]]).node('MatMul', ['h', 'w2'], [['y', [1, 3]]]);
    const view = graph.couple();
    expect(view.classes('w2', 0)).toEqual(view.classes('w1', 1));
    expect(view.coupling.stored.has('w1')).toBe(true);
  });

  it('seen through operators on constants are parameters, but are stored only at their origin', () => {
    const { coupling } = mlp().node('Relu', ['w2'], [['v2', [6, 3]]]).node('MatMul', ['h', 'v2'], [['y', [1, 3]]]).couple();
    expect([coupling.parameters.has('v2'), coupling.stored.has('v2')]).toEqual([true, false]);
    const view = new CouplingView(coupling);
    expect(view.classes('w2', 0)).toEqual(view.classes('w1', 1));
  });

  it('drawn at random, or made from a shape, are no parameters', () => {
    const { coupling } = mlp().node('RandomNormal', [], [['r', [6, 3]]]).node('MatMul', ['h', 'r'], [['y', [1, 3]]]).couple();
    expect(coupling.parameters.has('r')).toBe(false);
  });

  it('filled by ConstantOfShape can be cut by their shape', () => {
    const graph = mlp().ints('shape', [6, 3]).node('ConstantOfShape', ['shape'], [['c', [6, 3]]]).node('MatMul', ['h', 'c'], [['y', [1, 3]]]);
    const view = graph.couple();
    expect(view.classes('c', 0)).toEqual(view.classes('w1', 1));
    expect([...view.coupling.filled]).toEqual(['c']);
    expect(view.isFree('w1', 1)).toBe(true);
  });

  it('filled by a shape that is not known are inert', () => {
    const graph = mlp().small('shape', [6, 3], false).node('Shape', ['x'], [['shape', [2]]]).node('ConstantOfShape', ['shape'], [['c', [6, 3]]])
      .node('MatMul', ['h', 'c'], [['y', [1, 3]]]);
    expect(graph.couple().reasons('w1', 1)).not.toEqual([]);
  });
});

it('freezes an axis whose size depends on the input', () => {
  const view = mlp().node('Relu', ['h'], [['y', [1, 6]]]).dynamic('y', 1).couple();
  expect(view.reasons('w1', 1)).toEqual(['its size depends on the size of the input']);
});

it('couples in topological order, whatever the order of the nodes', () => {
  const graph = mlp().node('MatMul', ['h', 'w2'], [['y', [1, 3]]]).output('y');
  const sorted = graph.couple();
  graph.nodes.reverse();
  const reversed = graph.couple();
  expect(reversed.classes('w2', 0)).toEqual(reversed.classes('w1', 1));
  expect(reversed.isFree('w1', 1)).toBe(sorted.isFree('w1', 1));
});

it('takes names for what they are: __proto__ and constructor are values like any other', () => {
  const graph = new SmallGraph().input('__proto__', [1, 4]).weight('constructor', [4, 6]).weight('toString', [6, 3])
    .node('MatMul', ['__proto__', 'constructor'], [['hasOwnProperty', [1, 6]]]).node('MatMul', ['hasOwnProperty', 'toString'], [['y', [1, 3]]]);
  expect(graph.couple().classes('toString', 0)).toEqual(graph.couple().classes('constructor', 1));
});

describe('the registry', () => {
  it('has one rule per operator', () => {
    const ops = RULES.flatMap((rule) => rule.ops);
    expect(new Set(ops).size).toBe(ops.length);
    for (const op of ['Conv', 'com.microsoft:Gelu']) expect(ops).toContain(op);
  });

  it('looks in the domain of the node', () => {
    expect(ruleFor(makeNode('Gelu', ['x'], ['y'], { domain: 'com.microsoft' }))).toBeDefined();
    expect(ruleFor(makeNode('Conv', ['x'], ['y'], { domain: 'com.microsoft' }))).toBeUndefined();
  });

  it('has a rule for every family that issue 2 names', () => {
    const named = ['Conv', 'ConvTranspose', 'Gemm', 'MatMul', 'BatchNormalization', 'MaxPool', 'AveragePool', 'GlobalAveragePool', 'Concat', 'Split',
      'Slice', 'Reshape', 'Flatten', 'Transpose', 'Squeeze', 'Unsqueeze', 'Gather', 'Pad', 'Resize', 'Upsample', 'Dropout', 'Identity', 'Cast', 'Clip',
      'Relu', 'Sigmoid', 'Tanh', 'Elu', 'Selu', 'Celu', 'LeakyRelu', 'PRelu', 'HardSigmoid', 'HardSwish', 'Gelu', 'Mish', 'Softplus', 'Softsign',
      'ThresholdedRelu', 'Softmax', 'Add', 'Sub', 'Mul', 'Div', 'Pow', 'Max', 'Min'];
    for (const op of named) expect(ruleFor(makeNode(op, ['x'], ['y'])), op).toBeDefined();
  });
});

describe('classes', () => {
  it('do not depend on the order of ties', () => {
    const build = (ties: readonly (readonly [number, number])[]) => {
      const classes = new AxisClasses();
      classes.create(5);
      for (const [a, b] of ties) classes.union(a, b);
      return [0, 1, 2, 3, 4].map((id) => classes.find(id));
    };
    expect(build([[4, 2], [2, 0], [3, 1]])).toEqual([0, 1, 0, 1, 0]);
    expect(build([[3, 1], [0, 4], [4, 2]])).toEqual([0, 1, 0, 1, 0]);
  });

  it('keep the first freeze, and hand it on when tied', () => {
    const classes = new AxisClasses();
    const [a, b] = [classes.create(2), classes.create(2)];
    classes.freeze(b, { reason: 'first', operator: 'A', node: 'a' });
    classes.freeze(b, { reason: 'second', operator: 'B', node: 'b' });
    classes.tie(a, b);
    expect([...a].map((id) => classes.freezeOf(id)?.reason)).toEqual(['first', 'first']);
  });

  it('grow beyond their first thousand', () => {
    const classes = new AxisClasses();
    const [a, b] = [classes.create(3000), classes.create(3000)];
    classes.tie(a, b);
    expect(classes.size).toBe(6000);
    expect(classes.find(b[2999] as number)).toBe(a[2999]);
    expect(() => { classes.tie(a, classes.create(2)); }).toThrow(RangeError);
  });
});

it('reads the default opset, 1 where none is imported', () => {
  expect(opsetOf(mlp().model({ opset: 11 }))).toBe(11);
  expect(opsetOf({ ...mlp().model(), opsets: new Map([['com.microsoft', 1]]) })).toBe(1);
});
