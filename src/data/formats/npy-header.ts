/**
 * The header of NumPy's .npy format, versions 1 to 3: magic, version, header length, then a Python dictionary literal
 * with `descr`, `fortran_order` and `shape`. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { UserError } from '../../errors.js';
import type { ElementType } from '../../runtime/types.js';
import { bytesPerElement, elementCount } from '../elements.js';
import { corrupt, type ForwardReader } from '../forward-reader.js';

export interface NpyHeader {
  readonly type: ElementType;
  readonly bigEndian: boolean;
  readonly fortran: boolean;
  /** Of the whole array, samples first. */
  readonly dims: readonly number[];
  /** Bytes before the first element. */
  readonly headerBytes: number;
  readonly dataBytes: number;
}

/** numpy itself reads at most 10,000 characters unless told otherwise. */
const MAX_HEADER_BYTES = 65_536;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

/** numpy's kind and width to the element type; anything else is refused. */
const TYPES: ReadonlyMap<string, ElementType> = new Map([
  ['b1', 'bool'], ['u1', 'uint8'], ['i1', 'int8'], ['u2', 'uint16'], ['i2', 'int16'], ['u4', 'uint32'],
  ['i4', 'int32'], ['u8', 'uint64'], ['i8', 'int64'], ['f2', 'float16'], ['f4', 'float32'], ['f8', 'float64'],
]);

export const isNpy = (head: Uint8Array): boolean => MAGIC.every((byte, i) => head[i] === byte);

/** Reads the header at the front of `reader`. `shown` is the file or member, for errors. */
export async function readNpyHeader(reader: ForwardReader, shown: string): Promise<NpyHeader> {
  const fixed = await readBytes(reader, 8);
  if (!isNpy(fixed)) throw corrupt(shown, 'it does not start as a .npy array does');
  const version = fixed[6] ?? 0;
  if (version < 1 || version > 3) throw unsupported(shown, `.npy format version ${version}`, 'Save it with a current numpy.');
  const lengthBytes = version === 1 ? 2 : 4;
  const lengthField = await readBytes(reader, lengthBytes);
  const length = lengthBytes === 2 ? lengthField.readUInt16LE(0) : lengthField.readUInt32LE(0);
  if (length > MAX_HEADER_BYTES) throw corrupt(shown, `its header claims ${length} bytes, over the limit of ${MAX_HEADER_BYTES}`);
  const text = (await readBytes(reader, length)).toString(version === 3 ? 'utf8' : 'latin1');
  return { ...parseDictionary(text, shown), headerBytes: 8 + lengthBytes + length };
}

async function readBytes(reader: ForwardReader, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count);
  await reader.read(bytes);
  return bytes;
}

function parseDictionary(text: string, shown: string): Omit<NpyHeader, 'headerBytes'> {
  const { type, bigEndian } = parseDescr(text, shown);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/u.exec(text)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/u.exec(text)?.[1];
  if (order === undefined || shape === undefined) throw corrupt(shown, 'its header names no fortran_order or shape');
  const dims = shape.split(',').map((part) => part.trim().replace(/L$/u, '')).filter((part) => part !== '').map(Number);
  const dataBytes = elementCount(dims) * bytesPerElement(type);
  if (!Number.isSafeInteger(dataBytes)) throw corrupt(shown, `its shape (${shape}) is impossibly large`);
  return { type, bigEndian, fortran: order === 'True', dims, dataBytes };
}

function parseDescr(text: string, shown: string): { type: ElementType; bigEndian: boolean } {
  const descr = /['"]descr['"]\s*:\s*['"]([^'"]*)['"]/u.exec(text)?.[1];
  if (descr === undefined) {
    throw unsupported(shown, 'a structured array (several fields per element)', 'Save each field as an array of its own.');
  }
  const match = /^([<>|=]?)(.+)$/u.exec(descr);
  const type = TYPES.get(match?.[2] ?? '');
  if (type !== undefined) return { type, bigEndian: match?.[1] === '>' };
  if (descr.endsWith('O')) {
    throw unsupported(shown, 'an object array, which is a pickle and could run code', 'Save numbers: array.astype("int64") or ("float32").');
  }
  throw unsupported(shown, `elements of numpy type '${descr.slice(0, 40)}'`, 'Save numbers: array.astype("int64") or ("float32").');
}

function unsupported(shown: string, what: string, fix: string): UserError {
  return new UserError({ code: 'data-unsupported', message: `${shown} holds ${what}, which cannot be read.`, where: shown, fix });
}
