/**
 * Elementwise operators. Right-aligned axes of equal size are tied; an axis of size 1 broadcasts and ties nothing.
 * A live axis that meets an inert activation of the same size freezes, since that activation cannot follow.
 */
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

const UNARY = [
  'Abs', 'Acos', 'Acosh', 'Asin', 'Asinh', 'Atan', 'Atanh', 'Cast', 'Ceil', 'Celu', 'Clip', 'Cos', 'Cosh', 'Dropout',
  'Elu', 'Erf', 'Exp', 'Floor', 'Gelu', 'HardSigmoid', 'HardSwish', 'Identity', 'IsInf', 'IsNaN', 'LeakyRelu', 'Log',
  'Mish', 'Neg', 'Not', 'Reciprocal', 'Relu', 'Round', 'Selu', 'Shrink', 'Sigmoid', 'Sign', 'Sin', 'Sinh', 'Softplus',
  'Softsign', 'Sqrt', 'Swish', 'Tan', 'Tanh', 'ThresholdedRelu', 'com.microsoft:Gelu', 'com.microsoft:FastGelu',
  'com.microsoft:QuickGelu', 'com.microsoft:BiasGelu',
];

const BROADCAST = [
  'Add', 'And', 'BitShift', 'BitwiseAnd', 'BitwiseNot', 'BitwiseOr', 'BitwiseXor', 'Div', 'Equal', 'Greater',
  'GreaterOrEqual', 'Less', 'LessOrEqual', 'Max', 'Mean', 'Min', 'Mod', 'Mul', 'Or', 'PRelu', 'Pow', 'Sub', 'Sum',
  'Where', 'Xor',
];

function coupleElementwise(site: CoupleSite): void {
  const output = site.output(0);
  const shape = output === undefined ? undefined : site.shape(output);
  if (shape === undefined) {
    site.freezeAll('the shape of its result is not known');
    return;
  }
  const inputs = site.node.inputs.filter((name) => name !== '');
  const axes = shape.map((size, axis) => coupleAxis(site, inputs, size, axis - shape.length));
  site.node.outputs.forEach((_, position) => { site.define(position, axes); });
}

/** Ties what the inputs have at one right-aligned axis (`fromEnd` is -1 for the last); returns the output's ids. */
function coupleAxis(site: CoupleSite, inputs: readonly string[], size: number, fromEnd: number): AxisIds | null {
  if (size <= 1) return null;
  const members: { value: string; axis: number; ids: AxisIds | null; parameter: boolean }[] = [];
  for (const value of inputs) {
    const shape = site.shape(value);
    if (shape === undefined) return freezeAt(site, inputs, fromEnd, 'it meets a value of unknown shape');
    const axis = shape.length + fromEnd;
    if (axis < 0 || shape[axis] !== size) continue;
    members.push({ value, axis, ids: site.axis(value, axis), parameter: site.isParameter(value) });
  }
  const live = members.find((member) => !member.parameter && member.ids !== null);
  const inert = members.find((member) => member.ids === null);
  if (inert !== undefined) return freezeAt(site, inputs, fromEnd, `it meets a value that cannot follow: ${site.inertReason(inert.value)}`);
  // A constant that makes the axis by broadcasting over an activation belongs to no weight: left alone.
  if (live === undefined && inputs.some((value) => !site.isParameter(value))) {
    return freezeAt(site, inputs, fromEnd, 'a constant spreads a single position over this axis');
  }
  const first = members[0]?.ids ?? null;
  for (const member of members) {
    if (member.ids === null || first === null) continue;
    site.classes.tie(first, member.ids);
    if (member.parameter && live !== undefined) site.use('vector', member.value, member.axis, live.value, live.axis);
  }
  return first;
}

function freezeAt(site: CoupleSite, inputs: readonly string[], fromEnd: number, reason: string): null {
  for (const value of inputs) {
    const rank = site.shape(value)?.length;
    if (rank !== undefined && rank + fromEnd >= 0) site.freezeAxis(value, rank + fromEnd, reason);
  }
  return null;
}

export const elementwise: OpRule = { ops: [...UNARY, ...BROADCAST], couple: coupleElementwise };
