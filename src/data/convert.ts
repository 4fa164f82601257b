/** Stored numbers to the model's input type: normalised on floating-point inputs, exact on integer ones. */
import { UserError } from '../errors.js';
import { float16ToFloat32, float32ToFloat16 } from '../kernels/float16.js';
import type { Preprocess } from '../policy/types.js';
import type { ElementType, HostTensor, TypedArray } from '../runtime/types.js';
import { elementCount, isFloating, newArray } from './elements.js';
import type { Fit } from './fit.js';

/** y = (x / scale - mean) / std per channel. */
export type Normalization = Pick<Preprocess, 'scale' | 'mean' | 'std'>;

/** [n, ...stored sample] to [n, ...fit.dims]; the result shares no memory with its argument. */
export type Convert = (stored: HostTensor) => HostTensor;

export function isIdentity({ scale, mean, std }: Normalization): boolean {
  return scale === 1 && mean.every((value) => value === 0) && std.every((value) => value === 1);
}

/**
 * How a column becomes an input of `type`. Floating-point types are normalised in float64 and rounded once; integer
 * types take the values as they are. `shown` is the column, for errors.
 * @throws UserError (the converter) `data-lossy-cast` where an integer type cannot hold a value exactly
 */
export function makeConverter(type: ElementType, fit: Fit, normalization: Normalization, shown: string): Convert {
  const convert = isFloating(type) ? normaliser(type, fit, normalization) : exactCaster(type, fit, shown);
  return (stored) => ({ type, dims: [stored.dims[0] ?? 0, ...fit.dims], data: convert(stored) });
}

function normaliser(type: ElementType, fit: Fit, normalization: Normalization): (stored: HostTensor) => TypedArray {
  const affine = affineOf(fit, normalization);
  const tables = byteTables(affine);
  return (stored) => {
    if (type === 'float32' && stored.type === 'uint8') return lookUp(stored.data as Uint8Array, fit, affine, tables);
    const out = type === 'float32' ? new Float32Array(stored.data.length) : new Float64Array(stored.data.length);
    normalise(numbersOf(stored), out, fit, affine);
    return type === 'float16' ? float32ToFloat16(roundToOdd(out)) : out;
  };
}

interface Affine {
  readonly scale: number;
  /** Per channel. */
  readonly mean: Float64Array;
  readonly std: Float64Array;
  /** Of each output position of a sample; undefined where one channel covers all. */
  readonly channelOf: Uint32Array | undefined;
}

function affineOf({ dims, channels: { count, inner } }: Fit, { scale, mean, std }: Normalization): Affine {
  if (mean.length === 1 && std.length === 1) {
    return { scale, mean: Float64Array.from(mean), std: Float64Array.from(std), channelOf: undefined };
  }
  const spread = (values: readonly number[]): Float64Array =>
    Float64Array.from({ length: count }, (_, channel) => values[values.length === 1 ? 0 : channel] ?? NaN);
  const channelOf = Uint32Array.from({ length: elementCount(dims) }, (_, position) => Math.floor(position / inner) % count);
  return { scale, mean: spread(mean), std: spread(std), channelOf };
}

function normalise(from: ArrayLike<number>, out: Float32Array | Float64Array, { dims, gather }: Fit, affine: Affine): void {
  const { scale, mean, std, channelOf } = affine;
  const size = elementCount(dims);
  for (let base = 0; base < out.length; base += size) {
    for (let i = 0; i < size; i++) {
      const channel = channelOf === undefined ? 0 : (channelOf[i] as number);
      const value = from[base + (gather === undefined ? i : (gather[i] as number))] as number;
      out[base + i] = (value / scale - (mean[channel] as number)) / (std[channel] as number);
    }
  }
}

/** [channels x 256]: what each byte becomes. */
function byteTables({ scale, mean, std }: Affine): Float32Array {
  return Float32Array.from({ length: mean.length * 256 }, (_, i) => {
    const channel = i >>> 8;
    return ((i & 255) / scale - (mean[channel] as number)) / (std[channel] as number);
  });
}

/** `normalise` for bytes, by table: the same results. */
function lookUp(from: Uint8Array, { dims, gather }: Fit, { channelOf }: Affine, tables: Float32Array): Float32Array {
  const out = new Float32Array(from.length);
  const size = elementCount(dims);
  for (let base = 0; base < out.length; base += size) {
    for (let i = 0; i < size; i++) {
      const channel = channelOf === undefined ? 0 : (channelOf[i] as number);
      const byte = from[base + (gather === undefined ? i : (gather[i] as number))] as number;
      out[base + i] = tables[(channel << 8) + byte] as number;
    }
  }
  return out;
}

/** The elements as numbers. 64-bit integers beyond 2^53 round to float64 here. */
function numbersOf({ type, data }: HostTensor): ArrayLike<number> {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number);
  return type === 'float16' ? float16ToFloat32(data as Uint16Array) : data;
}

/**
 * To float32, inexact results to the neighbour with an odd last bit. Rounding that once more to float16 then gives what
 * rounding the float64 value directly would (Boldo and Melquiond, 2008).
 */
export function roundToOdd(wide: Float64Array | Float32Array): Float32Array {
  const single = Float32Array.from(wide);
  const words = new Uint32Array(single.buffer);
  for (let i = 0; i < single.length; i++) {
    const exact = wide[i] as number;
    const rounded = single[i] as number;
    if (rounded === exact || Number.isNaN(exact)) continue;
    if (Math.abs(rounded) > Math.abs(exact)) words[i] = (words[i] as number) - 1;
    words[i] = (words[i] as number) | 1;
  }
  return single;
}

/** Smallest and largest value of each integer type. */
const RANGES: ReadonlyMap<ElementType, readonly [bigint, bigint]> = new Map([
  ['bool', [0n, 1n]], ['uint8', [0n, 255n]], ['int8', [-128n, 127n]], ['uint16', [0n, 65535n]], ['int16', [-32768n, 32767n]],
  ['uint32', [0n, 2n ** 32n - 1n]], ['int32', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['uint64', [0n, 2n ** 64n - 1n]], ['int64', [-(2n ** 63n), 2n ** 63n - 1n]],
]);

type Wide = BigInt64Array | BigUint64Array;
type Narrow = Exclude<TypedArray, Wide>;

const isWide = (data: TypedArray): data is Wide => data instanceof BigInt64Array || data instanceof BigUint64Array;

function exactCaster(type: ElementType, { dims, gather }: Fit, shown: string): (stored: HostTensor) => TypedArray {
  const range = RANGES.get(type);
  if (range === undefined) throw new TypeError(`${type} is no integer type`);
  const size = elementCount(dims);
  const sourceOf = (to: number): number => (gather === undefined ? to : to - (to % size) + (gather[to % size] as number));
  return (stored) => {
    const from = stored.type === 'float16' ? float16ToFloat32(stored.data as Uint16Array) : stored.data;
    const out = newArray(type, from.length);
    const fail = (value: number | bigint): never => {
      throw lossy(value, type, shown);
    };
    if (isWide(from) || isWide(out)) castWide(from, out, sourceOf, range, fail);
    else castNarrow(from, out, sourceOf, range, fail);
    return out;
  };
}

function castNarrow(from: Narrow, out: Narrow, sourceOf: (to: number) => number, range: readonly [bigint, bigint], fail: (value: number) => never): void {
  const low = Number(range[0]);
  const high = Number(range[1]);
  for (let to = 0; to < out.length; to++) {
    const value = from[sourceOf(to)] as number;
    if (!(value >= low && value <= high) || !Number.isInteger(value)) fail(value);
    out[to] = value;
  }
}

/** Where either side has 64 bits. A float64 beyond 2^53 may have been rounded before it came here, so it is refused. */
function castWide(from: TypedArray, out: TypedArray, sourceOf: (to: number) => number, [low, high]: readonly [bigint, bigint], fail: (value: number | bigint) => never): void {
  const wide = isWide(out);
  for (let to = 0; to < out.length; to++) {
    const value = from[sourceOf(to)] as number | bigint;
    if (typeof value === 'number' && !Number.isSafeInteger(value)) fail(value);
    const exact = BigInt(value);
    if (exact < low || exact > high) fail(value);
    out[to] = wide ? exact : Number(exact);
  }
}

function lossy(value: number | bigint, type: ElementType, shown: string): UserError {
  return new UserError({
    code: 'data-lossy-cast', message: `${shown} holds ${value}, which ${type} cannot hold exactly.`, where: shown,
    fix: `Store the column as ${type}, or map another column to this input.`,
  });
}
