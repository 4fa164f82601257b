/**
 * Attention in one operator: `Attention`, `MultiHeadAttention` and `GroupQueryAttention` as onnxruntime's optimizer writes
 * them, and the standard's own `Attention`. Rules:
 *
 * 1. A unit is a key-value head with the query heads that read it: its slice of queries, keys, values, of their biases,
 *    of a bias per head, of a cache, and of the result. Heads never mix, so whole ones go exactly. Where all queries read
 *    one key-value head, that one stays and a unit is a query head.
 * 2. Along an axis of `heads x width` (or of heads alone) the units are equal blocks in order.
 * 3. The scale is by the width of a head, which stays.
 * 4. Every other axis is mixed and freezes.
 */
import { intAttribute, intsAttribute } from '../onnx/ir.js';
import type { Attribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
import { product, withAttributes } from './rule.js';
import type { CostShapes, NodeEdit, OpRule } from './rule.js';

const MIXED = 'attention mixes positions along this axis';
const UNEVEN = 'its sizes do not divide by its heads';
const SHARED = 'all queries read this one head of keys and values';

/** Where the heads are: [batch, length, hidden], [batch, heads, length, width] or [batch, length, heads, 2 or 3, width]. */
const HEAD_AXIS: ReadonlyMap<number, number> = new Map([[3, 2], [4, 1], [5, 2]]);

/** The units of one node, each with an id that all of its positions are tied to. */
class HeadUnits {
  readonly #ids: AxisIds;

  constructor(private readonly site: CoupleSite, readonly count: number) {
    this.#ids = site.classes.create(count);
  }

  freeze(reason: string): void {
    this.site.freezeIds(this.#ids, reason);
  }

  /** Ties equal blocks of an axis to the units in order. */
  tie(ids: AxisIds): void {
    if (ids.length % this.count !== 0) {
      this.freeze(UNEVEN);
      this.site.freezeIds(ids, UNEVEN);
      return;
    }
    const block = ids.length / this.count;
    ids.forEach((id, position) => { this.site.classes.union(this.#ids[Math.floor(position / block)] as number, id); });
  }

  /** A value with heads along its usual axis; an absent one ties nothing. */
  tieOperand(value: string | undefined): void {
    if (value === undefined) return;
    const shape = this.site.shape(value) ?? [];
    const axis = HEAD_AXIS.get(shape.length);
    if (axis === undefined) {
      this.freeze('the shape of one of its operands is not known');
      this.site.freezeValue(value, MIXED);
      return;
    }
    freezeOthers(this.site, value, axis);
    this.tie(this.site.axisOrFrozen(value, axis, shape[axis] as number));
  }

  /** A mask or bias over [batch, heads, queries, keys], right-aligned; without heads of its own it ties nothing. */
  tieScores(value: string | undefined, heads: number): void {
    const shape = value === undefined ? undefined : this.site.shape(value);
    if (value === undefined || shape === undefined) return;
    const axis = shape.length - 3;
    const own = axis >= 0 && heads > 1 && shape[axis] === heads;
    freezeOthers(this.site, value, own ? axis : -1);
    if (own) this.tie(this.site.axisOrFrozen(value, axis, heads));
  }

  /** [heads]; an absent one ties nothing. */
  tieVector(value: string | undefined, heads: number): void {
    if (value !== undefined) this.tie(this.site.axisOrFrozen(value, 0, heads));
  }

  /** Biases of queries, keys and values in one vector. */
  tieBias(value: string | undefined, widths: readonly number[]): void {
    if (value === undefined) return;
    const total = widths.reduce((sum, width) => sum + width, 0);
    if (!this.site.isParameter(value) || String(this.site.shape(value)) !== String(total)) {
      this.freeze('its bias cannot be sliced');
      this.site.freezeValue(value, 'it is used as a bias');
      return;
    }
    this.tieParts(this.site.axisOrFrozen(value, 0, total), widths);
  }

  /** Queries, keys and values side by side along one axis. */
  tieParts(ids: AxisIds, widths: readonly number[]): void {
    let offset = 0;
    for (const width of widths) {
      this.tie(ids.subarray(offset, offset + width));
      offset += width;
    }
  }

  /** Fresh ids for an output's heads; other axes are inert. */
  define(position: number): void {
    const output = this.site.output(position);
    const shape = output === undefined ? undefined : this.site.shape(output);
    const axis = HEAD_AXIS.get(shape?.length ?? 0);
    if (shape === undefined || axis === undefined) {
      if (output !== undefined) this.freeze('the shape of its result is not known');
      return;
    }
    const ids = this.site.classes.create(shape[axis] as number);
    this.tie(ids);
    this.site.define(position, shape.map((_, at) => (at === axis ? ids : null)));
  }
}

function freezeOthers(site: CoupleSite, value: string, axis: number): void {
  site.axes(value).forEach((ids, at) => { if (ids !== null && at !== axis) site.freezeIds(ids, MIXED); });
}

/** Queries, keys and values come in; heads may be grouped (several query heads a key-value head). */
function coupleOperands(site: CoupleSite, heads: number, keyHeads: number, inputs: OperandPositions): void {
  const query = site.input(0);
  const shape = query === undefined ? undefined : site.shape(query);
  if (shape === undefined || keyHeads < 1 || heads % keyHeads !== 0) {
    site.freezeAll(shape === undefined ? 'the shape of its input is not known' : UNEVEN);
    return;
  }
  const shared = keyHeads === 1 && heads > 1;
  const found = new HeadUnits(site, shared ? heads : keyHeads);
  const operands = [0, 1, 2].map((position) => site.input(position));
  const ofKeys = [...operands.slice(1), ...inputs.past.map((position) => site.input(position))];
  if (site.input(1) === undefined && inputs.packs === true) tiePacked(site, found, heads, keyHeads);
  else found.tieOperand(query);
  for (const value of ofKeys) {
    if (!shared) found.tieOperand(value);
    else if (value !== undefined) site.freezeValue(value, SHARED);
  }
  if (inputs.bias !== undefined) found.tieBias(site.input(inputs.bias), biasWidths(site, operands, heads));
  found.tieScores(site.input(inputs.scores), heads);
  if (inputs.sink !== undefined) found.tieVector(site.input(inputs.sink), heads);
  found.define(0);
  if (!shared) for (const position of site.node.outputs.keys()) if (position > 0) found.define(position);
}

/** Positions of inputs that only some of the operators have. */
interface OperandPositions {
  readonly bias?: number;
  readonly scores: number;
  readonly past: readonly number[];
  /** One number a head, beside the scores. */
  readonly sink?: number;
  /** Without keys the queries hold keys and values behind them. */
  readonly packs?: boolean;
}

/** [batch, length, (heads + 2 * key-value heads) * width]. */
function tiePacked(site: CoupleSite, units: HeadUnits, heads: number, keyHeads: number): void {
  const query = site.input(0) as string;
  const total = site.shape(query)?.at(-1) ?? 0;
  const width = total / (heads + 2 * keyHeads);
  if (!Number.isInteger(width) || units.count !== keyHeads) {
    site.freezeAll(units.count === keyHeads ? UNEVEN : SHARED);
    units.freeze(UNEVEN);
    return;
  }
  freezeOthers(site, query, 2);
  units.tieParts(site.axisOrFrozen(query, 2, total), [heads * width, keyHeads * width, keyHeads * width]);
}

/** Of queries, keys and values; packed ones hold several of the same width. */
function biasWidths(site: CoupleSite, operands: readonly (string | undefined)[], heads: number): number[] {
  const widths = operands.flatMap((value) => {
    const shape = value === undefined ? [] : (site.shape(value) ?? []);
    const width = shape.length === 3 ? shape[2] : heads * (shape.at(-1) ?? 0);
    return new Array<number>(shape.length === 5 ? (shape[3] as number) : 1).fill(width as number);
  });
  return widths.slice(0, 3);
}

function coupleMultiHead(site: CoupleSite): void {
  const heads = intAttribute(site.node, 'num_heads', 0);
  coupleOperands(site, heads, heads, { bias: 3, scores: 5, past: [6, 7] });
}

/** Of the standard, since opset 23. Without head counts its operands have an axis of heads. */
function coupleStandard(site: CoupleSite): void {
  const headsOf = (position: number, attribute: string): number => {
    const shape = site.shape(site.input(position) ?? '') ?? [];
    return intAttribute(site.node, attribute, shape.length === 4 ? (shape[1] as number) : 0);
  };
  coupleOperands(site, headsOf(0, 'q_num_heads'), headsOf(1, 'kv_num_heads'), { scores: 3, past: [4, 5] });
}

function coupleGroupQuery(site: CoupleSite): void {
  coupleOperands(site, intAttribute(site.node, 'num_heads', 0), intAttribute(site.node, 'kv_num_heads', 0), { scores: 10, past: [3, 4], sink: 11, packs: true });
}

/** Queries, keys and values made by one weight [input, queries + keys + values]. */
function coupleFused(site: CoupleSite): void {
  const [input, weight] = [site.input(0), site.input(1)];
  const shape = weight === undefined ? undefined : site.shape(weight);
  const heads = intAttribute(site.node, 'num_heads', 0);
  if (input === undefined || weight === undefined || shape?.length !== 2 || heads < 1 || site.shape(input)?.length !== 3) {
    site.freezeAll('the shapes of its operands are not known');
    return;
  }
  if (!site.isParameter(weight) || site.input(4) !== undefined || site.output(1) !== undefined) {
    site.freezeAll(site.isParameter(weight) ? 'it keeps a cache of keys and values' : 'its weight is computed from the input');
    return;
  }
  const widths = fusedWidths(site.node.attributes, shape[1] as number);
  const units = new HeadUnits(site, heads);
  freezeOthers(site, input, 2);
  site.tieOrFreeze(site.axis(weight, 0), input, 2);
  site.use('consumer', weight, 0, input, 2);
  units.tieParts(site.axisOrFrozen(weight, 1, shape[1] as number), widths);
  site.use('producer', weight, 1, site.output(0) ?? '', 2);
  units.tieBias(site.input(2), widths);
  if (site.input(2) !== undefined) site.use('vector', site.input(2) as string, 0, site.output(0) ?? '', 2);
  units.tieScores(site.input(5), heads);
  units.define(0);
}

function fusedWidths(attributes: ReadonlyMap<string, Attribute>, total: number): readonly number[] {
  const listed = attributes.get('qkv_hidden_sizes');
  return listed?.kind === 'ints' && listed.value.length === 3 ? listed.value.map(Number) : [total / 3, total / 3, total / 3];
}

/** Head counts, and the widths of queries, keys and values where they are listed, shrink in proportion. */
function rewriteHeads(site: RewriteSite): NodeEdit | undefined {
  const output = site.node.outputs[0] as string;
  const axis = HEAD_AXIS.get(site.shape(output).length) ?? 0;
  const [before, after] = [site.lengthBefore(output, axis), site.lengthAfter(output, axis)];
  if (before === after) return undefined;
  const changes: Record<string, Attribute> = {};
  for (const name of ['num_heads', 'q_num_heads', 'kv_num_heads']) {
    const heads = intAttribute(site.node, name, 0);
    const shared = name === 'kv_num_heads' && heads === 1;
    if (heads > 0 && !shared) changes[name] = { kind: 'int', value: BigInt((heads * after) / before) };
  }
  const widths = intsAttribute(site.node, 'qkv_hidden_sizes');
  if (widths !== undefined) changes['qkv_hidden_sizes'] = { kind: 'ints', value: widths.map((width) => BigInt((width * after) / before)) };
  return { nodes: [withAttributes(site.node, changes)], tensors: [] };
}

/** Scores and weighted values: every element of queries and of the result meets each key. */
function macsOfAttention({ inputs, outputs }: CostShapes): number {
  const [query, output] = [inputs[0], outputs[0]];
  const keys = inputs[1] ?? query;
  const length = keys?.[keys.length === 4 ? 2 : 1] ?? 0;
  return query === undefined || output === undefined ? 0 : (product(query) / (query.length === 5 ? 3 : 1) + product(output)) * length;
}

function macsOfFused({ node, inputs, outputs }: CostShapes): number {
  const [input, weight, output] = [inputs[0], inputs[1], outputs[0]];
  if (input === undefined || weight === undefined || output === undefined) return 0;
  const [batch = 0, length = 0] = input;
  const [total = 0, values = 0] = [weight[1], output[2]];
  const queries = intsAttribute(node, 'qkv_hidden_sizes') === undefined ? total / 3 : (total - values) / 2;
  return batch * length * product(weight) + batch * length * length * (queries + values);
}

export const multiHeadAttention: OpRule = {
  ops: ['com.microsoft:MultiHeadAttention'], couple: coupleMultiHead, rewrite: rewriteHeads, macs: macsOfAttention,
};
export const groupQueryAttention: OpRule = {
  ops: ['com.microsoft:GroupQueryAttention'], couple: coupleGroupQuery, rewrite: rewriteHeads, macs: macsOfAttention,
};
export const attention: OpRule = { ops: ['Attention'], couple: coupleStandard, rewrite: rewriteHeads, macs: macsOfAttention };
export const fusedAttention: OpRule = { ops: ['com.microsoft:Attention'], couple: coupleFused, rewrite: rewriteHeads, macs: macsOfFused };
