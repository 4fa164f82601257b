/** A residual network for 32 x 32 images as a PyTorch export with folded batch norm writes it, with seeded random weights. */
import { intOf, intsOf, makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import type { NodeOptions } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model, Node, Tensor } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { seededRandom } from '../../src/kernels/random.js';

const WIDTHS = [16, 32, 64] as const;
export const CLASSES = 10;

/** @param blocks residual blocks per stage: 3 for ResNet-20, 9 for ResNet-56. Shortcuts that change shape are 1 x 1 convolutions. */
export function randomResNet(blocks: number): Model {
  const builder = new Builder();
  let value = builder.relu(builder.conv('x', 'stem', 3, WIDTHS[0], 3, 1));
  let width: number = WIDTHS[0];
  WIDTHS.forEach((outputs, stage) => {
    for (let block = 0; block < blocks; block++) {
      const stride = stage > 0 && block === 0 ? 2 : 1;
      const name = `stage${String(stage + 1)}_block${String(block + 1)}`;
      const inner = builder.relu(builder.conv(value, `${name}_conv1`, width, outputs, 3, stride));
      const branch = builder.conv(inner, `${name}_conv2`, outputs, outputs, 3, 1);
      const shortcut = width === outputs ? value : builder.conv(value, `${name}_shortcut`, width, outputs, 1, stride);
      value = builder.relu(builder.add(branch, shortcut));
      width = outputs;
    }
  });
  return builder.finish(value, width);
}

class Builder {
  readonly #nodes: Node[] = [];
  readonly #tensors = new Map<string, Tensor>();
  readonly #random = seededRandom('random ResNet');

  conv(input: string, name: string, inputs: number, outputs: number, kernel: number, stride: number): string {
    this.#tensor(`${name}.weight`, [outputs, inputs, kernel, kernel], Math.sqrt(2 / (inputs * kernel * kernel)));
    this.#tensor(`${name}.bias`, [outputs], 0.1);
    const pad = (kernel - 1) / 2;
    return this.#node('Conv', [input, `${name}.weight`, `${name}.bias`], name, [
      ['kernel_shape', intsOf([kernel, kernel])], ['strides', intsOf([stride, stride])], ['pads', intsOf([pad, pad, pad, pad])],
    ]);
  }

  relu(input: string): string {
    return this.#node('Relu', [input], `${input}_relu`);
  }

  add(a: string, b: string): string {
    return this.#node('Add', [a, b], `${a}_sum`);
  }

  finish(value: string, width: number): Model {
    this.#tensor('classifier.weight', [CLASSES, width], Math.sqrt(1 / width));
    this.#tensor('classifier.bias', [CLASSES], 0.1);
    const pooled = this.#node('GlobalAveragePool', [value], 'pool');
    const flat = this.#node('Flatten', [pooled], 'flat');
    this.#nodes.push(makeNode('Gemm', [flat, 'classifier.weight', 'classifier.bias'], ['logits'], { name: 'classifier', attributes: [['transB', intOf(1)]] }));
    return makeModel(makeGraph({
      nodes: this.#nodes, initializers: this.#tensors,
      inputs: [makeValueInfo('x', DataType.FLOAT, ['n', 3, 32, 32])], outputs: [makeValueInfo('logits', DataType.FLOAT, ['n', CLASSES])],
    }));
  }

  #node(operator: string, inputs: readonly string[], name: string, attributes: NonNullable<NodeOptions['attributes']> = []): string {
    this.#nodes.push(makeNode(operator, inputs, [`${name}_out`], { name, attributes }));
    return `${name}_out`;
  }

  /** Uniform values of this standard deviation. */
  #tensor(name: string, dims: readonly number[], deviation: number): void {
    const values = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => (this.#random() - 0.5) * Math.sqrt(12) * deviation);
    this.#tensors.set(name, makeTensor(name, DataType.FLOAT, dims, values));
  }
}
