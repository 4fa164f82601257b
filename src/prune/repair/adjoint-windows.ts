/**
 * Derivatives of what slides a window over spatial axes. All of them lead back through a transposed convolution of the same
 * geometry: with the layer's own weight, with ones (each element of a window gets the same), or with a one per tap (each gets
 * its own). Padding is cut off by it, so what the padding would get does not matter.
 */
import type { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { intOf, intsOf } from '../../onnx/graph.js';
import { intAttribute, intsAttribute } from '../../onnx/ir.js';
import type { Attribute, Node } from '../../onnx/ir.js';
import { scalar, type Rule, type Stretch } from './adjoint-rule.js';
import { geometryOf } from './unfold.js';

interface Windows {
  readonly channels: number;
  readonly kernel: readonly number[];
  /** Of a convolution that reads these windows. */
  readonly reading: Readonly<Record<string, Attribute>>;
  /** Of the transposed one that writes them. */
  readonly writing: Readonly<Record<string, Attribute>>;
  /** By spatial axis and output position: how many of the window's elements are the input's own. */
  readonly own: readonly (readonly number[])[];
  /** Whether no window is in another one's way, nor in that of padding. */
  readonly apart: boolean;
}

/** Undefined where sizes are not known, or where no transposed convolution can write as far as the input goes. */
function windowsOf({ lengths }: Stretch, node: Node, kernel: readonly number[]): Windows | undefined {
  const [input, output] = [lengths(node.inputs[0] ?? ''), lengths(node.outputs[0] ?? '')];
  const channels = input?.[1];
  if (input === undefined || output === undefined || channels === undefined || kernel.length === 0) return undefined;
  const { strides, dilations, before, after, output: positions } = geometryOf({ node }, kernel, input, output);
  const at = <T>(list: readonly T[], i: number, otherwise: T): T => list[i] ?? otherwise;
  const reach = kernel.map((size, i) => (at(positions, i, 1) - 1) * at(strides, i, 1) + (size - 1) * at(dilations, i, 1) + 1);
  const left = kernel.map((_, i) => at(input, i + 2, 1) + at(before, i, 0) + at(after, i, 0) - at(reach, i, 0));
  const rounded = intAttribute(node, 'ceil_mode', 0) !== 0;
  // What the last position's window does not reach has no say; more than a stride of it no transposed convolution can write.
  if (left.some((more, i) => (more < 0 && !rounded) || more >= Math.max(at(strides, i, 1), at(dilations, i, 1)))) return undefined;
  // Rounded up, the last window goes beyond the padding, which is then as much longer.
  const end = after.map((pad, i) => pad + Math.max(0, -at(left, i, 0)));
  const common = { strides: intsOf(strides), dilations: intsOf(dilations), pads: intsOf([...before, ...end]) };
  return {
    channels, kernel,
    reading: common,
    writing: { ...common, output_padding: intsOf(left.map((more) => Math.max(0, more))) },
    own: kernel.map((size, i) => Array.from({ length: at(positions, i, 1) }, (_, position) =>
      Array.from({ length: size }, (__, tap) => position * at(strides, i, 1) + tap * at(dilations, i, 1) - at(before, i, 0)).filter((place) => place >= 0 && place < at(input, i + 2, 1)).length)),
    apart: kernel.every((size, i) => size === at(strides, i, 1) && at(dilations, i, 1) === 1 && at(before, i, 0) === 0 && at(end, i, 0) === 0),
  };
}

export const convolution: Rule = (stretch, node, position, adjoint) => {
  const [weight = ''] = node.inputs.slice(1);
  const kernel = stretch.lengths(weight)?.slice(2);
  const windows = position !== 0 || kernel === undefined ? undefined : windowsOf(stretch, node, kernel);
  return windows && stretch.graph.node('ConvTranspose', [adjoint, stretch.name(weight)], { group: intOf(intAttribute(node, 'group', 1)), ...windows.writing });
};

/** Each element of a window gets its share: a part of the kernel's size where padding counts, else of the input's own elements in it. */
export const averagePool: Rule = (stretch, node, _, adjoint) => {
  const { graph } = stretch;
  const windows = windowsOf(stretch, node, intsAttribute(node, 'kernel_shape') ?? []);
  if (windows === undefined) return undefined;
  const paddingCounts = intAttribute(node, 'count_include_pad', 0) !== 0;
  // Then what lies beyond the padding does not, which versions of onnxruntime see differently.
  if (paddingCounts && intAttribute(node, 'ceil_mode', 0) !== 0) return undefined;
  const counts = paddingCounts ? windows.kernel.map((size) => [size]) : windows.own;
  const areas = counts.reduce<number[]>((products, own) => products.flatMap((product) => own.map((count) => product * count)), [1]);
  const shares = graph.floats(Float32Array.from(areas, (area) => 1 / Math.max(1, area)), [1, 1, ...counts.map(({ length }) => length)]);
  return toAll(graph, windows, graph.node('Mul', [adjoint, shares]));
};

/** Elements of overlapping windows up to which each gets a channel of its own. */
const MOST_TAPS = 25;

/** To the elements that are their window's largest. */
export const maxPool: Rule = (stretch, node, _, adjoint) => {
  const { graph, name } = stretch;
  const windows = windowsOf(stretch, node, intsAttribute(node, 'kernel_shape') ?? []);
  if (windows === undefined) return undefined;
  const [input, output] = [name(node.inputs[0] ?? ''), name(node.outputs[0] ?? '')];
  if (windows.apart) {
    const below = graph.node('Less', [input, toAll(graph, windows, output)]);
    return graph.node('Mul', [toAll(graph, windows, adjoint), without(graph, below)]);
  }
  // A copy of the activation for every tap: those of a large window would not fit in memory.
  if (areaOf(windows) > MOST_TAPS) return undefined;
  const taps = oneByTap(graph, windows);
  const below = graph.node('Less', [graph.node('Conv', [input, taps], { group: intOf(windows.channels), ...windows.reading }), repeated(graph, windows, output)]);
  const parts = graph.node('Mul', [repeated(graph, windows, adjoint), without(graph, below)]);
  return graph.node('ConvTranspose', [parts, taps], { group: intOf(windows.channels), ...windows.writing });
};

/** 1 where it is not so. */
const without = (graph: AuxiliaryGraph, is: string): string => graph.node('Sub', [scalar(graph, 1), graph.toFloat(is)]);

const areaOf = ({ kernel }: Windows): number => kernel.reduce((a, b) => a * b, 1);

/** Every element of a window gets what stands at the window's position, in sum. */
function toAll(graph: AuxiliaryGraph, windows: Windows, value: string): string {
  const { channels, kernel, writing } = windows;
  const ones = graph.floats(new Float32Array(channels * areaOf(windows)).fill(1), [channels, 1, ...kernel]);
  return graph.node('ConvTranspose', [value, ones], { group: intOf(channels), ...writing });
}

/** [channels x taps, 1, ...kernel]: a channel's taps one after the other. */
function oneByTap(graph: AuxiliaryGraph, windows: Windows): string {
  const [area, { channels, kernel }] = [areaOf(windows), windows];
  const ones = new Float32Array(channels * area * area);
  for (let row = 0; row < channels * area; row++) ones[row * area + row % area] = 1;
  return graph.floats(ones, [channels * area, 1, ...kernel]);
}

/** Each channel once for every tap. */
function repeated(graph: AuxiliaryGraph, windows: Windows, value: string): string {
  const [area, { channels, kernel }] = [areaOf(windows), windows];
  const ones = graph.floats(new Float32Array(channels * area).fill(1), [channels * area, 1, ...kernel.map(() => 1)]);
  return graph.node('Conv', [value, ones], { group: intOf(channels) });
}
