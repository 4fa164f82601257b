/** One plain sentence about a check. */
import type { Check } from '../policy/types.js';
import type { CheckResult } from '../report/types.js';
import type { Decision } from './decide.js';
import type { Judgeable } from './evidence.js';
export interface SentenceParts {
    readonly check: Check;
    readonly noun: string;
    readonly evidence: Judgeable;
    readonly decision: Decision;
    readonly samples: number | null;
    /** Of each one-sided bound. */
    readonly confidence: number;
    readonly mode: 'interval' | 'point';
    readonly holm?: CheckResult['holm'];
}
export declare function sentence(parts: SentenceParts): string;
