/** A stored weight as a matrix: one row per position of its other axes, one column per input. */
import { gatherAxis } from '../../kernels/gather.js';
import type { Tensor } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Cut } from '../cut.js';

export interface WeightMatrix {
  /** [rows x inputs], row-major. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly inputs: number;
}

/**
 * The dense weight cut along every axis but its input axis: rows as they are in the pruned model, all inputs.
 * Rows run over the remaining axes in their stored order.
 */
export function denseRows(tensor: Tensor, inputAxis: number, cut: Cut): WeightMatrix & { readonly dims: readonly number[] } {
  let values = tensorToFloat32(tensor);
  const dims = [...tensor.dims];
  for (const axis of dims.keys()) {
    const kept = axis === inputAxis ? null : cut.kept(tensor.name, axis);
    if (kept === null) continue;
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const gathered = gatherAxis(bytes, dims, axis, kept, Float32Array.BYTES_PER_ELEMENT);
    values = new Float32Array(gathered.buffer, gathered.byteOffset, gathered.byteLength / Float32Array.BYTES_PER_ELEMENT);
    dims[axis] = kept.length;
  }
  return { ...toMatrix(values, dims, inputAxis), dims };
}

/** [outer, inputs, inner] to rows (outer, inner) and columns (inputs). */
export function toMatrix(values: Float32Array, dims: readonly number[], inputAxis: number): WeightMatrix {
  const { outer, inputs, inner } = split(dims, inputAxis);
  const data = new Float64Array(values.length);
  for (let o = 0, from = 0; o < outer; o += 1) {
    for (let c = 0; c < inputs; c += 1) {
      for (let i = 0; i < inner; i += 1, from += 1) data[(o * inner + i) * inputs + c] = values[from] as number;
    }
  }
  return { data, rows: outer * inner, inputs };
}

/** The inverse of `toMatrix`. */
export function fromMatrix({ data, inputs }: WeightMatrix, dims: readonly number[], inputAxis: number): Float32Array {
  const { outer, inner } = split(dims, inputAxis);
  const values = new Float32Array(data.length);
  for (let o = 0, to = 0; o < outer; o += 1) {
    for (let c = 0; c < inputs; c += 1) {
      for (let i = 0; i < inner; i += 1, to += 1) values[to] = data[(o * inner + i) * inputs + c] as number;
    }
  }
  return values;
}

/** Row of the matrix to position along another axis of the tensor. */
export function rowPositions(dims: readonly number[], inputAxis: number, axis: number): Int32Array {
  const others = dims.map((size, i) => (i === inputAxis ? 1 : size));
  const stride = others.slice(axis + 1).reduce((a, b) => a * b, 1);
  const rows = others.reduce((a, b) => a * b, 1);
  return Int32Array.from({ length: rows }, (_, row) => Math.floor(row / stride) % (others[axis] as number));
}

function split(dims: readonly number[], axis: number): { outer: number; inputs: number; inner: number } {
  const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
  return { outer: product(dims.slice(0, axis)), inputs: dims[axis] ?? 1, inner: product(dims.slice(axis + 1)) };
}
