/** The team's real datasets, and its broken ones. */
import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data.js';
import { batchesOf, errorOf, numbers, open, port, readAll, targetsOf, valuesOf, workspaceWith, type Opening } from './support.js';

const workspace = sharedData();
const float = (name: string, ...dims: (number | string)[]): ReturnType<typeof port> => port(name, 'float32', ['N', ...dims]);
const int64 = (name: string, ...dims: (number | string)[]): ReturnType<typeof port> => port(name, 'int64', ['N', ...dims]);
const cifar = { scale: 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], layout: 'NCHW' } as const;

/** Each dataset as its README says to use it, and how many samples of which shape come out. */
const DATASETS: readonly [string, Omit<Opening, 'workspace'>, number, readonly number[]][] = [
  ['mnist, NHWC', { source: { path: 'mnist/eval.npz', target: 'labels' }, inputs: [float('x', 28, 28, 1)], preprocess: { scale: 255 } }, 5000, [28, 28, 1]],
  ['mnist, NCHW', { source: { path: 'mnist/eval.npz', target: 'labels' }, inputs: [float('x', 1, 28, 28)], preprocess: { scale: 255, layout: 'NCHW' } }, 5000, [1, 28, 28]],
  ['mnist, batch fixed at 1', { source: { path: 'mnist/calib.npz', target: 'labels' }, inputs: [port('Input3', 'float32', [1, 1, 28, 28])] }, 1000, [1, 28, 28]],
  ['fashion', { source: { path: 'fashion-mnist-resnet/eval.npz', target: 'labels' }, inputs: [float('input', 1, 28, 28)], preprocess: { scale: 255, mean: [0.286], std: [0.353], layout: 'NCHW' } }, 5000, [1, 28, 28]],
  ['cifar', { source: { path: 'cifar10-images/test.npz', target: 'labels' }, inputs: [float('x', 3, 32, 32)], preprocess: cifar }, 1017, [3, 32, 32]],
  ['spoken digits', { source: { path: 'spoken-digits-dscnn/eval.npz', target: 'labels' }, inputs: [float('x', 1, 40, 64)], preprocess: { mean: [-7.2081], std: [4.3102] } }, 600, [1, 40, 64]],
  ['banking77', { source: { path: 'banking77-transformer/eval.npz', target: 'labels' }, inputs: [int64('input_ids', 'seq'), int64('attention_mask', 'seq')] }, 3080, [48]],
  ['magika', { source: { path: 'magika-filetype/eval.npz', target: 'labels' }, inputs: [port('bytes', 'int32', ['N', 2048])] }, 152, [2048]],
  ['ppocr direction', { source: { path: 'ppocr-cls/eval.npz', target: 'labels' }, inputs: [float('x', 3, 'H', 'W')], preprocess: { scale: 255, mean: [0.5], std: [0.5], layout: 'NCHW' } }, 1000, [3, 48, 192]],
  ['ppocr detector', { source: { path: 'ppocr-det-segmentation/eval.npz', inputs: { x: 'images' }, target: 'masks' }, inputs: [float('x', 3, 'H', 'W')], preprocess: { ...cifar } }, 60, [3, 320, 448]],
  ['tabular csv', { source: { path: 'tabular-mlp/wine_mlp_eval.csv', target: 'label' }, inputs: [float('input', 13)] }, 72, [13]],
  ['ppocr folder', { source: { path: 'ppocr-cls/images' }, inputs: [float('x', 3, 48, 192)], preprocess: { scale: 255, mean: [0.5], std: [0.5], layout: 'NCHW', color: 'BGR' } }, 200, [3, 48, 192]],
];

describe.skipIf(!hasSharedData)('real datasets (need the shared data folder)', () => {
  it.each(DATASETS)('%s', async (_name, opening, count, dims) => {
    const samples = await open({ workspace, ...opening });
    expect(samples.count).toBe(count);
    let seen = 0;
    for await (const { indices, feeds, target } of samples.batches(128)) {
      seen += indices.length;
      expect([...feeds.keys()]).toEqual(opening.inputs.map(({ name }) => name));
      expect(feeds.get(opening.inputs[0]?.name ?? '')?.dims).toEqual([indices.length, ...dims]);
      expect(target?.dims[0]).toBe(indices.length);
    }
    expect(seen).toBe(count);
  });

  it('gives cifar the values that the formula gives', async () => {
    const raw = await open({ workspace, source: { path: 'cifar10-images/test.npz', target: 'labels' }, inputs: [port('x', 'uint8', ['N', 32, 32, 3])] });
    const ready = await open({ workspace, source: { path: 'cifar10-images/test.npz', target: 'labels' }, inputs: [float('x', 3, 32, 32)], preprocess: cifar });
    const positions = [0, 5, 1016];
    const bytes = await valuesOf(raw.subset(positions), 'x');
    const values = await valuesOf(ready.subset(positions), 'x', 2);
    for (let n = 0; n < positions.length; n++) {
      for (let c = 0; c < 3; c++) {
        for (let at = 0; at < 1024; at += 37) {
          const wanted = Math.fround(((bytes[(n * 1024 + at) * 3 + c] ?? NaN) / 255 - (cifar.mean[c] ?? NaN)) / (cifar.std[c] ?? NaN));
          expect(values[(n * 3 + c) * 1024 + at]).toBe(wanted);
        }
      }
    }
  });

  it('finds the first digits of MNIST: 7, 2, 1, 0, 4, and the ink of the seven', async () => {
    const samples = await open({ workspace, source: { path: 'mnist/eval.npz', target: 'labels' }, inputs: [port('x', 'uint8', ['N', 28, 28, 1])] });
    const first = samples.subset([0, 1, 2, 3, 4]);
    expect(await targetsOf(first)).toEqual([7, 2, 1, 0, 4]);
    const seven = (await valuesOf(first, 'x')).slice(0, 784);
    expect(seven.slice(7 * 28 + 6, 7 * 28 + 12)).toEqual([84, 185, 159, 151, 60, 36]);
  });

  it('reads the same from CSV and npz', async () => {
    const inputs = [float('input', 30)];
    const csv = await open({ workspace, source: { path: 'tabular-mlp/breast_cancer_mlp_eval.csv', target: 'label' }, inputs });
    const npz = await open({ workspace, source: { path: 'tabular-mlp/breast_cancer_mlp_eval.npz', target: 'labels' }, inputs });
    expect(await valuesOf(csv, 'input')).toEqual(await valuesOf(npz, 'input'));
    expect(await targetsOf(csv)).toEqual(await targetsOf(npz));
    expect(await csv.sampleHashes()).toEqual(await npz.sampleHashes());
  });

  it('reads the same from PNG files and npz', async () => {
    const preprocess = { scale: 255, mean: [0.5], std: [0.5], layout: 'NCHW' } as const;
    const files = await open({ workspace, source: { path: 'ppocr-cls/images' }, inputs: [float('x', 3, 48, 192)], preprocess: { ...preprocess, color: 'BGR' } });
    const array = await open({ workspace, source: { path: 'ppocr-cls/eval.npz', target: 'labels' }, inputs: [float('x', 3, 48, 192)], preprocess });
    const inArray = new Set(await array.subset(Array.from({ length: 200 }, (_, i) => i)).sampleHashes());
    const inFiles = await files.sampleHashes();
    expect(inFiles).toHaveLength(200);
    expect(inFiles.every((hash) => inArray.has(hash))).toBe(true);
  });

  it('shares no image between calibration and held-out CIFAR', async () => {
    const inputs = [float('x', 3, 32, 32)];
    const test = await open({ workspace, source: { path: 'cifar10-images/test.npz', target: 'labels' }, inputs, preprocess: cifar });
    const train = await open({ workspace, source: { path: 'cifar10-images/train.npz', target: 'labels', maxSamples: 1000 }, inputs, preprocess: cifar });
    expect(train.count).toBe(1000);
    const hashes = new Set(await test.sampleHashes());
    expect(hashes.size).toBe(1017);
    expect((await train.sampleHashes()).some((hash) => hashes.has(hash))).toBe(false);
  });
});

/** How each file of the folder is put to use; what the manifest calls VALID must load, all others end in an error or in data. */
const USES: ReadonlyMap<string, { readonly opening: Omit<Opening, 'workspace'>; readonly ends: string | number }> = new Map(Object.entries({
  'images_ok.npy': { opening: { source: { path: 'images_ok.npy' }, inputs: [float('x', 28, 28, 1)] }, ends: 64 },
  'labels_short.npy': { opening: { source: { path: 'images_ok.npy', labels: 'labels_short.npy' }, inputs: [float('x', 28, 28, 1)] }, ends: 'data-length-mismatch' },
  'labels_float.npy': { opening: { source: { path: 'images_ok.npy', labels: 'labels_float.npy' }, inputs: [float('x', 28, 28, 1)] }, ends: 64 },
  'fortran.npy': { opening: { source: { path: 'fortran.npy' }, inputs: [float('x', 784)] }, ends: 64 },
  'bool.npy': { opening: { source: { path: 'bool.npy' }, inputs: [float('x', 784)] }, ends: 64 },
  'object_pickle.npy': { opening: { source: { path: 'object_pickle.npy' }, inputs: [float('x')] }, ends: 'data-unsupported' },
  'truncated.npy': { opening: { source: { path: 'truncated.npy' }, inputs: [float('x', 28, 28, 1)] }, ends: 'data-truncated' },
  'empty_array.npy': { opening: { source: { path: 'empty_array.npy' }, inputs: [float('x', 28, 28, 1)] }, ends: 'data-empty' },
  'zip_slip.npz': { opening: { source: { path: 'zip_slip.npz', inputs: { x: 'images' } }, inputs: [float('x', 28, 28, 1)] }, ends: 'data-corrupt' },
  'ragged.csv': { opening: { source: { path: 'ragged.csv', target: 'label' }, inputs: [float('x', 2)] }, ends: 'data-malformed' },
  'formula.csv': { opening: { source: { path: 'formula.csv', target: 'label' }, inputs: [float('text')] }, ends: 'data-malformed' },
  'no_header.csv': { opening: { source: { path: 'no_header.csv' }, inputs: [float('x', 2)] }, ends: 'data-malformed' },
  'bad_line.jsonl': { opening: { source: { path: 'bad_line.jsonl', target: 'label' }, inputs: [float('text')] }, ends: 'data-malformed' },
  'latin1.csv': { opening: { source: { path: 'latin1.csv', target: 'label' }, inputs: [float('text')] }, ends: 'data-malformed' },
  // A PNG by itself is no dataset.
  'grey_ok.png': { opening: { source: { path: 'grey_ok.png' }, inputs: [float('x', 8, 8)] }, ends: 'data-format' },
  'truncated.png': { opening: { source: { path: 'truncated.png' }, inputs: [float('x', 8, 8)] }, ends: 'data-format' },
  'text_named.png': { opening: { source: { path: 'text_named.png' }, inputs: [float('x', 8, 8)] }, ends: 'data-format' },
}));

const manifest = hasSharedData
  ? readFileSync(sharedData('malformed-data', 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'))
  : [];

describe.skipIf(!hasSharedData)('broken and odd files (need the shared data folder)', () => {
  it.each(manifest)('%s (%s bytes): %s', async (file, _bytes, what) => {
    const use = USES.get(file ?? '');
    if (use === undefined) throw new Error(`${file ?? ''} is new: say how it is used`);
    const opening = { workspace: sharedData('malformed-data'), ...use.opening };
    if (typeof use.ends === 'number') {
      const batches = await readAll(opening);
      expect(batches.reduce((sum, { indices }) => sum + indices.length, 0)).toBe(use.ends);
      return;
    }
    if (!(file ?? '').endsWith('.png')) expect(what).not.toContain('VALID');
    const error = await errorOf(readAll(opening));
    expect(error.code).toBe(use.ends);
    expect(error.fix).toBeTruthy();
  });

  it.each(manifest.filter(([file]) => file?.endsWith('.png') === true))('%s in a folder of images', async (file, _bytes, what) => {
    const folder = await workspaceWith({ 'data/readme.txt': '' });
    await copyFile(sharedData('malformed-data', file ?? ''), join(folder, 'data', file ?? ''));
    const opening: Opening = { workspace: folder, source: { path: 'data' }, inputs: [float('x', 'H', 'W', 1)] };
    if (what?.includes('VALID') === true) expect(await readAll(opening)).toHaveLength(1);
    else expect(['data-truncated', 'image-unreadable']).toContain((await errorOf(readAll(opening))).code);
  });

  it('turns fortran.npy into what numpy reads', async () => {
    const samples = await open({ workspace: sharedData('malformed-data'), source: { path: 'fortran.npy' }, inputs: [float('x', 784)] });
    const bytes = readFileSync(sharedData('malformed-data', 'fortran.npy')).subarray(128);
    const [batch] = await batchesOf(samples.subset([0, 63]));
    const values = numbers(batch?.feeds.get('x')?.data);
    for (const at of [0, 1, 400, 783]) {
      expect(values[at]).toBe(bytes.readFloatLE(4 * (at * 64)));
      expect(values[784 + at]).toBe(bytes.readFloatLE(4 * (at * 64 + 63)));
    }
  });
});
