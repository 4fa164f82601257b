/** Typed arrays put together. */
type Joinable = Float32Array | Float64Array | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

/** One after the other, all of one type; the only one itself. @param parts at least one */
export function joinArrays<T extends Joinable>(parts: readonly T[]): T {
  const first = parts[0] as T;
  if (parts.length === 1) return first;
  const whole = new (first.constructor as new (length: number) => T)(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part as never, at);
    at += part.length;
  }
  return whole;
}
