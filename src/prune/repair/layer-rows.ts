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
  /** Position in the stored weight of output, tap, channel. */
  readonly at: (output: number, tap: number, channel: number) => number;
}

/** @param dims sizes of the stored weight */
export function layerShape({ outputAxis, inputAxis, kernelAxes }: Layer, dims: readonly number[]): LayerShape {
  const stride = (axis: number): number => dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const [perOutput, perChannel] = [stride(outputAxis), stride(inputAxis)];
  const taps = tapsOf(kernelAxes.map((axis) => dims[axis] ?? 1));
  const offsets = taps.map((tap) => tap.reduce((sum, position, k) => sum + position * stride(kernelAxes[k] as number), 0));
  return {
    outputs: dims[outputAxis] ?? 1, taps: taps.length, channels: dims[inputAxis] ?? 1,
    at: (output, tap, channel) => output * perOutput + (offsets[tap] as number) + channel * perChannel,
  };
}

/** [outputs x (taps x channels)] of a stored weight. */
export function layerRows(values: Float32Array, shape: LayerShape): Float64Array {
  const rows = new Float64Array(values.length);
  forEachElement(shape, (row, stored) => { rows[row] = values[stored] as number; });
  return rows;
}

/** The inverse of `layerRows`. */
export function storedWeight(rows: Float64Array, shape: LayerShape): Float32Array {
  const values = new Float32Array(rows.length);
  forEachElement(shape, (row, stored) => { values[stored] = rows[row] as number; });
  return values;
}

function forEachElement({ outputs, taps, channels, at }: LayerShape, visit: (row: number, stored: number) => void): void {
  let row = 0;
  for (let output = 0; output < outputs; output++) {
    for (let tap = 0; tap < taps; tap++) {
      for (let channel = 0; channel < channels; channel++, row++) visit(row, at(output, tap, channel));
    }
  }
}
