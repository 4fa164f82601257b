/** Models that were exported in training mode: what they answer is left to chance, and nothing can be judged by it. */
import { UserError } from '../errors.js';
import { weightTensors } from './constants.js';
import { subgraphs } from './graph.js';
import type { Graph, Node, Tensor } from './ir.js';
import { shown } from './limits.js';
import { tensorBytes } from './tensors.js';

/** @param outer tensors of the graphs around it @throws UserError `training-mode` where a Dropout is told to drop */
export function refuseTrainingMode(graph: Graph, outer: ReadonlyMap<string, Tensor> = new Map()): void {
  const tensors = new Map([...outer, ...weightTensors(graph)]);
  const node = graph.nodes.find((each) => drops(each, tensors));
  if (node !== undefined) {
    throw new UserError({
      code: 'training-mode',
      message: 'The model was exported in training mode: a Dropout of it drops values at random, so that no two runs agree.',
      where: shown(node.name || (node.outputs[0] ?? '')),
      fix: 'Export it for inference. PyTorch: call `model.eval()` on the very module that is given to `torch.onnx.export`.',
    });
  }
  for (const each of graph.nodes) for (const inner of subgraphs(each)) refuseTrainingMode(inner, tensors);
}

/** Its third input is stored and true, and the share it drops is not stored as 0. */
function drops({ opType, domain, inputs }: Node, tensors: ReadonlyMap<string, Tensor>): boolean {
  if (opType !== 'Dropout' || domain !== '') return false;
  const [ratio, training] = [tensors.get(inputs[1] ?? ''), tensors.get(inputs[2] ?? '')];
  return holdsOther(training) && (ratio === undefined || holdsOther(ratio));
}

/** Whether a stored value is other than zero or false. */
const holdsOther = (tensor: Tensor | undefined): boolean => tensor !== undefined && tensorBytes(tensor).some((byte) => byte !== 0);
