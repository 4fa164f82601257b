/** The base's models: which it lacks, and which it may have where nobody looks. */
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { restoreModels } from '../../src/action/base-models.js';
import { CommitFiles, type Entry } from '../../src/github/commit.js';
import type { ModelPolicy } from '../../src/policy/types.js';
import { blobIdOf } from '../github/stand-in-git.js';

const OUTSIDE = '../elsewhere';
const TREES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  commit: { vendored: { kind: 'submodule', id: 'other' }, linked: { kind: 'link', id: blobIdOf(OUTSIDE) }, models: { kind: 'folder', id: 'tree' } },
  tree: {},
};

it('lets a model that is new go, and none that the base may have', async () => {
  const files = new CommitFiles('commit', {
    what: 'a stub', mostBlobs: 9, tree: (id) => Promise.resolve(new Map(Object.entries(TREES[id] ?? {}))), blob: () => Promise.resolve(Readable.from([Buffer.from(OUTSIDE)])),
  });
  const models = ['models/new.onnx', 'vendored/m.onnx', 'linked/m.onnx', '../away/m.onnx'].map((path) => ({ path }) as ModelPolicy);
  const { absent, failed } = await restoreModels(files, models, { workspace: '/w', root: '/w' }, '/w/base', () => expect.fail());
  expect(absent).toEqual(['models/new.onnx']);
  expect([...failed]).toEqual([
    ['vendored/m.onnx', 'the base has it behind a submodule, which is not followed'], ['linked/m.onnx', 'the base has it behind a link, which is not followed'],
    ['../away/m.onnx', 'it lies outside the repository'],
  ]);
});
