/**
 * Which files of an image folder are samples, in which order, and what their labels are:
 *
 * 1. With a labels file (CSV `file,label`): its records, in its order; files are relative to the folder.
 * 2. With class folders (`class/xxx.jpg`): classes in code-point order of their names, 0 first, as torchvision's
 *    ImageFolder numbers them; within a class, files in code-point order of their paths. Deeper folders count to their class.
 * 3. With images directly in the folder: no labels, in code-point order.
 */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { UserError } from '../../errors.js';
import { wayTo } from '../../paths.js';
import { locateFile, readHead, shownPath, type SourceFile } from '../source-file.js';
import type { OpenContext } from '../table.js';
import { malformed, parseNumber, quoted } from '../text.js';
import { csvRecords, headerNames } from './csv.js';

export interface ImageList {
  readonly images: readonly SourceFile[];
  /** One per image; undefined where there are none. */
  readonly labels: readonly number[] | undefined;
  /** Hashed with the images. */
  readonly labelFile: SourceFile | undefined;
  readonly notes: readonly string[];
}

const IMAGE_NAME = /\.(?:jpe?g|png|webp)$/iu;

/** Paths are held in memory, a few hundred bytes each. */
const MAX_IMAGES = 2_000_000;

export async function listImages(folder: SourceFile, context: OpenContext): Promise<ImageList> {
  const { labels } = context.source;
  return labels === undefined ? listFolder(folder, context) : listByLabels(folder, labels, context);
}

/** Rule 1. */
async function listByLabels(folder: SourceFile, path: string, context: OpenContext): Promise<ImageList> {
  const labelFile = await locateFile(context.workspace, path);
  await readHead(labelFile);
  const images: SourceFile[] = [];
  const labels: number[] = [];
  let columns: { readonly file: number; readonly label: number } | undefined;
  for await (const { cells, line } of csvRecords(labelFile)) {
    if (columns === undefined) {
      columns = labelColumns(headerNames(cells, labelFile), labelFile);
      continue;
    }
    const label = parseNumber(cells[columns.label] ?? '');
    if (label === undefined) throw malformed(labelFile, line, `label ${quoted(cells[columns.label] ?? '')} is no number`, 'Write class numbers, counted from 0.');
    labels.push(label);
    // Joined as text, so that a `..` stays and is refused.
    images.push(await locateFile(context.workspace, `${folder.shown}/${cells[columns.file] ?? ''}`));
  }
  return { images, labels, labelFile, notes: [] };
}

function labelColumns(names: readonly string[], labelFile: SourceFile): { file: number; label: number } {
  const file = names.indexOf('file');
  const label = names.indexOf('label');
  if (file >= 0 && label >= 0) return { file, label };
  throw malformed(labelFile, 1, `the header is ${quoted(names.join(','))}, without 'file' or 'label'`, 'Start the labels file with the line: file,label');
}

/** Rules 2 and 3. */
async function listFolder(folder: SourceFile, context: OpenContext): Promise<ImageList> {
  const paths: string[] = [];
  let ignored = 0;
  const classes = new Set<string>();
  for (const entry of await readdir(folder.path, { withFileTypes: true, recursive: true })) {
    const path = wayTo(folder.path, join(entry.parentPath, entry.name));
    if (isHidden(path)) continue;
    if (entry.isDirectory()) {
      if (!path.includes('/')) classes.add(path);
    } else if (isImage(entry)) {
      paths.push(path);
    } else if (entry.isSymbolicLink()) {
      throw confusing(folder, `has the symbolic link ${quoted(path)}, which is not followed`, 'Put the folder itself in its place.');
    } else {
      ignored++;
    }
  }
  if (paths.length > MAX_IMAGES) throw confusing(folder, `holds more than ${MAX_IMAGES} images`, 'Store the images in a .npz.');
  return describe(folder, await locateAll(folder, paths, context), [...classes], ignored);
}

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

const isImage = (entry: Dirent): boolean => (entry.isFile() || entry.isSymbolicLink()) && IMAGE_NAME.test(entry.name);

/** In order; each looked up through the workspace check, since any of them may be a symbolic link. */
async function locateAll(folder: SourceFile, paths: readonly string[], context: OpenContext): Promise<{ path: string; file: SourceFile }[]> {
  const found: { path: string; file: SourceFile }[] = [];
  for (const path of [...paths].sort(byCodePoint)) {
    found.push({ path, file: await locateFile(context.workspace, posix.join(folder.shown, path)) });
  }
  return found;
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function describe(folder: SourceFile, found: readonly { path: string; file: SourceFile }[], folders: readonly string[], ignored: number): ImageList {
  const notes = ignored === 0 ? [] : [`left out as no image: ${ignored}`];
  const nested = found.filter(({ path }) => path.includes('/'));
  if (nested.length === 0) return { images: found.map(({ file }) => file), labels: undefined, labelFile: undefined, notes };
  if (nested.length < found.length) {
    throw confusing(folder, `has images both in class folders and beside them (${found.length - nested.length} beside)`, 'Move every image into its class folder, or name a labels file with `labels`.');
  }
  const { images, labels, note } = inClasses(folder, nested, folders);
  return { images, labels, labelFile: undefined, notes: [note, ...notes] };
}

function inClasses(folder: SourceFile, found: readonly { path: string; file: SourceFile }[], folders: readonly string[]): { images: SourceFile[]; labels: number[]; note: string } {
  const classes = [...folders].sort(byCodePoint);
  const numbers = new Map(classes.map((name, number) => [name, number]));
  const classOf = (path: string): string => path.slice(0, path.indexOf('/'));
  const filled = new Set(found.map(({ path }) => classOf(path)));
  const empty = classes.filter((name) => !filled.has(name));
  if (empty.length > 0) {
    throw confusing(folder, `has class folders without an image (${empty.slice(0, 5).map(quoted).join(', ')}), which would shift the class numbers`, 'Remove them, or add their images.');
  }
  // A class name that sorts before another's with a character below '/' would part from its number otherwise.
  const ordered = found.map(({ path, file }) => ({ file, label: numbers.get(classOf(path)) ?? 0 })).sort((a, b) => a.label - b.label);
  return {
    images: ordered.map(({ file }) => file), labels: ordered.map(({ label }) => label),
    note: `classes ${classes.slice(0, 20).map((name, number) => `${number} ${name}`).join(', ')}${classes.length > 20 ? ', ...' : ''}`,
  };
}

function confusing(folder: SourceFile, what: string, fix: string): UserError {
  return new UserError({ code: 'data-folder', message: `Image folder ${folder.shown} ${what}.`, where: shownPath(folder.shown), fix });
}
