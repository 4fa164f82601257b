/** A whole small transformer around one part under test. */
import type { Model } from '../../../src/onnx/ir.js';
import { ATTENTION, NEURON_FORMS, NORMS, WIDTH } from './forms.js';
import type { Norm, Part } from './forms.js';
import { Net } from './net.js';

export const [PLAIN_ATTENTION, PLAIN_NEURONS, PLAIN_NORM] = [ATTENTION['PyTorch, shapes computed in the graph'], NEURON_FORMS['GELU with Erf'], NORMS['LayerNormalization']].map((found) => {
  if (found === undefined) throw new Error('the plain forms are listed');
  return found;
}) as [{ part: Part }, Part, Norm];

interface Parts { readonly attention?: Part; readonly neurons?: Part; readonly norm?: Norm }

/** An embedding, one encoder layer and a classifier over the first token. */
export function encoder({ attention = PLAIN_ATTENTION.part, neurons = PLAIN_NEURONS, norm = PLAIN_NORM }: Parts, opset = 17): Model {
  const net = new Net(['batch', 'length', 6]);
  const embedded = net.op('MatMul', ['x', net.weight('embedding', 6, WIDTH)]);
  const attended = norm(net, embedded, attention(net, embedded), 'norm1');
  const made = norm(net, attended, neurons(net, attended), 'norm2');
  return net.model([net.op('MatMul', [net.op('Gather', [made, net.int(0)], { axis: 1 }), net.weight('classifier', WIDTH, 3)])], opset);
}
