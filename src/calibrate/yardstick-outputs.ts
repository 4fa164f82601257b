/**
 * Which values the output loss compares. For each graph output:
 *
 *  1. Behind operators that only rename, retype or reshape, a final Softmax, LogSoftmax, Sigmoid or ArgMax is
 *     looked through: its input (the logits) is compared, since saturated probabilities hide what was lost.
 *  2. Softmax, LogSoftmax and ArgMax do not see a constant added to all classes of a sample, so neither does the
 *     yardstick: the mean over the classes is subtracted first (*centred* logits).
 *  3. A bare [samples, classes] output is taken for logits and centred, unless the caller says that it holds values.
 *  4. Integer and other outputs without such an operator behind them cannot be compared; they are skipped and named.
 */
import { DataType, intAttribute } from '../onnx/ir.js';
import type { Model, Node, ValueInfo } from '../onnx/ir.js';

/** How logits are centred: mean over one axis, or over all axes from `axis` on (Softmax before opset 13). */
export interface Centring {
  readonly axis: number;
  readonly flattened: boolean;
}

export interface YardstickOutput {
  /** The graph output it stands for. */
  readonly output: string;
  /** The value that is compared. */
  readonly value: string;
  readonly centring: Centring | undefined;
}

export interface YardstickChoice {
  readonly outputs: readonly YardstickOutput[];
  /** One sentence per skipped output, and per centred one. */
  readonly notes: readonly string[];
}

/** What a bare output holds: class scores (a common shift is meaningless) or values (it is not). */
export type OutputKind = 'classes' | 'values';

const SEEN_THROUGH = new Set([
  'Identity', 'Cast', 'Reshape', 'Squeeze', 'Unsqueeze', 'Flatten', 'Dropout', 'Transpose', 'ai.onnx.ml:ZipMap',
]);
const FINAL = new Set(['Softmax', 'LogSoftmax', 'Sigmoid', 'ArgMax']);
const FLOATS = new Set<DataType>([DataType.FLOAT, DataType.FLOAT16, DataType.DOUBLE, DataType.BFLOAT16]);
/** From this opset on, Softmax works along one axis, the last by default. */
const SOFTMAX_ONE_AXIS = 13;

/** @param kinds what the named outputs hold, where the policy's metrics tell */
export function yardstickOutputs(model: Model, kinds: ReadonlyMap<string, OutputKind> = new Map()): YardstickChoice {
  const producers = new Map(model.graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const found = new Map<string, YardstickOutput>();
  const notes: string[] = [];
  for (const info of model.graph.outputs) {
    const final = finalOperator(info.name, producers);
    const chosen = final === undefined ? bareOutput(info, kinds.get(info.name)) : behind(info.name, final, model);
    if (chosen === undefined) notes.push(`output ${info.name} holds no floating-point values and is not compared`);
    else if (!found.has(chosen.value)) found.set(chosen.value, chosen);
  }
  for (const { output, centring } of found.values()) {
    if (centring !== undefined) notes.push(`the loss compares the logits of output ${output} less each sample's mean over the classes, which a softmax does not see`);
  }
  return { outputs: [...found.values()], notes };
}

function finalOperator(output: string, producers: ReadonlyMap<string, Node>): Node | undefined {
  let node = producers.get(output);
  while (node !== undefined && SEEN_THROUGH.has(qualified(node))) node = producers.get(node.inputs[0] ?? '');
  return node !== undefined && FINAL.has(qualified(node)) ? node : undefined;
}

function qualified(node: Node): string {
  return node.domain === '' ? node.opType : `${node.domain}:${node.opType}`;
}

function behind(output: string, final: Node, model: Model): YardstickOutput | undefined {
  const value = final.inputs[0] ?? '';
  return value === '' ? undefined : { output, value, centring: centringOf(final, model.opsets.get('') ?? 1) };
}

function centringOf(final: Node, opset: number): Centring | undefined {
  if (final.opType === 'Sigmoid') return undefined;
  if (final.opType === 'ArgMax') return { axis: intAttribute(final, 'axis', 0), flattened: false };
  const flattened = opset < SOFTMAX_ONE_AXIS;
  return { axis: intAttribute(final, 'axis', flattened ? 1 : -1), flattened };
}

function bareOutput(info: ValueInfo, kind: OutputKind | undefined): YardstickOutput | undefined {
  if (!FLOATS.has(info.elemType)) return undefined;
  const classes = info.dims?.length === 2 && info.dims[1] !== 1;
  const centred = kind === undefined ? classes : kind === 'classes' && classes;
  return { output: info.name, value: info.name, centring: centred ? { axis: 1, flattened: false } : undefined };
}
