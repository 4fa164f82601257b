import { UserError } from '../errors.js';
import type { ElementType, TypedArray } from '../runtime/types.js';
import type { SourceFile } from './source-file.js';
/** The file's text in pieces. @throws UserError `data-malformed` at the first line that is not UTF-8. */
export declare function textOf(file: SourceFile): AsyncGenerator<string>;
export declare function malformed(file: SourceFile, line: number, what: string, fix: string): UserError;
/** A piece of someone's file in a message: quoted, on one line, short. */
export declare function quoted(text: string): string;
/** A decimal number, or undefined where the text is anything else: empty, a word, hexadecimal, NaN. */
export declare function parseNumber(text: string): number | undefined;
/** Finds the narrowest of int32, int64 and float64 that holds every number it is shown. */
export declare class NumberType {
    private widest;
    add(value: number): void;
    get type(): ElementType;
}
/** Numbers that `NumberType` has seen, as an array of its type. */
export declare function arrayOfNumbers(type: ElementType, values: ArrayLike<number>): TypedArray;
