/** One model of a policy while it runs: what was asked, and the report as far as it is known. */
import type { ModelPolicy, Policy } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { Finding, ModelReport, Report } from '../report/types.js';
import type { Identity, RunRequest } from '../request.js';
import type { Journal } from './journal.js';
export interface ModelRun {
    readonly request: RunRequest;
    readonly policy: Policy;
    readonly model: ModelPolicy;
    readonly plan: Plan | undefined;
    /** A plan whose latency tables are used again; nothing else of it is. */
    readonly timed?: Plan | undefined;
    readonly journal: Journal;
    /** Takes what `identify` finds. */
    readonly identities: Identity[];
    /** Report of the pruning job, where parts of a shared run are merged. */
    readonly shared: Report | undefined;
}
/** Filled in as the stages go; whatever is there when something fails still reaches the report. */
export interface Draft {
    report: ModelReport;
}
export declare function note(draft: Draft, facts: Partial<ModelReport['provenance']>): void;
/** More findings after those that are there; the key is absent where there are none. */
export declare function withFindings({ findings }: ModelReport, more: readonly Finding[]): Pick<ModelReport, 'findings'>;
/** Without warnings that turned out true and are errors now. */
export declare function withoutFeared({ findings, ...report }: ModelReport, found: readonly Finding[]): ModelReport;
/** Counted once dense and pruned have been judged on the held-out samples. */
export declare function consulted({ request, model }: ModelRun, { report }: Draft): Promise<Pick<ModelReport, 'consultations'>>;
