/** .npy, .npz and IDX against what numpy wrote (fixtures/make.py). */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { describe, expect, it } from 'vitest';
import { npyHeader, writeNpz } from '../../src/data/write-npz.js';
import { bytesOf } from '../../src/data/elements.js';
import { float16ToFloat32 } from '../../src/kernels/float16.js';
import type { ElementType } from '../../src/runtime/types.js';
import { batchesOf, errorOf, FIXTURES, open, port, readAll, targetsOf, valuesOf, workspaceWith } from './support.js';

const kinds: readonly [string, ElementType][] = [
  ['b1', 'bool'], ['u1', 'uint8'], ['i1', 'int8'], ['u2', 'uint16'], ['i2', 'int16'], ['u4', 'uint32'], ['i4', 'int32'],
  ['u8', 'uint64'], ['i8', 'int64'], ['f2', 'float16'], ['f4', 'float32'], ['f8', 'float64'],
];
const types = JSON.parse(await readFile(join(FIXTURES, 'types.json'), 'utf8')) as Record<string, (string | number)[]>;

describe.each(['types-stored.npz', 'types-deflated.npz'])('%s', (path) => {
  it.each(kinds.flatMap(([kind, type]) => [[`${kind}_le`, type] as const, [`${kind}_be`, type] as const]))('reads %s as %s', async (column, type) => {
    // As a target it keeps its own type.
    const samples = await open({ source: { path, inputs: { x: 'f4_le' }, target: column }, inputs: [port('x', 'float32', ['N', 2])] });
    const [batch] = await batchesOf(samples);
    expect(batch?.target).toMatchObject({ type, dims: [3, 2] });
    const data = batch?.target?.data;
    const read = type === 'float16' ? [...float16ToFloat32(data as Uint16Array)] : Array.from(data as ArrayLike<number | bigint>, (v) => (typeof v === 'bigint' ? String(v) : v));
    const wanted = types[column]?.map((value) => (typeof read[0] === 'number' ? Number(value) : value));
    expect(read).toEqual(wanted);
  });

  it.each(['fortran', 'fortran_be'])('turns %s around', async (column) => {
    const samples = await open({ source: { path, inputs: { x: column } }, inputs: [port('x', 'float32', [null, 3, 4])] });
    expect(await valuesOf(samples, 'x', 1)).toEqual(types[column]);
  });

  it('reads several members in lockstep, in batches of any size, and subsets of them', async () => {
    const samples = await open({
      source: { path, inputs: { a: 'i4_le', b: 'f8_be' }, target: 'u1_le' },
      inputs: [port('b', 'float64', ['N', 2]), port('a', 'int32', ['N', 2])],
    });
    for (const size of [1, 2, 3, 100]) {
      const batches = await batchesOf(samples, size);
      expect(batches.map(({ indices }) => indices.length)).toEqual(size === 1 ? [1, 1, 1] : size === 2 ? [2, 1] : [3]);
      expect(batches.flatMap(({ feeds }) => [...(feeds.get('a')?.data as Int32Array)])).toEqual(types.i4_le?.map(Number));
      expect(batches.flatMap(({ feeds }) => [...(feeds.get('b')?.data as Float64Array)])).toEqual(types.f8_be);
    }
    const ends = samples.subset([0, 2]);
    expect(await targetsOf(ends)).toEqual([0, 1, 128, 255]);
    expect((await batchesOf(ends))[0]?.indices).toEqual([0, 2]);
    expect(await targetsOf(ends.subset([1]))).toEqual([128, 255]);
  });
});

describe('refused arrays', () => {
  it.each([
    ['objects', 'data-unsupported', /pickle/], ['complex', 'data-unsupported', /'<c8'/], ['text', 'data-unsupported', /'<U2'/],
    ['fields', 'data-unsupported', /structured/], ['scalar', 'data-unsupported', /single number/],
  ])('%s', async (column, code, message) => {
    const error = await errorOf(open({ source: { path: 'refused.npz', inputs: { x: column } }, inputs: [port('x', 'float32', ['N'])] }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(message), where: `refused.npz:${column}.npy` });
  });

  it('does not stand in the way of others in the same archive', async () => {
    expect((await open({ source: { path: 'refused.npz', inputs: { x: 'fine' } }, inputs: [port('x', 'float32', ['N'])] })).count).toBe(2);
  });

  it('names the columns there are', async () => {
    const error = await errorOf(open({ source: { path: 'refused.npz', inputs: { x: 'absent' } }, inputs: [port('x', 'float32', ['N'])] }));
    expect(error.code).toBe('data-unknown-column');
    expect(error.message).toContain('objects (unusable)');
    expect(error.message).toContain('fine (float32 [2])');
  });
});

describe('npz containers', () => {
  const inputs = [port('x', 'float32', ['N', 3])];

  async function zipWith(members: readonly { name: string; bytes: Uint8Array; compress?: boolean; zip64?: boolean }[]): Promise<Buffer> {
    const zip = new ZipFile();
    for (const { name, bytes, compress = false, zip64 = false } of members) zip.addBuffer(Buffer.from(bytes), name, { compress, forceZip64Format: zip64 });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  const npy = (dims: readonly number[], values: Float32Array): Uint8Array => Buffer.concat([npyHeader('float32', dims), bytesOf(values)]);
  const matrix = npy([2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));

  it.each([[false, false], [true, false], [false, true], [true, true]])('compress %s, zip64 %s', async (compress, zip64) => {
    const workspace = await workspaceWith({ 'a.npz': await zipWith([{ name: 'x.npy', bytes: matrix, compress, zip64 }]) });
    expect(await valuesOf(await open({ workspace, source: { path: 'a.npz' }, inputs }), 'x')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([false, true])('notices a flipped byte by the checksum (compress %s)', async (compress) => {
    const bytes = await zipWith([{ name: 'x.npy', bytes: npy([2, 3], Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)), compress }]);
    const at = compress ? 70 : bytes.indexOf(bytesOf(Float32Array.of(0.3)));
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    const workspace = await workspaceWith({ 'a.npz': bytes });
    expect((await errorOf(readAll({ workspace, source: { path: 'a.npz' }, inputs }))).code).toMatch(/^data-(?:corrupt|truncated)$/);
  });

  it('is cut short', async () => {
    const bytes = await zipWith([{ name: 'x.npy', bytes: matrix }]);
    const workspace = await workspaceWith({ 'a.npz': bytes.subarray(0, bytes.length - 30) });
    expect((await errorOf(open({ workspace, source: { path: 'a.npz' }, inputs }))).code).toBe('data-corrupt');
  });

  it('claims more than deflate can hold', async () => {
    const bytes = await zipWith([{ name: 'x.npy', bytes: matrix, compress: true }]);
    const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(0xf0000000, central + 24);
    const workspace = await workspaceWith({ 'a.npz': bytes });
    expect((await errorOf(open({ workspace, source: { path: 'a.npz' }, inputs }))).message).toContain('cannot unpack');
  });

  it('declares a shape that is not what it holds', async () => {
    const workspace = await workspaceWith({ 'a.npz': await zipWith([{ name: 'x.npy', bytes: npy([1_000_000, 3], Float32Array.of(1, 2, 3)), compress: true }]) });
    expect(await errorOf(open({ workspace, source: { path: 'a.npz' }, inputs }))).toMatchObject({ code: 'data-corrupt', message: expect.stringContaining('its shape needs') });
  });

  it('has members of one name, or none', async () => {
    const twice = await workspaceWith({ 'a.npz': await zipWith([{ name: 'x.npy', bytes: matrix }, { name: 'x.npy', bytes: matrix }]) });
    expect((await errorOf(open({ workspace: twice, source: { path: 'a.npz' }, inputs }))).message).toContain('two members');
    const none = await workspaceWith({ 'a.npz': await zipWith([{ name: 'readme.txt', bytes: Buffer.from('hi') }]) });
    expect((await errorOf(open({ workspace: none, source: { path: 'a.npz' }, inputs }))).code).toBe('data-unbound-input');
  });

  it('does not mind a member called __proto__', async () => {
    const workspace = await workspaceWith({ 'a.npz': await zipWith([{ name: '__proto__.npy', bytes: matrix }]) });
    expect(await valuesOf(await open({ workspace, source: { path: 'a.npz' }, inputs }), 'x')).toHaveLength(6);
  });
});

describe('npy', () => {
  const inputs = [port('x', 'float32', ['N', 3])];

  it('is one column, with labels in a second file', async () => {
    const workspace = await workspaceWith({
      'x.npy': Buffer.concat([npyHeader('float32', [2, 3]), bytesOf(Float32Array.of(1, 2, 3, 4, 5, 6))]),
      'y.npy': Buffer.concat([npyHeader('int64', [2]), bytesOf(BigInt64Array.of(7n, -1n))]),
    });
    const samples = await open({ workspace, source: { path: 'x.npy', labels: 'y.npy' }, inputs });
    expect(await targetsOf(samples)).toEqual([7, -1]);
    expect(samples.description).toContain('data float32 [2,3] -> x float32 [N,3]; target labels int64 [2]');
  });

  it.each([
    ['a header that never ends', Buffer.from('\x93NUMPY\x02\x00\xff\xff\xff\xff{', 'latin1'), 'data-corrupt'],
    ['a header cut short', Buffer.from('\x93NUMPY\x01\x00\x76\x00{\'descr', 'latin1'), 'data-truncated'],
    ['a version of tomorrow', Buffer.from('\x93NUMPY\x09\x00\x76\x00', 'latin1'), 'data-unsupported'],
    ['bytes after the array', Buffer.concat([npyHeader('float32', [1, 3]), Buffer.alloc(13)]), 'data-corrupt'],
    ['an impossible shape', npyHeader('float32', [1e15, 1e15]), 'data-corrupt'],
    ['a large shape and no data', npyHeader('float32', [1e12, 3]), 'data-truncated'],
    ['a shape with no samples', npyHeader('float32', [0, 3]), 'data-empty'],
  ])('%s', async (_name, bytes, code) => {
    const workspace = await workspaceWith({ 'x.npy': bytes });
    expect((await errorOf(open({ workspace, source: { path: 'x.npy', format: 'npy' }, inputs }))).code).toBe(code);
  });
});

describe('IDX', () => {
  const inputs = [port('x', 'uint8', ['N', 2, 2])];

  it.each(['images.idx3-ubyte', 'images.idx3-ubyte.gz'])('reads %s with labels', async (path) => {
    const samples = await open({ source: { path, labels: 'labels.idx1-ubyte' }, inputs });
    expect(await valuesOf(samples, 'x', 2)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await valuesOf(samples.subset([2]), 'x')).toEqual([8, 9, 10, 11]);
    expect(await targetsOf(samples)).toEqual([2, 0, 1]);
  });

  it('reads big-endian floats', async () => {
    const samples = await open({ source: { path: 'floats.idx2-float' }, inputs: [port('x', 'float32', ['N', 2])] });
    expect(samples.hasTarget).toBe(false);
    expect(await valuesOf(samples, 'x', 1)).toEqual([0.5, -1, 2, 3, 4, 1e-3].map(Math.fround));
  });

  it.each(['images.idx3-ubyte', 'images.idx3-ubyte.gz'])('notices that %s is cut short', async (path) => {
    const bytes = await readFile(join(FIXTURES, path));
    const workspace = await workspaceWith({ [path]: bytes.subarray(0, bytes.length - 9) });
    expect((await errorOf(open({ workspace, source: { path }, inputs }))).code).toBe('data-truncated');
  });
});

describe('writeNpz', () => {
  it('writes what the reader reads, byte for byte the same each time', async () => {
    const workspace = await workspaceWith();
    await fc.assert(fc.asyncProperty(
      fc.array(fc.record({ rows: fc.constant(3), width: fc.integer({ min: 1, max: 4 }), type: fc.constantFrom<ElementType>('float32', 'float64', 'int32', 'uint8') }), { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
      async (shapes, stream) => {
        const entries = shapes.map(({ rows, width, type }, i) => {
          const values = Array.from({ length: rows * width }, (): number => Number(stream.next().value));
          const array = { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint8: Uint8Array }[type as 'uint8'].from(values);
          return { name: `m${i}`, type, dims: [rows, width], values, chunks: [array.subarray(0, width), array.subarray(width)] };
        });
        const path = join(workspace, 'a.npz');
        await writeNpz(path, entries);
        const first = await readFile(path);
        await writeNpz(path, entries);
        expect(await readFile(path)).toEqual(first);
        for (const { name, type, dims, values } of entries) {
          const samples = await open({ workspace, source: { path: 'a.npz', inputs: { x: name } }, inputs: [port('x', type, [null, dims[1] ?? 0])] });
          expect(await valuesOf(samples, 'x', 2)).toEqual(values);
        }
      },
    ), { numRuns: 15 });
  });

  it('gives every entry a name that a member can have', async () => {
    const workspace = await workspaceWith();
    const names = ['/head/out', '../../evil', 'a\\b', '', '', 'x'.repeat(300_000), 'out:0'];
    await writeNpz(join(workspace, 'a.npz'), names.map((name) => ({ name, type: 'uint8', dims: [1], chunks: [Uint8Array.of(1)] })));
    const error = await errorOf(open({ workspace, source: { path: 'a.npz', inputs: { x: 'none' } }, inputs: [port('x', 'uint8', ['N'])] }));
    for (const name of ['head/out', '_/_/evil', 'a_b', '_ (', '__2', 'out_0']) expect(error.message).toContain(name);
  });

  it('leaves the old file where it fails', async () => {
    const workspace = await workspaceWith({ 'a.npz': 'old' });
    const path = join(workspace, 'a.npz');
    await expect(writeNpz(path, [{ name: 'x', type: 'uint8', dims: [5], chunks: [Uint8Array.of(1)] }])).rejects.toThrow();
    expect(await readFile(path, 'utf8')).toBe('old');
    await writeFile(path, '');
  });
});
