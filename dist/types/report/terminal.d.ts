import type { Report } from './types.js';
export interface TerminalOptions {
    readonly color: boolean;
    /** Columns; text is wrapped at it. */
    readonly width: number;
}
/** Plain text with a final line break; ANSI colours where asked for. */
export declare function renderTerminal(report: Report, options: TerminalOptions): string;
