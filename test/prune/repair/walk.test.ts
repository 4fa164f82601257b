/** What a walk measures, where of the dense model one value alone is looked at, and on a part of the batches. */
import { afterAll, expect, it } from 'vitest';
import { replaceTensors } from '../../../src/onnx/constants.js';
import { makeNode } from '../../../src/onnx/graph.js';
import type { Model } from '../../../src/onnx/ir.js';
import type { Part } from '../../../src/calibrate/paired-streams.js';
import { layerContext, layersOf, ranksOf } from '../../../src/prune/repair/layers.js';
import { LayerWalk } from '../../../src/prune/repair/walk.js';
import { gatherFacts } from '../../../src/runtime/facts.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { memorySamples, noise, sketch, stored, tensor } from '../../calibrate/bench-model.js';

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
const candidate = replaceTensors(model, new Map([['w1', weight('w1', 21)], ['w3', weight('w3', 23)]]));
const FOLDS = [memorySamples(noise(35 * SIZE, 9), [SIZE]), memorySamples(noise(20 * SIZE, 11), [SIZE])];

/** Nodes of the dense model that are run, and the squares of what is lacking at `y`, by fold and batch, at each layer in turn. */
function lackingAlong(goal: string | undefined, part?: Part): Promise<{ nodes: number[]; lacking: [number, number][] }> {
  return stored(model, async (dense, directory) => {
    const nodes: number[] = [];
    const facts = await gatherFacts(runtime, dense, { directory });
    const walk = LayerWalk.open({ runtime, directory, dense, facts, folds: FOLDS, batch: 10, ...(goal === undefined ? {} : { goal }) }, candidate);
    if (walk === undefined) throw new Error('no walk');
    const lacking: [number, number][] = [];
    try {
      for (const layer of layersOf(layerContext(candidate.graph, ranksOf(facts)))) {
        await walk.goTo(candidate, layer);
        await walk.measure<string>(candidate, (graph, second) => {
          const square = graph.output(graph.reduce('ReduceSumSquare', graph.node('Sub', ['y', second('y')]), [0, 1]));
          nodes.push(ownNodes(graph.build()));
          return { names: square };
        }, (read, fold, name) => { lacking.push([fold, Number(read(name)[0])]); }, part);
      }
    } finally {
      await walk.close();
    }
    return { nodes, lacking };
  });
}

/** Of the dense model. */
const ownNodes = ({ graph }: Model): number => graph.nodes.filter(({ outputs }) => model.graph.nodes.some((node) => node.outputs[0] === outputs[0])).length;

it('with a goal the dense model is run once, and the same is lacking', async () => {
  const [whole, towards] = [await lackingAlong(undefined), await lackingAlong('y')];
  expect(whole.lacking.map(([fold]) => fold)).toEqual([0, 1, 2].flatMap(() => [0, 0, 0, 0, 1, 1]));
  expect(whole.lacking.every(([, square]) => square > 0.1)).toBe(true);
  towards.lacking.forEach(([fold, square], i) => {
    expect(fold).toBe(whole.lacking[i]?.[0]);
    expect(square / (whole.lacking[i]?.[1] ?? NaN)).toBeCloseTo(1, 5);
  });
  // From the cheapest place before each layer.
  expect(whole.nodes).toEqual([6, 5, 4]);
  expect(towards.nodes).toEqual([0, 0, 0]);
});

it('looks at one fold alone, and at every so many-th of its batches', async () => {
  const { lacking: all } = await lackingAlong('y');
  const { lacking } = await lackingAlong('y', { only: 0, every: 3 });
  expect(lacking).toEqual([0, 6, 12].flatMap((at) => [all[at], all[at + 3]]));
});
