import { describe, expect, it } from 'vitest';
import { constantTensors, replaceTensors, weightTensors } from '../../src/onnx/constants.js';
import {
  allNames, capturedValues, floatOf, freshName, indexGraph, intOf, intsOf, makeGraph, makeModel, makeNode, makeValueInfo, tensorOf, textOf, topologicalOrder,
} from '../../src/onnx/graph.js';
import { type Attribute, DataType, type Graph, requiredInputs } from '../../src/onnx/ir.js';
import { decodeModel } from '../../src/onnx/read.js';
import { tensorToNumbers } from '../../src/onnx/tensors.js';
import { encodeModel } from '../../src/onnx/write.js';
import { ramp } from './models.js';

const graphOf = (value: Graph): Attribute => ({ kind: 'graph', value });

/** If: its branch reads `a` of the graph around, and in an If of its own `b` and its own `inner`. */
function nestedIf() {
  const innermost = makeGraph({ nodes: [makeNode('Add', ['b', 'inner'], ['s'])], inputs: [], outputs: [makeValueInfo('s', 1, null)] });
  const branch = makeGraph({
    nodes: [makeNode('Relu', ['a'], ['inner']), makeNode('If', ['inner'], ['r'], { attributes: [['then_branch', graphOf(innermost)]] })],
    inputs: [], outputs: [makeValueInfo('r', 1, null), makeValueInfo('outer_output', 1, null)],
  });
  return makeNode('If', ['cond', ''], ['y'], { attributes: [['then_branch', graphOf(branch)]] });
}

describe('indexGraph and captured values', () => {
  it('count what subgraphs take from around them', () => {
    const node = nestedIf();
    expect([...capturedValues(node)].sort()).toEqual(['a', 'b', 'outer_output']);
    const { producer, consumers } = indexGraph(makeGraph({
      nodes: [makeNode('Relu', ['x'], ['a']), node, makeNode('Add', ['a', 'a'], ['z', ''])], inputs: [], outputs: [],
    }));
    expect(consumers.get('a')).toEqual([1, 2]);
    expect(consumers.get('b')).toEqual([1]);
    expect(consumers.has('')).toBe(false);
    expect(consumers.has('inner')).toBe(false);
    expect([producer.get('z'), producer.get('x')]).toEqual([2, undefined]);
  });

  it('find names of nested graphs, so that fresh ones shadow nothing', () => {
    const graph = makeGraph({ nodes: [nestedIf()], inputs: [], outputs: [] });
    expect(freshName(graph, 'inner')).toBe('inner_1');
    const taken = allNames(graph);
    expect([freshName(taken, '__proto__'), freshName(taken, '__proto__'), freshName(taken, 's')]).toEqual(['__proto__', '__proto___1', 's_1']);
  });
});

describe('topologicalOrder', () => {
  it('is stable and follows captured values', () => {
    const nodes = [makeNode('Relu', ['x'], ['cond']), nestedIf(), makeNode('Relu', ['x'], ['b']), makeNode('Relu', ['x'], ['a'])];
    expect(topologicalOrder(makeGraph({ nodes, inputs: [], outputs: [] }))).toEqual([0, 2, 3, 1]);
  });

  it('handles long chains in any order', () => {
    const count = 20_000;
    const nodes = Array.from({ length: count }, (_, index) => makeNode('Relu', [`v${index}`], [`v${index + 1}`]));
    expect(topologicalOrder(makeGraph({ nodes: nodes.toReversed(), inputs: [], outputs: [] }))[0]).toBe(count - 1);
  });

  it('refuses cycles', () => {
    const nodes = [makeNode('Relu', ['b'], ['a']), makeNode('Relu', ['a'], ['b'])];
    expect(() => topologicalOrder(makeGraph({ nodes, inputs: [], outputs: [] }))).toThrow(expect.objectContaining({ code: 'graph-cycle' }));
    expect(() => topologicalOrder(makeGraph({ nodes: [makeNode('Relu', ['a'], ['a'])], inputs: [], outputs: [] }))).toThrow(/cyclic/);
  });
});

describe('constants', () => {
  const constant = (output: string, name: string, attribute: Attribute) => makeNode('Constant', [], [output], { attributes: [[name, attribute]] });
  const model = makeModel(makeGraph({
    nodes: [
      constant('tensor', 'value', tensorOf(ramp('own', [2], 1))), constant('int', 'value_int', intOf(7)), constant('ints', 'value_ints', intsOf([1, 2])),
      constant('float', 'value_float', floatOf(0.5)), constant('floats', 'value_floats', { kind: 'floats', value: [1, 2, 3] }),
      constant('string', 'value_string', textOf('x')), makeNode('Add', ['tensor', 'w'], ['y']),
    ],
    initializers: new Map([['w', ramp('w', [2], 0)]]),
    inputs: [makeValueInfo('w', DataType.FLOAT, [2])],
    outputs: [makeValueInfo('y', DataType.FLOAT, [null])],
    valueInfos: [makeValueInfo('tensor', DataType.FLOAT, [2])],
  }));

  it('are found in every numeric form', () => {
    const found = [...constantTensors(model.graph)].map(([name, { node, tensor }]) => [name, node, tensor.dims, tensorToNumbers(tensor)]);
    expect(found).toEqual([
      ['tensor', 0, [2], [1, 1.125]], ['int', 1, [], [7]], ['ints', 2, [2], [1, 2]], ['float', 3, [], [0.5]], ['floats', 4, [3], [1, 2, 3]],
    ]);
    expect([...weightTensors(model.graph).keys()]).toEqual(['w', 'tensor', 'int', 'ints', 'float', 'floats']);
    expect(requiredInputs(model.graph)).toEqual([]);
  });

  it('are replaced where they are, and their declarations follow', () => {
    const changed = replaceTensors(model, new Map([['w', ramp('other', [3], 0)], ['tensor', ramp('', [3], 4)], ['int', ramp('', [3], 5)]]));
    const read = decodeModel(encodeModel(changed)).graph;
    expect(read.inputs[0]?.dims).toEqual([3]);
    expect(read.valueInfos[0]?.dims).toEqual([3]);
    expect(read.initializers.get('w')).toMatchObject({ name: 'w', dims: [3] });
    const { tensor, int } = Object.fromEntries([...constantTensors(read)].map(([name, value]) => [name, value.tensor]));
    expect(tensor).toMatchObject({ name: 'own', dims: [3] });
    expect(int?.dims).toEqual([3]);
    expect(changed.graph.nodes.slice(2)).toEqual(model.graph.nodes.slice(2));
    expect(replaceTensors(model, new Map())).toBe(model);
    expect(() => replaceTensors(model, new Map([['y', ramp('y', [1], 0)]]))).toThrow(/no constant/);
  });
});
