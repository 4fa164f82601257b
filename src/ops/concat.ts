/** Concat: the joined axis strings the inputs' positions together; every other axis ties across inputs. */
import { intAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

function coupleConcat(site: CoupleSite): void {
  const output = site.output(0);
  const shape = output === undefined ? undefined : site.shape(output);
  const inputs = site.node.inputs.filter((name) => name !== '');
  if (shape === undefined || inputs.some((name) => site.shape(name)?.length !== shape.length)) {
    site.freezeAll('the shapes of what it joins are not known');
    return;
  }
  const listed = intAttribute(site.node, 'axis', 0);
  const joined = listed < 0 ? listed + shape.length : listed;
  site.define(0, shape.map((_, axis) => (axis === joined ? joinAxis(site, inputs, axis) : tieAxis(site, inputs, axis))));
}

function joinAxis(site: CoupleSite, inputs: readonly string[], axis: number): AxisIds | null {
  if (inputs.every((value) => site.axis(value, axis) === null)) return null;
  const pieces = inputs.map((value) => site.axisOrFrozen(value, axis, site.shape(value)?.[axis] ?? 0));
  const joined = new Int32Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

function tieAxis(site: CoupleSite, inputs: readonly string[], axis: number): AxisIds | null {
  const members = inputs.map((value) => site.axis(value, axis));
  const first = members[0] ?? null;
  if (members.every((ids) => ids === null)) return null;
  if (first === null || members.some((ids) => ids?.length !== first.length)) {
    for (const ids of members) if (ids !== null) site.freezeIds(ids, 'it meets a value that cannot be pruned');
    return null;
  }
  for (const ids of members) if (ids !== null) site.classes.tie(first, ids);
  return first;
}

export const concat: OpRule = { ops: ['Concat'], couple: coupleConcat };
