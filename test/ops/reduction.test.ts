/** Reductions, softmax and searches: the axes they mix freeze, the others pass. */
import { describe, expect, it } from 'vitest';
import { SmallGraph } from './small-graph.js';

const conv = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]);

describe('reductions', () => {
  it.each(['ReduceMean', 'ReduceSum', 'ReduceMax', 'ReduceL2', 'ReduceLogSumExp'])('%s over space keeps the channels', (op) => {
    const view = conv().ints('axes', [2, 3]).node(op, ['h', 'axes'], [['y', [1, 8, 1, 1]]]).couple({ opset: 18 });
    expect(view.classes('y', 1)).toEqual(view.classes('w', 0));
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('take their axes from an attribute before opset 13 or 18, and drop them without keepdims', () => {
    const view = conv().node('ReduceMean', ['h'], [['y', [1, 8]]], { axes: [-1, 2], keepdims: 0 }).couple({ opset: 11 });
    expect(view.classes('y', 1)).toEqual(view.classes('w', 0));
  });

  it('freeze the axis they sum over', () => {
    const view = conv().ints('axes', [1]).node('ReduceSum', ['h', 'axes'], [['y', [1, 1, 4, 4]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['it is reduced over this axis']);
    expect(view.classes('y', 1)).toBeNull();
  });

  it('without axes reduce over all of them, unless told that this means none', () => {
    const all = conv().node('ReduceSum', ['h'], [['y', [1, 1, 1, 1]]]).couple();
    expect(all.reasons('w', 0)).toEqual(['it is reduced over this axis']);
    const none = conv().node('ReduceSum', ['h'], [['y', [1, 8, 4, 4]]], { noop_with_empty_axes: 1 }).couple();
    expect(none.classes('y', 1)).toEqual(none.classes('w', 0));
  });

  it('freeze everything where their axes are computed from the input', () => {
    const view = conv().input('axes', [2]).node('ReduceSum', ['h', 'axes'], [['y', [1, 8, 1, 1]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['which axes it reduces is not known']);
  });
});

describe.each(['Softmax', 'LogSoftmax', 'Hardmax'])('%s', (op) => {
  it('freezes one axis since opset 13', () => {
    const view = conv().node(op, ['h'], [['y', [1, 8, 4, 4]]], { axis: 1 }).couple({ opset: 13 });
    expect(view.reasons('w', 0)).toEqual(['it is normalised across this axis']);
    const over = conv().node(op, ['h'], [['y', [1, 8, 4, 4]]], { axis: -1 }).couple({ opset: 13 });
    expect(over.isFree('w', 0)).toBe(true);
    expect(over.classes('y', 1)).toEqual(over.classes('w', 0));
  });

  it('freezes all axes from its own on before', () => {
    const from = (axis: number) => conv().node(op, ['h'], [['y', [1, 8, 4, 4]]], { axis }).couple({ opset: 11 });
    expect(from(0).reasons('w', 0)).toEqual(['it is normalised across this axis']);
    expect(from(1).reasons('w', 0)).toEqual(['it is normalised across this axis']);
    expect(from(2).isFree('w', 0)).toBe(true);
  });

  it('has another default axis in each', () => {
    expect(conv().node(op, ['h'], [['y', [1, 8, 4, 4]]]).couple({ opset: 13 }).isFree('w', 0)).toBe(true);
    expect(conv().node(op, ['h'], [['y', [1, 8, 4, 4]]]).couple({ opset: 11 }).isFree('w', 0)).toBe(false);
  });
});

describe.each(['ArgMax', 'ArgMin'])('%s', (op) => {
  it('freezes the axis it searches and passes the others', () => {
    const searched = conv().node(op, ['h'], [['y', [1, 1, 4, 4]]], { axis: 1 }).couple();
    expect(searched.reasons('w', 0)).toEqual(['its positions are compared']);
    expect(searched.classes('y', 1)).toBeNull();
    const along = conv().node(op, ['h'], [['y', [1, 8, 4]]], { axis: -1, keepdims: 0 }).couple();
    expect(along.classes('y', 1)).toEqual(along.classes('w', 0));
  });
});

it.each(['Shape', 'Size'])('%s reads sizes only: what is cut is simply seen', (op) => {
  const view = conv().node(op, ['h'], [['s', [4]]]).couple();
  expect(view.isFree('w', 0)).toBe(true);
  expect(view.classes('s', 0)).toBeNull();
});
