/** Small models made in memory for the tests of this folder. */
import { makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType, type Model, type Tensor } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';

/** y = x W1 W2 ... : one MatMul per weight, each [width x width], values counted up. */
export function chain(width: number, depth: number): Model {
  const weights = Array.from({ length: depth }, (_, layer) => ramp(`w${layer}`, [width, width], layer));
  const nodes = weights.map(({ name }, layer) =>
    makeNode('MatMul', [layer === 0 ? 'x' : `h${layer - 1}`, name], [layer === depth - 1 ? 'y' : `h${layer}`], { name: `layer${layer}` }));
  return makeModel(makeGraph({
    nodes,
    initializers: new Map(weights.map((tensor) => [tensor.name, tensor])),
    inputs: [makeValueInfo('x', DataType.FLOAT, ['batch', width])],
    outputs: [makeValueInfo('y', DataType.FLOAT, ['batch', width])],
  }));
}

export function ramp(name: string, dims: readonly number[], start: number): Tensor {
  const values = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, index) => start + (index % 7) / 8);
  return makeTensor(name, DataType.FLOAT, dims, values);
}
