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

/**
 * Rules. (1) Every live axis of the data input is followed to one related output axis. (2) An output position that
 * holds several source positions ties them. (3) Fills get fresh ids: they may be cut with whatever they meet. (4) A
 * live axis that no output axis is related to was reduced to a choice of positions: it freezes. (5) Two live axes
 * that end in the same output axis freeze; of a weight's axes, of which any could be meant, the outer one stays live.
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
    if (ids !== null && !followed.has(axis)) site.freezeIds(ids, 'single positions of this axis are chosen');
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
  axes.forEach((ids, axis) => {
    if (ids === null) return;
    const trace = ids.length === 1 ? undefined : traceAxis(sources, shape, dims, axis, site.factor);
    if (trace === undefined) {
      if (ids.length === 1) followed.add(axis);
      return;
    }
    followed.add(axis);
    const moved = movedIds(site, ids, trace.sources);
    const taken = result[trace.outputAxis];
    if (taken == null) result[trace.outputAxis] = moved;
    else if (site.isParameter(site.node.inputs[0] as string)) site.freezeIds(moved, 'an outer axis of the weight was merged with it');
    else for (const other of [taken, moved]) site.freezeIds(other, 'two axes that could be cut are merged into one');
  });
  site.define(position, result);
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

export const reshaping: OpRule = { ops: ['Reshape', 'Expand'], couple: coupleMovement, rewrite: rewriteShapeInput };
export const moving: OpRule = {
  ops: ['DepthToSpace', 'Flatten', 'SpaceToDepth', 'Tile', 'Transpose', 'Unsqueeze'],
  couple: coupleMovement,
};
export const squeezing: OpRule = { ops: ['Squeeze'], couple: coupleMovement, rewrite: rewriteSqueeze };
export const splitting: OpRule = { ops: ['Split'], couple: coupleMovement, rewrite: rewriteSplit };
export const slicing: OpRule = { ops: ['Slice'], couple: coupleMovement, rewrite: rewriteSlice };
export const padding: OpRule = { ops: ['Pad'], couple: coupleMovement, rewrite: rewritePad };
export const gathering: OpRule = { ops: ['Gather'], couple: coupleGather, rewrite: rewriteGather };
