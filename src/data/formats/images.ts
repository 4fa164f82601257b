/** A folder of image files: column `image`, decoded to 8-bit RGB (or grey where the model wants one channel), and `label`. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import type { HostTensor, Port } from '../../runtime/types.js';
import { decodeImage } from '../images/decode.js';
import { applyGeometry, sizeAfter } from '../images/geometry.js';
import { MAX_IMAGE_BYTES, probeImage, unreadable, type ImageHeader } from '../images/probe.js';
import { refuseLfsPointer, type SourceFile } from '../source-file.js';
import type { Column, Cursor, Format, OpenContext, Table } from '../table.js';
import { arrayOfNumbers, NumberType } from '../text.js';
import { listImages, type ImageList } from './image-list.js';

interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export const images: Format = {
  name: 'images',
  // A folder, which is told apart before any bytes are read.
  matches: () => false,
  async open(folder, context) {
    const list = await listImages(folder, context);
    const size = await commonSize(list.images, context);
    const geometry: Geometry = { ...size, channels: channelsWanted(context, size) };
    return table(list, geometry, context);
  },
};

function table(list: ImageList, geometry: Geometry, context: OpenContext): Table {
  const { width, height, channels } = geometry;
  const count = list.images.length;
  const image: Column = { name: 'image', type: 'uint8', dims: [height, width, channels], count, problem: undefined, origin: 'image' };
  const files = list.labelFile === undefined ? list.images : [list.labelFile, ...list.images];
  const notes = [...list.notes, `decoded to ${channels === 3 ? 'RGB' : 'grey'}`, ...describeGeometry(context)];
  if (list.labels === undefined) {
    return { files, columns: [image], defaultTarget: undefined, tabular: false, notes, open: async (names) => new ImageCursor(list, undefined, names, geometry, context) };
  }
  const label: Column = { name: 'label', type: labelType(list.labels), dims: [], count, problem: undefined, origin: 'stored' };
  return {
    files, columns: [image, label], defaultTarget: 'label', tabular: false, notes,
    open: async (names) => new ImageCursor(list, label, names, geometry, context),
  };
}

function labelType(labels: readonly number[]): Column['type'] {
  const numbers = new NumberType();
  for (const label of labels) numbers.add(label);
  return numbers.type;
}

function describeGeometry({ preprocess: { resize, crop } }: OpenContext): string[] {
  return [
    ...(resize === undefined ? [] : [`resized to ${resize.width} x ${resize.height} (bilinear, antialiased)`]),
    ...(crop === undefined ? [] : [`centre crop of ${crop.width} x ${crop.height}`]),
  ];
}

/**
 * Looks at every file's header, so that a broken image is found before anything runs, and returns the one size that
 * all samples have. @throws UserError `data-mismatch` where they differ and nothing makes them equal.
 */
async function commonSize(files: readonly SourceFile[], { preprocess }: OpenContext): Promise<{ width: number; height: number }> {
  let first: { readonly header: ImageHeader; readonly file: SourceFile } | undefined;
  for (const file of files) {
    const header = probeImage(await readImage(file), file.shown);
    first ??= { header, file };
    const same = header.width === first.header.width && header.height === first.header.height;
    if (!same && preprocess.resize === undefined && preprocess.crop === undefined) throw differing(first, { header, file });
  }
  return sizeAfter(preprocess) ?? first?.header ?? { width: 0, height: 0 };
}

function differing(a: { header: ImageHeader; file: SourceFile }, b: { header: ImageHeader; file: SourceFile }): UserError {
  const size = ({ header, file }: typeof a): string => `${file.shown} is ${header.width} x ${header.height}`;
  return new UserError({
    code: 'data-mismatch', message: `The images have different sizes: ${size(a)}, ${size(b)}.`, where: b.file.shown,
    fix: 'Set `preprocess.resize` to the size the model was trained with, for instance { width: 224, height: 224 }.',
  });
}

async function readImage(file: SourceFile): Promise<Buffer> {
  if (file.bytes > MAX_IMAGE_BYTES) throw unreadable(file.shown, `it has ${file.bytes} bytes, over the limit of ${MAX_IMAGE_BYTES}`);
  const bytes = await readFile(file.path);
  refuseLfsPointer(bytes, file);
  return bytes;
}

/** Grey where the model's only input plainly has one channel, else RGB. */
function channelsWanted({ inputs, preprocess }: OpenContext, { width, height }: { width: number; height: number }): 1 | 3 {
  const [input] = inputs;
  return input !== undefined && wantsGrey(input.dims.slice(1), preprocess.layout, width * height) ? 1 : 3;
}

function wantsGrey(dims: Port['dims'], layout: 'NCHW' | 'NHWC' | undefined, pixels: number): boolean {
  if (dims.length === 1) return dims[0] === pixels;
  if (dims.length === 2) return true;
  return dims[layout === 'NCHW' ? 0 : 2] === 1 || (layout === undefined && dims[0] === 1 && dims[2] !== 3);
}

class ImageCursor implements Cursor {
  private readonly list: ImageList;
  private readonly label: Column | undefined;
  private readonly names: readonly string[];
  private readonly geometry: Geometry;
  private readonly context: OpenContext;

  constructor(list: ImageList, label: Column | undefined, names: readonly string[], geometry: Geometry, context: OpenContext) {
    this.list = list;
    this.label = label;
    this.names = names;
    this.geometry = geometry;
    this.context = context;
  }

  async take(indices: readonly number[]): Promise<ReadonlyMap<string, HostTensor>> {
    const rows = new Map<string, HostTensor>();
    if (this.names.includes('image')) rows.set('image', await this.pixels(indices));
    if (this.label !== undefined && this.names.includes('label')) {
      const labels = indices.map((index) => this.list.labels?.[index] ?? 0);
      rows.set('label', { type: this.label.type, dims: [indices.length], data: arrayOfNumbers(this.label.type, labels) });
    }
    return rows;
  }

  async close(): Promise<void> {
    // Every file is closed as soon as it is read.
  }

  private async pixels(indices: readonly number[]): Promise<HostTensor> {
    const { width, height, channels } = this.geometry;
    const size = width * height * channels;
    const data = new Uint8Array(indices.length * size);
    for (const [row, index] of indices.entries()) data.set(await this.decode(index), row * size);
    return { type: 'uint8', dims: [indices.length, height, width, channels], data };
  }

  private async decode(index: number): Promise<Uint8Array> {
    const file = this.list.images[index];
    if (file === undefined) throw new RangeError(`no image ${index}`);
    const decoded = await decodeImage(await readImage(file), file.shown, this.geometry.channels);
    const { width, height, data } = applyGeometry(decoded, this.context.preprocess, file.shown);
    if (width !== this.geometry.width || height !== this.geometry.height) throw unreadable(file.shown, 'its size has changed');
    return data;
  }
}
