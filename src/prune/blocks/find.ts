/**
 * Residual blocks: additions of a value and of what some layers make of that very value. Without the layers the value
 * itself is left, of the same shape, and everything behind it still works. Rules:
 *
 * 1. An Add of two activations, each of the sum's shape, of which one (the shortcut) lies upstream of the other (the
 *    branch): the shortcut can stand for the sum.
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

export interface Block {
  /** Of the addition; unique. */
  readonly name: string;
  /** Names that a pattern may match: nodes, their outputs and the weights that the block holds. */
  readonly aliases: readonly string[];
  /** The Add, as an index in `graph.nodes`. */
  readonly node: number;
  readonly shortcut: string;
  readonly branch: string;
  /** Nodes that go with it where it goes alone. */
  readonly holds: ReadonlySet<number>;
  readonly macs: number;
}

export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly refusals: readonly Refusal[];
}

interface Residual {
  readonly node: number;
  readonly shortcut: string;
  readonly branch: string;
}

export function findBlocks(model: Model, facts: Facts, isParameter: (value: string) => boolean): FoundBlocks {
  const { graph } = model;
  const macs = macsByNode(model, facts);
  const index = indexGraph(graph);
  const refusals: Refusal[] = [];
  const found = graph.nodes.flatMap((node, at) => {
    const residual = residualAt(graph, index, facts, isParameter, at);
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

/** Rule 1; 'apart' where neither operand lies upstream of the other, undefined where it is no addition of equals. */
function residualAt(graph: Graph, index: GraphIndex, facts: Facts, isParameter: (value: string) => boolean, at: number): Residual | 'apart' | undefined {
  const node = graph.nodes[at] as Node;
  const [a = '', b = ''] = node.inputs;
  if (node.opType !== 'Add' || node.domain !== '' || a === b || isParameter(a) || isParameter(b)) return undefined;
  const shape = shapeKey(facts, node.outputs[0] ?? '');
  if (shape === undefined || shapeKey(facts, a) !== shape || shapeKey(facts, b) !== shape) return undefined;
  if (liesUpstream(graph, index, a, b)) return { node: at, shortcut: a, branch: b };
  if (liesUpstream(graph, index, b, a)) return { node: at, shortcut: b, branch: a };
  return 'apart';
}

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
  const { producer } = indexGraph(graph);
  const shortcuts = new Map(dropped.map(({ node, shortcut }) => [node, shortcut]));
  const needed = new Set<number>();
  const open = graph.outputs.map(({ name }) => name);
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const index = producer.get(value);
    if (index === undefined || needed.has(index)) continue;
    needed.add(index);
    const shortcut = shortcuts.get(index);
    open.push(...(shortcut === undefined ? valuesRead(graph.nodes[index] as Node) : [shortcut]));
  }
  return needed;
}

function aliasesOf(graph: Graph, add: number, holds: ReadonlySet<number>): string[] {
  const nodes = [...holds, add].map((index) => graph.nodes[index] as Node);
  const names = nodes.flatMap((node) => [node.name, ...node.outputs, ...node.inputs.filter((input) => graph.initializers.has(input))]);
  return [...new Set(names.filter((name) => name !== ''))];
}
