/** Inputs made up for probing: what matters is that the model runs, and runs the same way every time. */
import { seededRandom, gaussian } from '../kernels/random.js';
import { float32ToFloat16 } from '../kernels/float16.js';
import { elementCount } from '../onnx/elements.js';
import { HOST_ARRAYS } from './convert.js';
import type { ElementType, HostTensor, TypedArray } from './types.js';

/**
 * A tensor of this type and shape: `like`'s elements over and over where it is given (rows of real data stay rows
 * as long as all but the first size are theirs), else seeded normal floats, `whole` for integers and booleans.
 */
export function synthesize(type: ElementType, dims: readonly number[], seed: string, whole: 0 | 1, like?: HostTensor): HostTensor {
  const data = new HOST_ARRAYS[type](elementCount(dims));
  if (like?.type === type && like.data.length > 0) cycle(data, like.data);
  else if (type === 'float32' || type === 'float64') normal(data, seed);
  else if (type === 'float16') data.set(float32ToFloat16(normal(new Float32Array(data.length), seed)) as never);
  else if (whole === 1) fillOnes(data);
  return { type, dims, data };
}

function normal<T extends TypedArray>(data: T, seed: string): T {
  const draw = gaussian(seededRandom(seed));
  for (let i = 0; i < data.length; i++) data[i] = draw();
  return data;
}

function fillOnes(data: TypedArray): void {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) data.fill(1n);
  else data.fill(1);
}

function cycle(data: TypedArray, from: TypedArray): void {
  for (let done = 0; done < data.length; done += from.length) {
    const part = from.subarray(0, Math.min(from.length, data.length - done));
    data.set(part as never, done);
  }
}
