/**
 * What makes a run no evidence, each with a code of its own: degenerate outputs and data, metrics without a value (also where
 * no check asks for them), and too few samples for what a limit allows. None of them is ever a pass.
 */
import type { CheckResult, Finding, MetricResult } from '../report/types.js';
import type { Evidence } from './evidence.js';

const FIXES: Readonly<Record<string, string>> = {
  'constant-predictions': 'Look at the inputs and their preprocessing; where only the pruned model is constant, ask for less.',
  'one-class': 'Give held-out data of all classes: sorted data cut by max-samples or a shard may have one only.',
  'constant-target': 'Give held-out data whose targets differ, or name another column as target.',
  'not-finite': 'Look at the inputs and their preprocessing; where only the pruned model overflows, ask for less.',
  'labels-out-of-range': 'Store labels as class indices from 0, in the order of the model\'s outputs.',
  'no-better-than-chance': 'Look at the preprocessing (scale, mean, std, layout, colour order), and whether labels are numbered as the outputs are.',
  'metric-misfit': 'Choose a metric that fits the output, name another output, or correct the target column.',
  'metric-undefined': 'Choose another metric, or other held-out data.',
};

/** What to do about a problem of a metric; null where nothing is known. */
export const fixOf = (code: string): string | null => FIXES[code] ?? null;

export function findingsOf(metrics: readonly MetricResult[], checks: readonly CheckResult[]): Finding[] {
  return [...metrics.flatMap(problems), ...checks.flatMap(tooFew)];
}

function problems({ id, problems: found = [] }: MetricResult): Finding[] {
  return found.map(({ code, message }) => ({ code, level: 'error', message: `${id} has no value: ${message}.`, where: `metrics: ${id}`, fix: fixOf(code) }));
}

function tooFew({ check, detail, outcome, tooFew: few }: CheckResult): Finding[] {
  if (few !== true) return [];
  return [{
    code: 'too-few-samples', level: outcome === 'inconclusive' ? 'undecided' : 'error', message: detail, where: `gate: ${check}`,
    fix: 'Add held-out samples, or allow what so few can show (`prune-gate validate` says how much that is).',
  }];
}

type Uncompared = Extract<Evidence, { kind: 'no-baseline' | 'without-base' }>;

/** A limit against the base where there is nothing to compare with. */
export function uncompared(check: string, { code, reason }: Uncompared): Finding {
  return { code, level: 'warning', message: `${check} was not judged: ${reason}.`, where: `gate: ${check}`, fix: BASE_FIXES[code] };
}

const BASE_FIXES: Readonly<Record<Uncompared['code'], string | null>> = {
  'baseline-missing': 'On GitHub grant "permissions: contents: read", or check out with "fetch-depth: 0"; on a terminal give --base FOLDER or --baseline REPORT. Or make the limit advisory.',
  'baseline-other-machine': 'Judge latency in one job (not with mode: merge), or make the limit advisory.',
  'baseline-none': null,
};
