/**
 * How exactly a model computes its own values: where rounding is amplified (scores that a mask moves by -10,000 keep three
 * digits, which a Softmax over masked keys alone turns into its result) two ways of computing the very same thing differ by
 * more than a proof allows. What a value may differ by is what some element of it moves when every weight is moved by
 * units in the last place, a multiple of what sums in another order are off by. To a value that is computed well that allows
 * nothing: it moves by a tenth of a proof's tolerance. Jumps (a score that falls on another of few digits) are
 * rare, so that several draws are made.
 */
import { compareKept } from '../kernels/compare.js';
import { seededRandom } from '../kernels/random.js';
import { replaceTensors, weightTensors } from '../onnx/constants.js';
import { DataType } from '../onnx/ir.js';
import type { Model } from '../onnx/ir.js';
import { tensorToFloat32, withValues } from '../onnx/tensors.js';
import type { HostTensor } from '../runtime/types.js';

/** Differences above this share are taken for no rounding, however badly a value is computed. */
export const MOST_ROUNDING = 1e-2;
/** Draws, of which the largest move counts. */
export const DRAWS = 4;
/** Weights move by up to so many units in the last place. A sum of n terms is off by about sqrt(n) of them. */
const MOST_UNITS = 8;
/** Several jumps can meet where a draw has one. */
const MARGIN = 3;
/** One unit in the last place of float32, relative. */
const UNIT = 2 ** -23;

/**
 * The model with each float32 weight moved by up to `units` units in the last place, by seed. Single numbers stay: an exponent
 * of 2 that is no longer 2 knows no negative numbers.
 */
export function nudged(model: Model, seed: string, units = MOST_UNITS): Model {
  const moved = [...weightTensors(model.graph)].filter(([, { dataType, dims }]) => dataType === DataType.FLOAT && dims.some((size) => size > 1)).map(([name, tensor]) => {
    const next = seededRandom(`${seed}:${name}`);
    const values = tensorToFloat32(tensor).map((value) => value * (1 + UNIT * (Math.floor((2 * units + 1) * next()) - units)));
    return [name, withValues(tensor, tensor.dims, values)] as const;
  });
  return replaceTensors(model, new Map(moved));
}

/** What a value may differ by, as a share of its largest element, from how far two runs are apart that differ by rounding alone. */
export function allowance(value: HostTensor | undefined, again: HostTensor | undefined): number {
  if (value === undefined || again === undefined || String(value.dims) !== String(again.dims)) return 0;
  const all = value.dims.map(() => null);
  const { maxDifference, maxMagnitude } = compareKept(value.data as Float32Array, value.dims, all, again.data as Float32Array);
  return Number.isFinite(maxDifference) && maxMagnitude > 0 ? Math.min(MARGIN * (maxDifference / maxMagnitude), MOST_ROUNDING) : 0;
}
