/** One structured step: what the policy keeps, what is refused on the way, and what happens when too little is left. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../src/onnx/read.js';
import { writeReproduction } from '../../src/pipeline/reproduction.js';
import type { StructuredStep } from '../../src/policy/types.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { ProveFailed } from '../../src/prune/prove-failed.js';
import { pruneStructured, replayStructured } from '../../src/prune/structured.js';
import { DataType } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { SmallGraph } from '../ops/small-graph.js';
import { useWorkbench } from './workbench.js';

const bench = useWorkbench();

/** conv1 (8, batch norm) -> conv2 (6) -> conv3 (4), the output. */
function threeConvs(): SmallGraph {
  const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [8, 3, 1, 1]).weight('w2', [6, 8, 1, 1]).weight('w3', [4, 6, 1, 1]);
  for (const name of ['scale', 'bias', 'mean']) graph.weight(name, [8]);
  graph.tensor(makeTensor('var', DataType.FLOAT, [8], new Float32Array(8).fill(0.7)));
  return graph.node('Conv', ['x', 'w1'], [['c1', undefined]]).node('BatchNormalization', ['c1', 'scale', 'bias', 'mean', 'var'], [['n1', undefined]])
    .node('Conv', ['n1', 'w2'], [['c2', undefined]]).node('Conv', ['c2', 'w3'], [['y', [1, 4, 4, 4]]]).output('y');
}

const removed = (selection: ReadonlyMap<string, readonly number[]>) => Object.fromEntries([...selection].map(([name, units]) => [name, units.length]));

describe('what the policy says', () => {
  it('prunes every group by a ratio', async () => {
    const { result } = await bench.prune(threeConvs().model());
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-0': 4, 'conv-2': 3 });
    expect(result).toMatchObject({ attempts: 1, proof: { holds: true }, refused: new Map(), kept: new Map() });
    expect(result.model.graph.initializers.get('w2')?.dims).toEqual([3, 4, 1, 1]);
  });

  it.each([[{ keep: ['conv-0'] }, 'conv-0', 'kept by the policy'], [{ only: ['c2'] }, 'conv-0', 'not among `only` in the policy'], [{ keep: ['w1'] }, 'conv-0', 'kept by the policy']])('leaves groups out: %j', async (step, name, reason) => {
    const { result } = await bench.prune(threeConvs().model(), step);
    expect(Object.fromEntries(result.kept)).toEqual({ [name]: reason });
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-2': 3 });
  });

  it('refuses a pattern that matches nothing, and accepts one that matches a node that is not pruned anyway', async () => {
    await expect(bench.prune(threeConvs().model(), { keep: ['conv9'] })).rejects.toMatchObject({ code: 'pattern-unmatched' });
    const { result } = await bench.prune(threeConvs().model(), { keep: ['conv-3'] });
    expect(result.kept.size).toBe(0);
  });

  it('leaves a group of one unit', async () => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 4]).weight('w1', [4, 3, 1, 1]).weight('w2', [6, 1, 1, 1]).weight('w3', [2, 6, 1, 1])
      .node('Conv', ['x', 'w1'], [['c1', undefined]]).node('DepthToSpace', ['c1'], [['d', undefined]], { blocksize: 2 })
      .node('Conv', ['d', 'w2'], [['c2', undefined]]).node('Conv', ['c2', 'w3'], [['y', undefined]]).output('y');
    const { result, prunable } = await bench.prune(graph.model());
    expect(prunable.analysis.groups.map(({ units }) => units.length)).toContain(6);
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-2': 3 });
  });

  it('keeps counts at multiples of the alignment', async () => {
    const { result } = await bench.prune(threeConvs().model(), { align: 2, target: { kind: 'macs', factor: 1.5 } });
    expect(result.model.graph.initializers.get('w1')?.dims[0]).toBe(6);
    expect(result.model.graph.initializers.get('w2')?.dims[0]).toBe(4);
  });
});

describe('refusals on the way', () => {
  it('of a group that the criterion cannot score', async () => {
    const { result } = await bench.prune(threeConvs().model(), { criterion: 'bn-scale' });
    expect([...result.refused.values()]).toMatchObject([{ name: 'conv-2', reason: expect.stringContaining('needs a BatchNormalization') }]);
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-0': 4 });
  });

  it('of a group whose weights are not finite', async () => {
    const graph = threeConvs();
    const weight = graph.tensors.get('w2');
    if (weight?.data.kind === 'raw') new Float32Array(weight.data.bytes.buffer)[5] = NaN;
    const { result } = await bench.prune(graph.model());
    expect([...result.refused.values()].map(({ name, reason }) => [name, reason])).toEqual([['conv-2', 'its weights or activations are not finite']]);
  });

  it('of a group that a node cannot be rewritten for; the others are pruned', async () => {
    const graph = threeConvs().ints('pads', [0, 1, 0, 0, 0, 0, 0, 0])
      .weight('wa', [5, 3, 1, 1]).node('Conv', ['x', 'wa'], [['a', undefined]]).node('Pad', ['a', 'pads'], [['p', undefined]], { mode: 'edge' })
      .weight('wb', [2, 6, 1, 1]).node('Conv', ['p', 'wb'], [['z', undefined]]).output('z');
    const { result } = await bench.prune(graph.model());
    expect([...result.refused.values()]).toEqual([{ name: 'conv-4', reason: 'it pads the axis with copies', operator: 'Pad', node: 'pad-5', units: 5 }]);
    expect(removed(result.chosen.selection.removed)).toMatchObject({ 'conv-2': 3 });
    expect(result.proof.holds).toBe(true);
  });

  /** Facts that lie about DepthToSpace: it moves by DCR, they say CRD. */
  async function liedTo(): Promise<Prunable> {
    const graph = threeConvs().weight('wa', [8, 3, 1, 1]).node('Conv', ['x', 'wa'], [['a', undefined]])
      .node('DepthToSpace', ['a'], [['d', undefined]], { blocksize: 2, mode: 'DCR' }).weight('wb', [2, 2, 1, 1]).node('Conv', ['d', 'wb'], [['z', undefined]]).output('z');
    const model = graph.model();
    const { facts } = await bench.prunable(model);
    const lying = new SmallGraph().input('a', [1, 8, 4, 4]).node('DepthToSpace', ['a'], [['d', undefined]], { blocksize: 2, mode: 'CRD' }).output('d').model();
    const lie = (await bench.prunable(lying)).facts.movements.get(0);
    return analyse(model, { ...facts, movements: new Map([...facts.movements, [5, lie as never]]) }, 0);
  }

  it('of a group whose cut is not proven: the plan is made again without it', async () => {
    const prunable = await liedTo();
    const result = await pruneStructured(bench.request(prunable));
    expect(result.attempts).toBe(2);
    expect([...result.refused.values()]).toMatchObject([{ name: 'conv-4', operator: 'DepthToSpace', node: 'depthtospace-5', reason: expect.stringMatching(/^prove failed at depthtospace-5: it differs/) }]);
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-0': 4, 'conv-2': 3 });
    expect(result.proof.holds).toBe(true);
    expect(result.model.graph.initializers.get('wa')?.dims).toEqual([8, 3, 1, 1]);
  });

  it('and where nothing else is left, the failed proof is among the reasons', async () => {
    const prunable = await liedTo();
    await expect(pruneStructured(bench.request(prunable, { only: ['conv-4'] }))).rejects.toMatchObject({ code: 'target-unreached', message: expect.stringContaining('prove failed at depthtospace-5') });
  });

  it('a replayed plan decides nothing: a failed proof is an error', async () => {
    const prunable = await liedTo();
    await expect(replayStructured(bench.request(prunable), { removed: new Map([['conv-4', [0]]]) })).rejects.toMatchObject({ code: 'prove-failed' });
  });

  it('a failed proof leaves two models and a batch on which they can be seen to differ', async () => {
    const thrown: unknown = await replayStructured(bench.request(await liedTo()), { removed: new Map([['conv-4', [0]]]) }).catch((error: unknown) => error);
    if (!(thrown instanceof ProveFailed)) throw new Error('the proof held');
    const folder = join(bench.directory, 'failed');
    await mkdir(folder);
    await writeReproduction(folder, thrown.failed);
    // A second one takes the place of the first.
    await writeReproduction(folder, thrown.failed);
    const file = (name: string) => join(folder, 'prove-failed', name);
    expect(JSON.parse(await readFile(file('cut.json'), 'utf8'))).toMatchObject({
      differs: { value: 'd', node: 'depthtospace-5', operator: 'DepthToSpace' }, removed: [{ group: 'conv-4', units: [0] }],
    });
    expect((await readFile(file('feeds.npz'))).length).toBeGreaterThan(3 * 4 * 4 * 4);
    const outputs = [];
    for (const name of ['dense.onnx', 'pruned.onnx']) outputs.push(await bench.run(await readModel(file(name)), thrown.failed.feeds));
    expect(outputs.map((each) => each.get('z')?.dims)).toEqual([[1, 2, 8, 8], [1, 2, 8, 8]]);
    expect(outputs[0]?.get('z')?.data).not.toEqual(outputs[1]?.get('z')?.data);
  });
});

describe('target-unreached', () => {
  const failing = (step: Partial<StructuredStep>) => expect(bench.prune(threeConvs().model(), step)).rejects;

  it('names the best figure and what is in the way', async () => {
    await failing({ target: { kind: 'macs', factor: 50 } }).toMatchObject({
      name: 'UserError', code: 'target-unreached',
      message: expect.stringMatching(/^The target of 50x fewer macs cannot be reached; all that may be cut comes to \d+\.\d\dx\. In the way: conv-3: it is an output of the model\.$/),
    });
  });

  it('also where the policy leaves nothing to prune', async () => {
    await failing({ keep: ['*'] }).toMatchObject({ code: 'target-unreached', message: expect.stringContaining('all that may be cut comes to 0.0 %') });
  });

  it('is accepted with allow-partial, as long as anything was pruned', async () => {
    const { result } = await bench.prune(threeConvs().model(), { target: { kind: 'macs', factor: 50 }, allowPartial: true });
    expect(result.chosen.reached).toBe(false);
    expect(removed(result.chosen.selection.removed)).toEqual({ 'conv-0': 7, 'conv-2': 5 });
    await failing({ keep: ['*'], allowPartial: true }).toMatchObject({ code: 'target-unreached' });
  });
});
