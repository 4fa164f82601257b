/** A candidate measured from the middle of the graph on has the loss that it has from the start. */
import { afterAll, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { DensePrefix } from '../../src/calibrate/dense-prefix.js';
import { createYardstick } from '../../src/calibrate/yardstick.js';
import { replaceTensors } from '../../src/onnx/constants.js';
import { makeNode } from '../../src/onnx/graph.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import { memorySamples, noise, sketch, stored, tensor } from './bench-model.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const SIZE = 4;
const weight = (name: string, seed: number) => tensor(name, [SIZE, SIZE], noise(SIZE * SIZE, seed));
const model = sketch({
  nodes: [
    makeNode('MatMul', ['x', 'w1'], ['a']), makeNode('Relu', ['a'], ['b']), makeNode('MatMul', ['b', 'w2'], ['c']), makeNode('Relu', ['c'], ['d']),
    makeNode('MatMul', ['d', 'w3'], ['e']), makeNode('Add', ['e', 'b'], ['y']),
  ],
  tensors: [weight('w1', 1), weight('w2', 2), weight('w3', 3)], input: ['n', SIZE], outputs: [['y', null]],
});

it('starts candidates behind the layers that did not change, with the same loss', async () => {
  await stored(model, async (dense, directory) => {
    const samples = memorySamples(noise(70 * SIZE, 9), [SIZE]);
    const shared = { runtime, directory, dense, samples, batch: 16 };
    const yardstick = await createYardstick(shared);
    const prefix = new DensePrefix({ ...shared, facts: await gatherFacts(runtime, dense, { directory }) });
    for (const [name, output] of [['w2', 'c'], ['w3', 'e']] as const) {
      await prefix.goTo([output]);
      expect(prefix.covers([output])).toBe(true);
      const candidate = replaceTensors(dense, new Map([[name, weight(name, 20)]]));
      const { model: tail, feeds } = prefix.tail(candidate);
      expect(tail.graph.inputs.map((input) => input.name)).not.toContain('x');
      expect(await yardstick.loss(tail, feeds)).toBeCloseTo(await yardstick.loss(candidate), 6);
    }
    // The first layer lies before what is kept.
    await prefix.goTo(['a']);
    expect(prefix.covers(['a'])).toBe(false);
    await prefix.close();
    expect(readdirSync(directory).filter((file) => file.startsWith('prefix'))).toEqual([]);
  });
});
