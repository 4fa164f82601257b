/** Inputs made up for probing: what matters is that the model runs, and runs the same way every time. */
import { float32ToFloat16 } from '../kernels/float16.js';
import { gaussian, seededRandom } from '../kernels/random.js';
import { elementCount } from '../onnx/elements.js';
import { HOST_ARRAYS } from './convert.js';
import type { ElementType, HostTensor, TypedArray } from './types.js';

/** Normal numbers drawn; they repeat in larger tensors. A prime, so that rows of a usual length differ. */
const DRAWN = 4093;

/**
 * A tensor of this type and shape: `like`'s elements over and over where it is given (rows of real data stay rows
 * as long as all but the first size are theirs), else seeded normal floats, `whole` for integers and booleans.
 */
export function synthesize(type: ElementType, dims: readonly number[], seed: string, whole: 0 | 1, like?: HostTensor): HostTensor {
  const data = new HOST_ARRAYS[type](elementCount(dims));
  if (like?.type === type && like.data.length > 0) repeat(data, like.data);
  else if (type.startsWith('float')) repeat(data, normals(type, seed, Math.min(DRAWN, data.length)));
  else if (whole === 1) fillOnes(data);
  return { type, dims, data };
}

function normals(type: ElementType, seed: string, count: number): TypedArray {
  const draw = gaussian(seededRandom(seed));
  const drawn = Float32Array.from({ length: count }, draw);
  if (type === 'float16') return float32ToFloat16(drawn);
  return type === 'float64' ? Float64Array.from(drawn) : drawn;
}

function fillOnes(data: TypedArray): void {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) data.fill(1n);
  else data.fill(1);
}

/** Fills by bytes: both arrays are of one element type. */
function repeat(data: TypedArray, from: TypedArray): void {
  const target = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const source = new Uint8Array(from.buffer, from.byteOffset, from.byteLength);
  for (let done = 0; done < target.length; done += source.length) {
    target.set(source.subarray(0, Math.min(source.length, target.length - done)), done);
  }
}
