/**
 * How one stored sample becomes what the model's input wants. `s` is the stored shape, `w` the wanted one, both without
 * the batch axis; sizes that the model leaves open fit anything.
 *
 * 1. `layout` given and `w` has three axes: an image. Stored images are rows x columns x channels (HWC) or rows x
 *    columns; channels are moved to where `layout` says. A stored CHW array is taken as such where HWC does not fit, or
 *    where its first axis plainly holds the channels (at most 4 of them, and more than 4 in the last axis).
 * 2. Equal rank and fitting sizes: as stored.
 * 3. The same sizes but for axes of size 1: reshaped (so [H,W], [H,W,1] and [1,H,W] fit each other, and a number fits [1]).
 * 4. `w` is one axis of exactly as many elements: flattened, row-major. An image with several channels needs `layout`
 *    for that, which says in which order.
 * 5. `s` is one axis and `w`, of the same number of elements, has at most two axes longer than 1: unflattened.
 * 6. Anything else is an error that says both sides.
 *
 * Colour: stored images are taken as RGB; `color: BGR` reverses the channels, before mean and std are applied.
 */
import type { Preprocess } from '../policy/types.js';
import { elementCount } from './elements.js';

type Wanted = readonly (number | string | null)[];

export interface Fit {
  /** Shape fed for one sample. */
  readonly dims: readonly number[];
  /** Output position to input position; undefined where the order stays. */
  readonly gather: Int32Array | undefined;
  /** Axis of channels in the output before flattening: `count` of them, each `inner` elements apart. */
  readonly channels: { readonly count: number; readonly inner: number };
  readonly isImage: boolean;
  /** For people; empty where nothing is done. */
  readonly how: string;
}

export interface FitOptions {
  readonly layout: Preprocess['layout'];
  readonly color: Preprocess['color'];
  /** Rows, columns, channels for certain: decoded or resized. */
  readonly isPixels: boolean;
  /** Entries of mean and std: tells which axis holds the channels where no layout does. */
  readonly statistics: number;
}

/** The plan, or why there is none: a clause for the end of a sentence, and what to do. */
export type FitResult = { readonly fit: Fit } | { readonly why: string; readonly fix: string };

const refuse = (why: string, fix: string): FitResult => ({ why, fix });

const DEFAULT_FIX = 'Store one value per model input in the shape that the model wants, or map another column in `inputs`.';

/** A stored sample read with its channels at one axis; undefined where it has none. */
interface Reading {
  readonly dims: readonly number[];
  readonly channelAxis: number | undefined;
  readonly name: 'HWC' | 'CHW' | 'HW';
}

export function fitSample(stored: readonly number[], wanted: Wanted, options: FitOptions): FitResult {
  const isImage = stored.length === 2 || stored.length === 3;
  if (isImage && options.layout !== undefined && (wanted.length === 3 || (wanted.length === 1 && stored.length === 3))) {
    return fitImage(stored, wanted, options.layout, options);
  }
  return fitPlain(stored, wanted, options);
}

/** Rule 1, and rule 4 for images. */
function fitImage(stored: readonly number[], wanted: Wanted, layout: 'NCHW' | 'NHWC', options: FitOptions): FitResult {
  const readings = readingsOf(stored, options.isPixels).map((reading) => ({ reading, ...arrange(reading, layout) }));
  const fitting = readings.filter(({ dims }) => fits(dims, wanted) || isFlattened(dims, wanted));
  const chosen = fitting.length > 1 ? fitting.find(({ reading }) => reading.name === plainReading(stored)) : fitting[0];
  if (chosen === undefined) {
    if (fitting.length > 1) {
      return refuse('it could be rows x columns x channels or channels x rows x columns', 'Store images as [samples, rows, columns, channels].');
    }
    const shapes = readings.map(({ dims, reading }) => `[${dims.join(',')}] (${reading.name} to ${layout.slice(1)})`).join(' or ');
    return refuse(`with layout ${layout} a sample becomes ${shapes}`, 'Check `layout`; set `preprocess.resize` where only rows and columns differ.');
  }
  const colour = colourOrder(chosen.channels.count, options.color);
  if (typeof colour !== 'boolean') return colour;
  const gather = gatherOf(chosen.strides, chosen.dims, chosen.channelAxis, colour);
  const flat = wanted.length === 1;
  const steps = [chosen.reading.name === layout.slice(1) ? '' : `${chosen.reading.name} to ${layout.slice(1)}`, colour ? 'RGB to BGR' : '', flat ? 'flattened' : ''];
  return {
    fit: { dims: flat ? [elementCount(chosen.dims)] : chosen.dims, gather, channels: chosen.channels, isImage: true, how: steps.filter((step) => step !== '').join(', ') },
  };
}

function readingsOf(stored: readonly number[], isPixels: boolean): readonly Reading[] {
  if (stored.length === 2) return [{ dims: stored, channelAxis: undefined, name: 'HW' }];
  const rowsFirst: Reading = { dims: stored, channelAxis: 2, name: 'HWC' };
  return isPixels ? [rowsFirst] : [rowsFirst, { dims: stored, channelAxis: 0, name: 'CHW' }];
}

/** The most channels an image has: grey, grey and alpha, RGB, RGBA. */
const MAX_CHANNELS = 4;

function plainReading(stored: readonly number[]): Reading['name'] | undefined {
  const [first = 0, , last = 0] = stored;
  if (last <= MAX_CHANNELS && first > MAX_CHANNELS) return 'HWC';
  return first <= MAX_CHANNELS && last > MAX_CHANNELS ? 'CHW' : undefined;
}

interface Arranged {
  readonly dims: readonly number[];
  /** Of each output axis, in the stored sample. */
  readonly strides: readonly number[];
  readonly channelAxis: number;
  readonly channels: Fit['channels'];
}

function arrange({ dims, channelAxis }: Reading, layout: 'NCHW' | 'NHWC'): Arranged {
  const strides = rowMajorStrides(dims);
  const spatial = dims.map((_, axis) => axis).filter((axis) => axis !== channelAxis);
  const size = (axis: number | undefined): number => (axis === undefined ? 1 : (dims[axis] ?? 1));
  const order = layout === 'NCHW' ? [channelAxis, ...spatial] : [...spatial, channelAxis];
  const at = layout === 'NCHW' ? 0 : order.length - 1;
  const inner = layout === 'NCHW' ? spatial.reduce((product, axis) => product * size(axis), 1) : 1;
  return {
    dims: order.map(size), strides: order.map((axis) => (axis === undefined ? 0 : (strides[axis] ?? 0))),
    channelAxis: at, channels: { count: size(channelAxis), inner },
  };
}

function rowMajorStrides(dims: readonly number[]): number[] {
  const strides = new Array<number>(dims.length).fill(1);
  for (let axis = dims.length - 2; axis >= 0; axis--) strides[axis] = (strides[axis + 1] ?? 1) * (dims[axis + 1] ?? 1);
  return strides;
}

/** Whether the channels are reversed, or why that cannot be. */
function colourOrder(channels: number, color: Preprocess['color']): boolean | FitResult {
  if (color === undefined || (color === 'RGB' && channels === 1)) return false;
  if (channels !== 3) return refuse(`\`color: ${color}\` needs 3 channels, and it has ${channels}`, 'Leave `color` out.');
  return color === 'BGR';
}

/** Undefined where output and input positions are the same throughout. */
function gatherOf(strides: readonly number[], dims: readonly number[], channelAxis: number, reversed: boolean): Int32Array | undefined {
  const gather = new Int32Array(elementCount(dims));
  const index = new Array<number>(dims.length).fill(0);
  let moved = false;
  for (let to = 0; to < gather.length; to++) {
    let from = 0;
    for (const [axis, at] of index.entries()) {
      from += (reversed && axis === channelAxis ? (dims[axis] ?? 1) - 1 - at : at) * (strides[axis] ?? 0);
    }
    gather[to] = from;
    moved ||= from !== to;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      index[axis] = (index[axis] ?? 0) + 1;
      if ((index[axis] ?? 0) < (dims[axis] ?? 0)) break;
      index[axis] = 0;
    }
  }
  return moved ? gather : undefined;
}

/** Rules 2 to 5, and images whose layout stays as stored. */
function fitPlain(stored: readonly number[], wanted: Wanted, options: FitOptions): FitResult {
  const shape = plainShape(stored, wanted);
  if ('why' in shape) return shape;
  const channelAxis = plainChannelAxis(stored, options.statistics);
  if (typeof channelAxis !== 'number') return channelAxis;
  const isImage = stored.length === 3 || wanted.length === 3 || (stored.length === 2 && wanted.length === 1);
  const channels = { count: stored[channelAxis] ?? 1, inner: elementCount(stored.slice(channelAxis + 1)) };
  const colour = isImage ? colourOrder(imageChannels(stored, channelAxis), options.color) : false;
  if (typeof colour !== 'boolean') return colour;
  const gather = colour ? gatherOf(rowMajorStrides(stored), stored, channelAxis, true) : undefined;
  return { fit: { dims: shape.dims, gather, channels, isImage, how: [shape.how, colour ? 'RGB to BGR' : ''].filter((step) => step !== '').join(', ') } };
}

const imageChannels = (stored: readonly number[], channelAxis: number): number => (stored.length === 3 ? (stored[channelAxis] ?? 1) : 1);

type Shape = { readonly dims: readonly number[]; readonly how: string };

function plainShape(stored: readonly number[], wanted: Wanted): Shape | Extract<FitResult, { why: string }> {
  if (fits(stored, wanted)) return { dims: stored, how: '' };
  const reshaped = fitWithoutOnes(stored, wanted);
  if (reshaped !== undefined) return { dims: reshaped, how: `reshaped to [${reshaped.join(',')}]` };
  if (isFlattened(stored, wanted)) {
    if (stored.length === 3 && longerThanOne(stored) === 3) {
      return { why: 'flattening it could put channels first or last', fix: 'Set `preprocess.layout` to the order in which the model was trained.' };
    }
    return { dims: [elementCount(stored)], how: 'flattened' };
  }
  if (isUnflattened(stored, wanted)) return { dims: wanted, how: `reshaped to [${wanted.join(',')}]` };
  if (stored.length === 3 && wanted.length === 3) {
    return { why: 'their axes differ', fix: 'Set `preprocess.layout` (NCHW or NHWC) to what the model wants, and `preprocess.resize` if rows and columns differ.' };
  }
  return { why: 'their shapes differ', fix: DEFAULT_FIX };
}

function fits(dims: readonly number[], wanted: Wanted): boolean {
  return dims.length === wanted.length && dims.every((size, axis) => typeof wanted[axis] !== 'number' || wanted[axis] === size);
}

/** Rule 3: the stored sizes longer than 1, in order, in the places where `wanted` has no 1. */
function fitWithoutOnes(stored: readonly number[], wanted: Wanted): readonly number[] | undefined {
  const sizes = stored.filter((size) => size !== 1);
  const places = wanted.filter((size) => size !== 1);
  // A number (or one-element array) fits an open axis: it becomes that axis' only element.
  const filled = sizes.length === 0 && places.every((size) => typeof size !== 'number') ? places.map(() => 1) : sizes;
  if (!fits(filled, places)) return undefined;
  const next = filled[Symbol.iterator]();
  return wanted.map((size) => (size === 1 ? 1 : (next.next().value ?? 1)));
}

const longerThanOne = (dims: readonly number[]): number => dims.filter((size) => size > 1).length;

/** Rule 4. */
function isFlattened(stored: readonly number[], wanted: Wanted): boolean {
  return wanted.length === 1 && stored.length > 1 && wanted[0] === elementCount(stored);
}

/** Rule 5. */
function isUnflattened(stored: readonly number[], wanted: Wanted): wanted is readonly number[] {
  if (stored.length !== 1 || !wanted.every((size) => typeof size === 'number')) return false;
  return elementCount(wanted) === stored[0] && longerThanOne(wanted) <= 2;
}

/** Where mean and std have several entries, the first or last axis of that size; a refusal where both or neither is. */
function plainChannelAxis(stored: readonly number[], statistics: number): number | FitResult {
  const last = Math.max(stored.length - 1, 0);
  if (statistics === 1 || stored.length < 3) return last;
  const axes = [0, last].filter((axis) => stored[axis] === statistics);
  const [axis] = axes;
  if (axes.length === 1 && axis !== undefined) return axis;
  return refuse(
    axes.length === 0 ? `no axis has the ${statistics} channels that mean and std have` : `its channels could be first or last (${statistics} either way)`,
    'Set `preprocess.layout`, and give mean and std one entry or one per channel.',
  );
}
