/**
 * Residual blocks: additions of a value and of what some layers make of that very value. Without the layers the value
 * itself is left, of the same shape, and everything behind it still works. Rules:
 *
 * 1. An addition (addition.ts) of two activations, each of the sum's shape, of which one (the shortcut) lies upstream of the
 *    other (the branch): the shortcut can stand for the sum. Or of which one is a projection, a single layer that reads what lies upstream of the
 *    other: a stage's first block, of which the projection is left. Of two projections the one with less arithmetic is it.
 * 2. What a block holds is what nothing needs once the branch is gone; it holds at least one layer.
 * 3. Blocks within a block are the ones that count: the outer one is left alone.
 */
import { indexGraph, valuesRead } from '../../onnx/graph.js';
import type { GraphIndex } from '../../onnx/graph.js';
import type { Graph, Model, Node } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import { macsByNode } from '../cost.js';
import { nameOf } from '../groups.js';
import type { Refusal } from '../types.js';
import { additionAt } from './addition.js';
import type { Addition } from './addition.js';

export interface Block {
  /** Of the addition; unique. */
  readonly name: string;
  /** Names that a pattern may match: nodes, their outputs and the weights that the block holds. */
  readonly aliases: readonly string[];
  /** The addition, as an index in `graph.nodes`. */
  readonly node: number;
  readonly shortcut: string;
  readonly branch: string;
  /** Behind this value layers are off once the branch is gone: the sum, or what the projection reads. */
  readonly from: string;
  /** Nodes that go with it where it goes alone. */
  readonly holds: ReadonlySet<number>;
  readonly macs: number;
}

export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly refusals: readonly Refusal[];
}

type Residual = Pick<Block, 'node' | 'shortcut' | 'branch' | 'from'>;

interface Search {
  readonly graph: Graph;
  readonly index: GraphIndex;
  readonly facts: Facts;
  readonly macs: ReadonlyMap<number, number>;
  readonly isParameter: (value: string) => boolean;
}

export function findBlocks(model: Model, facts: Facts, isParameter: (value: string) => boolean): FoundBlocks {
  const { graph } = model;
  const macs = macsByNode(model, facts);
  const index = indexGraph(graph);
  const refusals: Refusal[] = [];
  const search = { graph, index, facts, macs, isParameter };
  const found = graph.nodes.flatMap((node, at) => {
    const residual = residualAt(search, at);
    if (residual === undefined) return [];
    const holds = residual === 'apart' ? new Set<number>() : heldNodes(graph, residual);
    const layers = [...holds].filter((held) => (macs.get(held) ?? 0) > 0);
    if (residual === 'apart') refusals.push(refusalOf(node, 'its shortcut has layers of its own'));
    else if (layers.length > 0) return [{ ...residual, holds, macs: layers.reduce((sum, held) => sum + (macs.get(held) as number), 0) }];
    return [];
  });
  const outer = found.filter(({ holds, node }) => found.some((other) => other.node !== node && holds.has(other.node)));
  for (const { node } of outer) refusals.push(refusalOf(graph.nodes[node] as Node, 'other blocks lie within it'));
  const inner = found.filter((block) => !outer.includes(block));
  return { blocks: inner.map((block) => ({ ...block, name: nameOf(graph.nodes[block.node] as Node), aliases: aliasesOf(graph, block.node, block.holds) })), refusals };
}

const refusalOf = (node: Node, reason: string): Refusal => ({ name: nameOf(node), reason, operator: node.opType, node: nameOf(node), units: 1 });

/** Rule 1; 'apart' where neither operand can stand for the sum, undefined where it is no addition of equals. */
function residualAt({ graph, index, facts, macs, isParameter }: Search, at: number): Residual | 'apart' | undefined {
  const node = graph.nodes[at] as Node;
  const [a = '', b = ''] = additionOf(graph, index, node)?.operands ?? [];
  if (a === b || isParameter(a) || isParameter(b)) return undefined;
  const from = node.outputs[0] ?? '';
  const shape = shapeKey(facts, from);
  if (shape === undefined || shapeKey(facts, a) !== shape || shapeKey(facts, b) !== shape) return undefined;
  if (liesUpstream(graph, index, a, b)) return { node: at, shortcut: a, branch: b, from };
  if (liesUpstream(graph, index, b, a)) return { node: at, shortcut: b, branch: a, from };
  const projections = [[a, b] as const, [b, a] as const].flatMap(([shortcut, branch]) => {
    const layer = projectionOf({ graph, index, macs, isParameter }, shortcut);
    return layer !== undefined && liesUpstream(graph, index, layer.reads, branch) ? [{ layer, shortcut, branch }] : [];
  }).sort((one, other) => one.layer.macs - other.layer.macs);
  const [least] = projections;
  return least === undefined ? 'apart' : { node: at, shortcut: least.shortcut, branch: least.branch, from: least.layer.reads };
}

/** Of a graph that is indexed. */
export function additionOf(graph: Graph, { consumers }: GraphIndex, node: Node): Addition | undefined {
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  return additionAt(node, (value) => value !== '' && (consumers.has(value) || outputs.has(value)));
}

/** The one layer that a value comes from, past nodes without arithmetic of one operand each (normalisation, an activation); undefined where none or another joins in. */
function projectionOf({ graph, index: { producer }, macs, isParameter }: Omit<Search, 'facts'>, value: string): { reads: string; macs: number } | undefined {
  for (let current = value; ;) {
    const at = producer.get(current) ?? -1;
    const maker = graph.nodes[at];
    if (maker === undefined) return undefined;
    const [input, another] = [...valuesRead(maker)].filter((each) => !isParameter(each) && !isStored(graph, each));
    if (input === undefined || another !== undefined) return undefined;
    const cost = macs.get(at) ?? 0;
    if (cost > 0) return { reads: input, macs: cost };
    current = input;
  }
}

const isStored = ({ initializers }: Graph, value: string): boolean => initializers.has(value);

function shapeKey(facts: Facts, value: string): string | undefined {
  const fact = facts.values.get(value);
  return fact === undefined ? undefined : JSON.stringify([fact.dims, fact.dynamic]);
}

function liesUpstream(graph: Graph, { producer }: GraphIndex, value: string, of: string): boolean {
  const seen = new Set<string>();
  const open = [of];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (current === value) return true;
    const maker = graph.nodes[producer.get(current) ?? -1];
    if (seen.has(current) || maker === undefined) continue;
    seen.add(current);
    open.push(...valuesRead(maker));
  }
  return false;
}

/** Rule 2: needed with the branch, and not without it. */
function heldNodes(graph: Graph, residual: Residual): Set<number> {
  const without = neededNodes(graph, [residual]);
  return new Set([...neededNodes(graph, [])].filter((node) => !without.has(node)));
}

/** Nodes that the model's outputs need where these additions are replaced by their shortcuts. */
export function neededNodes(graph: Graph, dropped: readonly { readonly node: number; readonly shortcut: string }[]): Set<number> {
  const index = indexGraph(graph);
  const shortcuts = new Map(dropped.map(({ node, shortcut }) => [node, [shortcut, ...additionOf(graph, index, graph.nodes[node] as Node)?.keeps ?? []]]));
  const needed = new Set<number>();
  const open = graph.outputs.map(({ name }) => name);
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const maker = index.producer.get(value);
    if (maker === undefined || needed.has(maker)) continue;
    needed.add(maker);
    open.push(...shortcuts.get(maker) ?? valuesRead(graph.nodes[maker] as Node));
  }
  return needed;
}

function aliasesOf(graph: Graph, add: number, holds: ReadonlySet<number>): string[] {
  const nodes = [...holds, add].map((index) => graph.nodes[index] as Node);
  const names = nodes.flatMap((node) => [node.name, ...node.outputs, ...node.inputs.filter((input) => graph.initializers.has(input))]);
  return [...new Set(names.filter((name) => name !== ''))];
}
