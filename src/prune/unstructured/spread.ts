/** How the zeros are spread over layers, from what each layer loses at several shares of zeros. */

/** Output loss expected when this share of a layer's weights is zero; ascending in both. */
export interface LossPoint {
  readonly share: number;
  readonly loss: number;
}

export interface LossCurve {
  /** Weights of the layer. */
  readonly elements: number;
  readonly points: readonly LossPoint[];
}

/** Shares between the points measured. */
const GRID = 200;
/** Losses below this share of the largest are taken for nothing. */
const FLOOR = 1e-9;

/**
 * Zeros per layer that add up to `zeros` with the least summed loss: the cheapest steps of the lower convex hulls of the
 * curves are taken (the greedy solution of a convex knapsack is exact but for its last step).
 */
export function spreadZeros(curves: readonly LossCurve[], zeros: number): number[] {
  const steps = curves.flatMap(({ elements, points }, layer) => hullSteps(points, elements).map((step) => ({ ...step, layer })));
  const ordered = steps.map((step, i) => ({ ...step, i })).sort((a, b) => a.slope - b.slope || a.i - b.i);
  const counts = curves.map(() => 0);
  let left = zeros;
  for (const { layer, size } of ordered) {
    if (left <= 0) break;
    const taken = Math.min(size, left);
    counts[layer] = (counts[layer] as number) + taken;
    left -= taken;
  }
  return counts;
}

interface HullStep { readonly size: number; readonly slope: number }

/** Runs between the corners of the lower convex hull, in weights, with what each weight costs there. */
function hullSteps(points: readonly LossPoint[], elements: number): HullStep[] {
  const most = points.at(-1)?.share ?? 0;
  const grid = Array.from({ length: GRID + 1 }, (_, i) => ({ zeros: Math.round((most * elements * i) / GRID), loss: lossAt(points, (most * i) / GRID) }));
  const hull: { zeros: number; loss: number }[] = [];
  for (const point of grid) {
    for (;;) {
      const [a, b] = [hull.at(-2), hull.at(-1)];
      if (a === undefined || b === undefined) break;
      if ((b.loss - a.loss) * (point.zeros - a.zeros) <= (point.loss - a.loss) * (b.zeros - a.zeros)) break;
      hull.pop();
    }
    if (point.zeros > (hull.at(-1)?.zeros ?? -1)) hull.push(point);
  }
  return hull.slice(1).map((point, i) => {
    const before = hull[i] as { zeros: number; loss: number };
    return { size: point.zeros - before.zeros, slope: (point.loss - before.loss) / (point.zeros - before.zeros) };
  });
}

/** Losses grow by factors rather than by amounts: between two points their logarithm is interpolated. */
function lossAt(points: readonly LossPoint[], share: number): number {
  const after = points.findIndex((point) => point.share >= share);
  const [low, high] = [points[after - 1], points[after]];
  if (high === undefined) return points.at(-1)?.loss ?? 0;
  // Few zeros cost next to nothing: below the first share measured the loss falls with the third power.
  if (low === undefined || low.loss === 0) return high.share === 0 ? high.loss : high.loss * (share / high.share) ** 3;
  const part = (share - low.share) / (high.share - low.share);
  const floor = FLOOR * (points.at(-1)?.loss ?? 1);
  return Math.exp((1 - part) * Math.log(Math.max(low.loss, floor)) + part * Math.log(Math.max(high.loss, floor)));
}
