/**
 * Resizing and cropping of 8-bit images, rows x columns x channels.
 *
 * 1. Resize: bilinear with half-pixel centres; when shrinking, the triangle is widened by the shrink factor
 *    (antialiasing). Columns first, rounded to 8 bits, then rows. The weights are rounded to 22 fractional bits.
 *    That is `Image.resize(size, Image.BILINEAR)` of Pillow, and so what torchvision does to a PIL image.
 * 2. Crop: the middle; where the margin is odd, the smaller half lies above and left.
 */
import { UserError } from '../../errors.js';
import type { Preprocess } from '../../policy/types.js';
import type { Pixels } from './decode.js';

type Geometry = Pick<Preprocess, 'resize' | 'crop'>;

/** Size after resize and crop; undefined where the image's own size stays. */
export function sizeAfter(geometry: Geometry): { readonly width: number; readonly height: number } | undefined {
  return geometry.crop ?? geometry.resize;
}

/** @throws UserError `crop-too-large` */
export function applyGeometry(image: Pixels, geometry: Geometry, shown: string): Pixels {
  const resized = geometry.resize === undefined ? image : resize(image, geometry.resize.width, geometry.resize.height);
  return geometry.crop === undefined ? resized : centreCrop(resized, geometry.crop, shown);
}

/** Rule 1. */
export function resize(image: Pixels, width: number, height: number): Pixels {
  return resizeRows(resizeColumns(image, width), height);
}

/** Bits after the point of the fixed-point weights: 8 bits of pixel and 22 of weight fit a signed 32-bit sum. */
const FRACTION = 22;
const HALF = 1 << (FRACTION - 1);

/** For each output position: the first input position it reads, and the weights from there on. */
interface Taps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** [positions x width] */
  readonly weights: Int32Array;
  readonly width: number;
}

function triangleTaps(from: number, to: number): Taps {
  const scale = from / to;
  const support = Math.max(scale, 1);
  const width = Math.ceil(support) * 2 + 1;
  const taps: Taps = { first: new Int32Array(to), count: new Int32Array(to), weights: new Int32Array(to * width), width };
  for (let position = 0; position < to; position++) {
    const centre = (position + 0.5) * scale;
    const first = Math.max(Math.trunc(centre - support + 0.5), 0);
    const count = Math.min(Math.trunc(centre + support + 0.5), from) - first;
    taps.first[position] = first;
    taps.count[position] = count;
    taps.weights.set(fixedWeights(first, count, centre, support), position * width);
  }
  return taps;
}

function fixedWeights(first: number, count: number, centre: number, support: number): number[] {
  const triangle = Array.from({ length: count }, (_, i) => Math.max(1 - Math.abs((i + first - centre + 0.5) / support), 0));
  const sum = triangle.reduce((total, weight) => total + weight, 0);
  return triangle.map((weight) => Math.floor((weight / sum) * 2 ** FRACTION + 0.5));
}

function resizeColumns(image: Pixels, width: number): Pixels {
  if (width === image.width) return image;
  const { height, channels } = image;
  const taps = triangleTaps(image.width, width);
  const data = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const start = (row * image.width + (taps.first[column] as number)) * channels;
      for (let channel = 0; channel < channels; channel++) {
        data[(row * width + column) * channels + channel] = weigh(image.data, start + channel, channels, taps, column);
      }
    }
  }
  return { width, height, channels, data };
}

function resizeRows(image: Pixels, height: number): Pixels {
  if (height === image.height) return image;
  const { width, channels } = image;
  const taps = triangleTaps(image.height, height);
  const stride = width * channels;
  const data = new Uint8Array(height * stride);
  for (let row = 0; row < height; row++) {
    const start = (taps.first[row] as number) * stride;
    for (let i = 0; i < stride; i++) data[row * stride + i] = weigh(image.data, start + i, stride, taps, row);
  }
  return { width, height, channels, data };
}

/** The weighted sum at one output position over inputs `stride` apart, rounded. */
function weigh(data: Uint8Array, start: number, stride: number, taps: Taps, position: number): number {
  const count = taps.count[position] as number;
  const weights = position * taps.width;
  let sum = HALF;
  for (let i = 0; i < count; i++) sum += (data[start + i * stride] as number) * (taps.weights[weights + i] as number);
  return Math.min(sum >> FRACTION, 255);
}

/** Rule 2. */
function centreCrop(image: Pixels, size: { readonly width: number; readonly height: number }, shown: string): Pixels {
  if (size.width > image.width || size.height > image.height) {
    throw new UserError({
      code: 'crop-too-large', message: `The crop of ${size.width} x ${size.height} is larger than the image of ${image.width} x ${image.height}.`,
      where: shown, fix: 'Make `crop` smaller, or `resize` to at least that size first.',
    });
  }
  const top = Math.floor((image.height - size.height) / 2);
  const left = Math.floor((image.width - size.width) / 2);
  const { channels } = image;
  const data = new Uint8Array(size.width * size.height * channels);
  for (let row = 0; row < size.height; row++) {
    const from = ((top + row) * image.width + left) * channels;
    data.set(image.data.subarray(from, from + size.width * channels), row * size.width * channels);
  }
  return { ...size, channels, data };
}
