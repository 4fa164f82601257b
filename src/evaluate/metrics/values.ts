/** Tensors as plain numbers, and their shapes as metrics see them. */
import { float16ToFloat32 } from '../../kernels/float16.js';
import type { HostTensor } from '../../runtime/types.js';
import { Misfit } from './accumulator.js';

/** The elements as numbers, row-major; a view where the type allows it. int64 beyond 2^53 loses its last bits. */
export function numbersOf(tensor: HostTensor): ArrayLike<number> {
  const { data, type } = tensor;
  if (type === 'float16') {
    if (!(data instanceof Uint16Array)) throw new Misfit('float16 values did not arrive as 16-bit patterns');
    return float16ToFloat32(data);
  }
  return data instanceof BigInt64Array || data instanceof BigUint64Array ? Float64Array.from(data, Number) : data;
}

/** The shape without axes of size 1, but for the first, which runs over samples: [N,C,1,1] is [N,C]. */
export function squeezed(tensor: HostTensor): readonly number[] {
  return tensor.dims.filter((size, axis) => axis === 0 || size !== 1);
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

export function elements(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}

export const shapeText = (tensor: HostTensor): string => `[${tensor.dims.join(', ')}]`;

/** Values per sample; the first axis runs over samples. */
export function widthOf(tensor: HostTensor): number {
  return elements(tensor.dims.slice(1));
}

/** Target and output element by element: the same shape, axes of size 1 aside. Throws `Misfit`. */
export function requireSameShape(output: HostTensor, target: HostTensor | undefined): asserts target is HostTensor {
  const given = requireTarget(target);
  if (sameShape(squeezed(output), squeezed(given))) return;
  throw new Misfit(`the output has shape ${shapeText(output)} and the target ${shapeText(given)}: this metric compares them element by element`);
}

export function requireTarget(target: HostTensor | undefined): HostTensor {
  if (target === undefined) throw new Misfit('the data names no target: give `target` in the policy\'s data', 'targets');
  return target;
}
