import type { Port } from '../runtime/types.js';
import type { Column, OpenContext, Table } from './table.js';
export interface Binding {
    readonly port: Port;
    /** One, or several plain ones that become [samples, columns]. */
    readonly columns: readonly Column[];
}
export interface Choice {
    readonly bindings: readonly Binding[];
    readonly target: Column | undefined;
    /** Each holds one number a sample. */
    readonly slices: readonly Column[];
}
/** @throws UserError `data-unknown-input`, `data-unknown-column`, `data-unbound-input`, `data-mismatch`, or a chosen column's problem */
export declare function chooseColumns(table: Table, context: OpenContext): Choice;
export declare function describeColumn(column: Column): string;
export declare function describePort(port: Port): string;
