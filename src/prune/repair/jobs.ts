/**
 * What there is to repair after a cut: stored weights whose input axis lost positions, with every layer that reads
 * them. Weights that must not be changed still get their layers' biases corrected.
 */
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import { layerAt, layerContext, ranksOf } from './layers.js';
import type { Layer } from './layers.js';

export interface Job {
  /** Stored weight and its axis over inputs. */
  readonly weight: string;
  readonly inputAxis: number;
  /** Positions along that axis (dense), ascending. */
  readonly cut: readonly number[];
  readonly kept: readonly number[];
  /** The layers that read the cut activations; dense graph. */
  readonly layers: readonly Layer[];
  /** Why the weight itself must stay as it is; undefined where it may change. */
  readonly fixed: string | undefined;
}

/** A consumer that cannot be repaired at all. */
export interface Unrepaired {
  readonly name: string;
  readonly reason: string;
}

export function repairJobs(prunable: Prunable, cut: Cut): { readonly jobs: readonly Job[]; readonly unrepaired: readonly Unrepaired[] } {
  const context = layerContext(prunable.model.graph, ranksOf(prunable.facts));
  const byWeight = new Map<string, Layer[]>();
  const unrepaired: Unrepaired[] = [];
  const nodes = new Set<number>();
  for (const role of prunable.coupling.roles) {
    if (role.role !== 'consumer' || cut.kept(role.value, role.valueAxis) === null || nodes.has(role.node)) continue;
    nodes.add(role.node);
    const layer = layerAt(context, role.node);
    const node = prunable.model.graph.nodes[role.node];
    const name = node?.name || (node?.outputs[0] ?? '');
    if (typeof layer === 'string') unrepaired.push({ name, reason: layer });
    else if (layer.groups > 1) unrepaired.push({ name, reason: 'a grouped convolution loses whole groups' });
    else byWeight.set(layer.weight, [...(byWeight.get(layer.weight) ?? []), layer]);
  }
  const jobs = [...byWeight].map(([weight, layers]) => makeJob(prunable, cut, weight, layers));
  return { jobs, unrepaired };
}

function makeJob(prunable: Prunable, cut: Cut, weight: string, layers: readonly Layer[]): Job {
  const [first] = layers as readonly [Layer, ...Layer[]];
  const size = prunable.tensors.get(weight)?.dims[first.inputAxis] ?? 0;
  const kept = cut.kept(first.input, first.inputChannel) ?? [];
  const stays = new Set(kept);
  const lost = Array.from({ length: size }, (_, position) => position).filter((position) => !stays.has(position));
  return { weight, inputAxis: first.inputAxis, cut: lost, kept, layers, fixed: whyFixed(prunable, weight, layers) };
}

/** Other readers would see the changed weight too: an embedding lookup, a layer that reads it the other way round. */
function whyFixed(prunable: Prunable, weight: string, layers: readonly Layer[]): string | undefined {
  const readers = finalReaders(prunable, weight);
  const own = new Set(layers.map((layer) => layer.index));
  const other = readers.find((index) => !own.has(index));
  if (other !== undefined) return `${prunable.model.graph.nodes[other]?.opType ?? 'another node'} reads the same weight`;
  if (layers.some((layer) => layer.inputAxis !== layers[0]?.inputAxis)) return 'two layers read the same weight along different axes';
  return undefined;
}

/** Nodes that read a stored tensor, looking through what only transposes, renames or casts it. */
function finalReaders({ model }: Prunable, weight: string): readonly number[] {
  const open = [weight];
  const found = new Set<number>();
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const from = value;
    model.graph.nodes.forEach((node, index) => {
      if (!node.inputs.includes(from)) return;
      if (['Transpose', 'Identity', 'Cast'].includes(node.opType)) open.push(node.outputs[0] ?? '');
      else found.add(index);
    });
  }
  return [...found].sort((a, b) => a - b);
}
