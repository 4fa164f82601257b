/**
 * Which rows of a layer's unfolded input are looked at: with k x k kernels a sample has as many rows as output
 * positions, far more than a fit needs, so that a random few lines of positions per batch are taken.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { shuffle } from '../../kernels/random.js';
import type { Random } from '../../kernels/random.js';
import { intOf } from '../../onnx/graph.js';
import { DataType, stringAttribute } from '../../onnx/ir.js';
import { parseEquation } from '../../ops/einsum.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Layer } from './layers.js';
import { geometryOf, columnsOf, unfoldConvolution } from './unfold.js';

/** More calibration samples help little, and each layer is a pass over them. */
export const MOST_SAMPLES = 4096;
/** Rows wanted per unknown of a fit. Positions of one sample are alike, so that many of them count for few: small maps are taken whole. */
export const ROWS_PER_INPUT = 400;
/** Most positions taken from one sample. */
const MOST_POSITIONS = 128;
/** Fewer rows per unknown than this and a fit would follow the noise. */
const FEWEST_ROWS_PER_INPUT = 4;
/** Beyond this many unknowns their second moments alone take more than 170 MB. */
export const MOST_INPUTS = 4700;

/** Sizes of a value; undefined where they are not known. */
export type Lengths = (value: string) => readonly number[] | undefined;

export interface RowPlan {
  readonly layer: Layer;
  readonly kernel: readonly number[];
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** Unknowns per output: taps x channels. */
  readonly inputs: number;
  readonly channels: number;
  readonly outputs: number;
  /** Lines of output positions taken, and how many there are; 1 of 1 for products. */
  readonly lines: number;
  readonly lineCount: number;
}

/**
 * @param dims sizes of the stored weight
 * @param samples that the rows come from
 * @returns a string says why there is nothing to fit
 */
export function planRows(layer: Layer, dims: readonly number[], lengths: Lengths, samples: number, rowsPerInput = ROWS_PER_INPUT, fewest = FEWEST_ROWS_PER_INPUT): RowPlan | string {
  if (layer.groups !== 1) return 'a grouped convolution';
  if (layer.node.opType === 'ConvTranspose') return 'a transposed convolution';
  const [input, output] = [lengths(layer.input), lengths(layer.output)];
  if (output === undefined || input === undefined) return 'its shapes are not known';
  const outputs = dims[layer.outputAxis] as number;
  const inputs = dims.reduce((a, b) => a * b, 1) / outputs;
  if (inputs > MOST_INPUTS) return `${String(inputs)} inputs are too many`;
  const kernel = layer.kernelAxes.map((axis) => dims[axis] ?? 1);
  const positions = output.reduce((a, b) => a * b, 1) / (outputs * (output[0] ?? 1));
  const lineCount = kernel.length === 0 ? 1 : (output[2] ?? 1);
  const perLine = kernel.length === 0 ? positions : positions / lineCount;
  const wanted = Math.min(MOST_POSITIONS, Math.max(8, Math.ceil((rowsPerInput * inputs) / samples)));
  const lines = Math.max(1, Math.min(lineCount, Math.round(wanted / perLine)));
  const rows = Math.round(samples * lines * perLine);
  if (rows < fewest * inputs) return `${String(rows)} calibration rows are too few for ${String(inputs)} inputs`;
  return { layer, kernel, input, output, inputs, channels: dims[layer.inputAxis] as number, outputs, lines, lineCount };
}

/** Whether the axes of what a layer reads are those of what it makes, in one order, but for the channels: else rows of the two do not go together. */
export function keepsRows({ node, input, inputChannel, outputChannel }: Layer): boolean {
  const equation = node.opType === 'Einsum' ? parseEquation(stringAttribute(node, 'equation') ?? '') : undefined;
  if (equation === undefined) return true;
  const others = (letters: string, channel: number): string => [...letters].filter((_, axis) => axis !== channel).join('');
  return others(equation.operands[node.inputs.indexOf(input)] ?? '', inputChannel) === others(equation.result, outputChannel);
}

/** Inputs of a part, about: a product of two parts runs at full speed, and of a symmetric one half is left out. */
const PART = 192;

/** Taps of each part that the inputs are taken in; products of a part with those before it are those mirrored. */
export function partsOf({ kernel, inputs, channels }: RowPlan): number[] {
  const taps = inputs / channels;
  const count = kernel.length === 0 ? 1 : Math.max(1, Math.min(taps, Math.round(inputs / PART)));
  return Array.from({ length: count }, (_, i) => Math.round(((i + 1) * taps) / count) - Math.round((i * taps) / count));
}

/** float32 [taps x channels, rows] of `input`, a value that stands for the layer's input, in parts. */
export function featureRows(graph: AuxiliaryGraph, input: string, plan: RowPlan, lines: string): string[] {
  const { layer, kernel } = plan;
  if (kernel.length === 0) return [columnsOf(graph, input, layer.inputChannel, plan.input.length)];
  return unfoldConvolution(graph, input, geometryOf(layer, kernel, plan.input, plan.output), lines, plan.lines, partsOf(plan));
}

/** float32 [outputs, rows] of `value`, which has the layer's output shape, at the same positions. */
export function outputRows(graph: AuxiliaryGraph, value: string, { layer, kernel, output }: RowPlan, lines: string): string {
  const picked = kernel.length === 0 ? value : graph.node('Gather', [value, lines], { axis: intOf(2) });
  return columnsOf(graph, picked, layer.outputChannel, output.length);
}

/** An input of the graph for the positions of each batch; '' for products, which look at every row. */
export function linesInput(graph: AuxiliaryGraph, { kernel, lines }: RowPlan): string {
  return kernel.length === 0 ? '' : graph.input('lines', DataType.INT64, [lines]);
}

/** The positions of one batch. */
export function drawLines({ lines, lineCount }: RowPlan, random: Random): HostTensor {
  const all = Array.from({ length: lineCount }, (_, line) => line);
  const chosen = lines === lineCount ? all : shuffle(all, random).slice(0, lines).sort((a, b) => a - b);
  return { type: 'int64', dims: [lines], data: BigInt64Array.from(chosen, BigInt) };
}

/** Rows less their mean over the batch, and that mean [d, 1]; `rows` is [d, rows]. */
export function centred(graph: AuxiliaryGraph, rows: string): { rows: string; mean: string } {
  const mean = graph.reduce('ReduceMean', rows, [1], true);
  return { rows: graph.node('Sub', [rows, mean]), mean };
}

/** a bᵀ of [d, rows] and [e, rows]: [d, e]. */
export function productOf(graph: AuxiliaryGraph, a: string, b: string): string {
  return graph.node('MatMul', [a, graph.transpose(b, [1, 0])]);
}

/** a aᵀ of what comes in parts: each with itself and those after it, in the order in which `CentredSums` takes them. */
export function gramOf(graph: AuxiliaryGraph, parts: readonly string[]): string[] {
  return parts.flatMap((part, a) => parts.slice(a).map((other) => productOf(graph, part, other)));
}

/** Parts put below one another. */
export function stacked(graph: AuxiliaryGraph, parts: readonly string[]): string {
  return parts.length === 1 ? parts[0] as string : graph.node('Concat', parts, { axis: intOf(0) });
}
