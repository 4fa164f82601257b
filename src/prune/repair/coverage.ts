/**
 * How often each tap of a convolution kernel sees the input. Zero padding hides a part of the taps at borders, and a
 * strided ConvTranspose gives each output position only some of them; a constant that stands for what the cut
 * channels added on average has to count each tap as often as it counts.
 */
import { intsAttribute, stringAttribute } from '../../onnx/ir.js';
import type { Node } from '../../onnx/ir.js';
import type { ValueFact } from '../../ops/facts.js';

/**
 * Per tap (row-major over the kernel), the share of output positions at which it reads a real input position. Where
 * sizes are not known or vary, padding is taken to hide nothing.
 */
export function tapCoverage(node: Node, kernel: readonly number[], input: ValueFact | undefined, output: ValueFact | undefined): Float64Array {
  const perAxis = kernel.map((taps, axis) => axisCoverage(node, taps, axis, kernel.length, input, output));
  return Float64Array.from(perAxis.reduce<number[]>((all, shares) => all.flatMap((share) => shares.map((own) => share * own)), [1]));
}

function axisCoverage(
  node: Node, taps: number, axis: number, axes: number, input: ValueFact | undefined, output: ValueFact | undefined,
): number[] {
  const stride = intsAttribute(node, 'strides')?.[axis] ?? 1;
  const [size, made] = [fixedSize(input, axis + 2), fixedSize(output, axis + 2)];
  const transposed = node.opType === 'ConvTranspose';
  if (size === undefined || made === undefined || made === 0) return new Array<number>(taps).fill(transposed ? 1 / stride : 1);
  const dilation = intsAttribute(node, 'dilations')?.[axis] ?? 1;
  const pad = padBefore(node, axis, axes, { size, made, stride, reach: (taps - 1) * dilation + 1 });
  return Array.from({ length: taps }, (_, tap) => {
    // The output position that input i meets at this tap is i * stride + tap * dilation - pad in a ConvTranspose.
    const [positions, other] = transposed ? [size, made] : [made, size];
    let seen = 0;
    for (let position = 0; position < positions; position += 1) {
      const met = position * stride + tap * dilation - pad;
      if (met >= 0 && met < other) seen += 1;
    }
    return seen / made;
  });
}

interface AxisSizes { readonly size: number; readonly made: number; readonly stride: number; readonly reach: number }

function padBefore(node: Node, axis: number, axes: number, { size, made, stride, reach }: AxisSizes): number {
  const auto = stringAttribute(node, 'auto_pad') ?? 'NOTSET';
  if (auto === 'VALID') return 0;
  const pads = intsAttribute(node, 'pads');
  if (auto === 'NOTSET') return pads?.length === 2 * axes ? (pads[axis] ?? 0) : 0;
  const [outer, inner] = node.opType === 'ConvTranspose' ? [made, size] : [size, made];
  const total = Math.max(0, (inner - 1) * stride + reach - outer);
  return auto === 'SAME_LOWER' ? Math.ceil(total / 2) : Math.floor(total / 2);
}

function fixedSize(fact: ValueFact | undefined, axis: number): number | undefined {
  return fact?.dynamic[axis] === false ? fact.dims[axis] : undefined;
}
