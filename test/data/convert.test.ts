/** Numbers: normalisation rounded once, exact integer casts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeConverter } from '../../src/data/convert.js';
import type { Fit } from '../../src/data/fit.js';
import { float16ToFloat32 } from '../../src/kernels/float16.js';
import type { ElementType, HostTensor, TypedArray } from '../../src/runtime/types.js';
import { numbers } from './support.js';

const NONE = { scale: 1, mean: [0], std: [1] };

const plain = (size: number): Fit => ({ dims: [size], gather: undefined, channels: { count: size, inner: 1 }, isImage: false, how: '' });

function convert(type: ElementType, data: TypedArray, to: ElementType, normalization = NONE): number[] {
  const stored: HostTensor = { type, dims: [1, data.length], data };
  return numbers(makeConverter(to, plain(data.length), normalization, 'column c')(stored).data);
}

/** The float16 numbers, ascending and without NaN, by value. */
const HALVES = [...float16ToFloat32(Uint16Array.from({ length: 65536 }, (_, i) => i))].filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);

/** Rounding by definition: the nearest half, on a tie the one with an even last bit, overflow from 65520 on. */
function nearestHalf(x: number): number {
  if (Math.abs(x) >= 65520) return Math.sign(x) * Infinity;
  let low = 0;
  let high = HALVES.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((HALVES[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const [a = 0, b = 0] = [HALVES[low], HALVES[high]];
  if (x - a !== b - x) return x - a < b - x ? a : b;
  const unit = Math.max(2 ** (Math.floor(Math.log2(Math.abs(a) || 1e-9)) - 10), 2 ** -24);
  return (a / unit) % 2 === 0 ? a : b;
}

describe('floating-point inputs', () => {
  it('are computed in float64 and rounded once', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), fc.double({ min: 0.5, max: 300, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), (values, scale, mean, std) => {
      const exact = values.map((x) => (x / scale - mean) / std);
      const normalization = { scale, mean: [mean], std: [std] };
      expect(convert('float64', Float64Array.from(values), 'float64', normalization)).toEqual(exact);
      expect(convert('float64', Float64Array.from(values), 'float32', normalization)).toEqual(exact.map(Math.fround));
    }));
  });

  it('give bytes the same by table as by formula', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const normalization = { scale: 255, mean: [0.485], std: [0.229] };
    expect(convert('uint8', bytes, 'float32', normalization)).toEqual([...bytes].map((x) => Math.fround((x / 255 - 0.485) / 0.229)));
  });

  it('round to float16 once: no double rounding through float32', () => {
    // Halfway between two halves, and a little above: float32 would lose the little, and the tie would go down.
    expect(convert('float64', Float64Array.of(1 + 2 ** -11 + 2 ** -40), 'float16').map((bits) => float16ToFloat32(Uint16Array.of(bits))[0])).toEqual([1 + 2 ** -10]);
    fc.assert(fc.property(fc.oneof(
      fc.double({ noNaN: true, min: -70000, max: 70000 }), fc.double({ noNaN: true, min: -1e-4, max: 1e-4 }),
      // Near ties.
      fc.tuple(fc.integer({ min: 1, max: 2 ** 12 }), fc.integer({ min: -20, max: 4 }), fc.constantFrom(0, 2 ** -35, -(2 ** -35))).map(([n, e, off]) => (n / 2) * 2 ** e * (1 + off)),
    ), (x) => {
      const [bits = 0] = convert('float64', Float64Array.of(x), 'float16');
      expect(float16ToFloat32(Uint16Array.of(bits))[0]).toBeCloseTo(nearestHalf(x), 12);
    }), { numRuns: 2000 });
  });

  it.each<[ElementType, TypedArray, number[]]>([
    ['bool', Uint8Array.of(0, 1), [0, 1]], ['int64', BigInt64Array.of(-3n, 2n ** 40n), [-3, 2 ** 40]], ['uint64', BigUint64Array.of(7n), [7]],
    ['float16', Uint16Array.of(0x3e00, 0xc000), [1.5, -2]], ['int16', Int16Array.of(-32768), [-32768]],
  ])('take %s', (type, data, values) => {
    expect(convert(type, data, 'float32')).toEqual(values);
  });

  it('normalise channels after they were moved and reversed', () => {
    // Two samples of 1 x 2 pixels, RGB to BGR planes.
    const fit: Fit = { dims: [3, 1, 2], gather: Int32Array.of(2, 5, 1, 4, 0, 3), channels: { count: 3, inner: 2 }, isImage: true, how: '' };
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16);
    for (const type of ['float32', 'float64'] as const) {
      const converted = makeConverter(type, fit, { scale: 1, mean: [0, 100, 1000], std: [1] }, 'c')({ type: 'uint8', dims: [2, 1, 2, 3], data });
      expect(converted.dims).toEqual([2, 3, 1, 2]);
      expect(numbers(converted.data)).toEqual([3, 6, -98, -95, -999, -996, 13, 16, -88, -85, -989, -986]);
    }
  });
});

describe('integer inputs', () => {
  it('take exactly what they can hold, from any type, and nothing else', () => {
    const ranges: readonly [ElementType, number, number][] = [['uint8', 0, 255], ['int8', -128, 127], ['int16', -32768, 32767], ['uint16', 0, 65535], ['int32', -(2 ** 31), 2 ** 31 - 1], ['uint32', 0, 2 ** 32 - 1], ['int64', -(2 ** 53) + 1, 2 ** 53 - 1], ['bool', 0, 1]];
    fc.assert(fc.property(fc.constantFrom(...ranges), fc.oneof(fc.integer({ min: -300, max: 300 }), fc.maxSafeInteger(), fc.double({ noNaN: true, min: -500, max: 500 })), ([type, low, high], value) => {
      const holds = Number.isInteger(value) && value >= low && value <= high;
      const attempt = (): number[] => convert('float64', Float64Array.of(value), type);
      if (holds) expect(attempt()).toEqual([value === 0 ? 0 : value]);
      else expect(attempt).toThrow(expect.objectContaining({ code: 'data-lossy-cast' }));
    }));
  });

  it.each<[ElementType, TypedArray, ElementType, RegExp]>([
    ['int64', BigInt64Array.of(2n ** 31n), 'int32', /2147483648, which int32/u], ['float32', Float32Array.of(0.5), 'int64', /0\.5/u], ['float64', Float64Array.of(NaN), 'int32', /NaN/u],
    ['float64', Float64Array.of(2 ** 53), 'int64', /9007199254740992/u], ['int64', BigInt64Array.of(-1n), 'uint64', /-1/u], ['float64', Float64Array.of(Infinity), 'uint8', /Infinity/u], ['uint64', BigUint64Array.of(2n ** 63n), 'int64', /9223372036854775808/u],
  ])('refuse %s %s as %s', (type, data, to, message) => {
    expect(() => convert(type, data, to)).toThrow(expect.objectContaining({ code: 'data-lossy-cast', message: expect.stringMatching(message) }));
  });

  it('keep 64-bit values exact', () => {
    const data = BigInt64Array.of(2n ** 62n + 1n, -(2n ** 63n));
    expect(makeConverter('int64', plain(2), NONE, 'c')({ type: 'int64', dims: [1, 2], data }).data).toEqual(data);
  });
});
