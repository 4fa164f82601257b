/** Operators that mix positions along some axes: those freeze, the others pass. */
import { intAttribute, intsAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

const REDUCTIONS = [
  'ReduceL1', 'ReduceL2', 'ReduceLogSum', 'ReduceLogSumExp', 'ReduceMax', 'ReduceMean', 'ReduceMin', 'ReduceProd',
  'ReduceSum', 'ReduceSumSquare',
];

function coupleReduction(site: CoupleSite): void {
  const input = site.input(0);
  const shape = input === undefined ? undefined : site.shape(input);
  const reduced = shape === undefined ? undefined : reducedAxes(site, shape.length);
  if (input === undefined || shape === undefined || reduced === undefined) {
    site.freezeAll('which axes it reduces is not known');
    return;
  }
  const keepDims = intAttribute(site.node, 'keepdims', 1) !== 0;
  const axes: (AxisIds | null)[] = [];
  site.axes(input).forEach((ids, axis) => {
    if (!reduced.has(axis)) axes.push(ids);
    else {
      if (ids !== null) site.freezeIds(ids, 'it is reduced over this axis');
      if (keepDims) axes.push(null);
    }
  });
  site.define(0, axes);
}

function reducedAxes(site: CoupleSite, rank: number): Set<number> | undefined {
  const source = site.input(1);
  const listed = source === undefined ? intsAttribute(site.node, 'axes') : site.small(source)?.data;
  if (source !== undefined && listed === undefined) return undefined;
  if (listed === undefined || listed.length === 0) {
    const noop = intAttribute(site.node, 'noop_with_empty_axes', 0) !== 0;
    return new Set(noop ? [] : Array.from({ length: rank }, (_, axis) => axis));
  }
  return new Set(listed.map((axis) => (axis < 0 ? axis + rank : axis)));
}

/** Softmax and its kin: before opset 13 everything from `axis` on is one row, since then a single axis. */
function coupleSoftmax(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input, shape: { length: rank } } = given;
  const single = site.opset >= 13;
  const axis = intAttribute(site.node, 'axis', single ? -1 : 1);
  const first = axis < 0 ? axis + rank : axis;
  for (let at = first; at < (single ? first + 1 : rank); at++) {
    site.freezeAxis(input, at, 'it is normalised across this axis');
  }
  site.define(0, site.axes(input));
}

/** ArgMax, ArgMin: the searched axis freezes. */
function coupleArg(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input, shape: { length: rank } } = given;
  const axis = intAttribute(site.node, 'axis', 0);
  const searched = axis < 0 ? axis + rank : axis;
  site.freezeAxis(input, searched, 'its positions are compared');
  const axes = [...site.axes(input)];
  if (intAttribute(site.node, 'keepdims', 1) !== 0) axes[searched] = null;
  else axes.splice(searched, 1);
  site.define(0, axes);
}

/** Operators that compare, add up or scale along one axis: it freezes, the others pass. CumSum names it in an input. */
function coupleAlong(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input, shape } = given;
  const named = site.node.opType === 'CumSum' ? site.small(site.input(1) ?? '') : undefined;
  const axis = site.node.opType === 'CumSum' ? named?.data[0] : intAttribute(site.node, 'axis', -1);
  if (axis === undefined) {
    site.freezeAll('which axis it works along is not known');
    return;
  }
  const along = axis < 0 ? axis + shape.length : axis;
  site.freezeAxis(input, along, 'its positions depend on each other');
  const axes = site.axes(input).map((ids, at) => (at === along ? null : ids));
  site.node.outputs.forEach((_, position) => { site.define(position, axes); });
}

export const along: OpRule = { ops: ['CumSum', 'LpNormalization', 'TopK'], couple: coupleAlong };
export const reduction: OpRule = { ops: REDUCTIONS, couple: coupleReduction };
export const softmax: OpRule = { ops: ['Softmax', 'LogSoftmax', 'Hardmax'], couple: coupleSoftmax };
export const argument: OpRule = { ops: ['ArgMax', 'ArgMin'], couple: coupleArg };

/** Reads a shape only: what is cut is simply seen. */
export const shapeOf: OpRule = { ops: ['Shape', 'Size'], couple: () => undefined };
