import type { Report, Verdict } from './types.js';
export interface HistoryEntry {
    readonly commit: string;
    readonly run: number;
    readonly verdict: Verdict;
    readonly models: readonly ModelFigures[];
}
export interface ModelFigures {
    readonly name: string;
    /** Of its first metric, and the pruned model's value; null where unknown. */
    readonly metric: string;
    readonly pruned: number | null;
    readonly fileBytes: number | null;
}
/** Of the hidden line; older commits go first. */
export declare const HISTORY_BYTES = 6000;
export declare function historyEntry(report: Report, commit: string, run: number): HistoryEntry;
/** In the order of their runs; a commit that was judged again has its newest figures. */
export declare function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[];
/** The hidden line: as many of the newest entries as fit. */
export declare function hideHistory(history: readonly HistoryEntry[]): string;
/** What the bodies of earlier comments carry, each commit once; what is not of its shape is left out. */
export declare function historyIn(bodies: readonly string[]): HistoryEntry[];
/** One line for a single model, a folded one each for several; empty before the second commit. */
export declare function historyText(history: readonly HistoryEntry[], report: Report): string;
