/** Files in one zip, and out of it again: only those that are expected, only below the folder, never through a link. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile as Opened } from 'yauzl';
import { ZipFile } from 'yazl';

/** The same files are the same archive: zip's earliest date instead of today's. Weights hardly compress: fast is enough. */
const MEMBER = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compressionLevel: 1 } as const;
/** More than anything kept has. */
const MOST_FILES = 200;

/** Packs files at `paths` (relative to `folder`, with `/`) into a new file `archive`. */
export async function pack(folder: string, paths: readonly string[], archive: string): Promise<void> {
  const zip = new ZipFile();
  for (const path of [...paths].sort()) zip.addFile(join(folder, path), path, MEMBER);
  const abort = new AbortController();
  zip.once('error', (error) => { abort.abort(error); });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(archive), { signal: abort.signal });
}

export interface Expected {
  /** Whether a file of this path (with `/`) belongs there. */
  readonly isExpected: (path: string) => boolean;
  /** Of all files together, unpacked. */
  readonly mostBytes: number;
}

/**
 * Unpacks into `folder`, which should be new and empty, and returns the paths. Throws where the archive is damaged, holds
 * anything that is not expected, or is larger than it may be. yauzl holds each member to the size that it claims.
 */
export async function unpack(archive: string, folder: string, { isExpected, mostBytes }: Expected): Promise<string[]> {
  const zip = await openPromise(archive, { autoClose: false });
  const paths: string[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      if (!isExpected(entry.fileName) || paths.includes(entry.fileName)) throw new Error(`it holds ${JSON.stringify(entry.fileName.slice(0, 80))}, which does not belong there`);
      if (bytes > mostBytes || paths.length === MOST_FILES) throw new Error('it is larger than it may be');
      await extract(zip, entry, join(folder, entry.fileName));
      paths.push(entry.fileName);
    }
  } finally {
    zip.close();
  }
  return paths;
}

async function extract(zip: Opened, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { flags: 'wx' }));
}
