/** What a model weighs: bytes on disk, bytes once compressed, parameters and how many of them are not zero. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { innerWeights, weightTensors } from '../onnx/constants.js';
import { elementCount } from '../onnx/elements.js';
import type { Model, Tensor } from '../onnx/ir.js';
import { isFloatType, tensorBytes } from '../onnx/tensors.js';

export interface Size {
  /** The .onnx file and its external data files. */
  readonly fileBytes: number;
  /** The same files through gzip, level 6. */
  readonly gzipBytes: number;
  readonly parameters: number;
  readonly nonZeros: number;
}

/** Fixed, so that two machines give the same number. */
const GZIP_LEVEL = 6;

/** @param files the model file, then its external data files */
export async function measureSize(files: readonly string[], model: Model): Promise<Size> {
  let fileBytes = 0;
  let gzipBytes = 0;
  for (const file of files) {
    fileBytes += (await stat(file)).size;
    gzipBytes += await compressedBytes(file);
  }
  return { fileBytes, gzipBytes, ...countParameters(model) };
}

async function compressedBytes(file: string): Promise<number> {
  let bytes = 0;
  await pipeline(createReadStream(file), createGzip({ level: GZIP_LEVEL }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) bytes += chunk.length;
  });
  return bytes;
}

/** Elements of the stored weights, bodies of control flow included: every floating-point tensor, and quantised ones of rank 2 and more. */
export function countParameters(model: Model): { parameters: number; nonZeros: number } {
  let parameters = 0;
  let nonZeros = 0;
  for (const tensor of [...weightTensors(model.graph).values(), ...innerWeights(model.graph)]) {
    if (!isParameter(tensor)) continue;
    parameters += elementCount(tensor.dims);
    nonZeros += countNonZeros(tensor);
  }
  return { parameters, nonZeros };
}

/** Shapes, axes and limits are integers of rank 0 or 1; they are no parameters. */
export function isParameter(tensor: Tensor): boolean {
  return isFloatType(tensor.dataType) || tensor.dims.length > 1;
}

/** An element is zero where all its bytes are, but for the sign of a float (-0). */
function countNonZeros(tensor: Tensor): number {
  const bytes = tensorBytes(tensor);
  const count = elementCount(tensor.dims);
  const size = count === 0 ? 0 : bytes.length / count;
  // Packed types (4 bits) have no byte of their own: counted as present.
  if (!Number.isInteger(size)) return count;
  const signByte = isFloatType(tensor.dataType) ? size - 1 : -1;
  let nonZeros = 0;
  for (let element = 0; element < count; element++) {
    for (let i = 0; i < size; i++) {
      const byte = bytes[element * size + i] as number;
      if ((i === signByte ? byte & 0x7f : byte) !== 0) {
        nonZeros++;
        break;
      }
    }
  }
  return nonZeros;
}
