/** Runs a model in onnxruntime on seeded inputs, straight: what the round trip's outputs are compared with. */
import * as ort from 'onnxruntime-node';
import { DataType, type Model, requiredInputs, type ValueInfo } from '../../src/onnx/ir.js';

/** Output name to raw bytes, in order; undefined where an input is no float tensor or onnxruntime refuses. */
export async function runSeeded(model: Model, file: string | Uint8Array): Promise<Map<string, string> | undefined> {
  const inputs = requiredInputs(model.graph);
  if (inputs.some(({ elemType }) => elemType !== DataType.FLOAT)) return undefined;
  const options: ort.InferenceSession.SessionOptions = { intraOpNumThreads: 1, logSeverityLevel: 4 };
  const session = await (typeof file === 'string' ? ort.InferenceSession.create(file, options) : ort.InferenceSession.create(file, options));
  try {
    const outputs = await session.run(Object.fromEntries(inputs.map((info) => [info.name, seededTensor(info)])));
    return new Map(Object.entries(outputs).map(([name, { data }]) => [name, bytesOf(data)]));
  } finally {
    await session.release();
  }
}

function seededTensor({ dims }: ValueInfo): ort.Tensor {
  const sizes = (dims ?? []).map((size) => (typeof size === 'number' && size > 0 ? size : 2));
  let state = 12345;
  const values = Float32Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
  return new ort.Tensor('float32', values, sizes);
}

function bytesOf(data: ort.Tensor['data']): string {
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') : JSON.stringify(data);
}
