/**
 * JSON Lines: one object per line, one sample per object. A field is a column: a number, or nested arrays of numbers of
 * the same shape in every line. The file is read once to the end when it is opened.
 */
import { messageOf, type UserError } from '../../errors.js';
import type { HostTensor } from '../../runtime/types.js';
import { elementCount } from '../elements.js';
import type { SourceFile } from '../source-file.js';
import type { Column, Cursor, Format } from '../table.js';
import { arrayOfNumbers, malformed, NumberType, quoted, textOf } from '../text.js';

/** Characters in one line: a sample of a million numbers is about 20 MB of text. */
const MAX_LINE = 64 * 2 ** 20;

/** Deeper arrays than any tensor. */
const MAX_DEPTH = 8;

interface JsonLine {
  readonly line: number;
  readonly fields: ReadonlyMap<string, unknown>;
}

export const jsonl: Format = {
  name: 'jsonl',
  matches: (_head, path) => /\.(?:jsonl|ndjson)$/iu.test(path),
  async open(file) {
    const columns = await surveyFields(file);
    return {
      files: [file], columns, defaultTarget: undefined, tabular: false, notes: [],
      open: async (names) => new JsonCursor(file, columns.filter(({ name }) => names.includes(name))),
    };
  },
};

interface Survey {
  readonly name: string;
  readonly dims: readonly number[];
  readonly numbers: NumberType;
  problem: UserError | undefined;
}

async function surveyFields(file: SourceFile): Promise<readonly Column[]> {
  const columns = new Map<string, Survey>();
  let count = 0;
  for await (const { line, fields } of jsonLines(file)) {
    if (count++ === 0) for (const [name, value] of fields) columns.set(name, beginSurvey(name, value));
    for (const column of columns.values()) surveyField(column, fields.get(column.name), line, file);
  }
  return [...columns.values()].map(({ name, dims, numbers, problem }): Column => ({
    name, dims, count, type: numbers.type, problem, origin: 'stored',
  }));
}

const beginSurvey = (name: string, value: unknown): Survey =>
  ({ name, dims: shapeOf(value), numbers: new NumberType(), problem: undefined });

function surveyField(column: Survey, value: unknown, line: number, file: SourceFile): void {
  if (column.problem !== undefined) return;
  const values: number[] = [];
  const why = flatten(value, column.dims, values);
  for (const one of values) column.numbers.add(one);
  if (why !== undefined) {
    column.problem = malformed(file, line, `field ${quoted(column.name)} ${why}`, 'Write a number, or nested arrays of numbers of one shape, in every line.');
  }
}

/** The shape that the first element of each array suggests; `flatten` checks it. */
function shapeOf(value: unknown): readonly number[] {
  const dims: number[] = [];
  for (let inner = value; Array.isArray(inner) && dims.length < MAX_DEPTH; inner = inner[0]) dims.push(inner.length);
  return dims;
}

/** Appends the numbers of `value` in row-major order; returns what is wrong with it, if anything. */
function flatten(value: unknown, dims: readonly number[], into: number[]): string | undefined {
  const [size, ...inner] = dims;
  if (size === undefined) {
    if (typeof value !== 'number') return value === undefined ? 'is missing' : `holds ${quoted(JSON.stringify(value))} where a number is wanted`;
    into.push(value);
    return undefined;
  }
  if (!Array.isArray(value)) return `is no array of ${size}, as in the first line`;
  if (value.length !== size) return `has ${value.length} elements where the first line has ${size}`;
  for (const element of value) {
    const why = flatten(element, inner, into);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The objects of the file. Blank lines hold no sample. @throws UserError `data-malformed` */
async function* jsonLines(file: SourceFile): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line++;
    if (text.trim() !== '') yield { line, fields: parseLine(text, line, file) };
  }
}

async function* linesOf(file: SourceFile): AsyncGenerator<string> {
  let rest = '';
  let line = 1;
  for await (const text of textOf(file)) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    line += parts.length;
    if (rest.length > MAX_LINE) throw malformed(file, line, `the line is longer than ${MAX_LINE} characters`, 'Write one sample per line.');
  }
  if (rest !== '') yield rest;
}

function parseLine(text: string, line: number, file: SourceFile): ReadonlyMap<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed(file, line, `it is not JSON (${messageOf(error)})`, 'Write one JSON object per line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(file, line, 'it is not a JSON object', 'Write one JSON object per line.');
  }
  return new Map(Object.entries(value));
}

class JsonCursor implements Cursor {
  private next = 0;
  private readonly lines: AsyncGenerator<JsonLine>;
  private readonly file: SourceFile;
  private readonly columns: readonly Column[];

  constructor(file: SourceFile, columns: readonly Column[]) {
    this.file = file;
    this.lines = jsonLines(file);
    this.columns = columns;
  }

  async take(indices: readonly number[]): Promise<ReadonlyMap<string, HostTensor>> {
    const values = this.columns.map(({ dims }) => new Float64Array(indices.length * elementCount(dims)));
    for (const [row, index] of indices.entries()) {
      const { fields, line } = await this.lineAt(index);
      for (const [i, { name, dims }] of this.columns.entries()) {
        const numbers: number[] = [];
        const why = flatten(fields.get(name), dims, numbers);
        if (why !== undefined) throw malformed(this.file, line, `field ${quoted(name)} ${why}`, 'Leave the file alone while it is read.');
        (values[i] as Float64Array).set(numbers, row * numbers.length);
      }
    }
    return new Map(this.columns.map(({ name, dims, type }, i) =>
      [name, { type, dims: [indices.length, ...dims], data: arrayOfNumbers(type, values[i] as Float64Array) }]));
  }

  private async lineAt(index: number): Promise<JsonLine> {
    for (;;) {
      const result: IteratorResult<JsonLine, unknown> = await this.lines.next();
      if (result.done === true) throw malformed(this.file, 1, 'it has become shorter', 'Leave the file alone while it is read.');
      if (this.next++ === index) return result.value;
    }
  }

  async close(): Promise<void> {
    await this.lines.return(undefined);
  }
}
