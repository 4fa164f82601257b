/** Repair made again on both calibration splits: with what was decided before, and where samples are few. */
import { afterAll, describe, expect, it } from 'vitest';
import { unionOf } from '../../../src/calibrate/union.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import { weightTensors } from '../../../src/onnx/constants.js';
import { intsOf, makeNode } from '../../../src/onnx/graph.js';
import type { Model } from '../../../src/onnx/ir.js';
import { tensorToFloat32 } from '../../../src/onnx/tensors.js';
import { repair } from '../../../src/prune/repair/repair.js';
import { sequentialRefit } from '../../../src/prune/repair/sequential.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { inFolder, memorySamples, noise, sketch, tensor } from '../../calibrate/bench-model.js';
import { cutModel } from './cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const SHAPE = [3, 6, 6];
const model = sketch({
  nodes: [
    makeNode('Conv', ['x', 'w1'], ['h'], { name: 'first', attributes: [['pads', intsOf([1, 1, 1, 1])]] }), makeNode('Relu', ['h'], ['a']),
    makeNode('Conv', ['a', 'w2'], ['g'], { name: 'second' }), makeNode('GlobalAveragePool', ['g'], ['p']), makeNode('Flatten', ['p'], ['f']),
    makeNode('MatMul', ['f', 'w3'], ['y'], { name: 'third' }),
  ],
  tensors: [tensor('w1', [8, 3, 3, 3], noise(216, 3)), tensor('w2', [6, 8, 3, 3], noise(432, 5)), tensor('w3', [6, 4], noise(24, 7))], input: ['n', ...SHAPE], outputs: [['y', null]],
});

const weightsOf = (made: Model): number[] => [...weightTensors(made.graph).values()].flatMap((each) => [...tensorToFloat32(each)]);

/** Repairs as the last step does and as another does; with the loss of each on samples that neither has seen. */
function both(count: number): Promise<{ once: Model; again: Model; notes: readonly string[]; unseen: { once: number; again: number } }> {
  return inFolder(async (directory) => {
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape: SHAPE, cut: [1, 2, 5, 6], count });
    const kinds = new Map([['y', 'values' as const]]);
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds });
    const made = (last: boolean) => repair({ runtime, directory, prunable, pruned, cut, steps: ['bias', 'refit', 'sequential', 'statistics'], samples: fit, judge, yardstick, batch: 50, last });
    const [once, again] = [await made(false), await made(true)];
    const fresh = memorySamples(noise(400 * 108, 99), SHAPE);
    const judging = await createYardstick({ runtime, dense: prunable.model, directory, samples: fresh, batch: 50, kinds });
    expect(again.ladder).toEqual(once.ladder);
    expect(again.accepted).toEqual(once.accepted);
    return { once: once.model, again: again.model, notes: again.notes, unseen: { once: await judging.loss(once.model), again: await judging.loss(again.model) } };
  });
}

describe('repair is made again on both splits', () => {
  it('as the last step, where samples are few: less is lost on samples that nobody has seen', async () => {
    const { unseen, notes } = await both(40);
    expect(notes).toContain('repair was made again on all 40 calibration samples, as decided on the second split');
    expect(unseen.once).toBeGreaterThan(0.001);
    expect(unseen.again / unseen.once).toBeLessThan(0.97);
  });

  it('not where there are many', async () => {
    const { once, again, notes } = await both(602);
    expect(notes.join()).not.toContain('again');
    expect(weightsOf(again)).toEqual(weightsOf(once));
  });

  it('with what was decided, which on the same samples gives the same weights', () => inFolder(async (directory) => {
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model, shape: SHAPE, cut: [1, 2, 5, 6], count: 80 });
    const request = { runtime, directory, prunable, cut, samples: fit, judge, batch: 20 };
    const decided = await sequentialRefit(request, pruned);
    const again = await sequentialRefit({ ...request, decided: decided?.decisions ?? new Map() }, pruned);
    expect([...decided?.decisions.keys() ?? []]).toContain('w1 > w2');
    expect(decided?.decisions.get('w1 > w2')).toBeGreaterThan(0);
    expect(weightsOf(again?.model ?? model)).toEqual(weightsOf(decided?.model ?? model));
    const nothing = await sequentialRefit({ ...request, decided: new Map() }, pruned);
    expect(weightsOf(nothing?.model ?? model)).toEqual(weightsOf(pruned));
  }));
});

describe('where all of a fit is too much', () => {
  it('a part of the way is taken, again on both splits too', () => inFolder(async (directory) => {
    const steep = sketch({
      nodes: [
        makeNode('MatMul', ['x', 'w1'], ['h'], { name: 'first' }), makeNode('Relu', ['h'], ['a']), makeNode('MatMul', ['a', 'w2'], ['g'], { name: 'second' }),
        makeNode('Softmax', ['g'], ['s']), makeNode('Exp', ['g'], ['e']), makeNode('Mul', ['s', 'e'], ['y']),
      ],
      tensors: [tensor('w1', [6, 8], noise(48, 6)), tensor('w2', [8, 5], noise(40, 26).map((value) => 1.5 * value))], input: ['n', 6], outputs: [['y', null]],
    });
    const { prunable, cut, pruned, fit, judge } = await cutModel(runtime, directory, { model: steep, shape: [6], cut: [1, 2], count: 60 });
    const yardstick = await createYardstick({ runtime, dense: prunable.model, directory, samples: judge, batch: 50, kinds: new Map([['y', 'values' as const]]) });
    const request = { runtime, directory, prunable, cut, samples: fit, judge, batch: 50 };
    const whole = await sequentialRefit(request, pruned);
    const { ladder, notes, model: made } = await repair({ ...request, pruned, steps: ['sequential'], yardstick, last: true });
    const [before, after] = [ladder[1]?.loss ?? NaN, ladder[2]?.loss ?? NaN];
    expect(await yardstick.loss(whole?.model ?? steep)).toBeGreaterThan(before);
    expect(ladder[2]).toMatchObject({ step: '+ sequential', accepted: true, detail: '2 layers fitted on the repaired inputs, 12.5 % of the way' });
    expect(after / before).toBeLessThan(0.1);
    expect(notes.join()).toContain('again on all 60 calibration samples');
    expect(await yardstick.loss(made)).toBeLessThanOrEqual(after);
  }));
});

describe('the union of two streams', () => {
  it('has all samples of both, in order, and so have its parts', async () => {
    const [a, b] = [memorySamples(Float32Array.of(1, 2, 3), [1]), memorySamples(Float32Array.of(4, 5), [1])];
    const read = async (samples: typeof a): Promise<number[]> => {
      const values: number[] = [];
      for await (const { feeds } of samples.batches(2)) values.push(...feeds.get('x')?.data as Float32Array);
      return values;
    };
    const all = unionOf(a, b);
    expect([all.count, await read(all)]).toEqual([5, [1, 2, 3, 4, 5]]);
    expect([all.subset([0, 2, 4]).count, await read(all.subset([0, 2, 4]))]).toEqual([3, [1, 3, 5]]);
    expect(await all.sampleHashes()).toEqual([...await a.sampleHashes(), ...await b.sampleHashes()]);
  });
});
