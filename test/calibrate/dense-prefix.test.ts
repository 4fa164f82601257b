/** A candidate measured from the middle of the graph on has the loss that it has from the start. */
import { afterAll, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { AuxiliaryGraph } from '../../src/calibrate/auxiliary.js';
import { DensePrefix } from '../../src/calibrate/dense-prefix.js';
import type { Merged } from '../../src/calibrate/merge.js';
import { PairedStreams } from '../../src/calibrate/paired-streams.js';
import { withVariant } from '../../src/calibrate/variant.js';
import { createYardstick } from '../../src/calibrate/yardstick.js';
import { UserError } from '../../src/errors.js';
import { replaceTensors } from '../../src/onnx/constants.js';
import { intOf, intsOf, makeNode } from '../../src/onnx/graph.js';
import { int64Tensor } from '../../src/onnx/tensors.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import type { HostTensor, Runtime, Session } from '../../src/runtime/types.js';
import type { Layer } from '../../src/prune/repair/layers.js';
import { LayerWalk } from '../../src/prune/repair/walk.js';
import { capped } from '../runtime/capped.js';
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
const tight = (most: number, onRefused = (): void => undefined): Runtime => ({
  ...runtime,
  open: async (path, options) => {
    const session = await runtime.open(path, options);
    const run: Session['run'] = (feeds, outputs) => {
      if (([...feeds.values()][0]?.dims[0] ?? 0) <= most) return session.run(feeds, outputs);
      onRefused();
      return Promise.reject(new UserError({ code: 'out-of-memory', message: 'capped', where: 'test' }));
    };
    return { ...session, run };
  },
});

it('goes on from the start where memory does not hold a batch on the way to a frontier, and tries no later one', async () => {
  await stored(model, async (dense, directory) => {
    const samples = memorySamples(noise(70 * SIZE, 9), [SIZE]);
    const request = { directory, dense, samples, batch: 16, facts: await gatherFacts(runtime, dense, { directory }) };
    let refused = 0;
    const short = tight(8, () => { refused += 1; });
    const prefix = new DensePrefix({ ...request, runtime: short });
    for (const value of ['c', 'd', 'e']) await prefix.goTo([value]);
    expect(refused).toBe(1);
    expect(prefix.tail(dense)).toEqual({ model: dense, feeds: undefined });
    expect(prefix.covers(['a'])).toBe(true);
    const streams = new PairedStreams(short, directory, dense, [samples], 16);
    for (const [position, value] of ['a', 'b', 'c'].entries()) await streams.advance(dense, { position: position + 1, values: [value], size: SIZE });
    expect(refused).toBe(2);
    let count = 0;
    for await (const { feeds } of streams.batches((value) => value)) count += feeds.get('x')?.dims[0] ?? NaN;
    expect(count).toBe(70);
    expect(readdirSync(directory).filter((file) => /^(?:prefix|streams)/u.test(file))).toEqual([]);
  });
});

/** [samples, steps, features] in, [steps, samples, features] in the middle, as recurrent operators take it. */
const STEPS = 6;
const timeFirst = sketch({
  nodes: [
    makeNode('Transpose', ['x'], ['t'], { attributes: [['perm', intsOf([1, 0, 2])]] }), makeNode('MatMul', ['t', 'w1'], ['a']), makeNode('Relu', ['a'], ['b']),
    makeNode('GRU', ['b', 'w', 'r'], ['h'], { attributes: [['hidden_size', intOf(SIZE)]] }), makeNode('Squeeze', ['h', 'one'], ['s']), makeNode('MatMul', ['s', 'w2'], ['c']), makeNode('Relu', ['c'], ['d']),
    makeNode('ReduceMean', ['d'], ['m'], { attributes: [['axes', intsOf([0])], ['keepdims', intOf(0)]] }), makeNode('MatMul', ['m', 'w3'], ['y']),
  ],
  tensors: [
    weight('w1', 1), weight('w2', 2), weight('w3', 3), tensor('w', [1, 3 * SIZE, SIZE], noise(3 * SIZE * SIZE, 4)), tensor('r', [1, 3 * SIZE, SIZE], noise(3 * SIZE * SIZE, 5)),
    int64Tensor('one', [1]),
  ],
  input: ['n', STEPS, SIZE], outputs: [['y', null]],
});

const elementsFed = (feeds: Readonly<Record<string, { readonly dims: readonly number[] }>>): number => Object.values(feeds).reduce((sum, { dims }) => sum + dims.reduce((a, b) => a * b, 1), 0);

/** Memory for ten samples' worth of whatever is fed, once `shrink` is called: a batch of 16 is then too much, from the samples or from a frontier. */
async function shrinking(): Promise<{ runtime: Runtime; shrink: () => void; refused: () => number }> {
  const most = 10 * STEPS * SIZE;
  const { loaded, asked } = capped(most, undefined, elementsFed);
  const tightRuntime = await createRuntime({ device: 'cpu', threads: 1, loaded });
  let current = runtime;
  return {
    runtime: { ...runtime, open: (path, options) => current.open(path, options) },
    shrink: () => { current = tightRuntime; }, refused: () => asked.filter((size) => size > most).length,
  };
}

it('cuts no value whose first axis is time: where memory is out behind a frontier, candidates run from the samples again', async () => {
  await stored(timeFirst, async (dense, directory) => {
    const memory = await shrinking();
    const samples = memorySamples(noise(40 * STEPS * SIZE, 9), [STEPS, SIZE]);
    const shared = { runtime: memory.runtime, directory, dense, samples, batch: 16 };
    const yardstick = await createYardstick(shared);
    const prefix = new DensePrefix({ ...shared, facts: await gatherFacts(runtime, dense, { directory }) });
    await prefix.goTo(['d']);
    const candidate = replaceTensors(dense, new Map([['w3', weight('w3', 20)]]));
    expect(prefix.tail(candidate).model.graph.inputs.map(({ name }) => name)).not.toContain('x');
    const expected = await yardstick.loss(candidate);
    expect(await prefix.loss(yardstick, candidate)).toBeCloseTo(expected, 6);
    expect(prefix.tail(candidate).feeds).toBeDefined();
    memory.shrink();
    for (const feeds of ['the frontier', 'the samples']) expect([feeds, await prefix.loss(yardstick, candidate)]).toEqual([feeds, expect.closeTo(expected, 6)]);
    expect(memory.refused()).toBeGreaterThan(1);
    await prefix.goTo(['y']);
    expect(prefix.tail(candidate).feeds).toBeUndefined();
    await prefix.close();
  });
});

it('paired streams do likewise, with the same values', async () => {
  await stored(timeFirst, async (dense, directory) => {
    const memory = await shrinking();
    const streams = new PairedStreams(memory.runtime, directory, dense, [memorySamples(noise(40 * STEPS * SIZE, 9), [STEPS, SIZE])], 16);
    const candidate = replaceTensors(dense, new Map([['w3', weight('w3', 20)]]));
    const values = (): Promise<number[]> => streams.over(async () => {
      const merged = streams.merged(candidate) as Merged;
      const graph = new AuxiliaryGraph(merged.model);
      const output = graph.output(graph.node('Identity', [merged.second('y')]));
      const found: number[] = [];
      await withVariant(memory.runtime, graph.build(), directory, async (session) => {
        for await (const { feeds } of streams.batches(merged.second)) {
          for await (const results of streams.results(session, feeds)) found.push(...(results.get(output) as HostTensor).data as Float32Array);
        }
      });
      return found;
    });
    const whole = await values();
    expect(whole).toHaveLength(40 * SIZE);
    await streams.advance(candidate, { position: 3, values: ['b'], size: STEPS * SIZE });
    const close = (found: readonly number[]): void => { expect(found).toEqual(whole.map((value) => expect.closeTo(value, 5) as number)); };
    close(await values());
    memory.shrink();
    close(await values());
    expect(memory.refused()).toBeGreaterThan(1);
    await streams.advance(candidate, { position: 3, values: ['b'], size: STEPS * SIZE });
    expect(readdirSync(directory).filter((file) => file.startsWith('streams'))).toEqual([]);
    await streams.close();
  });
});

it('a walk through the layers takes each batch once, in order, when memory runs out behind its frontier', async () => {
  await stored(timeFirst, async (dense, directory) => {
    const memory = await shrinking();
    const samples = memorySamples(noise(40 * STEPS * SIZE, 9), [STEPS, SIZE]);
    const candidate = replaceTensors(dense, new Map([['w3', weight('w3', 20)]]));
    const walk = LayerWalk.open({ runtime: memory.runtime, directory, dense, facts: await gatherFacts(runtime, dense, { directory }), folds: [samples.subset([0, 1, 2, 3, 4]), samples], batch: 16 }, candidate);
    if (walk === undefined) throw new Error('the models lie beside each other');
    const look = async (): Promise<{ values: number[]; folds: number[]; draws: number }> => {
      const found = { values: [] as number[], folds: [] as number[], draws: 0 };
      await walk.measure(candidate, (graph, second) => ({ names: graph.output(graph.node('Identity', [second('y')])), draw: () => { found.draws += 1; return []; } }), (read, fold, name) => {
        const values = Array.from(read(name));
        found.values.push(...values);
        found.folds.push(...values.map(() => fold));
      });
      return found;
    };
    const whole = await look();
    expect([whole.values.length, whole.draws]).toEqual([45 * SIZE, 4]);
    // Behind the recurrent operator, in front of what follows it.
    const node = dense.graph.nodes.find(({ outputs }) => outputs.includes('c'));
    await walk.goTo(candidate, { node, output: 'c' } as Layer);
    // What is fed from here on are values of both models.
    let fed: string[] = [];
    await walk.measure(candidate, (graph, second) => {
      const names = graph.output(graph.node('Identity', [second('y')]));
      fed = graph.build().graph.inputs.map(({ name }) => name);
      return { names };
    }, () => undefined);
    expect(fed).not.toContain('x');
    memory.shrink();
    const short = await look();
    expect(short).toEqual({ ...whole, values: whole.values.map((value) => expect.closeTo(value, 5) as number) });
    expect(memory.refused()).toBeGreaterThan(0);
    expect(readdirSync(directory).filter((file) => file.startsWith('streams'))).toEqual([]);
    await walk.close();
  });
});
