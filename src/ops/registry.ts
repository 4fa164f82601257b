/** Every operator family prune-gate knows. A new family is one file and one line here. */
import type { Node } from '../onnx/ir.js';
import { attention, fusedAttention, groupQueryAttention, multiHeadAttention } from './attention.js';
import { concat } from './concat.js';
import { constantOfShape } from './constant.js';
import { convolution, transposedConvolution } from './convolution.js';
import { einsum } from './einsum.js';
import { elementwise } from './elementwise.js';
import { frozenProducts, gemm, matMul } from './linear.js';
import { expanding, gathering, moving, padding, reshaping, slicing, splitting, squeezing } from './movement.js';
import { channelNorm, fusedNorm, groupNorm, layerNorm } from './normalization.js';
import { pooling } from './pooling.js';
import { quantize } from './quantize.js';
import { recurrent } from './recurrent.js';
import { along, argument, reduction, shapeOf, softmax } from './reduction.js';
import { resize } from './resize.js';
import type { OpRule } from './rule.js';

export const RULES: readonly OpRule[] = [
  elementwise, convolution, transposedConvolution, gemm, matMul, frozenProducts, channelNorm, layerNorm, pooling,
  reduction, softmax, argument, shapeOf, reshaping, expanding, moving, squeezing, splitting, slicing, padding, gathering, concat, resize,
  quantize, constantOfShape, fusedNorm, groupNorm, fusedAttention, multiHeadAttention, groupQueryAttention, attention, einsum, recurrent, along,
];

const BY_OPERATOR: ReadonlyMap<string, OpRule> = new Map(RULES.flatMap((rule) => rule.ops.map((op) => [op, rule] as const)));

/** The rule for a node; undefined for an operator prune-gate has none for (never "elementwise"). */
export function ruleFor(node: Node): OpRule | undefined {
  return BY_OPERATOR.get(node.domain === '' ? node.opType : `${node.domain}:${node.opType}`);
}
