/**
 * Data movement: operators whose results are copies of one input's elements. How they move is traced by running them
 * (see facts.ts), so one rule couples them all; only the constants that name sizes or positions differ per operator
 * (movement-rewrite.ts).
 */
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import { intAttribute } from '../onnx/ir.js';
import { rewriteGather, rewritePad, rewriteShapeInput, rewriteSlice, rewriteSplit, rewriteSqueeze } from './movement-rewrite.js';
import type { OpRule } from './rule.js';
import { traceAxis } from './trace.js';

/** Freezes an axis of which an operator takes a position here and there. */
export const SINGLE_POSITIONS = 'single positions of this axis are chosen';

/**
 * Rules. (1) Every live axis of the data input is followed to one related output axis. (2) An output position that
 * holds several source positions ties them. (3) Fills get fresh ids: they may be cut with whatever they meet. (4) A
 * live axis that no output axis is related to was reduced to a choice of positions: it freezes. (5) Of two live axes
 * that end in the same output axis the outer one stays live (heads, of heads x width), unless it is frozen or a mere copy.
 * (6) A Reshape may merge a dynamic axis with a live one behind it: the result repeats the live positions.
 */
function coupleMovement(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input: data, shape } = given;
  const axes = site.axes(data);
  if (axes.every((ids) => ids === null)) return;
  if (site.movement === undefined) {
    site.freezeAll(site.untraced ?? 'where it moves its elements is not known');
    return;
  }
  const followed = new Set<number>();
  site.movement.sources.forEach((sources, position) => {
    defineOutput(site, axes, shape, sources, position, followed);
  });
  axes.forEach((ids, axis) => {
    if (ids !== null && !followed.has(axis)) site.freezeIds(ids, SINGLE_POSITIONS);
  });
}

function defineOutput(
  site: CoupleSite,
  axes: readonly (AxisIds | null)[],
  shape: readonly number[],
  sources: Int32Array,
  position: number,
  followed: Set<number>,
): void {
  const output = site.output(position);
  const dims = output === undefined ? undefined : site.shape(output);
  if (dims === undefined) return;
  const result: (AxisIds | null)[] = dims.map(() => null);
  const growing = new Set<number>();
  axes.forEach((ids, axis) => {
    if (ids === null) return;
    const traces = ids.length === 1 ? [] : traceAxis(sources, shape, dims, { axis, ...labelsOf(site, ids) });
    const choice = site.choiceOf(traces.length);
    const trace = traces[choice];
    if (trace === undefined) {
      if (ids.length === 1) followed.add(axis);
      return;
    }
    followed.add(axis);
    const moved = movedIds(site, ids, trace.sources);
    if (traces.length > 1) site.split(moved, choice, traces.length);
    if (repeats(site, shape, dims, axis, trace.outputAxis)) growing.add(trace.outputAxis);
    result[trace.outputAxis] = mergedIds(site, result[trace.outputAxis] ?? null, moved);
  });
  site.define(position, result, growing);
}

/** Positions of one class are told apart from others only; where all are one class, each is its own. */
function labelsOf(site: CoupleSite, ids: AxisIds): { readonly labels?: readonly number[] } {
  const labels = Array.from(ids, (id) => site.classes.find(id));
  const count = new Set(labels).size;
  return count === 1 || count === ids.length ? {} : { labels };
}

/** What stays live of two axes that end in one, the outer of which came first (rule 5). */
function mergedIds(site: CoupleSite, outer: AxisIds | null, inner: AxisIds): AxisIds {
  if (outer === null) return inner;
  const given = !outer.some((id) => site.classes.freezeOf(id) !== undefined) && !site.classes.areCopies(outer);
  const [kept, dropped] = given ? [outer, inner] : [inner, outer];
  site.freezeIds(dropped, 'another axis that could be cut was merged with it');
  return kept;
}

/** Whether a Reshape's output axis is an input axis of fixed positions, repeated as often as dynamic axes before it say (rule 6). */
function repeats(site: CoupleSite, shape: readonly number[], dims: readonly number[], axis: number, outputAxis: number): boolean {
  const [data, output] = [site.input(0), site.output(0)];
  if (site.node.opType !== 'Reshape' || data === undefined || output === undefined || !site.isDynamic(output, outputAxis)) return false;
  const [start, end] = stretch(dims, outputAxis);
  const [first] = stretch(shape, axis);
  return first >= start && shape.every((_, other) => {
    if (other === axis || !site.isDynamic(data, other)) return true;
    const [from, to] = stretch(shape, other);
    // An axis of size 1 at the end of the stretch may belong to it.
    return other < axis ? to <= start || from >= start : from >= end && to > end;
  });
}

/** Elements per position of the axes before, without and with this one: where it lies in row-major order. */
function stretch(dims: readonly number[], axis: number): [from: number, to: number] {
  const from = dims.slice(0, axis).reduce((a, b) => a * b, 1);
  return [from, from * (dims[axis] as number)];
}

function movedIds(site: CoupleSite, ids: AxisIds, sources: readonly (readonly number[])[]): AxisIds {
  const moved = new Int32Array(sources.length);
  sources.forEach((held, position) => {
    const first = held[0];
    moved[position] = first === undefined ? (site.classes.create(1)[0] as number) : (ids[first] as number);
    for (const source of held) site.classes.union(moved[position], ids[source] as number);
  });
  return moved;
}

/** A Gather by computed indices: the indexed axis is a table and freezes, the others pass. */
function coupleGather(site: CoupleSite): void {
  const [data, indices] = [site.input(0), site.input(1)];
  const shape = data === undefined ? undefined : site.shape(data);
  const picked = indices === undefined ? undefined : site.shape(indices);
  if (site.movement !== undefined || data === undefined || shape === undefined || picked === undefined) {
    coupleMovement(site);
    return;
  }
  const listed = intAttribute(site.node, 'axis', 0);
  const axis = listed < 0 ? listed + shape.length : listed;
  site.freezeAxis(data, axis, 'its positions are looked up by computed indices');
  const axes = site.axes(data);
  site.define(0, [...axes.slice(0, axis), ...picked.map(() => null), ...axes.slice(axis + 1)]);
  // The rows of an embedding make the columns of what is looked up.
  if (site.isParameter(data)) {
    shape.forEach((_, at) => { if (at !== axis) site.use('producer', data, at, site.output(0) ?? '', at < axis ? at : at + picked.length - 1); });
  }
}

/** What an Expand makes of a single position can be any number of copies: those axes are live, and no weight's yet. */
function coupleExpand(site: CoupleSite): void {
  coupleMovement(site);
  const [data, output] = [site.input(0), site.output(0)];
  const [shape, dims] = [data, output].map((value) => (value === undefined ? undefined : site.shape(value)));
  if (output === undefined || shape === undefined || dims === undefined) return;
  const added = dims.length - shape.length;
  site.define(0, site.axes(output).map((ids, axis) => {
    const isSpread = (shape[axis - added] ?? 1) === 1 && (dims[axis] as number) > 1 && !site.isDynamic(output, axis);
    return ids === null && isSpread ? site.classes.createCopies(dims[axis] as number) : ids;
  }));
}

export const reshaping: OpRule = { ops: ['Reshape'], couple: coupleMovement, rewrite: rewriteShapeInput };
export const expanding: OpRule = { ops: ['Expand'], couple: coupleExpand, rewrite: rewriteShapeInput };
export const moving: OpRule = {
  ops: ['DepthToSpace', 'Flatten', 'SpaceToDepth', 'Tile', 'Transpose', 'Unsqueeze'],
  couple: coupleMovement,
};
export const squeezing: OpRule = { ops: ['Squeeze'], couple: coupleMovement, rewrite: rewriteSqueeze };
export const splitting: OpRule = { ops: ['Split'], couple: coupleMovement, rewrite: rewriteSplit };
export const slicing: OpRule = { ops: ['Slice'], couple: coupleMovement, rewrite: rewriteSlice };
export const padding: OpRule = { ops: ['Pad'], couple: coupleMovement, rewrite: rewritePad };
export const gathering: OpRule = { ops: ['Gather'], couple: coupleGather, rewrite: rewriteGather };
