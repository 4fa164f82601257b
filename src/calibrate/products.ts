/** Large float64 products inside onnxruntime, for factorisations that would take JavaScript minutes. */
import { encodeModel } from '../onnx/write.js';
import { intOf, makeGraph, makeNode, makeValueInfo } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model } from '../onnx/ir.js';
import type { Multiply } from '../kernels/matmul.js';
import type { Runtime } from '../runtime/types.js';

/** Opens a session that multiplies for as long as `use` runs. */
export async function withProducts<T>(runtime: Runtime, use: (multiply: Multiply) => Promise<T>): Promise<T> {
  const session = await runtime.open(encodeModel(productModel()));
  const multiply: Multiply = async (a, b, m, n, k) => {
    const feeds = new Map([
      ['a', { type: 'float64' as const, dims: [m, k], data: a }],
      ['b', { type: 'float64' as const, dims: [n, k], data: b }],
    ]);
    return (await session.run(feeds)).get('c')?.data as Float64Array;
  };
  try {
    return await use(multiply);
  } finally {
    await session.release();
  }
}

/** c = a bᵀ. */
function productModel(): Model {
  const matrix = (name: string, rows: string, columns: string) => makeValueInfo(name, DataType.DOUBLE, [rows, columns]);
  return {
    irVersion: 8, opsets: new Map([['', 13]]), producer: 'prune-gate', functions: [],
    graph: makeGraph({
      nodes: [makeNode('Gemm', ['a', 'b'], ['c'], { attributes: [['transB', intOf(1)]] })],
      inputs: [matrix('a', 'm', 'k'), matrix('b', 'n', 'k')], outputs: [matrix('c', 'm', 'n')],
    }),
  };
}
