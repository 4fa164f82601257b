/**
 * Conversions between float32 and the 16-bit floating formats, as bit patterns in Uint16Array.
 * Narrowing rounds to nearest, ties to even; NaN stays NaN (quiet, payload's high bits kept), overflow
 * gives infinity, and float16 subnormals are exact.
 */
/** IEEE 754 binary16 bits to float32, exact. */
export declare function float16ToFloat32(half: Uint16Array): Float32Array;
/** float32 to IEEE 754 binary16 bits. */
export declare function float32ToFloat16(single: Float32Array): Uint16Array;
/** bfloat16 bits to float32: the upper half of the word, exact. */
export declare function bfloat16ToFloat32(brain: Uint16Array): Float32Array;
/** float32 to bfloat16 bits. */
export declare function float32ToBfloat16(single: Float32Array): Uint16Array;
