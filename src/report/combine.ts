/** One report of several policies: every model with the policy it is judged by, the worst verdict, files below each one's folder. */
import type { ModelReport, Report, ReportError, Verdict } from './types.js';

export interface PolicyReport {
  /** Relative to the workspace. */
  readonly policy: string;
  /** Folder of its files, relative to the combined report. */
  readonly folder: string;
  readonly report: Report;
}

/** From harmless to worst. */
const VERDICTS: readonly Verdict[] = ['PASS', 'WARN', 'INCONCLUSIVE', 'FAIL', 'ERROR'];
/** Worst first: an inconclusive model that blocks does not hide one that failed. */
const EXIT_CODES: readonly Report['exitCode'][] = [2, 1, 3, 0];

/** At least one report; the first gives what all share (tool, start). */
export function combineReports(parts: readonly PolicyReport[]): Report {
  const reports = parts.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) throw new Error('there is no report to combine');
  const names = reports.flatMap(({ models }) => models.map(({ name }) => name));
  const isTwice = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  return {
    ...first,
    verdict: VERDICTS[Math.max(...reports.map(({ verdict }) => VERDICTS.indexOf(verdict)))] ?? 'ERROR',
    exitCode: EXIT_CODES.find((code) => reports.some(({ exitCode }) => exitCode === code)) ?? 2,
    ...sourcesOf(parts),
    models: parts.flatMap((part) => part.report.models.map((model) => placed(model, part, isTwice))),
    errors: parts.flatMap(({ policy, report }) => report.errors.map((error) => told(error, policy))),
    environment: reports.find(({ environment }) => environment !== null)?.environment ?? null,
    seconds: reports.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function sourcesOf(parts: readonly PolicyReport[]): Pick<Report, 'sources'> {
  const sources = parts.flatMap(({ folder, report }) => (report.sources ?? []).map((source) => ({
    ...source, other: source.other === null ? null : { ...source.other, report: `${folder}/${source.other.report}` },
  })));
  return sources.length === 0 ? {} : { sources };
}

function placed(model: ModelReport, { policy, folder, report }: PolicyReport, isTwice: (name: string) => boolean): ModelReport {
  const below = (file: string | null): string | null => (file === null ? null : `${folder}/${file}`);
  return {
    ...model,
    name: isTwice(model.name) ? `${model.name} (${policy})` : model.name,
    policy: report.policy ?? { path: policy, sha256: '' },
    files: { ...model.files, model: below(model.files.model), plan: below(model.files.plan) },
  };
}

function told(error: ReportError, policy: string): ReportError {
  return { ...error, where: error.where === null ? policy : `${error.where} (${policy})` };
}
