/** Where a trade-off curve bends: the point farthest above its chord (Satopää et al. 2011, "Finding a 'Kneedle' in a haystack"). Pure. */

export interface CurvePoint {
  /** What is saved, rising. */
  readonly saved: number;
  /** What is kept of the quality. */
  readonly value: number;
}

/** Points this little above the chord are on it. */
const LEAST_RISE = 0.01;

/** Index of the knee; undefined for a straight or sagging curve, or fewer than three points. Both axes are scaled to 0..1. */
export function kneeOf(points: readonly CurvePoint[]): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 3 || first === undefined || last === undefined) return undefined;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = last.saved - first.saved;
  if (!(high > low) || !(width > 0)) return undefined;
  const rises = points.map(({ saved, value }) => {
    const along = (saved - first.saved) / width;
    return (value - (first.value + along * (last.value - first.value))) / (high - low);
  });
  const best = rises.indexOf(Math.max(...rises));
  return (rises[best] ?? 0) > LEAST_RISE && best > 0 && best < points.length - 1 ? best : undefined;
}
