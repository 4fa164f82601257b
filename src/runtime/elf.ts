/** Which shared libraries a Linux library asks for, and where it says to look: the dynamic section of its ELF file. Reads a few kilobytes of it. */
import { closeSync, openSync, readSync } from 'node:fs';

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NULL = 0n;
const DT_NEEDED = 1n;
const DT_STRTAB = 5n;
const DT_STRSZ = 10n;
const DT_RPATH = 15n;
const DT_RUNPATH = 29n;
/** A dynamic section or its strings larger than this are no library of ours. */
const MOST_BYTES = 1 << 20;

interface Segment { readonly type: number; readonly offset: number; readonly address: number; readonly bytes: number }

export interface Dynamic {
  /** Sonames in the order of the file. */
  readonly needed: readonly string[];
  /** Folders that the loader looks in for them, as written: `$ORIGIN` is the library's own. */
  readonly runpath: readonly string[];
}

/** Throws Error for what is no 64-bit little-endian ELF library. */
export function readDynamic(path: string): Dynamic {
  const file = openSync(path, 'r');
  try {
    const read = (offset: number, bytes: number): Buffer => {
      if (bytes > MOST_BYTES) throw new Error(`${path} is no ELF library`);
      const buffer = Buffer.alloc(bytes);
      if (readSync(file, buffer, 0, bytes, offset) !== bytes) throw new Error(`${path} ends early`);
      return buffer;
    };
    const header = read(0, 64);
    if (header.readUInt32BE(0) !== 0x7f454c46 || header[4] !== 2 || header[5] !== 1) throw new Error(`${path} is no 64-bit ELF library`);
    return dynamicOf(segmentsOf(header, read), read);
  } finally {
    closeSync(file);
  }
}

type Read = (offset: number, bytes: number) => Buffer;

function segmentsOf(header: Buffer, read: Read): Segment[] {
  const [at, size, count] = [Number(header.readBigUInt64LE(32)), header.readUInt16LE(54), header.readUInt16LE(56)];
  return Array.from({ length: count }, (_, index) => {
    const row = read(at + index * size, 56);
    return { type: row.readUInt32LE(0), offset: Number(row.readBigUInt64LE(8)), address: Number(row.readBigUInt64LE(16)), bytes: Number(row.readBigUInt64LE(32)) };
  });
}

function dynamicOf(segments: readonly Segment[], read: Read): Dynamic {
  const none: Dynamic = { needed: [], runpath: [] };
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === undefined) return none;
  const table = read(dynamic.offset, dynamic.bytes);
  const entries: [bigint, number][] = [];
  for (let at = 0; at + 16 <= table.length && table.readBigInt64LE(at) !== DT_NULL; at += 16) entries.push([table.readBigInt64LE(at), Number(table.readBigUInt64LE(at + 8))]);
  const value = (tag: bigint): number => entries.find(([each]) => each === tag)?.[1] ?? 0;
  const address = value(DT_STRTAB);
  const home = segments.find((segment) => segment.type === PT_LOAD && address >= segment.address && address < segment.address + segment.bytes);
  if (home === undefined) return none;
  const strings = read(address - home.address + home.offset, value(DT_STRSZ));
  const textsOf = (...tags: bigint[]): string[] => entries.filter(([tag]) => tags.includes(tag)).map(([, at]) => strings.toString('latin1', at, strings.indexOf(0, at)));
  return { needed: textsOf(DT_NEEDED), runpath: textsOf(DT_RPATH, DT_RUNPATH).flatMap((list) => list.split(':')).filter((folder) => folder !== '') };
}
