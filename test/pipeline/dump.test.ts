/** What `evaluate --dump` writes, read back; and that what it could not fit is said. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSamples } from '../../src/data/open.js';
import type { Batch } from '../../src/data/types.js';
import { Dump } from '../../src/pipeline/dump.js';
import type { HostTensor } from '../../src/runtime/types.js';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'prune-gate-dumped-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const floats = (dims: readonly number[], ...values: readonly number[]): HostTensor => ({ type: 'float32', dims, data: Float32Array.from(values) });

function batch(indices: readonly number[], labels: readonly bigint[]): Batch {
  return { indices, feeds: new Map(), target: { type: 'int64', dims: [labels.length], data: BigInt64Array.from(labels) } };
}

async function readBack(input: string, target: string): Promise<{ values: number[]; targets: number[]; dims: readonly number[] }> {
  const samples = await openSamples({
    workspace: folder, preprocess: { scale: 1, mean: [0], std: [1], layout: undefined, color: undefined, resize: undefined, crop: undefined },
    source: { path: 'out.npz', format: 'npz', inputs: new Map([['x', [input]]]), target, labels: undefined, sha256: undefined, maxSamples: undefined },
    inputs: [{ name: 'x', type: 'float32', dims: ['n', null] }],
  });
  for await (const { feeds, target: found } of samples.batches(100)) {
    const x = feeds.get('x') as HostTensor;
    return { values: Array.from(x.data, Number), targets: Array.from(found?.data ?? [], Number), dims: x.dims };
  }
  throw new Error('the dump is empty');
}

it('holds outputs, targets and indices of all batches, in order', async () => {
  const dump = await Dump.open(join(folder, 'out.npz'));
  await dump.add(batch([0, 1], [7n, 8n]), new Map([['logits', floats([2, 2], 1, 2, 3, 4)]]));
  await dump.add(batch([5], [9n]), new Map([['logits', floats([1, 2], 5, 6)]]));
  await dump.write();
  await dump.dispose();
  expect(await readBack('logits', 'target')).toEqual({ values: [1, 2, 3, 4, 5, 6], targets: [7, 8, 9], dims: [3, 2] });
  expect((await readBack('logits', 'index')).targets).toEqual([0, 1, 5]);
  expect(await readdir(folder)).toEqual(['out.npz']);
});

it('keeps an output that is called like the target apart from it', async () => {
  const dump = await Dump.open(join(folder, 'out.npz'));
  await dump.add(batch([0, 1], [7n, 8n]), new Map([['target', floats([2, 1], 0.5, 0.25)]]));
  await dump.write();
  await dump.dispose();
  expect(await readBack('target_2', 'target')).toMatchObject({ values: [0.5, 0.25], targets: [7, 8] });
});

it('leaves out and names an output that is not per sample, even where one batch happens to fit', async () => {
  const dump = await Dump.open(join(folder, 'out.npz'));
  const outputs = (samples: number) => new Map([['y', floats([samples, 1], ...Array.from({ length: samples }, () => 1))], ['anchors', floats([2, 1], 3, 4)]]);
  await dump.add(batch([0, 1], [1n, 2n]), outputs(2));
  await dump.add(batch([2], [3n]), outputs(1));
  await dump.write();
  expect(dump.skipped).toEqual(['anchors']);
  await expect(readBack('anchors', 'target')).rejects.toMatchObject({ code: 'data-unknown-column' });
  expect((await readBack('y', 'target')).targets).toEqual([1, 2, 3]);
  await dump.dispose();
});

it('refuses an output whose samples change their shape', async () => {
  const dump = await Dump.open(join(folder, 'out.npz'));
  await dump.add(batch([0], [1n]), new Map([['y', floats([1, 2], 1, 2)]]));
  await expect(dump.add(batch([1], [1n]), new Map([['y', floats([1, 3], 1, 2, 3)]]))).rejects.toMatchObject({ code: 'dump-ragged' });
  await dump.dispose();
  expect(await readdir(folder)).toEqual([]);
});

it('is refused before anything is computed where it cannot be written', async () => {
  await expect(Dump.open(join(folder, 'absent/out.npz'))).rejects.toMatchObject({ code: 'dump-unwritable', message: expect.stringContaining('no such folder') as string });
});
