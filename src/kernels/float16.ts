/**
 * Conversions between float32 and the 16-bit floating formats, as bit patterns in Uint16Array.
 * Narrowing rounds to nearest, ties to even; NaN stays NaN (quiet, payload's high bits kept), overflow
 * gives infinity, and float16 subnormals are exact.
 */

const bits = new Uint32Array(1);
const value = new Float32Array(bits.buffer);

/** IEEE 754 binary16 bits to float32, exact. */
export function float16ToFloat32(half: Uint16Array): Float32Array {
  const words = new Uint32Array(half.length);
  for (let i = 0; i < half.length; i++) words[i] = wordOfHalf(half[i] as number);
  return new Float32Array(words.buffer);
}

/** float32 to IEEE 754 binary16 bits. */
export function float32ToFloat16(single: Float32Array): Uint16Array {
  const words = new Uint32Array(single.buffer, single.byteOffset, single.length);
  const out = new Uint16Array(single.length);
  for (let i = 0; i < words.length; i++) out[i] = halfOfWord(words[i] as number);
  return out;
}

/** bfloat16 bits to float32: the upper half of the word, exact. */
export function bfloat16ToFloat32(brain: Uint16Array): Float32Array {
  const words = new Uint32Array(brain.length);
  for (let i = 0; i < brain.length; i++) words[i] = (brain[i] as number) << 16;
  return new Float32Array(words.buffer);
}

/** float32 to bfloat16 bits. */
export function float32ToBfloat16(single: Float32Array): Uint16Array {
  const words = new Uint32Array(single.buffer, single.byteOffset, single.length);
  const out = new Uint16Array(single.length);
  for (let i = 0; i < words.length; i++) out[i] = brainOfWord(words[i] as number);
  return out;
}

function wordOfHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) {
    value[0] = fraction * 2 ** -24;
    return sign | (bits[0] as number);
  }
  return sign | (exponent === 31 ? 0x7f800000 : (exponent + 112) << 23) | (fraction << 13);
}

function halfOfWord(word: number): number {
  const sign = (word >>> 16) & 0x8000;
  const magnitude = word & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00 | ((magnitude >>> 13) & 0x1ff);
  // 65520 is halfway between the largest half and the next power of two, and ties go up there.
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | subnormalHalf(magnitude);
  const lowest = (magnitude >>> 13) & 1;
  return sign | ((magnitude - 0x38000000 + 0xfff + lowest) >>> 13);
}

/** Magnitudes below 2^-14: adding 0.5 leaves the value in units of 2^-24, rounded by the hardware. */
function subnormalHalf(magnitude: number): number {
  bits[0] = magnitude;
  value[0] = (value[0] as number) + 0.5;
  return bits[0] - 0x3f000000;
}

function brainOfWord(word: number): number {
  if ((word & 0x7fffffff) > 0x7f800000) return (word >>> 16) | 0x40;
  const lowest = (word >>> 16) & 1;
  return (word + 0x7fff + lowest) >>> 16 & 0xffff;
}
