/**
 * Class scores of a batch. A sample has one position, or several (a sequence, a map); a position has a score per class,
 * or a single score that is positive above the threshold.
 */
import type { HostTensor } from '../../runtime/types.js';
import { Misfit } from './accumulator.js';
import { elements, numbersOf, requireTarget, sameShape, shapeText, squeezed } from './values.js';

export interface ScoreGrid {
  readonly samples: number;
  readonly positions: number;
  /** 1: a single score, read as two classes by the threshold. */
  readonly classes: number;
  readonly values: ArrayLike<number>;
  /** Index of a position's first score, and the step from class to class. */
  readonly start: (sample: number, position: number) => number;
  readonly step: number;
}

type ClassAxis = 'second' | 'last';

/** Rows of a [N, C] or [N] output. */
function flatGrid(output: HostTensor): ScoreGrid {
  const [samples = 0, classes = 1] = squeezed(output);
  return { samples, positions: 1, classes, values: numbersOf(output), start: (sample) => sample * classes, step: 1 };
}

function positionGrid(output: HostTensor, axis: ClassAxis): ScoreGrid {
  const dims = squeezed(output);
  const samples = dims[0] ?? 0;
  const classes = (axis === 'second' ? dims[1] : dims[dims.length - 1]) ?? 1;
  const positions = elements(dims) / Math.max(1, samples * classes);
  const values = numbersOf(output);
  return axis === 'second'
    ? { samples, positions, classes, values, step: positions, start: (s, p) => s * classes * positions + p }
    : { samples, positions, classes, values, step: 1, start: (s, p) => (s * positions + p) * classes };
}

/** A single score at each position: [N, T, 1] or [N, 1, H, W]. */
function binaryGrid(output: HostTensor): ScoreGrid {
  const [samples = 0, ...rest] = squeezed(output);
  const positions = elements(rest);
  return { samples, positions, classes: 1, values: numbersOf(output), step: 1, start: (s, p) => s * positions + p };
}

/** The grid for labelled outputs: the target's shape says where the classes are. Throws `Misfit`. */
export function labelledGrid(output: HostTensor, target: HostTensor | undefined): ScoreGrid {
  const labels = squeezed(requireTarget(target));
  const scores = squeezed(output);
  if (scores.length <= 2 && sameShape(labels, scores.slice(0, 1))) return flatGrid(output);
  if (sameShape(labels, scores) && output.dims.length > scores.length) return binaryGrid(output);
  if (sameShape(labels, scores)) throw new Misfit(`the target has the output's shape ${shapeText(output)}: give class indices, not one-hot rows`, 'targets');
  const fits = (['second', 'last'] as const).filter((axis) =>
    scores.length > 2 && sameShape(labels, without(scores, axis === 'second' ? 1 : scores.length - 1)));
  const [axis, ambiguous] = fits;
  if (axis !== undefined && ambiguous === undefined) return positionGrid(output, axis);
  const problem = ambiguous === undefined ? 'one label is needed for each row of scores' : 'two axes could be the classes';
  throw new Misfit(`the output has shape ${shapeText(output)} and the target ${shapeText(requireTarget(target))}: ${problem}`);
}

/** The grid where there are no labels: beyond two axes, the classes are where the dense model's values sum to 1. */
export function unlabelledGrid(output: HostTensor, dense: HostTensor): ScoreGrid {
  const scores = squeezed(output);
  if (!sameShape(scores, squeezed(dense))) throw new Misfit(`the outputs differ in shape: ${shapeText(output)}, dense ${shapeText(dense)}`);
  if (scores.length <= 2) return flatGrid(output);
  const fits = (['second', 'last'] as const).filter((axis) => holdsProbabilities(positionGrid(dense, axis)));
  const [axis, ambiguous] = fits;
  if (axis !== undefined && ambiguous === undefined) return positionGrid(output, axis);
  throw new Misfit(`the output has shape ${shapeText(output)}, and neither its second nor its last axis alone holds probabilities: which axis holds the classes is not known (cosine needs none)`);
}

function without(dims: readonly number[], axis: number): readonly number[] {
  return dims.filter((_, index) => index !== axis);
}

/** Rows that sum to 1 within this, without a negative, are probabilities. */
const SUM_TOLERANCE = 1e-3;

export function holdsProbabilities(grid: ScoreGrid): boolean {
  for (let sample = 0; sample < grid.samples; sample++) {
    for (let position = 0; position < grid.positions; position++) if (!isDistribution(grid, sample, position)) return false;
  }
  return grid.samples > 0 && grid.classes > 1;
}

export function isDistribution({ values, classes, step, start }: ScoreGrid, sample: number, position: number): boolean {
  const first = start(sample, position);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const value = values[first + c * step] as number;
    if (!(value >= 0)) return false;
    sum += value;
  }
  return Math.abs(sum - 1) <= SUM_TOLERANCE;
}

/** The predicted class: the highest score, at ties the lowest index; for a single score 1 above the threshold. */
export function predictedClass({ values, classes, step, start }: ScoreGrid, sample: number, position: number, threshold: number): number {
  const first = start(sample, position);
  if (classes === 1) return (values[first] as number) > threshold ? 1 : 0;
  let best = 0;
  for (let c = 1; c < classes; c++) if ((values[first + c * step] as number) > (values[first + best * step] as number)) best = c;
  return best;
}

/** How many classes go before `label`: higher scores, and equal ones of a lower index. */
export function rankOf({ values, classes, step, start }: ScoreGrid, sample: number, position: number, label: number): number {
  const first = start(sample, position);
  const own = values[first + label * step] as number;
  let before = 0;
  for (let c = 0; c < classes; c++) {
    const score = values[first + c * step] as number;
    if (score > own || (score === own && c < label)) before++;
  }
  return before;
}
