/** Text files of numbers, streamed: UTF-8 or refused, with the line in every error. */
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UserError } from '../errors.js';
import type { ElementType, TypedArray } from '../runtime/types.js';
import type { SourceFile } from './source-file.js';

const NEWLINE = 0x0a;

/** The file's text in pieces. @throws UserError `data-malformed` at the first line that is not UTF-8. */
export async function* textOf(file: SourceFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const piece of createReadStream(file.path, { highWaterMark: 1 << 18 })) {
    const bytes = piece as Uint8Array;
    yield decodePiece(decoder, bytes, line, file);
    line += countNewlines(bytes);
  }
  decodePiece(decoder, undefined, line, file);
}

function decodePiece(decoder: TextDecoder, bytes: Uint8Array | undefined, line: number, file: SourceFile): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new UserError({
      code: 'data-malformed', message: `${file.shown} is not UTF-8 text (line ${line + badLine(bytes)}).`,
      where: file.shown, fix: 'Save the file as UTF-8.',
    });
  }
}

/** How many lines down in `bytes` the first one lies that is not UTF-8 by itself. */
function badLine(bytes: Uint8Array = new Uint8Array(0)): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0, line = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return 0;
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

export function malformed(file: SourceFile, line: number, what: string, fix: string): UserError {
  return new UserError({
    code: 'data-malformed', message: `${file.shown} line ${line}: ${what}.`, where: `${file.shown}:${line}`, fix,
  });
}

/** A piece of someone's file in a message: quoted, on one line, short. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** A decimal number, or undefined where the text is anything else: empty, a word, hexadecimal, NaN. */
export function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/** Finds the narrowest of int32, int64 and float64 that holds every number it is shown. */
export class NumberType {
  private widest: 'int32' | 'int64' | 'float64' = 'int32';

  add(value: number): void {
    if (this.widest === 'float64') return;
    // A negative zero is a float: int32 would lose its sign.
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) this.widest = 'float64';
    else if (value < INT32_MIN || value > INT32_MAX) this.widest = 'int64';
  }

  get type(): ElementType {
    return this.widest;
  }
}

/** Numbers that `NumberType` has seen, as an array of its type. */
export function arrayOfNumbers(type: ElementType, values: ArrayLike<number>): TypedArray {
  if (type === 'int64') return BigInt64Array.from(Array.from(values, BigInt));
  return type === 'int32' ? Int32Array.from(values) : Float64Array.from(values);
}
