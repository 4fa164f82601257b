/**
 * Einsum of one or two operands, each letter an axis. Rules, per letter:
 *
 * 1. In the result and in one operand: the axis passes; a weight's axis makes it.
 * 2. In the result and in both operands: their axes tie, as batch axes of a MatMul or as channels scaled by a vector.
 * 3. Summed over and in both operands, one of them a weight: the weight reads the axis. Where a product sums over
 *    several such axes (heads x width) the first stays live, as in a reshape, and the others freeze.
 * 4. Summed over otherwise (within one operand, between two activations): the axis freezes.
 *
 * An ellipsis, a letter twice in one operand (a diagonal), sizes that broadcast, and more operands freeze everything.
 */
import { stringAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import { product } from './rule.js';
import type { CostShapes, OpRule } from './rule.js';

export interface Equation {
  /** Letters of each operand's axes. */
  readonly operands: readonly string[];
  readonly result: string;
}

/** Undefined where the equation has an ellipsis, or a letter twice in one term. */
export function parseEquation(text: string): Equation | undefined {
  const [left = '', right] = text.replaceAll(' ', '').split('->');
  const operands = left.split(',');
  if (text.includes('.') || [...operands, right ?? ''].some((term) => new Set(term).size < term.length)) return undefined;
  return { operands, result: right ?? impliedResult(operands) };
}

/** Without an arrow: the letters that occur once, in alphabetical order (capitals first). */
function impliedResult(operands: readonly string[]): string {
  const all = operands.join('');
  return [...new Set(all)].filter((letter) => all.indexOf(letter) === all.lastIndexOf(letter)).sort().join('');
}

interface Member {
  readonly value: string;
  readonly axis: number;
  readonly ids: AxisIds | null;
  readonly isWeight: boolean;
}

function coupleEinsum(site: CoupleSite): void {
  const equation = parseEquation(stringAttribute(site.node, 'equation') ?? '');
  const members = equation === undefined ? undefined : membersOf(site, equation);
  if (equation === undefined || members === undefined) {
    site.freezeAll('this form of Einsum is left alone');
    return;
  }
  let reads = false;
  for (const [letter, axes] of members) {
    if (!equation.result.includes(letter)) reads = coupleSummed(site, axes, reads) || reads;
  }
  site.define(0, [...equation.result].map((letter, axis) => coupleKept(site, members.get(letter) ?? [], axis)));
}

/** By letter, the axes it stands for; undefined where sizes are not known or differ. */
function membersOf(site: CoupleSite, { operands }: Equation): Map<string, Member[]> | undefined {
  const inputs = site.node.inputs;
  if (inputs.length !== operands.length || inputs.length > 2 || inputs[0] === inputs[1]) return undefined;
  const members = new Map<string, Member[]>();
  for (const [position, term] of operands.entries()) {
    const value = inputs[position] as string;
    const shape = site.shape(value);
    if (shape?.length !== term.length) return undefined;
    for (const [axis, letter] of [...term].entries()) {
      const others = members.get(letter) ?? [];
      if (others.some((other) => site.shape(other.value)?.[other.axis] !== shape[axis])) return undefined;
      members.set(letter, [...others, { value, axis, ids: site.axis(value, axis), isWeight: site.isParameter(value) }]);
    }
  }
  return members;
}

/** True where a weight reads the axis. */
function coupleSummed(site: CoupleSite, axes: readonly Member[], another: boolean): boolean {
  const weight = axes.find((member) => member.isWeight);
  const activation = axes.find((member) => !member.isWeight);
  if (weight === undefined || activation === undefined || another) {
    const reason = another ? 'another axis of the same product may be cut' : 'it is summed over';
    for (const { ids } of axes) if (ids !== null) site.freezeIds(ids, reason);
    return false;
  }
  site.tieOrFreeze(weight.ids, activation.value, activation.axis);
  site.use('consumer', weight.value, weight.axis, activation.value, activation.axis);
  return true;
}

function coupleKept(site: CoupleSite, axes: readonly Member[], resultAxis: number): AxisIds | null {
  const [first, second] = axes;
  if (first === undefined) return null;
  const output = site.output(0) ?? '';
  if (second === undefined) {
    if (first.isWeight) site.use('producer', first.value, first.axis, output, resultAxis);
    return first.ids;
  }
  if (first.ids === null || second.ids === null) {
    for (const { ids } of axes) if (ids !== null) site.freezeIds(ids, 'it meets a value that cannot be pruned');
    return null;
  }
  site.classes.tie(first.ids, second.ids);
  for (const member of axes) if (member.isWeight) site.use('vector', member.value, member.axis, output, resultAxis);
  return first.ids;
}

/** One product for every choice of all letters; a single operand is only moved or summed. */
function macsOfEinsum({ node, inputs }: CostShapes): number {
  const equation = parseEquation(stringAttribute(node, 'equation') ?? '');
  if (equation === undefined || inputs.length < 2) return 0;
  const sizes = new Map(equation.operands.flatMap((term, position) => [...term].map((letter, axis) => [letter, inputs[position]?.[axis] ?? 0] as const)));
  return product([...sizes.values()]);
}

export const einsum: OpRule = { ops: ['Einsum'], couple: coupleEinsum, macs: macsOfEinsum };
