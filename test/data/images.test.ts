/** Image folders against what Pillow decodes and resizes (fixtures/make.py). */
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../src/data/images/decode.js';
import { resize } from '../../src/data/images/geometry.js';
import { MAX_IMAGE_PIXELS, probeImage } from '../../src/data/images/probe.js';
import { npyHeader } from '../../src/data/write-npz.js';
import { UserError } from '../../src/errors.js';
import { batchesOf, copyFixture, errorOf, FIXTURES, open, port, readAll, targetsOf, valuesOf, workspaceWith } from './support.js';

/** Pillow's pixels, rows x columns x channels, one array of fixtures/pixels.npz. */
async function pillow(name: string, dims: readonly number[]): Promise<Uint8Array> {
  // One row of the image is one sample here: it is only a way to read the array.
  const samples = await open({ source: { path: 'pixels.npz', inputs: { x: name } }, inputs: [port('x', 'uint8', [null, ...dims.slice(1)])] });
  return Uint8Array.from(await valuesOf(samples, 'x'));
}

const names = (await readdir(join(FIXTURES, 'images'))).sort();
const file = (name: string): Promise<Buffer> => readFile(join(FIXTURES, 'images', name));

describe('decoding', () => {
  it.each(names)('%s is what Pillow sees', async (name) => {
    const rgb = await decodeImage(await file(name), name, 3);
    expect(rgb).toMatchObject({ width: 16, height: 12, channels: 3 });
    expect(rgb.data).toEqual(await pillow(name, [12, 16, 3]));
    const grey = await decodeImage(await file(name), name, 1);
    expect(grey.data).toEqual(await pillow(`${name}:L`, [12, 16]));
  });

  it.each(names)('%s cut anywhere is an error', async (name) => {
    const bytes = await file(name);
    for (const length of [0, 3, 12, 29, 40, bytes.length >> 1, bytes.length - 5, bytes.length - 1]) {
      const error = await errorOf(decodeImage(bytes.subarray(0, length), name, 3));
      expect(['data-truncated', 'image-unreadable', 'data-corrupt']).toContain(error.code);
      expect(error.where).toBe(name);
    }
    // The decoder still works after it was fed rubbish.
    expect((await decodeImage(bytes, name, 3)).data).toHaveLength(16 * 12 * 3);
  });

  it.each(names)('%s with any byte changed is pixels of the same size or a UserError', async (name) => {
    const bytes = await file(name);
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      try {
        const { width, height, data } = await decodeImage(damaged, name, 3);
        expect(data.length).toBe(width * height * 3);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }
  });

  it.each([
    ['sixteen-bit.png', 'image-unreadable', /16 bits/], ['cmyk.jpg', 'image-unreadable', /CMYK/], ['animated.webp', 'image-unreadable', /animation/],
    ['animated.png', 'image-unreadable', /animation/], ['bomb.png', 'image-too-large', new RegExp(String(MAX_IMAGE_PIXELS), 'u')],
  ])('refuses %s', async (name, code, message) => {
    const bytes = await readFile(join(FIXTURES, 'refused-images', name));
    expect(() => probeImage(bytes, name)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });
});

describe('resizing', () => {
  it.each([[7, 5], [33, 29], [16, 5], [3, 12], [1, 1], [16, 12]])('to %i x %i is what Pillow does', async (width, height) => {
    const picture = await decodeImage(await file('rgb.png'), 'rgb.png', 3);
    expect(resize(picture, width, height)).toEqual({ width, height, channels: 3, data: await pillow(`resize:${width}x${height}`, [height, width, 3]) });
  });

  it('keeps a flat image flat', () => {
    const flat = { width: 5, height: 7, channels: 1, data: new Uint8Array(35).fill(200) };
    for (const size of [1, 3, 5, 16]) expect(new Set(resize(flat, size, size).data)).toEqual(new Set([200]));
  });
});

describe('folders', () => {
  const rgb = [port('x', 'float32', ['N', 3, 12, 16])];
  const nchw = { layout: 'NCHW' } as const;

  async function classes(): Promise<string> {
    const workspace = await workspaceWith({ 'data/readme.md': 'notes', 'data/.cache/x.png': 'hidden' });
    await copyFixture('images/rgb.png', workspace, 'data/dog/2.png');
    await copyFixture('images/grey.png', workspace, 'data/dog/10.PNG');
    await copyFixture('images/baseline.jpg', workspace, 'data/cat/deep/a.jpeg');
    await copyFixture('images/lossless.webp', workspace, 'data/Zebra/z.webp');
    return workspace;
  }

  it('numbers classes by the order of their names', async () => {
    const workspace = await classes();
    const samples = await open({ workspace, source: { path: 'data' }, preprocess: nchw, inputs: rgb });
    expect(samples.count).toBe(4);
    expect(await targetsOf(samples, 3)).toEqual([0, 1, 2, 2]);
    expect(samples.description).toContain('classes 0 Zebra, 1 cat, 2 dog');
    expect(samples.description).toContain('left out as no image: 1');
    const [batch] = await batchesOf(samples);
    const data = batch?.feeds.get('x');
    expect(data?.dims).toEqual([4, 3, 12, 16]);
    // The last sample is dog/2.png: its red plane, then green, then blue.
    const pixels = await pillow('rgb.png', [12, 16, 3]);
    const planes = [0, 1, 2].flatMap((channel) => [...pixels].filter((_, i) => i % 3 === channel));
    expect([...(data?.data.subarray(3 * 576) as Float32Array)]).toEqual(planes);
  });

  it('scales, normalises per channel and swaps to BGR', async () => {
    const workspace = await workspaceWith();
    await copyFixture('images/rgb.png', workspace, 'data/a.png');
    const samples = await open({
      workspace, source: { path: 'data' }, inputs: [port('x', 'float32', ['N', 12, 16, 3])],
      preprocess: { layout: 'NHWC', color: 'BGR', scale: 255, mean: [0.1, 0.2, 0.3], std: [0.5, 0.25, 2] },
    });
    expect(samples.hasTarget).toBe(false);
    const values = await valuesOf(samples, 'x');
    const [r = 0, g = 0, b = 0] = await pillow('rgb.png', [12, 16, 3]);
    expect(values.slice(0, 3)).toEqual([(b / 255 - 0.1) / 0.5, (g / 255 - 0.2) / 0.25, (r / 255 - 0.3) / 2].map(Math.fround));
  });

  it('makes grey where the model has one channel', async () => {
    const workspace = await workspaceWith();
    await copyFixture('images/lossy.webp', workspace, 'data/a.webp');
    const grey = [...await pillow('lossy.webp:L', [12, 16])];
    for (const [dims, layout] of [[[null, 1, 12, 16], 'NCHW'], [[null, 12, 16, 1], 'NHWC'], [['N', 192], undefined], [['N', 12, 16], undefined], [['N', 1, 12, 16], undefined]] as const) {
      const samples = await open({ workspace, source: { path: 'data' }, preprocess: { layout }, inputs: [port('x', 'float32', dims)] });
      expect(await valuesOf(samples, 'x')).toEqual(grey);
      expect(samples.description).toContain('decoded to grey');
    }
  });

  it('resizes, then crops the middle', async () => {
    const workspace = await workspaceWith();
    await copyFixture('images/rgb.png', workspace, 'data/a.png');
    const samples = await open({
      workspace, source: { path: 'data' }, inputs: [port('x', 'uint8', [null, 3, 3, 3])],
      preprocess: { ...nchw, resize: { width: 7, height: 5 }, crop: { width: 3, height: 3 } },
    });
    const resized = await pillow('resize:7x5', [5, 7, 3]);
    const crop = [0, 1, 2].flatMap((c) => [1, 2, 3].flatMap((y) => [2, 3, 4].map((x) => resized[(y * 7 + x) * 3 + c])));
    expect(await valuesOf(samples, 'x')).toEqual(crop);
  });

  it('does the same to images stored in an array', async () => {
    const workspace = await workspaceWith();
    await copyFixture('images/rgb.png', workspace, 'data/a.png');
    await writeFile(join(workspace, 'a.npy'), Buffer.concat([npyHeader('uint8', [1, 12, 16, 3]), await pillow('rgb.png', [12, 16, 3])]));
    const preprocess = { ...nchw, scale: 255, mean: [0.5], std: [0.25], resize: { width: 10, height: 11 }, crop: { width: 9, height: 8 } };
    const inputs = [port('x', 'float32', ['N', 3, 8, 9])];
    const files = await open({ workspace, source: { path: 'data' }, preprocess, inputs });
    const array = await open({ workspace, source: { path: 'a.npy' }, preprocess, inputs });
    expect(await valuesOf(array, 'x')).toEqual(await valuesOf(files, 'x'));
    expect(await array.sampleHashes()).toEqual(await files.sampleHashes());
  });

  it('takes files and labels from a labels file, in its order', async () => {
    const workspace = await classes();
    await writeFile(join(workspace, 'labels.csv'), 'label,file\n5,dog/2.png\n1,cat/deep/a.jpeg\n');
    const samples = await open({ workspace, source: { path: 'data', labels: 'labels.csv' }, preprocess: nchw, inputs: rgb });
    expect(await targetsOf(samples)).toEqual([5, 1]);
    const pixels = await pillow('rgb.png', [12, 16, 3]);
    expect((await valuesOf(samples, 'x'))[0]).toBe(pixels[0]);
  });

  it.each([
    ['file,label\ndog/absent.png,1\n', 'data-not-found', /absent\.png/u], ['file,label\n../outside.png,1\n', 'path-outside', /\.\./u],
    ['file,label\ndog/2.png,dog\n', 'data-malformed', /labels\.csv line 2: label "dog" is no number/u], ['name,class\na,1\n', 'data-malformed', /without 'file' or 'label'/u],
  ])('refuses the labels file %j', async (content, code, message) => {
    const workspace = await classes();
    await writeFile(join(workspace, 'labels.csv'), content);
    const error = await errorOf(open({ workspace, source: { path: 'data', labels: 'labels.csv' }, preprocess: nchw, inputs: rgb }));
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('refuses what it would have to guess', async () => {
    const opening = { source: { path: 'data' }, preprocess: nchw, inputs: rgb };
    const mixed = await classes();
    await copyFixture('images/rgb.png', mixed, 'data/beside.png');
    expect((await errorOf(open({ workspace: mixed, ...opening }))).message).toContain('both in class folders and beside them (1 beside)');
    const hollow = await classes();
    await mkdir(join(hollow, 'data/ant'));
    expect((await errorOf(open({ workspace: hollow, ...opening }))).message).toContain('class folders without an image ("ant")');
    const linked = await classes();
    await symlink('dog', join(linked, 'data/wolf'));
    expect((await errorOf(open({ workspace: linked, ...opening }))).message).toContain('symbolic link "wolf"');
    const escaping = await classes();
    await symlink(join(FIXTURES, 'images/rgb.png'), join(escaping, 'data/dog/link.png'));
    expect((await errorOf(open({ workspace: escaping, ...opening }))).code).toBe('path-outside');
  });

  it('refuses sizes that differ, and says how to make them equal', async () => {
    const workspace = await classes();
    await writeFile(join(workspace, 'data/dog/3.png'), tinyPng(await file('rgb.png')));
    const error = await errorOf(open({ workspace, source: { path: 'data' }, preprocess: nchw, inputs: rgb }));
    expect(error).toMatchObject({ code: 'data-mismatch', message: expect.stringContaining('data/dog/3.png is 16 x 11'), fix: expect.stringContaining('preprocess.resize') });
  });

  it('wants the layout of a channels-first model', async () => {
    const workspace = await classes();
    const error = await errorOf(open({ workspace, source: { path: 'data' }, inputs: rgb }));
    expect(error).toMatchObject({ code: 'data-mismatch', fix: expect.stringContaining('NCHW') });
    expect(error.message).toContain('model input x float32 [N,3,12,16]; data column image uint8 [4,12,16,3]');
  });

  it.each([['empty/.keep', 'data-empty'], ['empty/a.png', 'image-unreadable']])('%s', async (path, code) => {
    const workspace = await workspaceWith({ [path]: 'no image' });
    expect((await errorOf(readAll({ workspace, source: { path: 'empty' }, preprocess: nchw, inputs: rgb }))).code).toBe(code);
  });

  it('crops no more than there is', async () => {
    const workspace = await classes();
    const error = await errorOf(readAll({ workspace, source: { path: 'data' }, preprocess: { ...nchw, crop: { width: 20, height: 20 } }, inputs: [port('x', 'uint8', [null, 3, 20, 20])] }));
    expect(error.code).toBe('crop-too-large');
  });
});

/** The same PNG with another height in its header: enough for a reader of headers. */
function tinyPng(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  other.writeUInt32BE(11, 20);
  return other;
}
