/** One model of a policy while it runs: what was asked, and the report as far as it is known. */
import type { ModelPolicy, Policy } from '../policy/types.js';
import type { Plan } from '../prune/plan.js';
import type { Finding, ModelReport, Report } from '../report/types.js';
import type { Identity, RunRequest } from '../request.js';
import { consult } from './consultations.js';
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

export function note(draft: Draft, facts: Partial<ModelReport['provenance']>): void {
  draft.report = { ...draft.report, provenance: { ...draft.report.provenance, ...facts } };
}

/** More findings after those that are there; the key is absent where there are none. */
export function withFindings({ findings = [] }: ModelReport, more: readonly Finding[]): Pick<ModelReport, 'findings'> {
  return findings.length + more.length === 0 ? {} : { findings: [...findings, ...more] };
}

/** Without warnings that turned out true and are errors now. */
export function withoutFeared({ findings = [], ...report }: ModelReport, found: readonly Finding[]): ModelReport {
  const isTrue = ({ code, where }: Finding): boolean => found.some((one) => one.level === 'error' && one.code === code && one.where === where);
  return { ...report, findings: findings.filter((finding) => finding.level !== 'warning' || !isTrue(finding)) };
}

/** Counted once dense and pruned have been judged on the held-out samples. */
export async function consulted({ request, model }: ModelRun, { report }: Draft): Promise<Pick<ModelReport, 'consultations'>> {
  const { heldout } = report.provenance;
  const folder = request.consultationsFolder;
  return folder !== undefined && heldout !== null ? { consultations: await consult(folder, model.name, heldout) } : {};
}
