/** What openSamples promises as a whole: binding, refusals, hashes, subsets. */
import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/data/elements.js';
import { FORMATS } from '../../src/data/formats/registry.js';
import { hashFile, LINE_ENDS } from '../../src/data/source-file.js';
import type { Samples } from '../../src/data/types.js';
import { npyHeader, writeNpz } from '../../src/data/write-npz.js';
import { batchesOf, copyFixture, errorOf, open, port, readAll, targetsOf, valuesOf, workspaceWith, type Opening } from './support.js';

const floats = (...values: number[]): Float32Array => Float32Array.from(values);

/** Six samples: a [2], b a number, y labels, long of another length. */
async function table(): Promise<string> {
  const workspace = await workspaceWith();
  await writeNpz(join(workspace, 'd.npz'), [
    { name: 'a', type: 'float32', dims: [6, 2], chunks: [floats(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)] },
    { name: 'b', type: 'int64', dims: [6], chunks: [BigInt64Array.of(0n, 10n, 20n, 30n, 40n, 50n)] },
    { name: 'y', type: 'int32', dims: [6], chunks: [Int32Array.of(0, 0, 1, 1, 2, 2)] },
    { name: 'long', type: 'uint8', dims: [7], chunks: [new Uint8Array(7)] },
  ]);
  return workspace;
}

const a = port('a', 'float32', ['N', 2]);
const b = port('b', 'int64', ['N']);

async function codeOf(opening: Opening): Promise<string> {
  return (await errorOf(readAll(opening))).code;
}

describe('binding', () => {
  it('goes by name, then by what is left', async () => {
    const workspace = await table();
    const byName = await open({ workspace, source: { path: 'd.npz', target: 'y' }, inputs: [b, a] });
    expect(byName.description).toBe('d.npz (npz, 6 samples); b int64 [6] -> b int64 [N]; a float32 [6,2] -> a float32 [N,2]; target y int32 [6]');
    const mapped = await open({ workspace, source: { path: 'd.npz', inputs: { p: 'b' } }, inputs: [port('p', 'float32', ['N', 1]), a] });
    expect(mapped.hasTarget).toBe(false);
    expect((await batchesOf(mapped))[0]?.target).toBeUndefined();
    expect(await valuesOf(mapped, 'p')).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it.each<[string, Omit<Opening, 'workspace'>, string, RegExp]>([
    ['an unknown column', { source: { path: 'd.npz', inputs: { a: 'c' } }, inputs: [a] }, 'data-unknown-column', /no column 'c'; it has a \(float32 \[6,2\]\), b \(int64 \[6\]\)/u],
    ['an unknown target', { source: { path: 'd.npz', target: 'label' }, inputs: [a] }, 'data-unknown-column', /'label'/u],
    ['an input the model lacks', { source: { path: 'd.npz', inputs: { q: 'a' } }, inputs: [a] }, 'data-unknown-input', /'q', but the model's inputs are a float32 \[N,2\]/u],
    ['inputs that nothing feeds', { source: { path: 'd.npz' }, inputs: [a, port('p', 'float32', ['N']), port('q', 'bool', ['N'])] }, 'data-unbound-input', /p float32 \[N\], q bool \[N\]/u],
    ['one input and several candidates', { source: { path: 'd.npz' }, inputs: [port('p', 'float32', ['N', 2])] }, 'data-unbound-input', /p float32/u],
    ['columns of different length', { source: { path: 'd.npz', target: 'long' }, inputs: [a] }, 'data-length-mismatch', /Column a has 6 samples, column long has 7/u],
    ['a shape that does not fit', { source: { path: 'd.npz' }, inputs: [port('a', 'float32', ['N', 3])] }, 'data-mismatch', /model input a float32 \[N,3\]; data column a float32 \[6,2\]/u],
    ['an input that is no tensor', { source: { path: 'd.npz' }, inputs: [{ name: 'a', type: undefined, dims: [] }] }, 'data-mismatch', /no tensor of a type/u],
    ['an input without axes', { source: { path: 'd.npz' }, inputs: [port('a', 'float32', [])] }, 'data-mismatch', /no axis for the batch/u],
    ['several columns of which one is wide', { source: { path: 'd.npz', inputs: { a: ['a', 'b'] } }, inputs: [a] }, 'data-mismatch', /column a holds more than one/u],
    ['labels in a second file', { source: { path: 'd.npz', labels: 'x.npy' }, inputs: [a] }, 'data-unsupported', /holds its labels itself/u],
  ])('refuses %s', async (_name, opening, code, message) => {
    const error = await errorOf(open({ workspace: await table(), ...opening }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(message), fix: expect.stringMatching(/\w/u), where: expect.stringMatching(/d\.npz/u) });
  });
});

describe('preprocessing', () => {
  it('is refused where it changes nothing', async () => {
    const workspace = await table();
    const floating = { workspace, source: { path: 'd.npz' }, inputs: [a] };
    for (const preprocess of [{ layout: 'NCHW' }, { color: 'RGB' }, { resize: { width: 2, height: 2 } }, { crop: { width: 2, height: 2 } }] as const) {
      expect(await codeOf({ ...floating, preprocess })).toBe('preprocess-unused');
    }
    expect(await codeOf({ workspace, source: { path: 'd.npz' }, inputs: [b], preprocess: { scale: 255 } })).toBe('preprocess-unused');
  });

  it('leaves integer inputs alone beside a floating-point one', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz' }, inputs: [a, b], preprocess: { scale: 2, mean: [0, 1], std: [1, 0.5] } });
    expect((await valuesOf(samples, 'a')).slice(0, 4)).toEqual([0, -1, 1, 1]);
    expect(await valuesOf(samples, 'b')).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it.each([[{ scale: 0 }], [{ std: [0] }], [{ mean: [] }], [{ mean: [1, 2, 3], std: [1, 2] }], [{ mean: [NaN] }]])('refuses %j', async (preprocess) => {
    expect(await codeOf({ workspace: await table(), source: { path: 'd.npz' }, inputs: [a], preprocess })).toBe('preprocess-invalid');
  });

  it('refuses mean and std for other channels than there are', async () => {
    expect(await codeOf({ workspace: await table(), source: { path: 'd.npz' }, inputs: [a], preprocess: { mean: [1, 2, 3] } })).toBe('data-mismatch');
  });

  it('refuses to resize what is no 8-bit image', async () => {
    const workspace = await workspaceWith({ 'x.npy': Buffer.concat([npyHeader('float32', [1, 4, 4, 1]), new Uint8Array(64)]) });
    const error = await errorOf(open({ workspace, source: { path: 'x.npy' }, inputs: [port('x', 'float32', ['N', 2, 2, 1])], preprocess: { resize: { width: 2, height: 2 } } }));
    expect(error).toMatchObject({ code: 'data-mismatch', message: expect.stringContaining('8-bit images') });
  });

  it('feeds float16', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz' }, inputs: [port('a', 'float16', ['N', 2])] });
    expect((await valuesOf(samples, 'a')).slice(0, 4)).toEqual([0, 0x3c00, 0x4000, 0x4200]);
  });
});

describe('the stream', () => {
  it('keeps `max-samples` of them, evenly spaced, and says so', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz', target: 'y', maxSamples: 3 }, inputs: [a] });
    expect(samples.count).toBe(3);
    expect(await targetsOf(samples)).toEqual([0, 1, 2]);
    expect((await batchesOf(samples, 2)).map(({ indices }) => indices)).toEqual([[0, 2], [4]]);
    expect(samples.description).toContain('6 samples, 3 of them taken, evenly spaced');
    expect(await targetsOf(samples.subset([1, 2]))).toEqual([1, 2]);
  });

  it('hands out memory of its own with every batch', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz', target: 'y' }, inputs: [a, b] });
    const batches = await batchesOf(samples, 2);
    expect(batches.map(({ target }) => [...(target?.data ?? [])])).toEqual([[0, 0], [1, 1], [2, 2]]);
    expect(batches.map(({ feeds }) => feeds.get('b')?.data)).toEqual([BigInt64Array.of(0n, 10n), BigInt64Array.of(20n, 30n), BigInt64Array.of(40n, 50n)]);
  });

  it('can be left early and started again, twice at a time', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz', target: 'y' }, inputs: [a] });
    for await (const batch of samples.batches(1)) {
      expect(batch.indices).toEqual([0]);
      break;
    }
    const [one, other] = await Promise.all([valuesOf(samples, 'a', 1), valuesOf(samples, 'a', 4)]);
    expect(one).toEqual(other);
  });

  it('is cut into ranges, of all samples or of some', async () => {
    const workspace = await table();
    const [all, some] = [await open({ workspace, source: { path: 'd.npz', target: 'y' }, inputs: [a] }), await open({ workspace, source: { path: 'd.npz', target: 'y', maxSamples: 3 }, inputs: [a] })];
    const indices = async (samples: Samples | undefined, size: number) => (await batchesOf(samples as Samples, size)).map((batch) => [...batch.indices]);
    expect(await indices(all.range?.(1, 6), 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(await indices(all.range?.(1, 6).range?.(1, 3).subset([1]), 2)).toEqual([[3]]);
    expect([await indices(some.range?.(1, 3), 2), all.range?.(2, 5).count, await indices(all.range?.(2, 2), 2)]).toEqual([[[2, 4]], 3, []]);
    for (const [start, end] of [[-1, 2], [3, 2], [0, 7], [0.5, 2]] as const) expect(() => all.range?.(start, end)).toThrow(RangeError);
  });

  it('refuses positions and sizes that make no sense', async () => {
    const samples = await open({ workspace: await table(), source: { path: 'd.npz' }, inputs: [a] });
    for (const positions of [[6], [-1], [1, 1], [2, 1], [0.5]]) expect(() => samples.subset(positions)).toThrow(RangeError);
    for (const size of [0, -1, 1.5]) await expect(batchesOf(samples, size)).rejects.toThrow(RangeError);
    expect(await batchesOf(samples.subset([]))).toEqual([]);
  });

  it('hashes samples by what the model gets', async () => {
    const workspace = await table();
    const inputs = [port('a', 'float32', ['N', 2])];
    await writeFile(join(workspace, 'a.csv'), 'p,q\n8,9\n0,1\n');
    await writeFile(join(workspace, 'a.jsonl'), '{"a":[2,3]}\n');
    const all = await (await open({ workspace, source: { path: 'd.npz' }, inputs })).sampleHashes();
    expect(new Set(all).size).toBe(6);
    expect(await (await open({ workspace, source: { path: 'a.csv' }, inputs })).sampleHashes()).toEqual([all[4], all[0]]);
    expect(await (await open({ workspace, source: { path: 'a.jsonl' }, inputs })).sampleHashes()).toEqual([all[1]]);
  });
});

describe('the file', () => {
  const npy = (values: number[]): Uint8Array => Buffer.concat([npyHeader('float32', [values.length]), bytesOf(floats(...values))]);
  const x = [port('x', 'float32', ['N'])];
  const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

  it('is pinned by the sha256 of its bytes', async () => {
    const content = npy([1, 2, 3]);
    const workspace = await workspaceWith({ 'x.npy': content });
    const samples = await open({ workspace, source: { path: 'x.npy', sha256: sha256(content).toUpperCase() }, inputs: x });
    expect(samples.sha256).toBe(sha256(content));
    const error = await errorOf(open({ workspace, source: { path: 'x.npy', sha256: '0'.repeat(64) }, inputs: x }));
    expect(error).toMatchObject({ code: 'data-hash-mismatch', message: expect.stringContaining(sha256(content)) });
  });

  it.each([['\n', '\r\n'], ['\r\n', '\n']])('says where only its ends of lines differ', async (pinned, found) => {
    const text = ['x', '1.5', '2.5', ''].join(pinned);
    const [workspace, source] = [await workspaceWith({ 'x.csv': text.replaceAll(pinned, found) }), { path: 'x.csv', sha256: sha256(text) }];
    expect(await errorOf(open({ workspace, source, inputs: x }))).toMatchObject({ code: 'data-hash-mismatch', message: expect.stringMatching(/ Only its ends of lines differ\.$/u), fix: expect.stringContaining('"x.csv -text" into .gitattributes') });
    const another = await workspaceWith({ 'x.csv': text.replaceAll(pinned, found).replace('1.5', '1.6') });
    expect((await errorOf(open({ workspace: another, source, inputs: x }))).message).not.toContain('ends of lines');
  });

  it.each(LINE_ENDS)('is hashed as if every line ended with %j, across the pieces that are read too', async (end) => {
    // A piece of 2^20 bytes ends in the middle of an end of line.
    const text = `111.2\r\n${'1.5\r\n'.repeat(210_000)}\r\n\n\r1`;
    const path = join(await workspaceWith({ 'x.csv': text }), 'x.csv');
    expect(text.slice(0, 2 ** 20).endsWith('5\r')).toBe(true);
    expect(await hashFile({ path, shown: 'x.csv', bytes: text.length }, end)).toBe(sha256(text.replaceAll('\r\n', '\n').replaceAll('\n', end)));
  });

  it('is pinned with its labels as `sha256sum FILES | sha256sum` does', async () => {
    const files = { 'd/x.npy': npy([1, 2]), 'd/y.npy': npy([0, 1]) };
    const workspace = await workspaceWith(files);
    const samples = await open({ workspace, source: { path: 'd/x.npy', labels: 'd/y.npy' }, inputs: x });
    expect(samples.sha256).toBe(sha256(Object.entries(files).map(([path, content]) => `${sha256(content)}  ${path}\n`).join('')));
  });

  it('may be a pointer of Git LFS', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';
    const workspace = await workspaceWith({ 'x.npz': pointer, 'y.npy': npy([1]), 'i/a.png': pointer, 'x.csv': pointer });
    for (const source of [{ path: 'x.npz' }, { path: 'x.csv' }, { path: 'y.npy', labels: 'x.npz' }, { path: 'i' }]) {
      const error = await errorOf(open({ workspace, source, inputs: x }));
      expect(error).toMatchObject({ code: 'lfs-pointer', fix: expect.stringContaining('lfs: true') });
    }
  });

  it.each([['absent.npy', 'data-not-found'], ['../x.npy', 'path-outside'], ['/etc/hostname', 'path-outside'], ['note.txt', 'data-format']])('refuses %s', async (path, code) => {
    const workspace = await workspaceWith({ 'note.txt': 'hello' });
    expect(await codeOf({ workspace, source: { path }, inputs: x })).toBe(code);
  });

  it('does not lead out of the workspace by a link', async () => {
    const outside = await workspaceWith({ 'x.npy': npy([1]) });
    const workspace = await workspaceWith();
    await symlink(join(outside, 'x.npy'), join(workspace, 'x.npy'));
    expect(await codeOf({ workspace, source: { path: 'x.npy' }, inputs: x })).toBe('path-outside');
  });

  it('is a folder where a folder is wanted', async () => {
    const workspace = await workspaceWith({ 'x.npy': npy([1]) });
    await mkdir(join(workspace, 'd'));
    expect(await codeOf({ workspace, source: { path: 'x.npy', format: 'images' }, inputs: x })).toBe('data-format');
    expect(await codeOf({ workspace, source: { path: 'd', format: 'csv' }, inputs: x })).toBe('data-format');
    expect(await codeOf({ workspace, source: { path: 'x.npy', labels: 'd' }, inputs: x })).toBe('data-not-found');
  });

  it.each([['npz'], ['idx'], ['csv'], ['jsonl']] as const)('is refused as %s where it is something else', async (format) => {
    const workspace = await workspaceWith({ 'x.npy': npy([1]) });
    expect(await codeOf({ workspace, source: { path: 'x.npy', format }, inputs: x })).toMatch(/^data-(?:corrupt|malformed)$/u);
  });

  it('is recognised by what it holds, not by its name', async () => {
    const workspace = await workspaceWith({ 'x.bin': npy([1, 2]) });
    expect((await open({ workspace, source: { path: 'x.bin' }, inputs: x })).description).toContain('(npy, 2 samples)');
    await copyFixture('images.idx3-ubyte.gz', workspace, 'y');
    expect((await open({ workspace, source: { path: 'y' }, inputs: [port('x', 'uint8', ['N', 2, 2])] })).count).toBe(3);
  });
});

it('has one reader per format of the policy', () => {
  expect(FORMATS.map(({ name }) => name).sort()).toEqual(['csv', 'idx', 'images', 'jsonl', 'npy', 'npz']);
});
