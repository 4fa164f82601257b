/**
 * The dense model with the cut channels silenced: what a correct cut must equal at every kept position. Silencing puts
 * zeros for the cut channels in what each consuming weight reads, which is the same as zeroing the input slices of that
 * weight, works for any way the weight is stored, and costs one small vector per consumer. Where picks, so that a cut
 * channel of NaN or infinity falls silent too; before opset 9 it picks no floats, and a 0/1 mask is multiplied.
 */
import { allNames, freshName, makeNode } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';
import { makeTensor } from '../onnx/tensors.js';
import { opsetOf } from '../ops/coupling.js';
import type { Coupling } from '../ops/coupling.js';
import type { Facts } from '../ops/facts.js';
import type { Cut } from './cut.js';

/** `model` must compute in float32 where channels are cut (see twin.ts). */
export function maskModel(model: Model, coupling: Coupling, facts: Facts, cut: Cut): Model {
  const names = allNames(model.graph);
  const picks = opsetOf(model) >= 9;
  const silence = makeTensor(freshName(names, 'silence'), DataType.FLOAT, [], new Float32Array(1));
  const masks: Tensor[] = picks ? [silence] : [];
  const edits = new Map<number, { before: Node[]; node: Node }>();
  for (const use of coupling.roles) {
    const kept = use.role === 'consumer' || use.role === 'recurrent' ? cut.kept(use.value, use.valueAxis) : null;
    const dims = facts.values.get(use.value)?.dims;
    if (kept === null || dims === undefined) continue;
    const edit = edits.get(use.node) ?? { before: [], node: model.graph.nodes[use.node] as Node };
    const mask = maskTensor(freshName(names, `${use.value}_mask`), picks ? DataType.BOOL : DataType.FLOAT, dims, use.valueAxis, kept);
    const masked = freshName(names, `${use.value}_masked`);
    masks.push(mask);
    const inputs = picks ? [mask.name, use.value, silence.name] : [use.value, mask.name];
    edit.before.push(makeNode(picks ? 'Where' : 'Mul', inputs, [masked], { name: masked }));
    edits.set(use.node, { ...edit, node: { ...edit.node, inputs: edit.node.inputs.map((input) => (input === use.value ? masked : input)) } });
  }
  const nodes = model.graph.nodes.flatMap((node, index) => {
    const edit = edits.get(index);
    return edit === undefined ? [node] : [...edit.before, edit.node];
  });
  const constants = masks.map((mask) => makeNode('Constant', [], [mask.name], { attributes: [['value', { kind: 'tensor', value: mask }]] }));
  return { ...model, graph: { ...model.graph, nodes: [...constants, ...nodes] } };
}

function maskTensor(name: string, type: number, dims: readonly number[], axis: number, kept: readonly number[]): Tensor {
  const mask = type === DataType.BOOL ? new Uint8Array(dims[axis] as number) : new Float32Array(dims[axis] as number);
  for (const position of kept) mask[position] = 1;
  const shape = dims.slice(axis).map((_, i) => (i === 0 ? mask.length : 1));
  return makeTensor(name, type, shape, mask);
}
