import { describe, expect, it } from 'vitest';
import { bfloat16ToFloat32, float16ToFloat32, float32ToBfloat16, float32ToFloat16 } from '../../src/kernels/float16.js';

const ALL = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
const half = (value: number): number => float32ToFloat16(Float32Array.of(value))[0] ?? -1;
const brain = (value: number): number => float32ToBfloat16(Float32Array.of(value))[0] ?? -1;

/** IEEE 754 by its definition: sign, 2^(e - 15), 10 bits of fraction. */
function byDefinition(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

describe('float16', () => {
  it('widens every bit pattern exactly, and narrows it back', () => {
    const wide = float16ToFloat32(ALL);
    expect(Array.from(wide)).toEqual(Array.from(ALL, byDefinition));
    const again = float32ToFloat16(wide);
    const wrong = ALL.filter((bits, index) => Number.isNaN(wide[index]) ? !Number.isNaN(byDefinition(again[index] ?? 0)) : again[index] !== bits);
    expect(Array.from(wrong)).toEqual([]);
  });

  it('rounds to nearest, ties to even, between every pair of neighbours', () => {
    const wrong: number[] = [];
    for (let bits = 0; bits < 0x7bff; bits++) {
      const low = byDefinition(bits);
      const high = byDefinition(bits + 1);
      const middle = (low + high) / 2;
      const even = bits % 2 === 0 ? bits : bits + 1;
      const nudge = (high - low) / 64;
      if (half(middle) !== even || half(middle - nudge) !== bits || half(middle + nudge) !== bits + 1) wrong.push(bits);
    }
    expect(wrong).toEqual([]);
  });

  it('overflows to infinity from 65520 on, keeps signed zeros and NaN', () => {
    expect([65519.996, 65520, 1e9, Infinity, -65520, -Infinity].map(half)).toEqual([0x7bff, 0x7c00, 0x7c00, 0x7c00, 0xfc00, 0xfc00]);
    expect([0, -0, 2 ** -25, -(2 ** -26), 2 ** -24 * 0.5000001].map(half)).toEqual([0, 0x8000, 0, 0x8000, 1]);
    expect(byDefinition(half(NaN))).toBeNaN();
    const signalling = new Float32Array(Uint32Array.of(0x7f800001, 0xff800001).buffer);
    for (const bits of float32ToFloat16(signalling)) expect(byDefinition(bits)).toBeNaN();
  });

  it('reads arrays that start anywhere in their buffer', () => {
    const values = new Float32Array([9, 1, -2]).subarray(1);
    expect(Array.from(float16ToFloat32(float32ToFloat16(values)))).toEqual([1, -2]);
    expect(Array.from(bfloat16ToFloat32(float32ToBfloat16(values)))).toEqual([1, -2]);
  });
});

describe('bfloat16', () => {
  it('is the upper half of a float32, and comes back', () => {
    const wide = bfloat16ToFloat32(ALL);
    const words = new Uint32Array(wide.buffer);
    const again = float32ToBfloat16(wide);
    const wrong = ALL.filter((bits, index) => words[index] !== bits * 0x10000 || (!Number.isNaN(wide[index]) && again[index] !== bits));
    expect(Array.from(wrong)).toEqual([]);
    expect(Number.isNaN(bfloat16ToFloat32(Uint16Array.of(brain(NaN)))[0])).toBe(true);
  });

  it('rounds to nearest, ties to even', () => {
    expect([1 + 2 ** -8, 1 + 3 * 2 ** -8, 1 + 2 ** -8 + 2 ** -20, 3.4e38, -Infinity].map(brain)).toEqual([0x3f80, 0x3f82, 0x3f81, 0x7f80, 0xff80]);
    expect(brain(3.3895e38)).toBe(0x7f7f);
  });
});
