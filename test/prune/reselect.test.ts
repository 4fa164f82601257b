/** Units chosen again on what earlier cuts leave. */
import { afterAll, describe, expect, it } from 'vitest';
import { makeNode } from '../../src/onnx/graph.js';
import { storeWeights } from '../../src/onnx/store.js';
import { analyse } from '../../src/prune/prunable.js';
import { reselectUnits } from '../../src/prune/reselect.js';
import type { Selection } from '../../src/prune/types.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { inFolder, memorySamples, noise, sketch, tensor } from '../calibrate/bench-model.js';
import { firstFeeds } from './repair/cut-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const SIZE = 6;
const DEPENDENT = 3;

/** h = relu(x); g = relu(W2 h), whose unit 3 reads h's unit 0 alone; y = W3 g; z = W4 h holds h's choice. */
function twoDeep() {
  const w2 = noise(SIZE * SIZE, 3);
  for (let i = 0; i < SIZE; i++) w2[i * SIZE + DEPENDENT] = i === 0 ? 4 : 0;
  for (let unit = 0; unit < SIZE; unit++) if (unit !== DEPENDENT) w2[unit] = 0;
  const identity = Float32Array.from({ length: SIZE * SIZE }, (_, i) => (i % (SIZE + 1) === 0 ? 1 : 0));
  return sketch({
    nodes: [
      makeNode('MatMul', ['x', 'w1'], ['a'], { name: 'one' }), makeNode('Relu', ['a'], ['h']), makeNode('MatMul', ['h', 'w2'], ['b'], { name: 'two' }),
      makeNode('Relu', ['b'], ['g']), makeNode('MatMul', ['g', 'w3'], ['y'], { name: 'three' }), makeNode('MatMul', ['h', 'w4'], ['z'], { name: 'four' }),
    ],
    tensors: [tensor('w1', [SIZE, SIZE], identity), tensor('w2', [SIZE, SIZE], w2), tensor('w3', [SIZE, 4], noise(SIZE * 4, 5)), tensor('w4', [SIZE, 3], noise(SIZE * 3, 7))],
    input: ['n', SIZE], outputs: [['y', ['n', 4]], ['z', ['n', 3]]],
  });
}

function reselect(removed: Selection['removed'], count = 400): Promise<Selection | undefined> {
  return inFolder(async (directory) => {
    const model = await storeWeights(twoDeep(), directory);
    const samples = memorySamples(noise(count * SIZE, 17), [SIZE]);
    const half = (parity: number) => samples.subset(Array.from({ length: count }, (_, i) => i).filter((i) => i % 2 === parity));
    const facts = await gatherFacts(runtime, model, { directory, feeds: await firstFeeds(samples) });
    return reselectUnits({ runtime, directory, prunable: analyse(model, facts, 0), samples: half(0), judge: half(1), batch: 50 }, { removed });
  });
}

describe('reselection', () => {
  it('gives up the unit that an earlier cut has left without input, however much the dense model needs it', async () => {
    const found = await reselect(new Map([['one', [0]], ['two', [5]]]));
    expect(found?.removed.get('two')).toEqual([DEPENDENT]);
  });

  it('keeps that unit where nothing before it was cut, and the number of units in any case', async () => {
    const found = await reselect(new Map([['two', [DEPENDENT, 5]]]));
    expect(found?.removed.get('two')).toHaveLength(2);
    expect(found?.removed.get('two')).not.toContain(DEPENDENT);
  });

  it('leaves alone what several layers read, and everything where the samples are too few to fit', async () => {
    expect((await reselect(new Map([['one', [0, 1]], ['two', [5]]])))?.removed.get('one')).toEqual([0, 1]);
    expect(await reselect(new Map([['one', [0]]]))).toBeUndefined();
    expect(await reselect(new Map([['two', [5]]]), 20)).toBeUndefined();
  });

  it('is the same each time', async () => {
    const removed = new Map([['one', [2]], ['two', [1, 4]]]);
    expect(await reselect(removed)).toEqual(await reselect(removed));
  });
});
