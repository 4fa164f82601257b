import type { SourceFile } from '../source-file.js';
import type { Format } from '../table.js';
export interface CsvRecord {
    readonly cells: readonly string[];
    readonly line: number;
}
export declare const csv: Format;
/** The first record as column names. @throws UserError `data-malformed` */
export declare function headerNames(cells: readonly string[], file: SourceFile): readonly string[];
/** All records, the header first, each with the line it ends on. @throws UserError `data-malformed` */
export declare function csvRecords(file: SourceFile): AsyncGenerator<CsvRecord>;
