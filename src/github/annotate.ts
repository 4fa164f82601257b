/** Marks on the run's page and in the change: breached thresholds at their line of the policy, and errors. */
import * as core from '@actions/core';
import { annotations } from '../report/annotations.js';
import type { Report, ReportError } from '../report/types.js';
import { harmless } from './log.js';

/** GitHub shows about 10 of a step; more only make the log long. The report has all. */
const MOST = 50;

const PRINT = { error: core.error, warning: core.warning } as const;

export function annotate(report: Report): void {
  for (const { level, file, line, column, title, message } of annotations(report).slice(0, MOST)) {
    PRINT[level](harmless(message), { title: harmless(title), file: harmless(file), startLine: line, startColumn: column });
  }
  const errors = [...report.errors, ...report.models.flatMap((model) => model.errors)];
  for (const error of errors.slice(0, MOST)) core.error(harmless(sentenceOf(error)), { title: harmless(`prune-gate: ${error.code}`) });
}

function sentenceOf({ message, where, fix }: ReportError): string {
  return `${message}${where === null ? '' : ` (${where})`}${fix === null ? '' : `. What to do: ${fix}`}`;
}
