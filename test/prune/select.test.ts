/** Targets: the smallest cut that reaches them, counted on the cut itself. */
import { describe, expect, it } from 'vitest';
import type { StructuredStep, Target } from '../../src/policy/types.js';
import { makeGraph, makeNode } from '../../src/onnx/graph.js';
import { costOf, uncountedNote } from '../../src/prune/cost.js';
import { analyse } from '../../src/prune/prunable.js';
import { countedBudget, factorOf, measureSelection, mostOf } from '../../src/prune/budget.js';
import { selectUnits } from '../../src/prune/select.js';
import { SmallGraph } from '../ops/small-graph.js';
import { STEP } from './workbench.js';

/** 4 -> 8 -> 6 -> 3 units; fully connected, float32. */
function threeLayers() {
  const graph = new SmallGraph().input('x', [1, 4]).weight('w1', [4, 8]).weight('w2', [8, 6]).weight('w3', [6, 3])
    .node('MatMul', ['x', 'w1'], [['a', [1, 8]]]).node('MatMul', ['a', 'w2'], [['b', [1, 6]]]).node('MatMul', ['b', 'w3'], [['y', [1, 3]]]).output('y');
  return analyse(graph.model(), graph.facts(), 1000);
}
const MACS = 4 * 8 + 8 * 6 + 6 * 3;
const prunable = threeLayers();
/** Scores that put units in their own order. */
const scored = prunable.analysis.groups.map((group) => ({ group, scores: Float64Array.from(group.units, (_, i) => i + 1), comparable: false }));
const { groups } = prunable.analysis;
const select = (given: typeof scored, step: StructuredStep) => selectUnits(countedBudget(prunable, step, groups), given, step);
const choose = (target: Target, changes: Partial<StructuredStep> = {}) => select(scored, { ...STEP, target, ...changes });

describe('cost', () => {
  it('counts multiply-accumulates, parameters and bytes, of the dense model and of a cut one', () => {
    expect(costOf(prunable.model, prunable.tensors, prunable.facts)).toEqual({ macs: MACS, params: MACS, bytes: 4 * MACS });
    const { cost } = measureSelection(prunable, STEP, { removed: new Map([['matmul-0', [0, 1]]]) });
    expect(cost).toEqual({ macs: 4 * 6 + 6 * 6 + 18, params: 4 * 6 + 6 * 6 + 18, bytes: 4 * (4 * 6 + 6 * 6 + 18) });
  });

  it('says which operators it does not count, in bodies of control flow too', () => {
    expect(uncountedNote(prunable.model)).toBeUndefined();
    const body = makeGraph({ nodes: [makeNode('Conv', ['a', 'k'], ['c'])], inputs: [], outputs: [] });
    const nodes = [
      ...prunable.model.graph.nodes, makeNode('DeformConv', ['a', 'w', 'o'], ['h']), makeNode('LSTM', ['a', 'w', 'r'], ['l']), makeNode('MatMulNBits', ['a', 'q', 's'], ['n'], { domain: 'com.microsoft' }),
      makeNode('If', ['p'], ['i'], { attributes: [['then_branch', { kind: 'graph', value: body }]] }),
    ];
    const model = { ...prunable.model, graph: { ...prunable.model.graph, nodes } };
    expect(uncountedNote(model)).toMatch(/^Multiply-accumulates inside Conv, DeformConv, com\.microsoft:MatMulNBits are not counted/);
  });

  it('factors are dense over pruned; of the size, with everything in the file that is no weight', () => {
    const [dense, pruned] = [{ macs: 100, params: 50, bytes: 400 }, { macs: 50, params: 20, bytes: 200 }];
    expect(factorOf({ kind: 'macs' }, dense, pruned, 1000)).toBe(2);
    expect(factorOf({ kind: 'params' }, dense, pruned, 1000)).toBe(2.5);
    expect(factorOf({ kind: 'size' }, dense, pruned, 1000)).toBe(1.25);
    // Nothing to count is nothing gained.
    expect(factorOf({ kind: 'macs' }, { ...dense, macs: 0 }, { ...pruned, macs: 0 }, 1000)).toBe(1);
  });
});

describe.each(['macs', 'params', 'size'] as const)('a target of %s', (kind) => {
  it.each([1.1, 1.3, 1.5])('of %f is reached, and no step more is taken', async (factor) => {
    const chosen = await choose({ kind, factor });
    expect(chosen.reached).toBe(true);
    expect(chosen.achieved).toBeGreaterThanOrEqual(factor);
    // One unit less in the group that gave up its share last would miss it.
    const misses = [...chosen.selection.removed].some(([name, units]) => {
      const less = new Map([...chosen.selection.removed, [name, units.slice(0, -1)]] as const);
      return !measureSelection(prunable, { ...STEP, target: { kind, factor } }, { removed: less }).reached;
    });
    expect(misses).toBe(true);
  });

  it('as what may be left is the same cut as the factor that comes to it', async () => {
    const byFactor = await choose({ kind, factor: 1.3 });
    const byAmount = await choose({ kind, most: byFactor.left });
    expect(byAmount.selection).toEqual(byFactor.selection);
    expect(byAmount).toMatchObject({ reached: true, left: byFactor.left, achieved: byFactor.achieved });
    expect(byAmount.wanted).toBeCloseTo(byAmount.achieved, 12);
    expect(measureSelection(prunable, { ...STEP, target: { kind, most: byFactor.left - 1 } }, byFactor.selection).reached).toBe(false);
  });

  it('beyond reach takes all there is, and says how far that goes', async () => {
    const chosen = await choose({ kind, factor: 1000 });
    expect(chosen.reached).toBe(false);
    expect(Object.fromEntries([...chosen.selection.removed].map(([name, units]) => [name, units.length]))).toEqual({ 'matmul-0': 7, 'matmul-1': 5 });
    expect(chosen.achieved).toBeGreaterThan(1);
  });
});

describe('a ratio', () => {
  it('is the share of each group, rounded down', async () => {
    const chosen = await choose({ kind: 'ratio', ratio: 0.3 });
    expect(Object.fromEntries(chosen.selection.removed)).toEqual({ 'matmul-0': [0, 1], 'matmul-1': [0] });
    expect(chosen.achieved).toBeCloseTo(3 / 14, 12);
    expect(chosen.reached).toBe(true);
  });

  it('too small for a single unit is not reached', async () => {
    await expect(choose({ kind: 'ratio', ratio: 0.1 })).resolves.toMatchObject({ reached: false, achieved: 0 });
  });

  const half = { ...STEP, target: { kind: 'ratio', ratio: 0.5 } } as const;
  const removing = (first: number, second: number, step: StructuredStep = half) =>
    measureSelection(prunable, step, { removed: new Map([['matmul-0', [...Array(first).keys()]], ['matmul-1', [...Array(second).keys()]]] as const) });

  it('is not reached by a unit here and there', () => {
    expect(removing(1, 0)).toMatchObject({ reached: false, achieved: 1 / 14 });
    expect(removing(4, 2).reached).toBe(false);
    expect(removing(4, 3)).toMatchObject({ reached: true, achieved: 0.5 });
  });

  it('spread by scores, is one of all units together', () => {
    const global = { ...half, allocation: 'global' } as const;
    expect(removing(6, 1, global).reached).toBe(true);
    expect(removing(5, 1, global).reached).toBe(false);
  });

  it('is not reached where the alignment leaves a group whole that has units to give', async () => {
    const aligned = { target: { kind: 'ratio', ratio: 0.4 }, align: 4 } as const;
    await expect(choose(aligned.target, { align: 2 })).resolves.toMatchObject({ reached: true });
    await expect(choose(aligned.target, aligned)).resolves.toMatchObject({ reached: false });
  });

  it('is of the groups that can be pruned: what was refused on the way does not count', () => {
    const first = groups.filter(({ name }) => name === 'matmul-0');
    expect(measureSelection(prunable, half, { removed: new Map([['matmul-0', [0, 1, 2, 3]]]) }, first)).toMatchObject({ reached: true, achieved: 0.5 });
  });
});

describe('what an earlier step has saved', () => {
  it('counts: targets are about the committed model', () => {
    const dense = { macs: 2 * MACS, params: 2 * MACS, bytes: 8 * MACS };
    const later = { ...prunable, committed: dense };
    const step = { ...STEP, target: { kind: 'macs', factor: 2 } } as const;
    expect(measureSelection(later, step, { removed: new Map() })).toMatchObject({ achieved: 2, reached: true, denseCost: dense });
    expect(countedBudget(later, step, groups).saved(scored[0] as never, 4)).toBeCloseTo(countedBudget(prunable, step, groups).saved(scored[0] as never, 4) / 2, 12);
  });
});

it('knows from shapes alone how far a target can be at most', () => {
  const most = mostOf(prunable, { ...STEP, target: { kind: 'macs', factor: 1000 } }, groups);
  expect(most).toMatchObject({ reached: false, cost: { macs: 4 + 1 + 3 } });
  expect(mostOf(prunable, { ...STEP, target: { kind: 'macs', factor: 12 } }, groups).reached).toBe(true);
});

it('takes the units with the lowest scores', async () => {
  const backwards = scored.map((entry) => ({ ...entry, scores: entry.scores.map((score) => -score) }));
  const { selection } = await select(backwards, { ...STEP, target: { kind: 'ratio', ratio: 0.3 } });
  expect(Object.fromEntries(selection.removed)).toEqual({ 'matmul-0': [6, 7], 'matmul-1': [5] });
});

it('more asked for is never less removed', async () => {
  const chosen = await Promise.all([1.1, 1.2, 1.5, 2, 3, 4].map((factor) => choose({ kind: 'macs', factor })));
  const counts = chosen.map(({ selection }) => [...selection.removed.values()].flat().length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});

it('names no group that does not exist', () => {
  expect(() => measureSelection(prunable, STEP, { removed: new Map([['nothing', [0]]]) })).toThrow(RangeError);
});

describe('alignment by `auto`', () => {
  /** 64 units in blocks of 8: the nearest aligned cut of 1.1x is far past it. */
  function wide() {
    const graph = new SmallGraph().input('x', [1, 4]).weight('w1', [4, 32]).weight('w2', [32, 4])
      .node('MatMul', ['x', 'w1'], [['a', [1, 32]]]).node('MatMul', ['a', 'w2'], [['y', [1, 4]]]).output('y');
    return analyse(graph.model(), graph.facts(), 1000);
  }

  it('takes whole blocks where they come near the target, and smaller ones where they would overshoot it', async () => {
    const subject = wide();
    const entries = subject.analysis.groups.map((group) => ({ group, scores: Float64Array.from(group.units, (_, i) => i + 1), comparable: false }));
    const removed = async (factor: number, align: StructuredStep['align']): Promise<number> => {
      const step = { ...STEP, align, target: { kind: 'macs' as const, factor } };
      const chosen = await selectUnits(countedBudget(subject, step, subject.analysis.groups), entries, step);
      return [...chosen.selection.removed.values()].flat().length;
    };
    expect(await removed(4 / 3, 'auto')).toBe(8);
    expect(await removed(1.1, 'auto')).toBe(4);
    expect(await removed(1.06, 'auto')).toBe(2);
    expect(await removed(1.1, 8)).toBe(8);
  });
});
