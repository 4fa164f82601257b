/**
 * What a linear layer multiplies its weight with, as rows of numbers: for a convolution every kernel tap of every input
 * channel at one output position (im2col), for a product the input channels. Rows of the weight follow the same order:
 * taps in row-major order, then channels.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { intOf } from '../../onnx/graph.js';
import { intsAttribute, stringAttribute } from '../../onnx/ir.js';
import type { Layer } from './layers.js';

/** The geometry of a convolution; spatial axes in order. */
export interface Geometry {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Zeros before and after each spatial axis. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly input: readonly number[];
  /** Output positions. */
  readonly output: readonly number[];
}

/** @param input, output sizes of the layer's input and output values */
export function geometryOf(layer: Pick<Layer, 'node'>, kernel: readonly number[], input: readonly number[], output: readonly number[]): Geometry {
  const { node } = layer;
  const axes = kernel.length;
  const strides = intsAttribute(node, 'strides') ?? new Array<number>(axes).fill(1);
  const dilations = intsAttribute(node, 'dilations') ?? new Array<number>(axes).fill(1);
  const [before, after] = paddingOf(layer, kernel, strides, dilations, input.slice(2), output.slice(2));
  return { kernel, strides, dilations, before, after, input: input.slice(2), output: output.slice(2) };
}

function paddingOf(
  { node }: Pick<Layer, 'node'>, kernel: readonly number[], strides: readonly number[], dilations: readonly number[],
  input: readonly number[], output: readonly number[],
): [readonly number[], readonly number[]] {
  const automatic = stringAttribute(node, 'auto_pad') ?? 'NOTSET';
  const pads = intsAttribute(node, 'pads') ?? new Array<number>(2 * kernel.length).fill(0);
  if (automatic === 'NOTSET') return [pads.slice(0, kernel.length), pads.slice(kernel.length)];
  if (automatic === 'VALID') return [kernel.map(() => 0), kernel.map(() => 0)];
  const total = kernel.map((size, i) => Math.max(0, ((output[i] ?? 1) - 1) * (strides[i] ?? 1) + (size - 1) * (dilations[i] ?? 1) + 1 - (input[i] ?? 1)));
  const small = total.map((pad) => Math.floor(pad / 2));
  const large = total.map((pad, i) => pad - (small[i] as number));
  return automatic === 'SAME_UPPER' ? [small, large] : [large, small];
}

/**
 * [taps x channels, rows] at the given positions of the first spatial axis (`lines`: a value of int64 indices, `count` of
 * them), in parts of so many taps each. Samples go last before anything is copied tap by tap, so that copies are of long runs.
 */
export function unfoldConvolution(graph: AuxiliaryGraph, input: string, geometry: Geometry, lines: string, count: number, parts: readonly number[]): string[] {
  const { kernel } = geometry;
  const taps = tapsOf(kernel);
  const picked = linesOfTaps(graph, input, geometry, lines, count);
  const pieces = taps.map((tap) => {
    const line = picked[tap[0] ?? 0] as string;
    return kernel.length === 1 ? line : sliceRest(graph, line, tap, geometry);
  });
  let next = 0;
  return parts.map((size) => {
    const own = pieces.slice(next, next += size);
    return graph.flatten(own.length === 1 ? own[0] as string : graph.node('Concat', own, { axis: intOf(0) }), 1);
  });
}

/** By tap of the first spatial axis, the padded input at the lines it looks at: [channels, lines, ..., samples]. */
function linesOfTaps(graph: AuxiliaryGraph, input: string, { kernel, strides, dilations, before, after, input: sizes }: Geometry, lines: string, count: number): string[] {
  const rank = kernel.length + 2;
  const padded = (value: string, pads: readonly number[]): string => (pads.every((pad) => pad === 0) ? value : graph.pad(value, pads));
  const scaled = graph.node('Mul', [lines, graph.ints([strides[0] ?? 1])]);
  const at = Array.from({ length: kernel[0] ?? 1 }, (_, tap) => graph.node('Add', [scaled, graph.ints([tap * (dilations[0] ?? 1)])]));
  // Few lines of many are looked up before the samples go last.
  if (count * at.length < (sizes[0] ?? 1)) {
    const whole = padded(graph.toFloat(input), [0, 0, ...before, 0, 0, ...after]);
    return at.map((indices) => samplesLast(graph, graph.node('Gather', [whole, indices], { axis: intOf(2) }), 1, rank));
  }
  const whole = padded(samplesLast(graph, input, 1, rank), [0, ...before, 0, 0, ...after, 0]);
  return at.map((indices) => graph.node('Gather', [whole, indices], { axis: intOf(1) }));
}

/** Taps in row-major order. */
export function tapsOf(kernel: readonly number[]): number[][] {
  return kernel.reduce<number[][]>((taps, size) => taps.flatMap((tap) => Array.from({ length: size }, (_, i) => [...tap, i])), [[]]);
}

function sliceRest(graph: AuxiliaryGraph, value: string, tap: readonly number[], { kernel, strides, dilations, output }: Geometry): string {
  const axes = kernel.map((_, i) => i).slice(1);
  const starts = axes.map((i) => (tap[i] ?? 0) * (dilations[i] ?? 1));
  const ends = axes.map((i, at) => (starts[at] as number) + ((output[i] ?? 1) - 1) * (strides[i] ?? 1) + 1);
  return graph.slice(value, starts, ends, axes.map((i) => i + 1), axes.map((i) => strides[i] ?? 1));
}

/** float32 [channels, rows] of a value: the rows as `samplesLast` has them. */
export function columnsOf(graph: AuxiliaryGraph, value: string, channelAxis: number, rank: number): string {
  return graph.flatten(samplesLast(graph, value, channelAxis, rank), 1);
}

/** float32, the channel axis first, then the others, the first of them last. */
function samplesLast(graph: AuxiliaryGraph, value: string, channelAxis: number, rank: number): string {
  const [samples, ...others] = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== channelAxis);
  const perm = [channelAxis, ...others, ...(samples === undefined ? [] : [samples])];
  return perm.every((axis, at) => axis === at) ? graph.toFloat(value) : graph.transpose(graph.toFloat(value), perm);
}
