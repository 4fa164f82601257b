/** Every dataset format, in the order in which a file is tried. A new format is one file and one line here. */
import { UserError } from '../../errors.js';
import type { DataFormat } from '../../policy/types.js';
import { locate, readHead } from '../source-file.js';
import type { Format, OpenContext, Table } from '../table.js';
import { csv } from './csv.js';
import { idx } from './idx.js';
import { images } from './images.js';
import { jsonl } from './jsonl.js';
import { npy } from './npy.js';
import { npz } from './npz.js';

export const FORMATS: readonly Format[] = [npz, npy, idx, images, csv, jsonl];

export interface OpenedTable {
  readonly format: DataFormat;
  readonly table: Table;
}

/** Finds the file, its format unless the policy names one, and opens it. */
export async function openTable(context: OpenContext): Promise<OpenedTable> {
  const { file, directory } = await locate(context.workspace, context.source.path);
  const head = directory ? undefined : await readHead(file);
  const format = chooseFormat(context, head);
  if (directory !== (format === images)) {
    throw new UserError({
      code: 'data-format', message: `${file.shown} is ${directory ? 'a folder' : 'a file'}, but its format is '${format.name}'.`,
      where: file.shown, fix: directory ? 'Name one file, or set `format: images`.' : 'Name the folder that holds the images.',
    });
  }
  return { format: format.name, table: await format.open(file, context) };
}

function chooseFormat({ source }: OpenContext, head: Uint8Array | undefined): Format {
  const wanted = source.format === 'auto' && head === undefined ? 'images' : source.format;
  const found = FORMATS.find((format) => (wanted === 'auto' ? format.matches(head ?? new Uint8Array(0), source.path) : format.name === wanted));
  if (found !== undefined) return found;
  throw new UserError({
    code: 'data-format', message: `${source.path} is in no format that prune-gate reads.`, where: source.path,
    fix: `Use one of ${FORMATS.map(({ name }) => name).join(', ')}; set \`format\` where the name ends differently.`,
  });
}
