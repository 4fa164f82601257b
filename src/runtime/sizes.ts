/**
 * Which sizes to give the dimensions that a model leaves open. Exports promise more freedom than they have: a batch
 * that must be 1, a picture that must be a multiple of 32. Only running tells, so sizes are tried, small ones first.
 */
import type { ValueInfo } from '../onnx/ir.js';
import type { Feeds } from './types.js';

/** A dimension to choose: a symbolic name (shared by all that bear it) or one nameless axis. */
export interface FreeDim {
  readonly key: string;
  /** The first axis of an input: usually 1 runs. */
  readonly batch: boolean;
  /** The size real data has. */
  readonly real: number | undefined;
}

/** Size by `FreeDim.key`. */
export type Sizes = ReadonlyMap<string, number>;

/** An input with its axes: a size, or the key of a free dimension. */
export interface InputShape {
  readonly name: string;
  readonly axes: readonly (number | string)[];
}

/** Names that exporters write where they know none: equal names do not mean equal sizes. */
const NAMELESS = new Set(['', '?', 'None', 'none', 'unk', 'unknown', 'Unknown', '-1', 'dynamic']);

/**
 * First sizes of what is not a batch. 64 first, though less may run: after five halvings it is still 2. Where a
 * picture has shrunk to one pixel, shapes that do not fit broadcast by accident, and a rearrangement that mixes
 * pixels into channels looks like one that does not. Then smaller ones (short sequences), then larger ones.
 */
const FIRST = [64, 32, 16, 8, 4, 48, 96, 128, 160, 224, 256, 288, 320, 416, 512, 576, 640, 2, 1, 3];
/** Where a single dimension is open it may be a signal: seconds of sound are cheap. */
const FIRST_OF_ONE = [...FIRST, 1024, 2048, 4096, 8000, 16000, 32000];
const OTHER_BATCHES = [2, 4];
/** Beside real data, for dimensions it does not tell. */
const DEFAULT = 64;

/** Combinations of more open dimensions than this are not tried one by one. */
const MOST_COMBINED = 4;

export function inputShapes(inputs: readonly ValueInfo[], ranks: ReadonlyMap<string, number>): InputShape[] {
  return inputs.map(({ name, dims }, input) => {
    const known = dims ?? Array.from({ length: ranks.get(name) ?? 0 }, () => null);
    return { name, axes: known.map((dim, axis) => axisOf(dim, input, axis)) };
  });
}

function axisOf(dim: number | string | null, input: number, axis: number): number | string {
  if (typeof dim === 'number' && dim >= 0) return dim;
  return typeof dim === 'string' && !NAMELESS.has(dim) ? `name ${dim}` : `input ${input} axis ${axis}`;
}

export function freeDims(inputs: readonly InputShape[], feeds: Feeds | undefined): FreeDim[] {
  const found = new Map<string, FreeDim>();
  for (const { name, axes } of inputs) {
    const real = feeds?.get(name)?.dims;
    axes.forEach((key, axis) => {
      if (typeof key === 'number') return;
      const seen = found.get(key);
      found.set(key, { key, batch: axis === 0 || seen?.batch === true, real: seen?.real ?? (real?.length === axes.length ? real[axis] : undefined) });
    });
  }
  return [...found.values()];
}

export function dimsOf(axes: InputShape['axes'], sizes: Sizes): number[] {
  return axes.map((axis) => (typeof axis === 'number' ? axis : sizes.get(axis) ?? 1));
}

/**
 * Sizes to try, in order: (1) those of real data with batches of 1, then with its own batch; (2) batches of 1 and
 * one size for the rest; (3) the same with each subset of the rest at 1; (4) one size for everything; (5) other batches.
 */
export function* firstSizes(dims: readonly FreeDim[]): Generator<Sizes> {
  const seen = new Set<string>();
  for (const sizes of firstSizesRepeating(dims)) {
    const text = [...sizes.values()].join(' ');
    if (!seen.has(text)) yield sizes;
    seen.add(text);
  }
}

function* firstSizesRepeating(dims: readonly FreeDim[]): Generator<Sizes> {
  const others = dims.filter(({ batch }) => !batch);
  const ladder = others.length === 1 ? FIRST_OF_ONE : FIRST;
  if (dims.some(({ real }) => real !== undefined)) {
    yield assign(dims, ({ batch, real }) => (batch ? 1 : real ?? DEFAULT));
    yield assign(dims, ({ real }) => real ?? DEFAULT);
  }
  for (const size of ladder) yield assign(dims, (dim) => (dim.batch ? 1 : size));
  for (const size of ladder) for (const ones of subsets(others)) yield assign(dims, (dim) => (dim.batch || ones.has(dim) ? 1 : size));
  for (const size of ladder) yield assign(dims, () => size);
  for (const batch of OTHER_BATCHES) for (const size of ladder) yield assign(dims, (dim) => (dim.batch ? batch : size));
}

/** Ways to change a size for the second run, best first. */
const CHANGES: readonly ((size: number) => number)[] = [
  (size) => (size >= 64 ? Math.floor(size / 2) : size * 2),
  (size) => size + 32,
  (size) => (size >= 64 ? size * 2 : size + 1),
  (size) => size + 1,
  (size) => Math.max(size - 32, 1),
];

/**
 * Second sizes to try: as many dimensions changed as possible, batches by one and the rest by one of `CHANGES`.
 * Whoever runs them goes on with `furtherSizes` for what has not changed.
 */
export function* secondSizes(dims: readonly FreeDim[], first: Sizes): Generator<Sizes> {
  const chosen = dims.length <= MOST_COMBINED ? [...subsets(dims)].reverse() : [new Set(dims), ...grouped(dims)];
  for (const changing of chosen) {
    if (changing.size === 0) continue;
    for (const change of CHANGES) yield changed(dims, first, changing, change);
  }
}

export function* furtherSizes(dims: readonly FreeDim[], current: Sizes, dim: FreeDim): Generator<Sizes> {
  for (const change of CHANGES) yield changed(dims, current, new Set([dim]), change);
}

function changed(dims: readonly FreeDim[], from: Sizes, changing: ReadonlySet<FreeDim>, change: (size: number) => number): Sizes {
  return assign(dims, (dim) => {
    const size = from.get(dim.key) ?? 1;
    if (!changing.has(dim)) return size;
    return dim.batch ? size + 1 : change(size);
  });
}

function grouped(dims: readonly FreeDim[]): ReadonlySet<FreeDim>[] {
  const singles = dims.map((dim) => new Set([dim]));
  return [new Set(dims.filter(({ batch }) => !batch)), new Set(dims.filter(({ batch }) => batch)), ...singles];
}

function assign(dims: readonly FreeDim[], size: (dim: FreeDim) => number): Sizes {
  return new Map(dims.map((dim) => [dim.key, size(dim)]));
}

/** All subsets, smaller first; none where there are too many. */
function* subsets(dims: readonly FreeDim[]): Generator<ReadonlySet<FreeDim>> {
  if (dims.length > MOST_COMBINED) return;
  const masks = Array.from({ length: 1 << dims.length }, (_, mask) => dims.filter((_dim, bit) => (mask >> bit) & 1));
  for (const subset of masks.sort((a, b) => a.length - b.length)) yield new Set(subset);
}
