import type { DataFormat } from '../../policy/types.js';
import type { Format, OpenContext, Table } from '../table.js';
export declare const FORMATS: readonly Format[];
export interface OpenedTable {
    readonly format: DataFormat;
    readonly table: Table;
}
/** Finds the file, its format unless the policy names one, and opens it. */
export declare function openTable(context: OpenContext): Promise<OpenedTable>;
