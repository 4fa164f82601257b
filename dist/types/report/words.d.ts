import type { CheckResult, ModelReport, Report, ReportError } from './types.js';
/** The first line: the answer. */
export declare function headline(report: Report): string;
/** Checks that did not pass, the worst first, critical before advisory. */
export declare function brokenChecks(model: ModelReport): readonly CheckResult[];
/** Sentences about one model; empty where there is nothing to say. */
export declare function wordsAbout(model: ModelReport): readonly string[];
/** What no check says. */
export declare function remarksAbout(model: ModelReport): readonly string[];
/** An error as one line: what, where, what to do. */
export declare function errorParts(error: ReportError): {
    code: string;
    text: string;
    where: string | null;
    fix: string | null;
};
