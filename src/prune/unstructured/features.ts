/**
 * What a layer's weight is multiplied with, as rows: for a convolution every kernel tap of every input channel at one
 * output position (taps in row-major order, then channels), for a product its input channels. A sample has as many rows
 * as output positions, far more than a fit needs, so a random few lines of positions per batch are taken.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { shuffle } from '../../kernels/random.js';
import type { Random } from '../../kernels/random.js';
import { intOf } from '../../onnx/graph.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Layer } from '../repair/layers.js';
import { geometryOf, rowsOf, tapsOf, unfoldConvolution } from '../repair/unfold.js';

/** More calibration samples help little, and fits take passes over them. */
export const MOST_SAMPLES = 4096;
/** Rows wanted per input (rows of one sample resemble each other), and the most positions taken from one sample. */
const ROWS_PER_INPUT = 256;
const MOST_POSITIONS = 96;
/** Where each layer is a pass of its own, one with few inputs does with fewer samples, but not with fewer than this. */
const FEWEST_SAMPLES = 512;
/** Fewer rows per input than this and a fit would follow the noise. */
const FEWEST_ROWS_PER_INPUT = 4;
/** Beyond this many inputs their second moments alone take more than 170 MB. */
export const MOST_INPUTS = 4700;

export interface FeaturePlan {
  readonly layer: Layer;
  readonly kernel: readonly number[];
  /** Sizes of the layer's input and output values. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** Inputs of one output: taps x channels. */
  readonly inputs: number;
  readonly channels: number;
  readonly outputs: number;
  /** Lines of output positions taken, and how many there are; 1 of 1 for products. */
  readonly lines: number;
  readonly lineCount: number;
  readonly samples: number;
}

/**
 * @param dims sizes of the stored weight
 * @param lengths sizes of a value
 * @returns a reason where the layer's inputs cannot be measured
 */
export function planFeatures(
  layer: Layer, dims: readonly number[], lengths: (value: string) => readonly number[] | undefined, count: number, mostSamples = MOST_SAMPLES,
): FeaturePlan | string {
  if (layer.groups !== 1) return 'a grouped convolution';
  if (layer.node.opType === 'ConvTranspose') return 'a transposed convolution';
  const [input, output] = [lengths(layer.input), lengths(layer.output)];
  if (input === undefined || output === undefined) return 'its shapes are not known';
  const outputs = dims[layer.outputAxis] as number;
  const inputs = dims.reduce((a, b) => a * b, 1) / outputs;
  if (inputs > MOST_INPUTS) return `${String(inputs)} inputs are too many`;
  const samples = Math.min(count, mostSamples);
  const kernel = layer.kernelAxes.map((axis) => dims[axis] ?? 1);
  const positions = output.reduce((a, b) => a * b, 1) / (outputs * (output[0] ?? 1));
  const lineCount = kernel.length === 0 ? 1 : (output[2] ?? 1);
  const perLine = positions / lineCount;
  const wanted = Math.min(MOST_POSITIONS, Math.max(8, Math.ceil((ROWS_PER_INPUT * inputs) / samples)));
  const lines = Math.max(1, Math.min(lineCount, Math.round(wanted / perLine)));
  const rows = Math.round(samples * lines * perLine);
  if (rows < FEWEST_ROWS_PER_INPUT * inputs) return `${String(rows)} calibration rows are too few for ${String(inputs)} inputs`;
  return { layer, kernel, input, output, inputs, channels: dims[layer.inputAxis] as number, outputs, lines, lineCount, samples };
}

/** The plan for a pass of its own: as many rows, from fewer samples at more positions each. */
export function aloneIn(plan: FeaturePlan): FeaturePlan {
  const perSample = plan.output.reduce((a, b) => a * b, 1) / (plan.outputs * (plan.output[0] ?? 1));
  const perLine = perSample / plan.lineCount;
  const lines = Math.max(plan.lines, Math.min(plan.lineCount, Math.floor(MOST_POSITIONS / perLine)));
  const wanted = Math.ceil((ROWS_PER_INPUT * plan.inputs) / (lines * perLine));
  return { ...plan, lines, samples: Math.min(plan.samples, Math.max(FEWEST_SAMPLES, wanted)) };
}

/** float32 [rows, taps x channels] of `input`, a value that stands for the layer's input. */
export function featureRows(graph: AuxiliaryGraph, input: string, plan: FeaturePlan, lines: string): string {
  const { layer, kernel } = plan;
  if (kernel.length === 0) return rowsOf(graph, input, layer.inputChannel, plan.input.length);
  return unfoldConvolution(graph, input, geometryOf(layer, kernel, plan.input, plan.output), lines);
}

/** float32 [rows, outputs] of `value`, which has the layer's output shape, at the same positions. */
export function outputRows(graph: AuxiliaryGraph, value: string, { layer, kernel, output }: FeaturePlan, lines: string): string {
  const picked = kernel.length === 0 ? value : graph.node('Gather', [value, lines], { axis: intOf(2) });
  return rowsOf(graph, picked, layer.outputChannel, output.length);
}

/** Positions of the first spatial axis for one batch: int64 [lines]. */
export function drawLines({ lines, lineCount }: FeaturePlan, random: Random): HostTensor {
  const all = Array.from({ length: lineCount }, (_, line) => line);
  const chosen = lines === lineCount ? all : shuffle(all, random).slice(0, lines).sort((a, b) => a - b);
  return { type: 'int64', dims: [lines], data: BigInt64Array.from(chosen, BigInt) };
}

/** Position in the stored weight of each element of its [outputs x inputs] matrix, in the order of the features. */
export function storedPositions({ layer }: Pick<FeaturePlan, 'layer'>, dims: readonly number[]): Int32Array {
  const stride = (axis: number): number => dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const taps = tapsOf(layer.kernelAxes.map((axis) => dims[axis] ?? 1));
  const [outputs, channels] = [dims[layer.outputAxis] ?? 1, dims[layer.inputAxis] ?? 1];
  const positions = new Int32Array(outputs * taps.length * channels);
  let at = 0;
  for (let output = 0; output < outputs; output++) {
    for (const tap of taps) {
      const base = output * stride(layer.outputAxis) + tap.reduce((sum, position, k) => sum + position * stride(layer.kernelAxes[k] as number), 0);
      for (let channel = 0; channel < channels; channel++) positions[at++] = base + channel * stride(layer.inputAxis);
    }
  }
  return positions;
}
