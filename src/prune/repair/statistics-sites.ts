/**
 * Where the statistics of a pruned model can be brought back to the dense ones, downstream of a cut:
 *
 *  - a BatchNormalization node, whose stored mean and variance are measured again;
 *  - a linear layer (batch norm folded into it, or none), whose output channels are scaled and shifted back to their
 *    dense standard deviation and mean. Layers that only a BatchNormalization reads are left to that.
 */
import { indexGraph, valuesRead } from '../../onnx/graph.js';
import { intAttribute } from '../../onnx/ir.js';
import type { Graph, Node } from '../../onnx/ir.js';
import { isFloatType } from '../../onnx/tensors.js';
import type { Facts } from '../../ops/facts.js';
import { layerContext, layersOf, ranksOf } from './layers.js';
import type { Layer, LayerContext } from './layers.js';

export interface NormSite {
  readonly kind: 'norm';
  readonly index: number;
  readonly node: Node;
}

export interface LayerSite {
  readonly kind: 'layer';
  /** Index of the node that makes the layer's output (the layer itself, or the Add of its bias). */
  readonly index: number;
  readonly layer: Layer;
  /** Whether its weight may be scaled: nothing else reads it, and no bias hides behind it. */
  readonly scalable: boolean;
}

export type Site = NormSite | LayerSite;

/**
 * Positions per batch below which the statistics of one batch are noise: then the layer is left alone. (Statistics of
 * all layers are gathered in one pass, in which each layer is corrected by the statistics of the batch.)
 */
export const MIN_POSITIONS = 64;

export interface Sites {
  readonly sites: readonly Site[];
  /** Outputs of layers left alone because a batch has too few positions. */
  readonly tooFew: readonly string[];
}

/**
 * @param changed outputs of the nodes that read cut activations: everything after them may be off
 * @param batch samples per run
 */
export function statisticsSites(graph: Graph, facts: Facts, changed: readonly string[], batch: number): Sites {
  const context = layerContext(graph, ranksOf(facts));
  const reached = downstreamNodes(graph, changed);
  const layers = new Map(layersOf(context).map((layer) => [layer.index, layer]));
  const uses = new Map<string, number>();
  for (const { weight } of layers.values()) uses.set(weight, (uses.get(weight) ?? 0) + 1);
  const sites: Site[] = [];
  const tooFew: string[] = [];
  graph.nodes.forEach((node, index) => {
    if (!reached.has(index)) return;
    const layer = layers.get(index);
    const site = layer === undefined ? normSite(context, node, index) : layerSite(context, layer, uses.get(layer.weight) === 1);
    if (site === undefined) return;
    const [value, channel] = site.kind === 'norm' ? [node.inputs[0] ?? '', 1] : [site.layer.output, site.layer.outputChannel];
    if (positions(facts, value, channel, batch) >= MIN_POSITIONS) sites.push(site);
    else tooFew.push(node.name || value);
  });
  return { sites, tooFew };
}

function normSite(context: LayerContext, node: Node, index: number): NormSite | undefined {
  if (node.opType !== 'BatchNormalization' || node.domain !== '' || intAttribute(node, 'training_mode', 0) !== 0) return undefined;
  const stored = [3, 4].every((position) => {
    const tensor = context.tensors.get(node.inputs[position] ?? '');
    return tensor !== undefined && isFloatType(tensor.dataType) && context.index.consumers.get(node.inputs[position] ?? '')?.length === 1;
  });
  return stored && node.inputs[3] !== node.inputs[4] ? { kind: 'norm', index, node } : undefined;
}

function layerSite(context: LayerContext, layer: Layer, isOnlyUse: boolean): LayerSite | undefined {
  const index = context.index.producer.get(layer.output);
  const readers = (context.index.consumers.get(layer.output) ?? []).map((reader) => context.graph.nodes[reader]?.opType);
  if (index === undefined || (readers.length === 1 && readers[0] === 'BatchNormalization')) return undefined;
  const onlyReader = context.index.consumers.get(layer.weight)?.length === 1;
  const hidden = layer.bias.kind === 'none' && layer.bias.hidden;
  // The weight of a grouped ConvTranspose runs over the outputs of one group only.
  const perGroup = layer.groups > 1 && layer.node.opType === 'ConvTranspose';
  return { kind: 'layer', index, layer, scalable: isOnlyUse && onlyReader && !hidden && !perGroup };
}

function positions(facts: Facts, value: string, channel: number, batch: number): number {
  const dims = facts.values.get(value)?.dims;
  return dims === undefined ? 0 : dims.reduce((product, size, axis) => product * (axis === 0 ? batch : axis === channel ? 1 : size), 1);
}

/**
 * Indices of the nodes that make `changed` values, and of all that come after them. Where a bias was inserted since
 * the value was named, its maker is that Add: the layer before it counts as well.
 */
export function downstreamNodes(graph: Graph, changed: readonly string[]): ReadonlySet<number> {
  const { producer } = indexGraph(graph);
  const makers = changed.map((value) => producer.get(value)).filter((index) => index !== undefined);
  const behindBias = makers.map((index) => graph.nodes[index]).filter((node) => node?.opType === 'Add')
    .map((node) => producer.get(node?.inputs[0] ?? ''));
  const start = new Set([...makers, ...behindBias]);
  const values = new Set<string>();
  const reached = new Set<number>();
  graph.nodes.forEach((node, index) => {
    if (!start.has(index) && ![...valuesRead(node)].some((value) => values.has(value))) return;
    reached.add(index);
    for (const output of node.outputs) values.add(output);
  });
  return reached;
}
