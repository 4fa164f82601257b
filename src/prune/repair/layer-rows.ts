/**
 * A layer's weight as one row per output, in the order in which `unfoldConvolution` lists what it is multiplied with:
 * kernel taps in row-major order, then channels.
 */
import type { Layer } from './layers.js';
import { tapsOf } from './unfold.js';

export interface LayerShape {
  readonly outputs: number;
  readonly taps: number;
  readonly channels: number;
  /** Position in the stored weight of each element of the [outputs x (taps x channels)] matrix. */
  readonly positions: Int32Array;
}

/** @param dims sizes of the stored weight */
export function layerShape({ outputAxis, inputAxis, kernelAxes }: Layer, dims: readonly number[]): LayerShape {
  const stride = (axis: number): number => dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const taps = tapsOf(kernelAxes.map((axis) => dims[axis] ?? 1));
  const [outputs, channels] = [dims[outputAxis] ?? 1, dims[inputAxis] ?? 1];
  const positions = new Int32Array(outputs * taps.length * channels);
  let at = 0;
  for (let output = 0; output < outputs; output++) {
    for (const tap of taps) {
      const base = output * stride(outputAxis) + tap.reduce((sum, position, k) => sum + position * stride(kernelAxes[k] as number), 0);
      for (let channel = 0; channel < channels; channel++) positions[at++] = base + channel * stride(inputAxis);
    }
  }
  return { outputs, taps: taps.length, channels, positions };
}

/** The matrix of a stored weight. */
export function toRows(values: Float32Array, { positions }: Pick<LayerShape, 'positions'>): Float64Array {
  return Float64Array.from(positions, (position) => values[position] as number);
}

/** The stored weight of a matrix. */
export function toStored(rows: Float64Array, { positions }: Pick<LayerShape, 'positions'>): Float32Array {
  const values = new Float32Array(rows.length);
  positions.forEach((position, i) => { values[position] = rows[i] as number; });
  return values;
}
