import type { Report } from '../report/types.js';
import type { FailOn } from './inputs.js';

/** The report's own exit code, unless the workflow asks for more or less than the policy does. An ERROR always fails. */
export function exitCodeOf(report: Report, failOn: FailOn): number {
  if (failOn === 'warn' && report.verdict === 'WARN') return 1;
  if (failOn === 'error' && report.verdict !== 'ERROR') return 0;
  return report.exitCode;
}
