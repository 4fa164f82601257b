import type { ModelReport, Report, VerificationLine } from '../report/types.js';
type Outcome = VerificationLine['outcome'];
/** @throws UserError `report-unreadable` */
export declare function readReport(path: string): Promise<Report>;
/** Where a model's plan lies and whether it is the one of the report; undefined where there is none to replay. */
export interface FoundPlan {
    readonly path: string | undefined;
    readonly lines: readonly VerificationLine[];
}
/** The files that the report names, beside it. */
export declare function verifyFiles(reportPath: string, model: ModelReport): Promise<FoundPlan>;
/** What the report says against what was found now. */
export declare function compareReports(was: ModelReport, is: ModelReport, policy: {
    readonly was: string;
    readonly is: string;
}): VerificationLine[];
/** Versions and machine: where they are others, figures may be too. */
export declare function verifyEnvironment(was: Report, is: Pick<Report, 'tool' | 'environment'>): VerificationLine[];
export declare const line: (what: string, outcome: Outcome, detail: string) => VerificationLine;
export {};
