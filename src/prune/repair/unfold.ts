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
  return { kernel, strides, dilations, before, after, output: output.slice(2) };
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

/** [rows, taps x channels] at the given positions of the first spatial axis (`lines`: a value of int64 indices). */
export function unfoldConvolution(graph: AuxiliaryGraph, input: string, geometry: Geometry, lines: string): string {
  const { kernel, strides, dilations, before, after } = geometry;
  const rank = kernel.length + 2;
  const pads = [0, 0, ...before, 0, 0, ...after];
  const padded = pads.every((pad) => pad === 0) ? input : graph.pad(graph.toFloat(input), pads);
  const scaled = graph.node('Mul', [lines, graph.ints([strides[0] ?? 1])]);
  const pieces = tapsOf(kernel).map((tap) => {
    const at = graph.node('Add', [scaled, graph.ints([(tap[0] ?? 0) * (dilations[0] ?? 1)])]);
    const picked = graph.node('Gather', [padded, at], { axis: intOf(2) });
    return kernel.length === 1 ? picked : sliceRest(graph, picked, tap, geometry);
  });
  const joined = pieces.length === 1 ? pieces[0] as string : graph.node('Concat', pieces, { axis: intOf(1) });
  return rowsOf(graph, joined, 1, rank);
}

/** Taps in row-major order. */
export function tapsOf(kernel: readonly number[]): number[][] {
  return kernel.reduce<number[][]>((taps, size) => taps.flatMap((tap) => Array.from({ length: size }, (_, i) => [...tap, i])), [[]]);
}

function sliceRest(graph: AuxiliaryGraph, value: string, tap: readonly number[], { kernel, strides, dilations, output }: Geometry): string {
  const axes = kernel.map((_, i) => i).slice(1);
  const starts = axes.map((i) => (tap[i] ?? 0) * (dilations[i] ?? 1));
  const ends = axes.map((i, at) => (starts[at] as number) + ((output[i] ?? 1) - 1) * (strides[i] ?? 1) + 1);
  return graph.slice(value, starts, ends, axes.map((i) => i + 2), axes.map((i) => strides[i] ?? 1));
}

/** float32 [rows, channels]: the channel axis last, all others merged. */
export function rowsOf(graph: AuxiliaryGraph, value: string, channelAxis: number, rank: number): string {
  const perm = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== channelAxis);
  const last = channelAxis === rank - 1 ? graph.toFloat(value) : graph.transpose(graph.toFloat(value), [...perm, channelAxis]);
  return graph.flatten(last, rank - 1);
}

