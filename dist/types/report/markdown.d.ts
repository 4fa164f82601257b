import { type HistoryEntry } from './history.js';
import type { Report } from './types.js';
/** GitHub takes comments of 65,536 characters; bytes are never fewer, and the caller's marker needs room. */
export declare const COMMENT_BYTES = 65000;
/** GitHub drops a step summary above 1 MiB. */
export declare const SUMMARY_BYTES = 1000000;
/** Addresses that only the door knows. Anything but http(s) is left out. */
export interface ReportLinks {
    /** The workflow run, or wherever report.json and the pruned models can be had. */
    readonly run?: string;
    /** What was reported for the commit that this change is based on. */
    readonly baseline?: Report;
    /** Of this pull request's commits, this one among them. */
    readonly history?: readonly HistoryEntry[];
    /** The report is that of a run which nobody here vouches for. */
    readonly untrusted?: UntrustedRun;
}
export interface UntrustedRun {
    /** The commit that it ran for. */
    readonly commit: string;
    /** Where that commit was pushed to, `owner/name`. */
    readonly repository: string;
    /** How the run ended by GitHub's word; null where it has not. */
    readonly conclusion: string | null;
}
export interface MarkdownOptions {
    readonly maxBytes?: number;
    readonly links?: ReportLinks;
}
/** How much of everything is written. */
export interface Budget {
    readonly tableRows: number;
    readonly details: number;
    readonly words: number;
    readonly models: number;
}
/** The report's body for a comment or a summary, at most `maxBytes` of UTF-8 (default: a comment's). */
export declare function renderMarkdown(report: Report, options?: MarkdownOptions): string;
/** The job summary: the same, with more room. */
export declare function renderSummary(report: Report, links?: ReportLinks): string;
