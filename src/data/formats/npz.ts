/**
 * A .npz file is a zip of .npy arrays: one column per member. Members are read where they lie when stored, and through
 * inflate, side by side, when deflated; zip64 included.
 */
import { UserError, messageOf } from '../../errors.js';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { arrayColumn, openArrays, type StoredArray } from '../array-column.js';
import { corrupt, type Stretch } from '../forward-reader.js';
import type { SourceFile } from '../source-file.js';
import type { Column, Format } from '../table.js';
import { describeArray } from './npy.js';

/** More arrays than any dataset has; each costs memory and a header to read. */
const MAX_MEMBERS = 10_000;

/** Deflate cannot do better than 1032 to 1 (258 bytes from 2 bits), so a larger claim is a lie. */
const MAX_DEFLATE_RATIO = 1032;

const STORED = 0;
const DEFLATED = 8;

interface Member {
  readonly column: Column;
  readonly stored: StoredArray | undefined;
}

export const npz: Format = {
  name: 'npz',
  matches: (head) => head[0] === 0x50 && head[1] === 0x4b,
  async open(file, context) {
    if (context.source.labels !== undefined) {
      throw new UserError({
        code: 'data-unsupported', message: `${file.shown} holds its labels itself: 'labels' names a second file only for IDX, .npy and image folders.`,
        where: file.shown, fix: 'Name the array of labels with `target`.',
      });
    }
    const members: Member[] = [];
    for (const stretch of await memberStretches(file)) members.push(await readMember(stretch.stretch, stretch.name));
    const open = (columns: readonly string[]) =>
      openArrays(members.flatMap(({ stored }) => (stored !== undefined && columns.includes(stored.name) ? [stored] : [])));
    return { files: [file], columns: members.map(({ column }) => column), defaultTarget: undefined, tabular: false, notes: [], open };
  },
};

/** A member that cannot be read is an error only once someone asks for it. */
async function readMember(stretch: Stretch, name: string): Promise<Member> {
  try {
    const { stored, unpacked } = await describeArray(stretch, name);
    if (unpacked !== stretch.unpacked) {
      throw corrupt(stretch.shown, `its shape needs ${unpacked} bytes, the archive holds ${stretch.unpacked}`);
    }
    return { column: arrayColumn(stored), stored };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { column: { name, type: 'uint8', dims: [], count: 0, problem: error, origin: 'stored' }, stored: undefined };
  }
}

/** Where each .npy member lies. @throws UserError `data-corrupt`, `data-unsupported` */
async function memberStretches(file: SourceFile): Promise<{ name: string; stretch: Stretch }[]> {
  const zip = await openZip(file);
  try {
    const found = new Map<string, Stretch>();
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('.npy')) continue;
      const name = entry.fileName.slice(0, -'.npy'.length);
      if (found.has(name)) throw corrupt(file.shown, `it has two members named ${entry.fileName}`);
      if (found.size >= MAX_MEMBERS) throw corrupt(file.shown, `it has more than ${MAX_MEMBERS} arrays`);
      found.set(name, await stretchOf(zip, entry, file));
    }
    return [...found].map(([name, stretch]) => ({ name, stretch }));
  } catch (error) {
    throw error instanceof UserError ? error : corrupt(file.shown, messageOf(error));
  } finally {
    zip.close();
  }
}

/** yauzl refuses members whose names are absolute or climb out of the folder, as the entries are read. */
async function openZip(file: SourceFile): Promise<ZipFile> {
  try {
    return await openPromise(file.path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    throw corrupt(file.shown, messageOf(error));
  }
}

async function stretchOf(zip: ZipFile, entry: Entry, file: SourceFile): Promise<Stretch> {
  const shown = `${file.shown}:${entry.fileName}`;
  if (entry.isEncrypted() || (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)) {
    throw new UserError({
      code: 'data-unsupported', message: `${shown} is encrypted or packed with an uncommon method.`, where: shown,
      fix: 'Save it with numpy.savez or numpy.savez_compressed.',
    });
  }
  const deflated = entry.compressionMethod === DEFLATED;
  if (deflated && entry.uncompressedSize > MAX_DEFLATE_RATIO * entry.compressedSize) {
    throw corrupt(shown, `${entry.compressedSize} bytes cannot unpack to the ${entry.uncompressedSize} it declares`);
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  if (fileDataStart + entry.compressedSize > file.bytes) throw corrupt(shown, 'it reaches beyond the end of the archive');
  return {
    path: file.path, shown, start: fileDataStart, length: entry.compressedSize,
    packing: deflated ? 'deflate' : 'stored', unpacked: entry.uncompressedSize, crc: entry.crc32,
  };
}
