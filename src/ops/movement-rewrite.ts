/**
 * What movement nodes need once positions are gone: sizes and positions written in constants. Constants are always
 * made anew, since exporters share them between nodes.
 */
import { intAttribute, intsAttribute, stringAttribute } from '../onnx/ir.js';
import type { Node, Tensor } from '../onnx/ir.js';
import type { RewriteSite } from './rewrite-site.js';
import { withAttributes, withInput } from './rule.js';
import type { NodeEdit } from './rule.js';

/** Reshape and Expand name the sizes of their result in input 1. */
export function rewriteShapeInput(site: RewriteSite): NodeEdit | undefined {
  return shapeEntries(site, 1);
}

/**
 * Sets the entries of a shape input that name a cut axis. A constant shape is copied and edited; a shape computed in
 * the graph gets a correction: entries that changed are replaced, the others still come from the graph.
 *
 * @param axes the axis each entry is about, where the node says so
 */
export function shapeEntries(site: RewriteSite, position: number, axes?: readonly number[]): NodeEdit | undefined {
  const output = site.node.outputs[0] as string;
  const shapeName = site.node.inputs[position] as string;
  const cut = site.cutAxes(output);
  if (cut.length === 0) return undefined;
  const known = site.small(shapeName);
  if (known === undefined) throw new RewriteRefused('the shape it is given is not known');
  // Expand right-aligns its shape with the result; Resize may list its axes.
  const shift = site.shape(output).length - known.data.length;
  const named = known.data.map((_, entry) => axes?.[entry] ?? entry + shift);
  const counts = new Map(named.flatMap((axis, entry) => (cut.includes(axis) ? [[entry, countAfter(site, output, axis, known.data, entry)] as const] : [])));
  if ([...counts].every(([entry, count]) => known.data[entry] === count)) return undefined;
  const entries = known.data.map((entry, i) => (entry === -1 ? -1 : (counts.get(i) ?? entry)));
  if (known.constant) {
    const constant = site.int64(`${shapeName}_pruned`, entries);
    return { nodes: [withInput(site.node, position, constant.name)], tensors: [constant] };
  }
  return correctedShape(site, position, shapeName, known.data, counts);
}

/** What an entry must say. A cut axis of any length (batch x heads) is told by the number of elements alone. */
function countAfter(site: RewriteSite, output: string, axis: number, entries: readonly number[], entry: number): number {
  if (!site.isDynamic(output, axis)) return site.lengthAfter(output, axis);
  const data = site.node.inputs[0] as string;
  // 0 copies the length of the data, which is cut alike.
  if (entries[entry] === 0 && site.lengthAfter(data, axis) === site.lengthAfter(output, axis)) return 0;
  if (entries.some((size, other) => size === -1 && other !== entry)) throw new RewriteRefused('two axes of its result have any length');
  return -1;
}

/** shape' = shape * keep + replacement, elementwise: only the entries in `counts` change. */
function correctedShape(
  site: RewriteSite,
  position: number,
  shapeName: string,
  original: readonly number[],
  counts: ReadonlyMap<number, number>,
): NodeEdit {
  const replaced = original.map((entry, i) => (entry !== -1 && counts.has(i) ? 1 : 0));
  const keep = site.int64(`${shapeName}_keep`, replaced.map((flag) => 1 - flag));
  const values = site.int64(`${shapeName}_sizes`, replaced.map((flag, i) => (flag === 1 ? (counts.get(i) ?? 0) : 0)));
  const masked = site.freshName(`${shapeName}_masked`);
  const corrected = site.freshName(`${shapeName}_corrected`);
  return {
    nodes: [
      plainNode(site.freshName(`${site.node.name}_shape_keep`), 'Mul', [shapeName, keep.name], [masked]),
      plainNode(site.freshName(`${site.node.name}_shape_set`), 'Add', [masked, values.name], [corrected]),
      withInput(site.node, position, corrected),
    ],
    tensors: [keep, values],
  };
}

/** Squeeze without axes drops whatever has size 1: a cut axis must not become one of them. */
export function rewriteSqueeze(site: RewriteSite): NodeEdit | undefined {
  const data = site.node.inputs[0] as string;
  if (site.node.inputs[1] || site.node.attributes.has('axes')) return undefined;
  if (site.cutAxes(data).some((axis) => site.lengthAfter(data, axis) === 1)) throw new RewriteRefused('it would drop the axis with its last position');
  return undefined;
}

/** Split: the sizes of the parts. */
export function rewriteSplit(site: RewriteSite): NodeEdit | undefined {
  const input = site.node.inputs[0] as string;
  const axis = nonNegative(intAttribute(site.node, 'axis', 0), site.shape(input).length);
  if (site.kept(input, axis) === null) return undefined;
  const sizes = site.node.outputs.map((output, i) => {
    if (output === '') throw new RewriteRefused(`part ${String(i)} of the split has no name`);
    return site.lengthAfter(output, axis);
  });
  if (site.opset < 13) {
    const split = { kind: 'ints', value: sizes.map(BigInt) } as const;
    return { nodes: [withAttributes(site.node, { split })], tensors: [] };
  }
  const constant = site.int64(`${site.node.outputs[0] ?? ''}_split`, sizes);
  const node = withAttributes(withInput(site.node, 1, constant.name), { num_outputs: undefined });
  return { nodes: [node], tensors: [constant] };
}

/** Gather along a cut axis: indices count the positions that stayed. */
export function rewriteGather(site: RewriteSite): NodeEdit | undefined {
  const [data, indices] = site.node.inputs as [string, string];
  const axis = nonNegative(intAttribute(site.node, 'axis', 0), site.shape(data).length);
  const kept = site.kept(data, axis);
  if (kept === null) return undefined;
  const known = site.small(indices);
  if (known?.dims.length !== 1 || !known.constant) throw new RewriteRefused('its indices are not a constant list');
  const size = site.lengthBefore(data, axis);
  const rank = new Map(kept.map((position, i) => [position, i]));
  const moved = known.data.flatMap((index) => rank.get(nonNegative(index, size)) ?? []);
  if (moved.length !== site.lengthAfter(site.node.outputs[0] as string, axis)) {
    throw new RewriteRefused('its result does not keep what its input keeps');
  }
  const constant = site.int64(`${indices}_pruned`, moved);
  return { nodes: [withInput(site.node, 1, constant.name)], tensors: [constant] };
}

/** Pad along a cut axis: as many fills before and after as stay there. */
export function rewritePad(site: RewriteSite): NodeEdit | undefined {
  const [data, output] = [site.node.inputs[0] as string, site.node.outputs[0] as string];
  const cut = [...new Set([...site.cutAxes(data), ...site.cutAxes(output)])].filter((axis) => padsAxis(site, data, output, axis));
  if (cut.length === 0) return undefined;
  const rank = site.shape(data).length;
  const listed = padsOf(site, rank);
  if ((stringAttribute(site.node, 'mode') ?? 'constant') !== 'constant') {
    throw new RewriteRefused('it pads the axis with copies');
  }
  const pads = [...listed];
  for (const axis of cut) {
    const [before, after] = [listed[axis] as number, listed[axis + rank] as number];
    if (before < 0 || after < 0) throw new RewriteRefused('it crops the axis by a negative pad');
    const source = site.lengthBefore(data, axis);
    const kept = site.kept(output, axis) ?? [];
    pads[axis] = kept.filter((position) => position < before).length;
    pads[axis + rank] = kept.filter((position) => position >= before + source).length;
  }
  if (site.opset < 11) {
    return { nodes: [withAttributes(site.node, { pads: { kind: 'ints', value: pads.map(BigInt) } })], tensors: [] };
  }
  const constant = site.int64(`${output}_pads`, pads);
  const node = withInput(site.node, 1, constant.name);
  // With opset 18 pads may name a few axes; ours name all of them.
  return { nodes: [node.inputs.length > 3 ? withInput(node, 3, '') : node], tensors: [constant] };
}

/** An axis of unchanged length may still be shifted: filled on one side, cropped on the other. Then it keeps other positions. */
function padsAxis(site: RewriteSite, data: string, output: string, axis: number): boolean {
  return site.lengthBefore(output, axis) !== site.lengthBefore(data, axis) || String(site.kept(output, axis)) !== String(site.kept(data, axis));
}

function padsOf(site: RewriteSite, rank: number): readonly number[] {
  const attribute = intsAttribute(site.node, 'pads');
  const source = site.node.inputs[1];
  const known = source ? site.small(source) : undefined;
  const listed = attribute ?? (known?.constant === true ? known.data : undefined);
  if (listed === undefined) throw new RewriteRefused('its pads depend on the size of the input');
  const axesName = site.node.inputs[3];
  if (!axesName) return listed;
  const axes = site.small(axesName)?.data;
  if (axes === undefined) throw new RewriteRefused('which axes it pads is not known');
  const pads = new Array<number>(2 * rank).fill(0);
  axes.forEach((axis, i) => {
    pads[nonNegative(axis, rank)] = listed[i] ?? 0;
    pads[nonNegative(axis, rank) + rank] = listed[i + axes.length] ?? 0;
  });
  return pads;
}

/**
 * Slice along a cut axis. What stays is a list of positions among those the input keeps: written as a run where it is
 * one, else the cut axis leaves the Slice and a Gather picks the positions.
 */
export function rewriteSlice(site: RewriteSite): NodeEdit | undefined {
  const [data, output] = [site.node.inputs[0] as string, site.node.outputs[0] as string];
  const cut = site.cutAxes(data).filter((axis) => !keepsWholeAxis(site, data, output, axis));
  if (cut.length === 0) return undefined;
  const ranges = sliceRanges(site, data);
  const gathers: { axis: number; positions: number[] }[] = [];
  for (const axis of cut) {
    const range = ranges.get(axis);
    if (range === undefined) throw new RewriteRefused('which positions it takes is not known');
    const positions = takenPositions(site, data, output, axis, range);
    const run = asRun(positions, site.opset < 10);
    if (run !== undefined) ranges.set(axis, run);
    else {
      gathers.push({ axis, positions });
      ranges.delete(axis);
    }
  }
  return sliceThenGather(site, data, output, ranges, gathers);
}

/** The ascending run that holds exactly these positions, if there is one (old opsets know no steps). */
function asRun(positions: readonly number[], unitStepOnly: boolean): Range | undefined {
  const [first, second] = positions;
  if (first === undefined) return undefined;
  const step = second === undefined ? 1 : second - first;
  const regular = positions.every((position, i) => position === first + i * step);
  if (!regular || step <= 0 || (unitStepOnly && step !== 1)) return undefined;
  return { start: first, end: first + (positions.length - 1) * step + 1, step };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** As long as before: then every position is there, in order but for a backward step. Starts and ends need not be known. */
function keepsWholeAxis(site: RewriteSite, data: string, output: string, axis: number): boolean {
  if (site.lengthBefore(data, axis) !== site.lengthBefore(output, axis)) return false;
  const steps = sliceList(site, 4, 'steps');
  const entry = sliceList(site, 3, 'axes')?.findIndex((listed) => nonNegative(listed, site.shape(data).length) === axis) ?? axis;
  return (steps?.[entry] ?? 1) > 0;
}

/** Start, end and step per sliced axis, as written (not clamped to the axis). */
function sliceRanges(site: RewriteSite, data: string): Map<number, Range> {
  const rank = site.shape(data).length;
  const [starts, ends] = [sliceList(site, 1, 'starts'), sliceList(site, 2, 'ends')];
  if (starts === undefined || ends === undefined) throw new RewriteRefused('it does not say what it takes');
  const axes = sliceList(site, 3, 'axes') ?? starts.map((_, i) => i);
  const steps = sliceList(site, 4, 'steps');
  return new Map(axes.map((axis, i) => [nonNegative(axis, rank), { start: starts[i] ?? 0, end: ends[i] ?? 0, step: steps?.[i] ?? 1 }]));
}

/** A list of the Slice, from its input or (before opset 10) its attribute. "To the end" is INT64_MAX, which no double holds. */
function sliceList(site: RewriteSite, position: number, attribute: string): readonly number[] | undefined {
  const name = site.node.inputs[position];
  if (!name) return intsAttribute(site.node, attribute)?.map(safeInteger);
  const known = site.small(name);
  if (known?.constant !== true) throw new RewriteRefused('its range depends on the size of the input');
  return known.data.map(safeInteger);
}

const safeInteger = (value: number): number => Math.min(Math.max(value, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

/** Indices, among the input positions that stay, of the output positions that stay; in output order. */
function takenPositions(site: RewriteSite, data: string, output: string, axis: number, range: Range): number[] {
  const size = site.lengthBefore(data, axis);
  const clamp = (value: number): number => Math.min(Math.max(value < 0 ? value + size : value, range.step < 0 ? -1 : 0), range.step < 0 ? size - 1 : size);
  const start = clamp(range.start);
  const rank = new Map((site.kept(data, axis) ?? []).map((position, i) => [position, i]));
  const length = site.lengthBefore(output, axis);
  const kept = site.kept(output, axis) ?? Array.from({ length }, (_, i) => i);
  return kept.map((position) => {
    const index = rank.get(start + position * range.step);
    if (index === undefined) throw new RewriteRefused('its result does not keep what its input keeps');
    return index;
  });
}

function sliceThenGather(
  site: RewriteSite,
  data: string,
  output: string,
  ranges: ReadonlyMap<number, Range>,
  gathers: readonly { axis: number; positions: readonly number[] }[],
): NodeEdit {
  const tensors: Tensor[] = [];
  const nodes: Node[] = [];
  let current = data;
  if (ranges.size > 0) {
    const next = gathers.length === 0 ? output : site.freshName(`${output}_sliced`);
    nodes.push(sliceNode(site, current, next, ranges, tensors));
    current = next;
  }
  gathers.forEach(({ axis, positions }, i) => {
    const next = i === gathers.length - 1 ? output : site.freshName(`${output}_gathered`);
    const indices = site.int64(`${output}_positions`, positions);
    tensors.push(indices);
    const node = plainNode(site.freshName(`${site.node.name}_gather`), 'Gather', [current, indices.name], [next]);
    nodes.push(withAttributes(node, { axis: { kind: 'int', value: BigInt(axis) } }));
    current = next;
  });
  return { nodes, tensors };
}

function sliceNode(site: RewriteSite, from: string, to: string, ranges: ReadonlyMap<number, Range>, tensors: Tensor[]): Node {
  const columns = {
    starts: [...ranges.values()].map((range) => range.start),
    ends: [...ranges.values()].map((range) => range.end),
    axes: [...ranges.keys()],
    steps: [...ranges.values()].map((range) => range.step),
  };
  if (site.opset < 10) {
    const ints = (values: readonly number[]) => ({ kind: 'ints', value: values.map(BigInt) }) as const;
    return withAttributes({ ...site.node, inputs: [from], outputs: [to] }, {
      starts: ints(columns.starts), ends: ints(columns.ends), axes: ints(columns.axes),
    });
  }
  const names = Object.entries(columns).map(([column, values]) => {
    const tensor = site.int64(`${to}_${column}`, values);
    tensors.push(tensor);
    return tensor.name;
  });
  return { ...site.node, inputs: [from, ...names], outputs: [to] };
}

function plainNode(name: string, opType: string, inputs: readonly string[], outputs: readonly string[]): Node {
  return { name, opType, domain: '', inputs, outputs, attributes: new Map() };
}

const nonNegative = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** A node cannot be rewritten for this cut; the groups that meet it are refused with this reason. */
export class RewriteRefused extends Error {
  override name = 'RewriteRefused';
}

