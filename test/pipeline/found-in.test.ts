/** A part that was evaluated before is taken over where it is about the same, and of the same device. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isFoundIn, type ShardSubject } from '../../src/pipeline/shard.js';
import { inFolder } from '../runtime/support.js';

const subject: ShardSubject = {
  inputs: { tool: '1', code: '2', onnxruntime: '1.30.0', machine: 'a', device: 'auto', accelerator: 'cuda; NVIDIA H200', model: 'm', heldout: 'h', calibration: 'c', policy: 'p' },
  prunedModel: 'x', policy: 'y', samples: 40,
};

it.each<[string, ShardSubject, boolean]>([
  ['the same', subject, true],
  ['another policy file, since limits are judged anew', { ...subject, policy: 'z' }, true],
  ['another machine with the same device', { ...subject, inputs: { ...subject.inputs, machine: 'b' } }, true],
  ['another device', { ...subject, inputs: { ...subject.inputs, accelerator: 'cpu' } }, false],
  ['another GPU', { ...subject, inputs: { ...subject.inputs, accelerator: 'cuda; NVIDIA A10' } }, false],
  ['another pruned model', { ...subject, prunedModel: 'w' }, false],
])('%s', (_, asked, taken) => inFolder(async (folder) => {
  const path = join(folder, 'part.json');
  await writeFile(path, JSON.stringify({ version: 1, found: {}, subject }));
  expect(await isFoundIn(path, asked)).toBe(taken);
}));
