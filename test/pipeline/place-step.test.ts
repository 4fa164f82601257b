/** Where a step's weights lie: on disk once, and no longer than a model reads them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { replaceTensors } from '../../src/onnx/constants.js';
import { makeNode } from '../../src/onnx/graph.js';
import type { Model } from '../../src/onnx/ir.js';
import { storeWeights } from '../../src/onnx/store.js';
import { tensorBytes } from '../../src/onnx/tensors.js';
import { placeStep, startOf, type Progress } from '../../src/pipeline/prune-state.js';
import type { Subject } from '../../src/pipeline/subject.js';
import { noise, sketch, tensor } from '../calibrate/bench-model.js';

const folder = mkdtempSync(join(tmpdir(), 'prune-gate-place-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const weight = (name: string, seed: number) => tensor(name, [20, 20], noise(400, seed));
const committed = sketch({ nodes: [makeNode('MatMul', ['x', 'a'], ['h']), makeNode('MatMul', ['h', 'b'], ['y'])], tensors: [weight('a', 1), weight('b', 2)], input: ['n', 20], outputs: [['y', null]] });

/** Three steps on from the committed model: the first changes both weights, the others one each. Files after each. */
async function threeSteps(shares: boolean): Promise<{ readonly files: string[][]; readonly last: Model }> {
  const directory = mkdtempSync(join(folder, 'subject-'));
  const model = await storeWeights(committed, directory);
  const subject = { model, directory } as Subject;
  const state: Progress = startOf(subject, shares);
  const files: string[][] = [];
  for (const changed of [[], ['a', 'b'], ['a'], ['b']]) {
    state.model = replaceTensors(state.model, new Map(changed.map((name) => [name, weight(name, 10 + files.length)])));
    state.model = (await placeStep(subject, state)).dense;
    state.steps.push({} as Progress['steps'][number]);
    files.push(readdirSync(directory).sort());
  }
  return { files, last: state.model };
}

it('goes once nothing of the model lies there, the committed weights never', async () => {
  const { files, last } = await threeSteps(false);
  const at = Number(/\d+/u.exec(files[1]?.[0] ?? '')?.[0]);
  const named = (...steps: readonly number[]): string[] => [...steps.map((step) => `weights-${String(at + step)}.bin`), 'weights.bin'];
  // The first step's file holds the second weight until the third step.
  expect(files).toEqual([named(), named(0), named(0, 1), named(1, 2)]);
  expect([...last.graph.initializers.values()].map((each) => Buffer.from(tensorBytes(each)))).toEqual([weight('a', 12), weight('b', 13)].map((each) => Buffer.from(tensorBytes(each))));
});

it('stays with the subject where others use what was measured on it', async () => {
  const { files } = await threeSteps(true);
  expect(files.map(({ length }) => length)).toEqual([1, 2, 3, 4]);
});
