/**
 * IDX, the format of MNIST: two zero bytes, an element type, the number of axes, each size as a big-endian 32-bit
 * integer, then the elements, big-endian. With or without gzip. Column `data`; a second file, `labels`, is the target.
 */
import type { ElementType } from '../../runtime/types.js';
import type { StoredArray } from '../array-column.js';
import { bytesPerElement, elementCount } from '../elements.js';
import { corrupt, openReader, truncated, type Stretch } from '../forward-reader.js';
import { readHead, type SourceFile } from '../source-file.js';
import type { Format } from '../table.js';
import { openPair } from './npy.js';

const TYPES: ReadonlyMap<number, ElementType> = new Map([
  [0x08, 'uint8'], [0x09, 'int8'], [0x0b, 'int16'], [0x0c, 'int32'], [0x0d, 'float32'], [0x0e, 'float64'],
]);

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

export const idx: Format = {
  name: 'idx',
  matches: (head) => isGzip(head) || (head[0] === 0 && head[1] === 0 && TYPES.has(head[2] ?? 0)),
  async open(file, context) {
    return openPair(file, context, readIdxFile);
  },
};

async function readIdxFile(file: SourceFile, name: string): Promise<StoredArray> {
  const packing = isGzip(await readHead(file)) ? 'gzip' : 'stored';
  const stretch: Stretch = {
    path: file.path, shown: file.shown, start: 0, length: file.bytes, packing, unpacked: Number.MAX_SAFE_INTEGER, crc: undefined,
  };
  const array = await readHeader(stretch, name);
  await checkLength(array, file);
  return array;
}

async function readHeader(stretch: Stretch, name: string): Promise<StoredArray> {
  const reader = await openReader(stretch);
  try {
    const magic = Buffer.alloc(4);
    await reader.read(magic);
    const type = TYPES.get(magic[2] ?? 0);
    const rank = magic[3] ?? 0;
    if (magic[0] !== 0 || magic[1] !== 0 || type === undefined) throw corrupt(stretch.shown, 'it does not start as an IDX file does');
    const sizes = Buffer.alloc(4 * rank);
    await reader.read(sizes);
    const dims = Array.from({ length: rank }, (_, axis) => sizes.readUInt32BE(4 * axis));
    const headerBytes = 4 + 4 * rank;
    const unpacked = headerBytes + elementCount(dims) * bytesPerElement(type);
    if (!Number.isSafeInteger(unpacked)) throw corrupt(stretch.shown, `its shape [${dims.join(',')}] is impossibly large`);
    return { name, shown: stretch.shown, type, bigEndian: true, fortran: false, dims, headerBytes, stretch: { ...stretch, unpacked } };
  } finally {
    await reader.close();
  }
}

/** A gzip file tells its unpacked size reliably only by unpacking: better now than in the middle of a run. */
async function checkLength({ stretch }: StoredArray, file: SourceFile): Promise<void> {
  if (stretch.packing === 'stored') {
    if (stretch.unpacked > file.bytes) throw truncated(file.shown);
    if (stretch.unpacked < file.bytes) throw corrupt(file.shown, `${file.bytes - stretch.unpacked} bytes follow the array it declares`);
    return;
  }
  const reader = await openReader(stretch);
  try {
    await reader.skip(stretch.unpacked);
  } finally {
    await reader.close();
  }
}
