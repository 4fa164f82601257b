/** Breached thresholds as annotations at their line of the policy. */
import { NAME_LIMIT, plain } from './escape.js';
import type { CheckResult, ModelReport, Report, Source } from './types.js';

export interface Annotation {
  readonly level: 'error' | 'warning';
  /** Relative to the workspace. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly title: string;
  readonly message: string;
}

/**
 * One annotation for each check that did not pass, errors first (GitHub shows only the first few of a step). Texts are
 * one line of visible characters. None where no policy was read, and none for an undecided critical check that the policy
 * lets pass (`on-inconclusive: pass`). A limit of another commit's policy, which the change edited, has no line in the file
 * that the reader sees: it stands at the first one, and says where it is.
 */
export function annotations(report: Report): Annotation[] {
  const all = report.models.flatMap((model) => {
    const policy = model.policy ?? report.policy;
    if (policy === null) return [];
    const elsewhere = report.sources?.find((source) => source.policy === policy.path && source.from !== 'checkout' && source.policyChange === 'edited');
    return judgedOf(model).map((check) => annotationOf(model, check, policy.path, elsewhere));
  });
  return [...all.filter(({ level }) => level === 'error'), ...all.filter(({ level }) => level === 'warning')];
}

function judgedOf({ checks, onInconclusive }: ModelReport): readonly CheckResult[] {
  return checks.filter(({ outcome, level }) => outcome !== 'pass' && !(outcome === 'inconclusive' && level === 'critical' && onInconclusive === 'pass'));
}

function annotationOf(model: ModelReport, check: CheckResult, file: string, elsewhere: Source | undefined): Annotation {
  const place = elsewhere === undefined ? { line: check.line, column: check.column } : { line: 1, column: 1 };
  return {
    // An undecided check is no proof of a breach, and an advisory one does not block.
    level: check.level === 'critical' && check.outcome !== 'inconclusive' ? 'error' : 'warning',
    file, ...place,
    title: `${plain(model.name, NAME_LIMIT)}: ${plain(check.check, NAME_LIMIT)} ${WORD[check.outcome]}`,
    message: plain(elsewhere === undefined ? check.detail : `${check.detail} (Line ${check.line} of the policy at ${elsewhere.commit.slice(0, 7)}, which decides.)`),
  };
}

const WORD: Readonly<Record<CheckResult['outcome'], string>> = {
  pass: 'passed', fail: 'failed', inconclusive: 'is undecided', error: 'could not be judged',
};
