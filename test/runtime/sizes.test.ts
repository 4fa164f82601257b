import { describe, expect, it } from 'vitest';
import { makeValueInfo } from '../../src/onnx/graph.js';
import type { Dim } from '../../src/onnx/ir.js';
import { dimsOf, firstSizes, freeDims, inputShapes, secondSizes, type Sizes } from '../../src/runtime/sizes.js';
import type { Feeds } from '../../src/runtime/types.js';
import { FLOAT, zeros } from './support.js';

const inputs = (...dims: (readonly Dim[] | null)[]) => inputShapes(dims.map((each, index) => makeValueInfo(`x${index}`, FLOAT, each)), new Map());

function first(dims: readonly (readonly Dim[])[], feeds?: Feeds): number[][][] {
  const shapes = inputs(...dims);
  return [...firstSizes(freeDims(shapes, feeds))].map((sizes) => shapes.map(({ axes }) => dimsOf(axes, sizes)));
}

describe('sizes to try', () => {
  it('has one try where nothing is open', () => {
    expect(first([[1, 3, 8, 8]])).toEqual([[[1, 3, 8, 8]]]);
  });

  it('starts with one sample of 64', () => {
    expect(first([['n', 3, 'h', 'w']])[0]).toEqual([[1, 3, 64, 64]]);
    expect(first([['n', 10]])[0]).toEqual([[1, 10]]);
  });

  it('starts with the sizes of real data, one sample at a time, then with its own batch', () => {
    const tries = first([['n', 3, 'h', 'w']], new Map([['x0', zeros([5, 3, 20, 40])]]));
    expect(tries.slice(0, 2)).toEqual([[[1, 3, 20, 40]], [[5, 3, 20, 40]]]);
  });

  it('ignores real data of another rank', () => {
    expect(first([['n', 'd']], new Map([['x0', zeros([5, 3, 20, 40])]]))[0]).toEqual([[1, 64]]);
  });

  it('gives dimensions of one name one size', () => {
    for (const [[n, s], [m, t]] of first([['n', 's'], ['n', 's']]) as [[number, number], [number, number]][]) {
      expect([m, t]).toEqual([n, s]);
    }
  });

  it('takes nameless dimensions for different ones', () => {
    const tries = first([[null, 'None'], ['?', 'None']]).map((each) => each.flat().join());
    expect(tries).toContain('1,1,1,64');
    expect(tries).toContain('1,64,1,1');
  });

  it('never tries the same twice, and ends', () => {
    const tries = first([['n', 'a', 'b'], ['n', 'c', 'd']]).map((each) => each.flat().join());
    expect(new Set(tries).size).toBe(tries.length);
    expect(tries.length).toBeLessThan(500);
    expect([...firstSizes(freeDims(inputs(Array.from({ length: 30 }, () => null)), undefined))].length).toBeLessThan(500);
  });

  it('changes all open dimensions for the second run before it changes some', () => {
    const dims = freeDims(inputs(['n', 'h', 'w']), undefined);
    const from: Sizes = new Map(dims.map(({ key, batch }) => [key, batch ? 1 : 320]));
    const tries = [...secondSizes(dims, from)].map((sizes) => dims.map(({ key }) => sizes.get(key)));
    expect(tries[0]).toEqual([2, 160, 160]);
    expect(tries.at(-1)?.filter((size, index) => size !== [1, 320, 320][index])).toHaveLength(1);
    expect([...secondSizes([], new Map())]).toEqual([]);
  });
});
