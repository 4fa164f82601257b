/**
 * Where a branch joins its shortcut: an Add, or onnxruntime's SkipLayerNormalization, which adds and normalises. What stands for it
 * once the branch is gone, and how it looks with the branch silenced. A bias that is fused into it is the branch's.
 */
import { floatOf, intOf, makeNode } from '../../onnx/graph.js';
import { floatAttribute, type Node } from '../../onnx/ir.js';

export interface Addition {
  readonly operands: readonly [string, string];
  /** Values besides the operands that stay needed. */
  readonly keeps: readonly string[];
  /** What is computed of the shortcut alone, under the results' names. */
  standIn(shortcut: string): Node[];
  /** The addition with zeros for the branch. @param zero a scalar @param scratch a name for what it needs */
  silenced(branch: string, zero: string, scratch: string): Node[];
}

/** The node as an addition of two values; undefined where it is none. @param isRead whether anything reads a value */
export function additionAt(node: Node, isRead: (value: string) => boolean): Addition | undefined {
  if (node.domain === '' && node.opType === 'Add') return plainAddition(node);
  return node.domain === 'com.microsoft' && node.opType === 'SkipLayerNormalization' ? skipNormalization(node, isRead) : undefined;
}

function plainAddition(node: Node): Addition {
  const [a = '', b = ''] = node.inputs;
  return {
    operands: [a, b], keeps: [],
    standIn: (shortcut) => [makeNode('Identity', [shortcut], node.outputs, { name: node.name })],
    silenced: (branch, zero) => [{ ...node, inputs: node.inputs.map((input) => (input === branch ? zero : input)) }],
  };
}

/** Its own default; LayerNormalization has another. */
const SKIP_EPSILON = 1e-12;

function skipNormalization(node: Node, isRead: (value: string) => boolean): Addition | undefined {
  const [a = '', b = '', gamma = '', beta = ''] = node.inputs;
  const [result = '', mean = '', deviation = '', sum = ''] = node.outputs;
  // Statistics for training: LayerNormalization has them in other shapes.
  if (isRead(mean) || isRead(deviation)) return undefined;
  const epsilon = floatAttribute(node, 'epsilon', SKIP_EPSILON);
  const affine = [gamma, beta].filter((input) => input !== '');
  return {
    operands: [a, b], keeps: affine,
    standIn: (shortcut) => [
      makeNode('LayerNormalization', [shortcut, ...affine], [result], { name: node.name, attributes: [['axis', intOf(-1)], ['epsilon', floatOf(epsilon)]] }),
      ...(sum === '' ? [] : [makeNode('Identity', [shortcut], [sum], { name: `${node.name}/sum` })]),
    ],
    silenced: (branch, zero, scratch) => [
      makeNode('Mul', [branch, zero], [scratch]),
      { ...node, inputs: node.inputs.slice(0, 4).map((input, at) => (at < 2 && input === branch ? scratch : input)) },
    ],
  };
}
