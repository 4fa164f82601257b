import type { OtherVerdict, Report } from './types.js';
/** A PASS becomes a WARN, of the run and of its models; anything worse stays. */
export declare function atMostWarn(report: Report): Report;
/** Sentences in Markdown; none where nothing is out of the ordinary. */
export declare function sourceLines({ sources }: Report): string[];
/** What did not decide, one for each policy that has one. */
export declare function otherVerdicts({ sources }: Report): readonly {
    readonly title: string;
    readonly other: OtherVerdict;
}[];
/** ` at base 1a2b3c4`, where every policy was read at one commit. */
export declare function policyPlace({ sources }: Report): string;
