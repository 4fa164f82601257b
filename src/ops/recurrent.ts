/**
 * LSTM, GRU and RNN. A unit is a hidden state: its row in every gate of the input weights, of the recurrent weights and
 * of the biases, its column of the recurrent weights, its peepholes, and its place in the states and results. Both
 * directions have the same number of hidden states and share an axis, so a position goes from both.
 *
 * Weights: W [directions, gates * hidden, input], R [directions, gates * hidden, hidden], B [directions, 2 * gates *
 * hidden], P [directions, 3 * hidden]; results [length, directions, batch, hidden] and [directions, batch, hidden].
 */
import { intAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
import { product, withAttributes } from './rule.js';
import type { CostShapes, NodeEdit, OpRule } from './rule.js';

/** Positions of inputs. */
const [DATA, WEIGHT, RECURRENT, BIAS, HIDDEN, CELL, PEEPHOLE] = [0, 1, 2, 3, 5, 6, 7];

function coupleRecurrent(site: CoupleSite): void {
  const [data, weight, recurrent] = [site.input(DATA), site.input(WEIGHT), site.input(RECURRENT)];
  const shape = recurrent === undefined ? undefined : site.shape(recurrent);
  if (data === undefined || weight === undefined || recurrent === undefined || shape?.length !== 3 || site.shape(data)?.length !== 3) {
    site.freezeAll('the shapes of its operands are not known');
    return;
  }
  if (!site.isParameter(weight) || !site.isParameter(recurrent)) {
    site.freezeAll('its weight is computed from the input');
    return;
  }
  const states = site.classes.create(shape[2] as number);
  coupleInput(site, data, weight);
  for (const [position, axis] of [[WEIGHT, 1], [RECURRENT, 1], [RECURRENT, 2], [BIAS, 1], [PEEPHOLE, 1], [HIDDEN, 2], [CELL, 2]] as const) {
    tieStates(site, states, position, axis);
  }
  const [value, axis] = site.output(0) === undefined ? [site.output(1) ?? site.output(2) ?? '', 2] : [site.output(0) as string, 3];
  site.use('producer', weight, 1, value, axis);
  site.use('vector', recurrent, 1, value, axis);
  site.use('recurrent', recurrent, 2, recurrent, 2);
  if (site.input(BIAS) !== undefined) site.use('vector', site.input(BIAS) as string, 1, value, axis);
  site.define(0, [null, null, null, states]);
  for (const position of [1, 2]) site.define(position, [null, null, states]);
}

function coupleInput(site: CoupleSite, data: string, weight: string): void {
  site.axes(data).forEach((ids, axis) => { if (ids !== null && axis !== 2) site.freezeIds(ids, 'it is run along this axis'); });
  site.tieOrFreeze(site.axis(weight, 2), data, 2);
  site.use('consumer', weight, 2, data, 2);
}

/** Along the axis every gate holds each state once. */
function tieStates(site: CoupleSite, states: AxisIds, position: number, axis: number): void {
  const value = site.input(position);
  const size = value === undefined ? undefined : site.shape(value)?.[axis];
  if (value === undefined) return;
  if (size === undefined || size % states.length !== 0) {
    site.freezeIds(states, 'the shape of one of its operands is not known');
    site.freezeValue(value, 'it belongs to hidden states that cannot be cut');
    return;
  }
  site.axes(value).forEach((ids, at) => {
    if (ids !== null && at !== axis && !(position === WEIGHT && at === 2) && position !== RECURRENT) site.freezeIds(ids, 'it is run along this axis');
  });
  site.axisOrFrozen(value, axis, size).forEach((id, at) => { site.classes.union(states[at % states.length] as number, id); });
  if (position === RECURRENT || position === WEIGHT) site.freezeAxis(value, 0, 'it is a direction');
}

function rewriteRecurrent(site: RewriteSite): NodeEdit | undefined {
  const recurrent = site.node.inputs[RECURRENT] as string;
  const hidden = site.lengthAfter(recurrent, 2);
  if (hidden === site.lengthBefore(recurrent, 2)) return undefined;
  return { nodes: [withAttributes(site.node, { hidden_size: { kind: 'int', value: BigInt(hidden) } })], tensors: [] };
}

function macsOfRecurrent({ node, inputs }: CostShapes): number {
  const [data, weight, recurrent] = inputs;
  if (data === undefined || weight === undefined || recurrent === undefined) return 0;
  const [first = 0, second = 0] = data;
  // Either way round they are the steps and the batch.
  const runs = intAttribute(node, 'layout', 0) === 0 ? first * second : second * first;
  return runs * (product(weight) + product(recurrent));
}

export const recurrent: OpRule = { ops: ['GRU', 'LSTM', 'RNN'], couple: coupleRecurrent, rewrite: rewriteRecurrent, macs: macsOfRecurrent };
