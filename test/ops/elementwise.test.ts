/** Elementwise operators: what ties, what broadcasts, what cannot follow. */
import { describe, expect, it } from 'vitest';
import { SmallGraph } from './small-graph.js';

/** A MatMul makes `h` [1, 6] live; `h` feeds whatever the test adds. */
const withLive = () => new SmallGraph().input('x', [1, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['h', [1, 6]]]);

describe('unary operators', () => {
  it.each(['Relu', 'Sigmoid', 'Erf', 'Gelu', 'HardSwish', 'Cast', 'Identity', 'LeakyRelu', 'Sqrt', 'Not'])('pass every axis: %s', (op) => {
    const view = withLive().node(op, ['h'], [['y', [1, 6]]]).couple();
    expect(view.classes('y', 1)).toEqual(view.classes('w', 1));
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('take scalars beside the data: Clip', () => {
    const view = withLive().weight('low', []).weight('high', []).node('Clip', ['h', 'low', 'high'], [['y', [1, 6]]]).couple();
    expect(view.classes('y', 1)).toEqual(view.classes('h', 1));
  });

  it('give every output the same axes: Dropout with a mask', () => {
    const view = withLive().node('Dropout', ['h'], [['y', [1, 6]], ['mask', [1, 6]]]).couple();
    expect(view.classes('mask', 1)).toEqual(view.classes('h', 1));
    expect(view.classes('y', 1)).toEqual(view.classes('h', 1));
  });

  it('freeze what they touch where the shape of the result is not known', () => {
    const view = withLive().node('Relu', ['h'], [['y', undefined]]).couple();
    expect(view.reasons('h', 1)).toEqual(['the shape of its result is not known']);
  });
});

describe('broadcasting', () => {
  it('ties a weight of the same size, right-aligned, as a vector of the activation', () => {
    const view = withLive().weight('b', [6]).node('Add', ['h', 'b'], [['y', [1, 6]]]).couple();
    expect(view.classes('b', 0)).toEqual(view.classes('w', 1));
    expect(view.roles('b')).toEqual(['vector 0 -> h 1']);
  });

  it('takes the weight on the left as well', () => {
    const view = withLive().weight('b', [1, 6]).node('Sub', ['b', 'h'], [['y', [1, 6]]]).couple();
    expect(view.classes('b', 1)).toEqual(view.classes('h', 1));
  });

  it('ties two live activations: a residual stream', () => {
    const view = withLive().weight('v', [4, 6]).node('MatMul', ['x', 'v'], [['g', [1, 6]]]).node('Add', ['h', 'g'], [['y', [1, 6]]]).couple();
    expect(view.classes('v', 1)).toEqual(view.classes('w', 1));
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('ties nothing to an axis of size 1: a squeeze-and-excite gate spreads over space, not over channels', () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).weight('g', [8, 3, 4, 4])
      .node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]).node('Conv', ['x', 'g'], [['gate', [1, 8, 1, 1]]])
      .node('Mul', ['h', 'gate'], [['y', [1, 8, 4, 4]]]);
    const view = graph.couple();
    expect(view.classes('g', 0)).toEqual(view.classes('w', 0));
    expect(view.classes('y', 2)).toBeNull();
  });

  it('ties all inputs of a variadic operator', () => {
    const graph = withLive().weight('v', [4, 6]).weight('u', [4, 6]).node('MatMul', ['x', 'v'], [['a', [1, 6]]])
      .node('MatMul', ['x', 'u'], [['b', [1, 6]]]).node('Sum', ['h', 'a', 'b'], [['y', [1, 6]]]);
    const view = graph.couple();
    expect(view.classes('u', 1)).toEqual(view.classes('w', 1));
    expect(view.classes('v', 1)).toEqual(view.classes('w', 1));
  });

  it('ties the condition of Where and skips scalars', () => {
    const graph = withLive().weight('zero', []).weight('limit', [6]).node('Greater', ['h', 'limit'], [['c', [1, 6]]])
      .node('Where', ['c', 'h', 'zero'], [['y', [1, 6]]]);
    const view = graph.couple();
    expect(view.classes('limit', 0)).toEqual(view.classes('w', 1));
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('ties the slopes of PRelu per channel', () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).weight('slope', [8, 1, 1])
      .node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]).node('PRelu', ['h', 'slope'], [['y', [1, 8, 4, 4]]]);
    const view = graph.couple();
    expect(view.classes('slope', 0)).toEqual(view.classes('w', 0));
  });
});

describe('freezes', () => {
  it('a live axis that meets an input of the model', () => {
    const view = withLive().input('m', [1, 6]).node('Mul', ['h', 'm'], [['y', [1, 6]]]).couple();
    expect(view.reasons('w', 1)).toEqual(['it meets a value that cannot follow: it is an input of the model']);
    expect(view.classes('y', 1)).toBeNull();
  });

  it('a live axis that meets what an operator without a rule made, naming that operator', () => {
    const view = withLive().input('m', [1, 6]).node('Unique', ['m'], [['s', [1, 6]]]).node('Mul', ['h', 's'], [['y', [1, 6]]]).couple();
    expect(view.reasons('w', 1)).toEqual(['it meets a value that cannot follow: no rule for Unique']);
  });

  it('a constant that spreads one position of an activation over an axis', () => {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w', [4, 1]).weight('c', [6])
      .node('MatMul', ['x', 'w'], [['h', [1, 1]]]).node('Mul', ['h', 'c'], [['y', [1, 6]]]);
    const view = graph.couple();
    expect(view.reasons('c', 0)).toEqual(['a constant spreads a single position over this axis']);
    expect(view.classes('y', 1)).toBeNull();
  });

  it('what meets a value of unknown shape', () => {
    const view = withLive().input('m', [1, 6]).node('Compress', ['m'], [['s', undefined]]).node('Add', ['h', 's'], [['y', [1, 6]]]).couple();
    expect(view.reasons('w', 1)).toEqual(['it meets a value of unknown shape']);
  });

  it('leave spatial and batch axes inert', () => {
    const view = new SmallGraph().input('x', [2, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [2, 8, 4, 4]]])
      .node('Relu', ['h'], [['y', [2, 8, 4, 4]]]).couple();
    expect([0, 1, 2, 3].map((axis) => view.classes('y', axis) === null)).toEqual([true, false, true, true]);
  });
});
