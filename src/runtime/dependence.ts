/**
 * What depends on the *contents* of the model's inputs, as opposed to their sizes. A value that does may differ from
 * one sample to the next, so what probing saw of it proves nothing.
 *
 * 1. Graph inputs' contents depend; so do those of every operator that reads one, and of random operators.
 * 2. `Shape` and `Size` depend on sizes only: their result depends on contents only where the size itself does.
 * 3. A result's size depends on contents where a steering input does (Reshape's shape, Tile's repeats), where the
 *    operator picks what it keeps (NonZero, Unique), and, unless the operator is known, where any input does
 *    (control flow, functions). It spreads to what is computed from that result.
 */
import { valuesRead } from '../onnx/graph.js';
import { type Graph, type Node, requiredInputs } from '../onnx/ir.js';

export interface Dependence {
  /** Values whose elements depend on contents. */
  readonly contents: ReadonlySet<string>;
  /** Values whose sizes may depend on contents. */
  readonly sizes: ReadonlySet<string>;
}

/** Operators whose result is a function of their input's size. */
export const SIZE_OPS: ReadonlySet<string> = new Set(['Shape', 'Size']);

const RANDOM_OPS: ReadonlySet<string> = new Set([
  'RandomNormal', 'RandomUniform', 'RandomNormalLike', 'RandomUniformLike', 'Bernoulli', 'Multinomial',
]);

const ALL = 'all';

/** Inputs whose contents set the size of a result. */
const STEERING: ReadonlyMap<string, readonly number[] | typeof ALL> = new Map<string, readonly number[] | typeof ALL>([
  ['Reshape', [1]], ['Expand', [1]], ['Tile', [1]], ['Slice', [1, 2, 3, 4]], ['Pad', [1, 3]], ['Resize', [1, 2, 3]],
  ['Upsample', [1]], ['ConstantOfShape', [0]], ['Range', [0, 1, 2]], ['OneHot', [1]], ['TopK', [1]], ['Split', [1]],
  ['Squeeze', [1]], ['Unsqueeze', [1]], ['CenterCropPad', [1]], ['Col2Im', [1, 2]], ['MaxUnpool', [2]], ['DFT', [1]],
  ['STFT', [1, 3]], ['AffineGrid', [1]], ['ReduceSum', [1]], ['ReduceMean', [1]], ['ReduceMax', [1]], ['ReduceMin', [1]],
  ['ReduceProd', [1]], ['ReduceL1', [1]], ['ReduceL2', [1]], ['ReduceLogSum', [1]], ['ReduceLogSumExp', [1]],
  ['ReduceSumSquare', [1]], ['HannWindow', [0]], ['HammingWindow', [0]], ['BlackmanWindow', [0]],
  ['NonZero', ALL], ['Unique', ALL], ['Compress', ALL], ['NonMaxSuppression', ALL], ['If', ALL], ['Loop', ALL],
  ['Scan', ALL], ['SequenceAt', ALL], ['ConcatFromSequence', ALL], ['StringSplit', ALL], ['SplitToSequence', ALL],
]);

/** Operators of onnxruntime's own whose results have sizes that follow from the sizes of their inputs. */
const FUSED_OPS: ReadonlySet<string> = new Set([
  'Attention', 'BiasAdd', 'BiasGelu', 'BiasSoftmax', 'BiasSplitGelu', 'EmbedLayerNormalization', 'FastGelu', 'FusedConv', 'FusedGemm', 'FusedMatMul', 'Gelu',
  'MatMulIntegerToFloat', 'MultiHeadAttention', 'QuickGelu', 'RotaryEmbedding', 'SkipGroupNorm', 'SkipLayerNormalization',
  'SkipSimplifiedLayerNormalization',
].map((name) => `com.microsoft:${name}`));

export function dataDependence(graph: Graph): Dependence {
  const contents = new Set(requiredInputs(graph).map(({ name }) => name));
  const sizes = new Set<string>();
  // Nodes are in topological order by the standard; a file that breaks it just takes more passes.
  for (let before = -1; before !== contents.size + sizes.size;) {
    before = contents.size + sizes.size;
    for (const node of graph.nodes) spread(node, contents, sizes);
  }
  return { contents, sizes };
}

function spread(node: Node, contents: Set<string>, sizes: Set<string>): void {
  const read = [...valuesRead(node)];
  const sizeDepends = read.some((name) => sizes.has(name));
  if (isSizeOp(node)) {
    if (sizeDepends) add(contents, node.outputs);
    return;
  }
  if (sizeDepends || steeringDepends(node, read, contents)) add(sizes, node.outputs);
  if (sizeDepends || RANDOM_OPS.has(node.opType) || read.some((name) => contents.has(name))) add(contents, node.outputs);
}

function steeringDepends(node: Node, read: readonly string[], contents: ReadonlySet<string>): boolean {
  const steering = node.domain === '' || FUSED_OPS.has(`${node.domain}:${node.opType}`) ? STEERING.get(node.opType) ?? [] : ALL;
  if (steering === ALL) return read.some((name) => contents.has(name));
  return steering.some((position) => contents.has(node.inputs[position] ?? ''));
}

function add(names: Set<string>, outputs: readonly string[]): void {
  for (const output of outputs) if (output !== '') names.add(output);
}

export function isSizeOp(node: Node): boolean {
  return node.domain === '' && SIZE_OPS.has(node.opType);
}
