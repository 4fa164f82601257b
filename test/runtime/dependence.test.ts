import { describe, expect, it } from 'vitest';
import { intOf, makeNode } from '../../src/onnx/graph.js';
import type { Node } from '../../src/onnx/ir.js';
import { int64Tensor } from '../../src/onnx/tensors.js';
import { dataDependence } from '../../src/runtime/dependence.js';
import { FLOAT, floats, graphOf } from './support.js';

function dependence(...nodes: readonly Node[]) {
  const { contents, sizes } = dataDependence(graphOf({
    nodes, inputs: { x: [FLOAT, [2, 3]] }, outputs: nodes.flatMap(({ outputs }) => outputs), initializers: [floats('w', [3, 3]), int64Tensor('k', [6])],
  }));
  return { contents: [...contents].sort(), sizes: [...sizes].sort() };
}

describe('what depends on the contents of inputs', () => {
  it('is what is computed from them, not what is computed from weights', () => {
    expect(dependence(makeNode('MatMul', ['x', 'w'], ['y']), makeNode('Relu', ['w'], ['v']))).toEqual({ contents: ['x', 'y'], sizes: [] });
  });

  it('is not their size', () => {
    expect(dependence(makeNode('Shape', ['x'], ['s']), makeNode('Reshape', ['x', 's'], ['y']))).toEqual({ contents: ['x', 'y'], sizes: [] });
  });

  it('is a size that a computed value sets, and whatever has or reads that size', () => {
    expect(dependence(
      makeNode('Cast', ['x'], ['i'], { attributes: [['to', intOf(7)]] }),
      makeNode('Reshape', ['w', 'i'], ['y']), makeNode('Relu', ['y'], ['z']), makeNode('Shape', ['z'], ['s']),
    )).toEqual({ contents: ['i', 's', 'x', 'y', 'z'], sizes: ['y', 'z'] });
  });

  it('is a size that a picking operator makes of computed values only', () => {
    expect(dependence(makeNode('NonZero', ['x'], ['a']), makeNode('NonZero', ['w'], ['b']))).toEqual({ contents: ['a', 'x'], sizes: ['a'] });
  });

  it('is everything that an unknown operator makes of them, sizes too', () => {
    const node = makeNode('Twirl', ['x'], ['y'], { domain: 'acme' });
    expect(dependence(node)).toEqual({ contents: ['x', 'y'], sizes: ['y'] });
  });

  it('is chance as well', () => {
    expect(dependence(makeNode('RandomNormalLike', ['w'], ['y']))).toEqual({ contents: ['x', 'y'], sizes: [] });
  });

  it('is seen through captured values and in nodes out of order', () => {
    const branch = graphOf({ nodes: [makeNode('Neg', ['late'], ['inner'])], inputs: {}, outputs: ['inner'] });
    const choice = makeNode('If', ['k'], ['y'], { attributes: [['then_branch', { kind: 'graph', value: branch }]] });
    expect(dependence(choice, makeNode('Abs', ['x'], ['late']))).toEqual({ contents: ['late', 'x', 'y'], sizes: ['y'] });
  });
});
