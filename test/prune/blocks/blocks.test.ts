/** Dropping residual blocks: which there are, which go, the proof, the repair behind them, and the plan that replays it. */
import { describe, expect, it } from 'vitest';
import { makeValueInfo } from '../../../src/onnx/graph.js';
import { DataType } from '../../../src/onnx/ir.js';
import type { Model } from '../../../src/onnx/ir.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import type { BlocksStep } from '../../../src/policy/types.js';
import { makeCut } from '../../../src/prune/cut.js';
import { dropBlocks, silenceBlocks, withoutStandIns } from '../../../src/prune/blocks/drop.js';
import { findBlocks } from '../../../src/prune/blocks/find.js';
import { pruneBlocks, replayBlocks } from '../../../src/prune/blocks/step.js';
import type { BlocksRequest } from '../../../src/prune/blocks/step.js';
import type { Prunable } from '../../../src/prune/prunable.js';
import { proveSilenced } from '../../../src/prune/prove.js';
import { repair } from '../../../src/prune/repair/repair.js';
import { memorySamples, noise } from '../../calibrate/bench-model.js';
import { Net } from '../transformers/net.js';
import { feedsOf, useWorkbench } from '../workbench.js';

const bench = useWorkbench();
const STEP: BlocksStep = { method: 'blocks', target: { kind: 'ratio', ratio: 0.34 }, keep: [], only: undefined, repair: ['sequential', 'statistics'], allowPartial: false };

/** Three residual blocks of two convolutions over 8 channels; what the second adds is next to nothing. */
function residual(input: readonly (number | string)[] = ['n', 3, 6, 6]): Model {
  const net = new Net(input);
  const conv = (x: string, name: string, from: number, to: number, scale = 1): string => {
    const made = net.op('Conv', [x, net.weight(name, to, from, 3, 3), net.weight(`${name}.bias`, to)], { pads: [1, 1, 1, 1] });
    return scale === 1 ? made : net.op('Mul', [made, net.float(scale)]);
  };
  let x = net.op('Relu', [conv('x', 'stem', 3, 8)]);
  for (const [block, scale] of [0.6, 1e-3, 0.5].entries()) {
    const branch = conv(net.op('Relu', [conv(x, `b${String(block)}.conv1`, 8, 8, 0.5)]), `b${String(block)}.conv2`, 8, 8, scale);
    x = net.op('Relu', [net.op('Add', [branch, x])]);
  }
  const pooled = net.op('Flatten', [net.op('GlobalAveragePool', [x])]);
  return net.model([net.op('Gemm', [pooled, net.weight('classifier', 8, 4)])]);
}

const samples = memorySamples(noise(96 * 108, 7), [3, 6, 6]);
const [fit, judge] = [samples.subset(Array.from({ length: 64 }, (_, i) => i)), samples.subset(Array.from({ length: 32 }, (_, i) => 64 + i))];

function request(prunable: Prunable, step: Partial<BlocksStep> = {}, decide = judge): BlocksRequest {
  const { runtime, directory } = bench;
  return {
    runtime, directory, prunable, step: { ...STEP, ...step }, decide, batch: 16, feeds: feedsOf(prunable),
    openYardstick: (chosen) => createYardstick({ runtime, directory, dense: prunable.model, samples: chosen, batch: prunable.facts.values.get('x')?.dynamic[0] === true ? 16 : 1 }),
  };
}

const found = ({ model, facts, coupling }: Prunable) => findBlocks(model, facts, (value) => coupling.parameters.has(value));
const addsOf = ({ graph }: Model): string[] => graph.nodes.filter(({ opType }) => opType === 'Add').map(({ name }) => name);

describe('blocks', () => {
  it('are additions of a value and of what layers make of it', async () => {
    const prunable = await bench.prunable(residual());
    const { blocks, refusals } = found(prunable);
    expect(blocks.map(({ name }) => name)).toEqual(addsOf(prunable.model));
    expect(blocks.map(({ macs }) => macs)).toEqual(blocks.map(() => 2 * 9 * 64 * 36));
    expect(refusals).toEqual([]);
  });

  it('are none where the shortcut has a layer, where sizes differ, where no layer is held, or around other blocks', async () => {
    const net = new Net([2, 3, 6]);
    const square = (x: string, name: string): string => net.op('Relu', [net.op('MatMul', [x, net.weight(name, 6, 6)])]);
    const stem = square('x', 'stem');
    const twice = (name: string): string => square(square(stem, name), `${name}.2`);
    const apart = net.op('Add', [twice('left'), twice('right')]);
    const spread = net.op('Add', [net.op('ReduceMean', [apart], { axes: [1] }), square(apart, 'spread')]);
    const activation = net.op('Add', [spread, net.op('Tanh', [spread])]);
    const inner = net.op('Add', [activation, square(activation, 'inner')]);
    const outer = net.op('Add', [activation, square(inner, 'outer')]);
    const prunable = await bench.prunable(net.model([outer]));
    const { blocks, refusals } = found(prunable);
    expect(blocks.map(({ name }) => name)).toEqual([`/${inner}`]);
    expect(refusals.map(({ name, reason }) => [name, reason])).toEqual([[`/${apart}`, 'its shortcut has layers of its own'], [`/${outer}`, 'other blocks lie within it']]);
  });

  it('are dropped with all they hold, and nothing else', async () => {
    const prunable = await bench.prunable(residual());
    const { blocks: [, second] } = found(prunable);
    if (second === undefined) throw new Error('there are three');
    const dropped = dropBlocks(prunable.model, [second]);
    const lost = [...prunable.model.graph.initializers.keys()].filter((name) => !dropped.graph.initializers.has(name) && name.startsWith('b'));
    expect(lost).toEqual(['b1.conv1', 'b1.conv1.bias', 'b1.conv2', 'b1.conv2.bias']);
    expect(dropped.graph.nodes.find(({ name }) => name === second.name)).toMatchObject({ opType: 'Identity', inputs: [second.shortcut] });
    // Both convolutions, their factors and the Relu between them.
    expect(prunable.model.graph.nodes.length - dropped.graph.nodes.length).toBe(5);
  });
});

describe('a blocks step', () => {
  it('drops the block that matters least first, and is proven', async () => {
    const prunable = await bench.prunable(residual());
    const [first, second, third] = addsOf(prunable.model) as [string, string, string];
    const result = await pruneBlocks(request(prunable));
    expect(result.chosen.dropped.map(({ name }) => name)).toEqual([second]);
    expect(result.chosen).toMatchObject({ reached: true, achieved: 1 / 3 });
    expect(result.proof).toMatchObject({ holds: true, worst: 0 });
    expect(result.proof.values).toBeGreaterThan(10);
    const { losses } = result.chosen;
    expect(losses.get(second)).toBeLessThan(1e-3);
    expect(Math.min(losses.get(first) as number, losses.get(third) as number)).toBeGreaterThan(0.01);
  });

  it('is rated by what repair leaves: a stream that is far off may be mended, and one that is near may not', async () => {
    const prunable = await bench.prunable(residual());
    const byLoss = await pruneBlocks(request(prunable, { keep: ['b1.*'], target: { kind: 'macs', factor: 1.2 } }));
    const byRepair = await pruneBlocks({ ...request(prunable, { keep: ['b1.*'], target: { kind: 'macs', factor: 1.2 } }), calibration: fit });
    const { losses, mended } = byRepair.chosen;
    expect(byLoss.chosen.mended).toBeUndefined();
    expect([...losses.keys()]).toEqual([...byLoss.chosen.losses.keys()]);
    for (const [name, loss] of mended ?? []) expect(loss).toBeLessThanOrEqual(losses.get(name) as number);
    const least = [...mended ?? []].sort((a, b) => a[1] - b[1])[0]?.[0];
    expect(byRepair.chosen.dropped.map(({ name }) => name)).toEqual([least]);
  });

  it('meets a budget in MACs, parameters or bytes', async () => {
    const prunable = await bench.prunable(residual());
    for (const kind of ['macs', 'params'] as const) {
      const { chosen } = await pruneBlocks(request(prunable, { target: { kind, factor: 1.6 } }));
      expect(chosen.dropped).toHaveLength(2);
      expect(chosen.achieved).toBeCloseTo(chosen.denseCost[kind] / chosen.cost[kind], 10);
    }
  });

  it('heeds patterns over what a block holds', async () => {
    const prunable = await bench.prunable(residual());
    const [first, second, third] = addsOf(prunable.model) as [string, string, string];
    const kept = await pruneBlocks(request(prunable, { keep: ['b1.conv2*'], target: { kind: 'ratio', ratio: 0.5 } }));
    expect(Object.fromEntries(kept.kept)).toEqual({ [second]: 'kept by the policy' });
    expect([first, third]).toContain(kept.chosen.dropped[0]?.name);
    const only = await pruneBlocks(request(prunable, { only: [third], target: { kind: 'macs', factor: 1.2 } }));
    expect(only.chosen.dropped.map(({ name }) => name)).toEqual([third]);
    await expect(pruneBlocks(request(prunable, { keep: ['nothing'] }))).rejects.toMatchObject({ code: 'pattern-unmatched' });
  });

  it('is an error where the target is out of reach, unless that is allowed', async () => {
    const prunable = await bench.prunable(residual());
    const target = { kind: 'macs', factor: 100 } as const;
    await expect(pruneBlocks(request(prunable, { target }))).rejects.toMatchObject({ code: 'target-unreached' });
    const { chosen } = await pruneBlocks(request(prunable, { target, allowPartial: true }));
    expect(chosen.dropped).toHaveLength(3);
    expect(chosen.reached).toBe(false);
    await expect(pruneBlocks(request(prunable, { target: { kind: 'ratio', ratio: 0.1 } }))).rejects.toMatchObject({ code: 'target-unreached' });
  });

  it('replays its plan, and refuses that of another model', async () => {
    const prunable = await bench.prunable(residual());
    const { chosen, model } = await pruneBlocks(request(prunable));
    const planned = { method: 'blocks' as const, target: STEP.target, blocks: chosen.dropped.map(({ name }) => name), refused: [], repair: [] };
    expect((await replayBlocks(request(prunable), planned)).model.graph.nodes).toEqual(model.graph.nodes);
    await expect(replayBlocks(request(prunable), { ...planned, blocks: ['/add_999'] })).rejects.toMatchObject({ code: 'plan-mismatch' });
  });

  it('is repaired by fitting the layers behind it', async () => {
    const prunable = await bench.prunable(residual());
    const [first] = addsOf(prunable.model) as [string];
    const { model, chosen } = await pruneBlocks(request(prunable, { only: [first], target: { kind: 'macs', factor: 1.2 } }));
    const { runtime, directory, openYardstick } = request(prunable);
    const yardstick = await openYardstick(judge);
    const { ladder, accepted } = await repair({
      runtime, directory, batch: 16, prunable, yardstick, pruned: model, cut: makeCut(prunable.coupling, prunable.analysis, { removed: new Map() }), samples: fit, judge, steps: STEP.repair,
      changed: chosen.dropped.map(({ from }) => from),
    });
    expect(accepted).toContain('sequential');
    const [, before, sequential] = ladder;
    expect(before?.detail).toBe('blocks removed, weights as they were');
    expect((sequential?.loss ?? NaN) / (before?.loss ?? NaN)).toBeLessThan(0.5);
  });
});

/** A stage's first block: the shortcut is a 1 x 1 convolution, the branch has two of 3 x 3. */
function projected(): Model {
  const net = new Net(['n', 3, 6, 6]);
  const conv = (x: string, name: string, from: number, to: number, kernel: number): string =>
    net.op('Conv', [x, net.weight(name, to, from, kernel, kernel), net.weight(`${name}.bias`, to)], kernel === 3 ? { pads: [1, 1, 1, 1] } : {});
  const stem = net.op('Relu', [conv('x', 'stem', 3, 6, 3)]);
  const branch = conv(net.op('Relu', [conv(stem, 'conv1', 6, 8, 3)]), 'conv2', 8, 8, 3);
  const sum = net.op('Relu', [net.op('Add', [conv(stem, 'projection', 6, 8, 1), branch])]);
  return net.model([net.op('Gemm', [net.op('Flatten', [net.op('GlobalAveragePool', [sum])]), net.weight('classifier', 8, 4)])]);
}

describe('a block with a projection', () => {
  it('leaves the projection, proven, which is then fitted to what the sum was', async () => {
    const prunable = await bench.prunable(projected());
    const { blocks: [block], refusals } = found(prunable);
    expect([block?.macs, refusals]).toEqual([9 * (6 * 8 + 8 * 8) * 36, []]);
    const { model, chosen, proof } = await pruneBlocks(request(prunable, { target: { kind: 'macs', factor: 1.5 } }));
    expect(proof).toMatchObject({ holds: true, worst: 0 });
    expect(model.graph.nodes.map(({ opType }) => opType)).toEqual(['Conv', 'Relu', 'Conv', 'Identity', 'Relu', 'GlobalAveragePool', 'Flatten', 'Gemm']);
    const { runtime, directory, openYardstick } = request(prunable);
    const { ladder, decisions } = await repair({
      runtime, directory, batch: 16, prunable, yardstick: await openYardstick(judge), pruned: model, cut: makeCut(prunable.coupling, prunable.analysis, { removed: new Map() }), samples: fit, judge,
      steps: STEP.repair, changed: chosen.dropped.map(({ from }) => from),
    });
    expect(decisions.map(({ weight }) => weight)).toContain('projection');
    expect((ladder[2]?.loss ?? NaN) / (ladder[1]?.loss ?? NaN)).toBeLessThan(0.7);
  });
});

/** Two post-norm blocks as onnxruntime's optimizer fuses them; each also gives its sum, which the next does not normalise. */
function normalised(opset: number): Model {
  const net = new Net(['n', 5, 8]);
  let x = net.op('Tanh', [net.op('MatMul', ['x', net.weight('stem', 8, 8)])]);
  const sums: string[] = [];
  for (const name of ['a', 'b']) {
    const branch = net.op('MatMul', [net.op('Relu', [net.op('MatMul', [x, net.weight(`${name}.up`, 8, 16)])]), net.weight(`${name}.down`, 16, 8)]);
    const [normal = '', , , sum = ''] = net.ops('com.microsoft:SkipLayerNormalization', [branch, x, net.weight(`${name}.gamma`, 8), net.weight(`${name}.beta`, 8), net.weight(`${name}.bias`, 8)], { epsilon: 1e-6 }, 4);
    sums.push(net.op('ReduceMean', [sum], { axes: [1], keepdims: 0 }));
    x = normal;
  }
  return net.model([net.op('MatMul', [x, net.weight('classifier', 8, 3)]), ...sums], opset);
}

describe.each([13, 17])('a block behind SkipLayerNormalization (opset %i)', (opset) => {
  it('leaves the normalised shortcut, without the bias that was the branch\'s, proven', async () => {
    const prunable = await bench.prunable(normalised(opset));
    const { blocks } = found(prunable);
    expect(blocks.map(({ macs }) => macs)).toEqual([2 * 5 * 8 * 16, 2 * 5 * 8 * 16]);
    const { model, chosen, proof } = await pruneBlocks(request(prunable, { target: { kind: 'ratio', ratio: 0.5 } }, memorySamples(noise(16 * 40, 3), [5, 8])));
    expect(proof.holds).toBe(true);
    expect(chosen.dropped).toHaveLength(1);
    const stands = model.graph.nodes.filter(({ opType }) => opType === 'LayerNormalization' || opType === 'Identity');
    expect(stands.map(({ opType, inputs }) => [opType, inputs[0]])).toEqual([['LayerNormalization', chosen.dropped[0]?.shortcut], ['Identity', chosen.dropped[0]?.shortcut]]);
    const [gone] = chosen.dropped[0]?.name === blocks[0]?.name ? ['a'] : ['b'];
    expect([...model.graph.initializers.keys()].filter((name) => name.startsWith(`${gone}.`))).toEqual([`${gone}.gamma`, `${gone}.beta`]);
  });
});

it('stand-ins go in the end, but for sums that the model gives', async () => {
  const prunable = await bench.prunable(residual());
  const { blocks } = found(prunable);
  const dropped = dropBlocks(prunable.model, blocks);
  const sums = blocks.map(({ node }) => prunable.model.graph.nodes[node]?.outputs[0] ?? '');
  const bare = withoutStandIns(dropped, new Set(sums));
  expect([dropped, bare].map(({ graph }) => graph.nodes.filter(({ opType }) => opType === 'Identity').length)).toEqual([3, 0]);
  const feeds = feedsOf(prunable);
  expect(await bench.run(bare, feeds)).toEqual(await bench.run(dropped, feeds));
  const shown = { ...dropped, graph: { ...dropped.graph, outputs: [...dropped.graph.outputs, makeValueInfo(sums[1] ?? '', DataType.FLOAT, null)] } };
  expect(withoutStandIns(shown, new Set(sums)).graph.nodes.filter(({ opType }) => opType === 'Identity').map(({ outputs }) => outputs)).toEqual([[sums[1]]]);
});

it('the proof tells a wrong drop', async () => {
  const prunable = await bench.prunable(residual());
  const { blocks: [first, second] } = found(prunable);
  if (first === undefined || second === undefined) throw new Error('there are three');
  const proof = await proveSilenced({ ...request(prunable), pruned: dropBlocks(prunable.model, [first]) }, (dense) => silenceBlocks(dense, [second]));
  expect(proof.holds).toBe(false);
});

it('weights are declared as inputs in old models: those of a dropped block go from there too', async () => {
  const model = residual([1, 3, 6, 6]);
  const declared = [...model.graph.initializers.values()].map(({ name, dims }) => ({ name, elemType: DataType.FLOAT, dims: [...dims] }));
  const old: Model = { ...model, irVersion: 3, opsets: new Map([['', 13]]), graph: { ...model.graph, inputs: [...model.graph.inputs, ...declared] } };
  const prunable = await bench.prunable(old);
  const { model: pruned, proof } = await pruneBlocks(request(prunable));
  expect(proof.holds).toBe(true);
  expect(pruned.graph.inputs.map(({ name }) => name)).toEqual(['x', ...pruned.graph.initializers.keys()]);
});
