/**
 * CSV: comma-separated, UTF-8, a header line, one sample per record. Every column whose cells are all numbers can be
 * used; the file is read once to the end when it is opened, so that a bad line is found before anything runs.
 */
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { messageOf, type UserError } from '../../errors.js';
import type { HostTensor } from '../../runtime/types.js';
import type { SourceFile } from '../source-file.js';
import type { Column, Cursor, Format, Table } from '../table.js';
import { arrayOfNumbers, malformed, NumberType, parseNumber, quoted, textOf } from '../text.js';

/** Characters in one record; a missing quote would otherwise swallow the rest of the file. */
const MAX_RECORD = 16 * 2 ** 20;

export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

export const csv: Format = {
  name: 'csv',
  matches: (_head, path) => /\.csv$/iu.test(path),
  async open(file) {
    const survey = await surveyNumbers(file);
    const columns = survey.map((column): Column => ({
      name: column.name, type: column.numbers.type, dims: [], count: column.count, problem: column.problem, origin: 'stored',
    }));
    return table(file, columns);
  },
};

function table(file: SourceFile, columns: readonly Column[]): Table {
  return {
    files: [file], columns, defaultTarget: undefined, tabular: true, notes: [],
    open: async (names) => new CsvCursor(file, columns, names),
  };
}

interface Survey {
  readonly name: string;
  readonly numbers: NumberType;
  count: number;
  problem: UserError | undefined;
}

async function surveyNumbers(file: SourceFile): Promise<readonly Survey[]> {
  let columns: Survey[] | undefined;
  for await (const { cells, line } of csvRecords(file)) {
    if (columns === undefined) {
      columns = headerNames(cells, file).map((name) => ({ name, numbers: new NumberType(), count: 0, problem: undefined }));
    } else {
      for (const [i, column] of columns.entries()) surveyCell(column, cells[i] ?? '', line, file);
    }
  }
  if (columns === undefined) throw malformed(file, 1, 'the file is empty', 'Write a header line and one line per sample.');
  return columns;
}

function surveyCell(column: Survey, cell: string, line: number, file: SourceFile): void {
  column.count++;
  const value = parseNumber(cell);
  if (value !== undefined) column.numbers.add(value);
  else column.problem ??= malformed(file, line, `column ${quoted(column.name)} holds ${quoted(cell)}, not a number`, 'Write numbers: encode categories and labels as integers, and fill in missing values.');
}

/** The first record as column names. @throws UserError `data-malformed` */
export function headerNames(cells: readonly string[], file: SourceFile): readonly string[] {
  if (cells.every((cell) => parseNumber(cell) !== undefined)) {
    throw malformed(file, 1, 'there is no header: the first line holds numbers only', 'Name the columns in the first line.');
  }
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && /[;\t]/u.test(only)) {
    throw malformed(file, 1, 'the cells are not separated by commas', 'Separate cells by `,` (and write decimal points).');
  }
  const seen = new Set<string>();
  for (const [i, cell] of cells.entries()) {
    if (cell === '') throw malformed(file, 1, `column ${i + 1} has no name`, 'Name every column in the first line.');
    if (seen.has(cell)) throw malformed(file, 1, `two columns are named ${quoted(cell)}`, 'Give each column a name of its own.');
    seen.add(cell);
  }
  return cells;
}

/** All records, the header first, each with the line it ends on. @throws UserError `data-malformed` */
export async function* csvRecords(file: SourceFile): AsyncGenerator<CsvRecord> {
  const parser = parse({ bom: true, info: true, trim: true, skip_empty_lines: true, max_record_size: MAX_RECORD });
  // An error anywhere destroys the parser with it, and so reaches the loop below.
  pipeline(textOf(file), parser, () => undefined);
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } };
      yield { cells: record, line: info.lines };
    }
  } catch (error) {
    throw csvFailure(error, file);
  } finally {
    parser.destroy();
  }
}

function csvFailure(error: unknown, file: SourceFile): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
  const ragged = error.code.startsWith('CSV_RECORD_INCONSISTENT') ? 'Give every line as many cells as the header.' : 'Check the quotes around this line.';
  return malformed(file, line, messageOf(error).replace(/\.$/u, ''), ragged);
}

class CsvCursor implements Cursor {
  private next = 0;
  private readonly records: AsyncGenerator<CsvRecord>;
  private readonly chosen: readonly { readonly at: number; readonly column: Column }[];
  private readonly file: SourceFile;

  constructor(file: SourceFile, columns: readonly Column[], names: readonly string[]) {
    this.file = file;
    this.records = csvRecords(file);
    this.chosen = columns.flatMap((column, at) => (names.includes(column.name) ? [{ at, column }] : []));
  }

  async take(indices: readonly number[]): Promise<ReadonlyMap<string, HostTensor>> {
    const values = this.chosen.map(() => new Float64Array(indices.length));
    for (const [row, index] of indices.entries()) {
      const { cells, line } = await this.recordAt(index);
      for (const [i, { at }] of this.chosen.entries()) {
        const value = parseNumber(cells[at] ?? '');
        if (value === undefined) throw malformed(this.file, line, 'a cell is no number any more', 'Leave the file alone while it is read.');
        (values[i] as Float64Array)[row] = value;
      }
    }
    return new Map(this.chosen.map(({ column }, i) => {
      const data = arrayOfNumbers(column.type, values[i] as Float64Array);
      return [column.name, { type: column.type, dims: [indices.length], data }];
    }));
  }

  /** The header is record 0 of the file, so sample `index` is record `index + 1`. */
  private async recordAt(index: number): Promise<CsvRecord> {
    for (;;) {
      const result: IteratorResult<CsvRecord, unknown> = await this.records.next();
      if (result.done === true) throw malformed(this.file, 1, 'it has become shorter', 'Leave the file alone while it is read.');
      if (this.next++ === index + 1) return result.value;
    }
  }

  async close(): Promise<void> {
    await this.records.return(undefined);
  }
}
