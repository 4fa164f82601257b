/**
 * What an image file says of itself before anything is decoded: kind, size, whether it is whole. A walk over its chunks
 * or markers; the pixels are not looked at.
 */
import { UserError } from '../../errors.js';
import { corrupt, truncated } from '../forward-reader.js';

export type ImageKind = 'png' | 'jpeg' | 'webp';

export interface ImageHeader {
  readonly kind: ImageKind;
  readonly width: number;
  readonly height: number;
}

/** Pixels of one image: 50 megapixels decode to 200 MB. A small file can claim far more (a decompression bomb). */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** Bytes of one image file; at 50 megapixels even an uncompressed one is below. */
export const MAX_IMAGE_BYTES = 200 * 2 ** 20;

const PROBES: readonly { readonly kind: ImageKind; readonly matches: (bytes: Buffer) => boolean; readonly size: (bytes: Buffer, shown: string) => Size }[] = [
  { kind: 'png', matches: (bytes) => bytes.subarray(0, 8).equals(PNG_MAGIC), size: pngSize },
  { kind: 'jpeg', matches: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff, size: jpegSize },
  { kind: 'webp', matches: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP', size: webpSize },
];

interface Size {
  readonly width: number;
  readonly height: number;
}

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @throws UserError `image-unreadable`, `image-too-large`, `data-truncated`, `data-corrupt` */
export function probeImage(bytes: Buffer, shown: string): ImageHeader {
  const probe = PROBES.find(({ matches }) => matches(bytes));
  if (probe === undefined) throw unreadable(shown, 'its content is neither PNG nor JPEG nor WebP, whatever its name says');
  const { width, height } = probe.size(bytes, shown);
  if (width === 0 || height === 0) throw corrupt(shown, 'it has no pixels');
  if (width * height > MAX_IMAGE_PIXELS) {
    throw new UserError({
      code: 'image-too-large', message: `${shown} claims ${width} x ${height} pixels, over the limit of ${MAX_IMAGE_PIXELS}.`,
      where: shown, fix: 'Store the image at a smaller size.',
    });
  }
  return { kind: probe.kind, width, height };
}

export function unreadable(shown: string, why: string): UserError {
  return new UserError({
    code: 'image-unreadable', message: `Image ${shown} cannot be read: ${why}.`, where: shown,
    fix: 'Save it as an 8-bit PNG, a JPEG or a still WebP, or store the pixels in a .npz.',
  });
}

/** Chunks: length, type, data, CRC; IHDR first, IEND last. */
function pngSize(bytes: Buffer, shown: string): Size {
  if (bytes.length < 33) throw truncated(shown);
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw corrupt(shown, 'its first chunk is no IHDR');
  if (bytes[24] === 16) throw unreadable(shown, 'it has 16 bits per channel, which would be cut to 8');
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw truncated(shown);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') throw unreadable(shown, 'it is an animation');
    at += 12 + bytes.readUInt32BE(at);
    if (at > bytes.length) throw truncated(shown);
    if (type === 'IEND') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
}

const SOS = 0xda;
const EOI = 0xd9;

/** Start-of-frame markers carry the size; C4, C8 and CC in the same range are tables and extensions. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Marker segments; after each start of scan, entropy-coded bytes in which 0xff is stuffed with 0x00. */
function jpegSize(bytes: Buffer, shown: string): Size {
  let size: Size | undefined;
  for (let at = 2; ;) {
    const marker = bytes[at + 1];
    if (marker === undefined) throw truncated(shown);
    if (bytes[at] !== 0xff) throw corrupt(shown, `byte ${at} should start a marker`);
    if (marker === 0xff) {
      at++;
    } else if (marker === EOI) {
      if (size === undefined) throw corrupt(shown, 'it has no frame');
      return size;
    } else {
      if (at + 4 > bytes.length) throw truncated(shown);
      if (isFrame(marker)) size ??= frameSize(bytes, at, shown);
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === SOS) at = nextMarker(bytes, at);
    }
  }
}

function frameSize(bytes: Buffer, at: number, shown: string): Size {
  if (at + 10 > bytes.length) throw truncated(shown);
  if (bytes[at + 4] !== 8) throw unreadable(shown, `it has ${bytes[at + 4] ?? 0} bits per channel`);
  if (bytes[at + 9] === 4) throw unreadable(shown, 'it is CMYK, for print');
  return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
}

/** The first marker after entropy-coded bytes, or the end of the file. */
function nextMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && (bytes[at + 1] === 0 || isRestart(bytes[at + 1] ?? 0))) at = bytes.indexOf(0xff, at + 2);
  return at < 0 ? bytes.length : at;
}

const ANIMATED = 0x02;

/** RIFF: total length, then chunks; the first is VP8 (lossy), VP8L (lossless) or VP8X (extended). */
function webpSize(bytes: Buffer, shown: string): Size {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) throw truncated(shown);
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      if (((bytes[20] ?? 0) & ANIMATED) !== 0) throw unreadable(shown, 'it is an animation');
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      throw corrupt(shown, 'its first chunk is no VP8, VP8L or VP8X');
  }
}
