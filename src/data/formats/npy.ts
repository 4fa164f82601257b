/** A .npy file is one array: column `data`, samples along the first axis. A second file, `labels`, is its target. */
import { arrayColumn, openArrays, type StoredArray } from '../array-column.js';
import { corrupt, openReader, truncated, type Stretch } from '../forward-reader.js';
import { locateFile, readHead, type SourceFile } from '../source-file.js';
import type { Format, OpenContext, Table } from '../table.js';
import { isNpy, readNpyHeader } from './npy-header.js';

export const npy: Format = {
  name: 'npy',
  matches: isNpy,
  async open(file, context) {
    return openPair(file, context, readNpyFile);
  },
};

/** Samples in one file and, where the policy names one, labels in a second: shared with IDX. */
export async function openPair(
  file: SourceFile, context: OpenContext, read: (file: SourceFile, name: string) => Promise<StoredArray>,
): Promise<Table> {
  const files = [file];
  const arrays = [await read(file, 'data')];
  const { labels } = context.source;
  if (labels !== undefined) {
    const labelFile = await locateFile(context.workspace, labels);
    await readHead(labelFile);
    files.push(labelFile);
    arrays.push(await read(labelFile, 'labels'));
  }
  return {
    files, columns: arrays.map(arrayColumn), defaultTarget: labels === undefined ? undefined : 'labels',
    tabular: false, notes: [],
    open: (columns) => openArrays(arrays.filter((array) => columns.includes(array.name))),
  };
}

async function readNpyFile(file: SourceFile, name: string): Promise<StoredArray> {
  const whole: Stretch = {
    path: file.path, shown: file.shown, start: 0, length: file.bytes, packing: 'stored', unpacked: file.bytes, crc: undefined,
  };
  const array = await describeArray(whole, name);
  if (array.unpacked > file.bytes) throw truncated(file.shown);
  if (array.unpacked < file.bytes) throw corrupt(file.shown, `${file.bytes - array.unpacked} bytes follow the array it declares`);
  return array.stored;
}

/** Reads the header of the array in `stretch`; `unpacked` is how long the header says the stretch must be. */
export async function describeArray(stretch: Stretch, name: string): Promise<{ stored: StoredArray; unpacked: number }> {
  const reader = await openReader(stretch);
  try {
    const header = await readNpyHeader(reader, stretch.shown);
    const unpacked = header.headerBytes + header.dataBytes;
    return { stored: { ...header, name, shown: stretch.shown, stretch: { ...stretch, unpacked } }, unpacked };
  } finally {
    await reader.close();
  }
}
