/** `wanted` positions of `count`, evenly spaced and ascending: files sorted by class stay balanced. */
export function evenlySpaced(count: number, wanted: number): readonly number[] {
  const size = Math.min(count, wanted);
  return Array.from({ length: size }, (_, i) => Math.floor((i * count) / size));
}
