/**
 * Units of a dense model that do nothing, whatever the target:
 *
 * 1. `unread`: the weights that read the unit are zero.
 * 2. `silent`: what arrives from it where it is read is zero on every calibration sample. A Relu that never opens, say.
 * 3. `duplicate`: another unit of the group is made by the same weights, and the two were equal wherever they are read.
 */
import { DataType } from '../../onnx/ir.js';
import { parameterValues } from '../parameter.js';
import type { Prunable } from '../prunable.js';
import type { AxisUse, Group, Moments } from '../types.js';

export type Redundancy =
  | { readonly unit: number; readonly kind: 'unread' | 'silent' }
  /** `of` stays. */
  | { readonly unit: number; readonly kind: 'duplicate'; readonly of: number };

export interface FindRequest {
  readonly prunable: Prunable;
  /** By value read, with covariances; absent: only what weights tell is found. */
  readonly moments: ReadonlyMap<string, Moments>;
  /** Calibration samples that the moments are of. */
  readonly samples: number;
}

/** Fewer samples say little about what never happens: after n without, it happens in fewer than 3/n at 95 % confidence. */
export const LEAST_SAMPLES = 100;
/** Rounding of float32 sums. */
const TOLERANCE = 1e-6;

/** Ascending by unit; empty where the group is recurrent, or nothing reads it. */
export function redundantUnits(request: FindRequest, group: Group): Redundancy[] {
  const readers = [...group.axes.keys()].filter((column) => group.axes[column]?.role === 'consumer');
  if (readers.length === 0 || group.axes.some(({ role }) => role === 'recurrent')) return [];
  const unread = new Set(unitsWhere(group, readers, readerIsZero(request, group)));
  const silent = new Set(request.samples < LEAST_SAMPLES ? [] : unitsWhere(group, readers, inputIsZero(request, group)));
  const idle = (unit: number): boolean => unread.has(unit) || silent.has(unit);
  const equals = duplicates(request, group, readers, group.units.map((_, unit) => unit).filter((unit) => !idle(unit)));
  return group.units.flatMap((_, unit): Redundancy[] => {
    if (unread.has(unit)) return [{ unit, kind: 'unread' }];
    if (silent.has(unit)) return [{ unit, kind: 'silent' }];
    const of = equals.get(unit);
    return of === undefined ? [] : [{ unit, kind: 'duplicate', of }];
  });
}

/** Units for which a test holds at every reader's positions; a unit without positions there is not read there. */
function unitsWhere(group: Group, readers: readonly number[], holds: (column: number) => ((position: number) => boolean) | undefined): number[] {
  const tests = readers.map((column) => ({ column, test: holds(column) }));
  if (tests.some(({ test }) => test === undefined)) return [];
  return [...group.units.keys()].filter((unit) => tests.every(({ column, test }) => (group.units[unit]?.positions[column] ?? []).every((position) => test?.(position) === true)));
}

function readerIsZero({ prunable }: FindRequest, group: Group) {
  return (column: number): ((position: number) => boolean) | undefined => {
    const { tensor, axis } = group.axes[column] as AxisUse;
    // Attention multiplies two activations: what reads them is no weight, and is never zero by itself.
    if (!prunable.tensors.has(tensor)) return undefined;
    const { data, dims } = parameterValues(prunable, tensor);
    return (position) => everySlice(data, dims, axis, position, (value) => value === 0);
  };
}

function inputIsZero({ moments }: FindRequest, group: Group) {
  return (column: number): ((position: number) => boolean) | undefined => {
    const found = moments.get((group.axes[column] as AxisUse).value);
    return found === undefined ? undefined : (position) => found.mean[position] === 0 && found.variance[position] === 0;
  };
}

function everySlice(data: Float32Array, dims: readonly number[], axis: number, position: number, holds: (value: number) => boolean): boolean {
  const inner = dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const size = dims[axis] ?? 1;
  for (let outer = 0; outer < data.length / (inner * size); outer++) {
    const start = (outer * size + position) * inner;
    for (let i = start; i < start + inner; i++) if (!holds(data[i] as number)) return false;
  }
  return true;
}

/** Later units that equal an earlier one: unit to that one. */
function duplicates(request: FindRequest, group: Group, readers: readonly number[], units: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  if (!readers.every((column) => canMerge(request.prunable, group.axes[column] as AxisUse))) return found;
  const made = makersOf(request.prunable, group);
  const kept: number[] = [];
  for (const unit of units) {
    const of = kept.find((other) => made.alike(unit, other) && readers.every((column) => arriveAlike(request, group, column, unit, other)));
    if (of === undefined) kept.push(unit);
    else found.set(unit, of);
  }
  return found;
}

/** What reads a unit can be moved to another where it is stored as float32 and read by one node. */
function canMerge({ tensors, model }: Prunable, { tensor }: AxisUse): boolean {
  return tensors.get(tensor)?.dataType === DataType.FLOAT && model.graph.nodes.filter(({ inputs }) => inputs.includes(tensor)).length === 1;
}

/** Compares the weights that make units, and the vectors that live with them; hashes find the few worth comparing. */
function makersOf(prunable: Prunable, group: Group): { alike(a: number, b: number): boolean } {
  const columns = [...group.axes.keys()].filter((column) => group.axes[column]?.role !== 'consumer');
  const parts = columns.map((column) => {
    const use = group.axes[column] as AxisUse;
    return { column, axis: use.axis, ...parameterValues(prunable, use.tensor) };
  });
  return {
    alike: (a, b) => parts.length > 0 && parts.every(({ column, axis, data, dims }) => {
      const [mine = [], theirs = []] = [group.units[a]?.positions[column], group.units[b]?.positions[column]];
      return mine.length === theirs.length && mine.every((position, i) => sameSlice(data, dims, axis, position, theirs[i] ?? -1));
    }),
  };
}

function sameSlice(data: Float32Array, dims: readonly number[], axis: number, a: number, b: number): boolean {
  const inner = dims.slice(axis + 1).reduce((x, y) => x * y, 1);
  const size = dims[axis] ?? 1;
  for (let outer = 0; outer < data.length / (inner * size); outer++) {
    const [from, to] = [(outer * size + a) * inner, (outer * size + b) * inner];
    for (let i = 0; i < inner; i++) {
      const [mine, theirs] = [data[from + i] as number, data[to + i] as number];
      if (Math.abs(mine - theirs) > TOLERANCE * Math.abs(mine)) return false;
    }
  }
  return true;
}

/** The same weights may read other inputs (groups of a convolution, say): equal is what was equal on all samples. */
function arriveAlike({ moments }: FindRequest, group: Group, column: number, a: number, b: number): boolean {
  const found = moments.get((group.axes[column] as AxisUse).value);
  if (found?.covariance === undefined) return false;
  const { mean, variance, covariance } = found;
  const [mine = [], theirs = []] = [group.units[a]?.positions[column], group.units[b]?.positions[column]];
  return mine.length === theirs.length && mine.every((i, index) => {
    const j = theirs[index] ?? -1;
    const scale = TOLERANCE * ((variance[i] as number) + (mean[i] as number) ** 2);
    const apart = (variance[i] as number) + (variance[j] as number) - 2 * (covariance[i * mean.length + j] as number);
    return Math.abs(apart) <= 10 * scale && ((mean[i] as number) - (mean[j] as number)) ** 2 <= scale;
  });
}

/** `2 unread, 1 silent, 1 equal to another (5 = 2)`; empty for none. */
export function redundancyText(found: readonly Redundancy[]): string {
  const count = (kind: Redundancy['kind']): number => found.filter((each) => each.kind === kind).length;
  const pairs = found.flatMap((each) => (each.kind === 'duplicate' ? [`${String(each.unit)} = ${String(each.of)}`] : []));
  const parts = (['unread', 'silent'] as const).flatMap((kind) => (count(kind) === 0 ? [] : [`${String(count(kind))} ${kind}`]));
  const shown = pairs.slice(0, 5).join(', ');
  return [...parts, ...(pairs.length === 0 ? [] : [`${String(pairs.length)} equal to another (${shown}${pairs.length > 5 ? ', ...' : ''})`])].join(', ');
}
