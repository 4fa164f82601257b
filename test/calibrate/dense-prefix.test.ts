/** A candidate measured from the middle of the graph on has the loss that it has from the start. */
import { afterAll, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { DensePrefix } from '../../src/calibrate/dense-prefix.js';
import { PairedStreams } from '../../src/calibrate/paired-streams.js';
import { createYardstick } from '../../src/calibrate/yardstick.js';
import { UserError } from '../../src/errors.js';
import { replaceTensors } from '../../src/onnx/constants.js';
import { makeNode } from '../../src/onnx/graph.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import type { Runtime, Session } from '../../src/runtime/types.js';
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

/** Sessions that run at most `most` samples; `pieces` cut batches as they do without this cap. */
const tight = (most: number): Runtime => ({
  ...runtime,
  open: async (path, options) => {
    const session = await runtime.open(path, options);
    const run: Session['run'] = (feeds, outputs) => (([...feeds.values()][0]?.dims[0] ?? 0) > most
      ? Promise.reject(new UserError({ code: 'out-of-memory', message: 'capped', where: 'test' })) : session.run(feeds, outputs));
    return { ...session, run };
  },
});

it('goes on from the start where memory does not hold a batch on the way to a frontier', async () => {
  await stored(model, async (dense, directory) => {
    const samples = memorySamples(noise(70 * SIZE, 9), [SIZE]);
    const request = { directory, dense, samples, batch: 16, facts: await gatherFacts(runtime, dense, { directory }) };
    const prefix = new DensePrefix({ ...request, runtime: tight(8) });
    await prefix.goTo(['c']);
    expect(prefix.tail(dense)).toEqual({ model: dense, feeds: samples });
    expect(prefix.covers(['a'])).toBe(true);
    const streams = new PairedStreams(tight(8), directory, dense, [samples], 16);
    await streams.advance(dense, { position: 2, values: ['b'], size: SIZE });
    let count = 0;
    for await (const { feeds } of streams.batches((value) => value)) count += feeds.get('x')?.dims[0] ?? NaN;
    expect(count).toBe(70);
    expect(readdirSync(directory).filter((file) => /^(?:prefix|streams)/u.test(file))).toEqual([]);
  });
});
