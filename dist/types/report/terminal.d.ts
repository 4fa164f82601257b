import type { Report } from './types.js';
export interface TerminalOptions {
    readonly color: boolean;
    /** Columns; text is wrapped at it. */
    readonly width: number;
    /** The output folder as the reader would type it, with which the paths of written files begin. */
    readonly folder?: string;
    /** What a command did that judges nothing (`pruned`): said beside a PASS that no check stands behind. */
    readonly deed?: string;
}
/** Plain text with a final line break; ANSI colours where asked for. */
export declare function renderTerminal(report: Report, options: TerminalOptions): string;
