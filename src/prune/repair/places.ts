/** Which layers a refit of a pruned model changes, and where each of them stands: rows, target, channels. */
import { weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Samples } from '../../data/types.js';
import type { Facts } from '../../ops/facts.js';
import type { Runtime } from '../../runtime/types.js';
import { keptAfter } from '../cut.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Change, Decisions } from './decisions.js';
import { editLayers } from './edit.js';
import { layerShape, toRows, toStored } from './layer-rows.js';
import { layerContext, layersOf, ranksOf } from './layers.js';
import type { Layer } from './layers.js';
import { keepsRows, planRows, ROWS_PER_INPUT } from './rows.js';
import type { Lengths } from './rows.js';
import { downstreamNodes } from './statistics-sites.js';
import { targetOf } from './targets.js';
import type { Place } from './walk.js';

export interface SequentialRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  /** The dense model and its analysis. */
  readonly prunable: Prunable;
  readonly cut: Cut;
  /** Calibration split A: fits. */
  readonly samples: Samples;
  /** Calibration split B: chooses lambda, and whether a layer is changed. */
  readonly judge: Samples;
  readonly batch: number;
  /** What to aim at instead of the dense model: the one that earlier steps made that of, its weights in `directory`. */
  readonly towards?: Towards;
  /** Values that are off though nothing was cut there: what comes after them is fitted too. */
  readonly changed?: readonly string[];
  /** For comparing plans: fewer samples, fewer rows per unknown, one fit a layer. */
  readonly quick?: boolean;
  /** By weight, [outputs x inputs], 1 where it may change: these layers are refit, whatever was cut. */
  readonly support?: ReadonlyMap<string, Uint8Array>;
  /** Decided by an earlier refit of the same model: nothing is judged, and `judge` is not read. */
  readonly decided?: Decisions;
  readonly onProgress?: (detail: string) => void;
}

export interface Towards {
  readonly model: Model;
  readonly facts: Facts;
  /** What earlier steps have cut off it. */
  readonly cuts: readonly Cut[];
}

/** `samples` are those of the walk. */
export type LayerRequest = SequentialRequest & { readonly rowsPerInput?: number };

/** The models whose values are to be brought back. */
export function towardsOf({ prunable, towards }: Pick<SequentialRequest, 'prunable' | 'towards'>): { dense: Model; facts: Facts } {
  return { dense: towards?.model ?? prunable.model, facts: (towards ?? prunable).facts };
}

/** Layers whose input lost channels or comes after a cut, or that have a support; in graph order. */
export function layersToRefit(request: SequentialRequest, model: Model): Layer[] {
  const context = layerContext(model.graph, ranksOf(request.prunable.facts));
  const { support } = request;
  if (support !== undefined) return layersOf(context).filter(({ weight }) => support.has(weight));
  const reached = downstreamNodes(model.graph, changedValues(request));
  return layersOf(context).filter((layer) => reached.has(layer.index));
}

/** What the readers of cut activations make, and what was named besides. */
export function changedValues({ prunable, cut, changed = [] }: Pick<SequentialRequest, 'prunable' | 'cut' | 'changed'>): readonly string[] {
  const readers = prunable.coupling.roles.filter((role) => role.role === 'consumer' && cut.kept(role.value, role.valueAxis) !== null);
  return [...readers.map((role) => prunable.model.graph.nodes[role.node]?.outputs[0] ?? ''), ...changed];
}

/** Where a layer stands in the model as it is by now, or why it stays; `open`: outputs of layers that come later. */
export function placeOf({ prunable, samples, cut, rowsPerInput = ROWS_PER_INPUT, towards, support }: LayerRequest, model: Model, layer: Layer, open: ReadonlySet<string>): Place | string {
  const tensor = weightTensors(model.graph).get(layer.weight);
  if (tensor === undefined) return 'its weight is not stored';
  if (tensor.dataType !== DataType.FLOAT && support === undefined) return 'only float32 weights are fitted here';
  if (model.graph.nodes.filter((node) => node.inputs.includes(layer.weight)).length !== 1) return 'another node reads its weight';
  if (!keepsRows(layer)) return 'it reorders its rows';
  const lengths = lengthsOf(prunable, cut);
  const plan = planRows(layer, tensor.dims, lengths, samples.count, rowsPerInput);
  if (typeof plan === 'string') return plan;
  const target = targetOf(model.graph, layer, open, lengths);
  if (towards !== undefined && !towards.facts.values.has(target.value)) return 'the committed model has no such value';
  return { plan, target, kept: keptAfter([...towards?.cuts ?? [], cut], layer.output, layer.outputChannel) };
}

/** Sizes as the cut leaves them. */
export function lengthsOf({ facts }: Prunable, cut: Cut): Lengths {
  return (value) => facts.values.get(value)?.dims.map((size, axis) => cut.kept(value, axis)?.length ?? size);
}

export const namesOf = (layer: Layer): { weight: string; node: string } => ({ weight: layer.weight, node: layer.node.name || layer.output });

/** Adds delta to the weight, in its stored layout, and what is left of the means to the bias. */
export function applyDelta(prunable: Prunable, model: Model, { plan, target }: Place, { delta, constant }: Change): Model {
  const { layer } = plan;
  const tensor = weightTensors(model.graph).get(layer.weight) as Tensor;
  const shape = layerShape(layer, tensor.dims);
  const rows = toRows(tensorToFloat32(tensor), shape);
  const shift = new Float64Array(shape.outputs);
  for (let output = 0; output < shape.outputs; output++) {
    const scale = target.scale?.[output] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(scale) < 1e-6) continue;
    for (let at = output * plan.inputs; at < (output + 1) * plan.inputs; at++) rows[at] = (rows[at] as number) + (delta[at] as number) / scale / layer.gain;
    shift[output] = (constant[output] as number) / scale;
  }
  const edits = { weights: new Map([[layer.weight, toStored(rows, shape)]]), layers: new Map([[outputOf(model, layer), { shift }]]) };
  return editLayers(model, edits, ranksOf(prunable.facts));
}

/** An inserted bias takes over the name that the layer's node had. */
function outputOf({ graph }: Model, { node }: Layer): string {
  const [output = ''] = node.outputs;
  const maker = graph.nodes.find(({ outputs }) => outputs[0] === output);
  return maker?.opType === 'Add' ? maker.inputs[0] ?? output : output;
}
