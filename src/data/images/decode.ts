/**
 * Image files to RGB pixels, by the codecs of @jsquash (mozjpeg, libwebp and Rust's png, as WebAssembly). Measured equal
 * to Pillow's `Image.open(path).convert('RGB')` byte for byte. Colour profiles and EXIF rotation are not applied, and
 * transparency is dropped, as there.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import { messageOf } from '../../errors.js';
import { corrupt } from '../forward-reader.js';
import { probeImage, unreadable, type ImageKind } from './probe.js';

/** Rows, columns, channels; channels are R, G, B, or one grey. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

interface Codec {
  readonly wasm: string;
  init(wasm: ArrayBuffer): Promise<unknown>;
  decode(bytes: ArrayBuffer): Promise<unknown>;
}

const CODECS: Readonly<Record<ImageKind, Codec>> = {
  jpeg: {
    wasm: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', init: async (wasm) => initJpeg(emscripten(wasm)), decode: decodeJpeg,
  },
  png: { wasm: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm', init: async (wasm) => initPng(wasm), decode: decodePng },
  webp: {
    wasm: '@jsquash/webp/codec/dec/webp_dec.wasm', init: async (wasm) => initWebp(emscripten(wasm)), decode: decodeWebp,
  },
};

/** The files that a bundle of this module needs beside it, as package paths: the build copies them there. */
export const CODEC_FILES: readonly string[] = Object.values(CODECS).map(({ wasm }) => wasm);

/** Emscripten's own options, which the packages pass on: the binary, and silence on stderr. */
function emscripten(wasmBinary: ArrayBuffer): { noInitialRun: boolean; wasmBinary: ArrayBuffer; printErr(): void } {
  return { noInitialRun: true, wasmBinary, printErr: () => undefined };
}

const ready = new Map<ImageKind, Promise<unknown>>();

/** Decodes one file. @throws UserError `image-unreadable`, `image-too-large`, `data-truncated`, `data-corrupt` */
export async function decodeImage(bytes: Buffer, shown: string, channels: 1 | 3): Promise<Pixels> {
  const { kind, width, height } = probeImage(bytes, shown);
  const rgba = await decodeRgba(kind, bytes, shown);
  if (rgba.length !== width * height * 4) throw corrupt(shown, 'its pixels do not fit the size in its header');
  return { width, height, channels, data: channels === 3 ? rgbOf(rgba) : greyOf(rgba) };
}

async function decodeRgba(kind: ImageKind, bytes: Buffer, shown: string): Promise<Uint8ClampedArray> {
  const codec = CODECS[kind];
  const starting = ready.get(kind) ?? startCodec(codec);
  ready.set(kind, starting);
  await starting;
  let image: unknown;
  try {
    image = await codec.decode(exactBuffer(bytes));
  } catch (error) {
    throw unreadable(shown, error instanceof Error ? `the ${kind} decoder says '${messageOf(error)}'` : `the ${kind} decoder gave up`);
  }
  if (typeof image !== 'object' || image === null || !('data' in image) || !(image.data instanceof Uint8ClampedArray)) {
    throw new TypeError(`the ${kind} decoder returned no pixels`);
  }
  return image.data;
}

async function startCodec(codec: Codec): Promise<void> {
  await codec.init(exactBuffer(await readFile(wasmPath(codec.wasm))));
}

/** Beside the bundle where there is one, else inside the package. */
function wasmPath(packagePath: string): string {
  const beside = join(fileURLToPath(new URL('.', import.meta.url)), basename(packagePath));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packagePath);
}

/** Buffers often share one larger ArrayBuffer; the codecs take a whole one. */
function exactBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function rgbOf(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return rgb;
}

/** Luma of ITU-R BT.601 in 16-bit fixed point, rounded, as Pillow's `convert('L')`; grey stays as it is. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to++) {
    grey[to] = ((rgba[from] as number) * 19595 + (rgba[from + 1] as number) * 38470 + (rgba[from + 2] as number) * 7471 + 0x8000) >>> 16;
  }
  return grey;
}
