/** Plain words about what is off: one list per model, the most important first. Untrusted text is not yet escaped. */
import { insideFloor, noiseFloor, zeroShare } from './cells.js';
import { change, factor, milliseconds, percent } from './format.js';
import type { CheckResult, Finding, MeasurePair, ModelReport, OperatorTime, Report, ReportError } from './types.js';

/** The first line: the answer. */
export function headline(report: Report): string {
  const { models, verdict } = report;
  const same = models.filter((model) => model.verdict === verdict).length;
  if (models.length <= 1) return `prune-gate: ${verdict}`;
  return `prune-gate: ${verdict}, ${same === models.length ? `${same} models` : `${same} of ${models.length} models`}`;
}

const ORDER: readonly CheckResult['outcome'][] = ['error', 'fail', 'inconclusive', 'pass'];

/** Checks that did not pass, the worst first, critical before advisory. */
export function brokenChecks(model: ModelReport): readonly CheckResult[] {
  const rank = ({ outcome, level }: CheckResult) => (level === 'critical' ? 0 : ORDER.length) + ORDER.indexOf(outcome);
  return model.checks.filter(({ outcome }) => outcome !== 'pass').sort((a, b) => rank(a) - rank(b));
}

/** Sentences about one model; empty where there is nothing to say. */
export function wordsAbout(model: ModelReport): readonly string[] {
  return [...brokenChecks(model).map(({ detail, level }) => level === 'advisory' ? `Advisory: ${detail}` : detail), ...remarksAbout(model)];
}

/** What no check says. */
export function remarksAbout(model: ModelReport): readonly string[] {
  return [...findingWords(model), ...unjudgedMetrics(model), ...noGate(model), ...zerosOnly(model), ...slowInSpite(model)];
}

/** `prune`, `evaluate` and `validate` judge nothing, and a gate without checks gives WARN: a PASS without checks is theirs. */
const judgesNothing = (model: ModelReport): boolean => model.checks.length === 0 && model.verdict === 'PASS';

/** Each with its code; what a check's sentence says already is not said twice, and nor is what to do. */
function findingWords({ findings = [], checks }: ModelReport): string[] {
  const words = findings.flatMap(({ code, level, message, fix }) => {
    const core = message.replace(/^\S+ has no value: /u, '').replace(/\.$/u, '');
    const said = checks.some(({ detail, outcome }) => outcome !== 'pass' && detail.includes(core));
    if (said) return fix === null ? [] : [`What to do about ${code}: ${fix}`];
    return [`${LEVELS[level]} ${code}: ${message}${fix === null ? '' : ` What to do: ${fix}`}`];
  });
  return [...new Set(words)];
}

const LEVELS: Readonly<Record<Finding['level'], string>> = { error: 'Finding', undecided: 'Finding', warning: 'Warning' };

/** A metric without a value that no check speaks of would pass unnoticed. */
function unjudgedMetrics(model: ModelReport): string[] {
  if (model.verification !== undefined) return [];
  if (judgesNothing(model)) return model.metrics.flatMap(({ id, findings }) => findings.map((finding) => `${id}: ${finding}`));
  return model.metrics
    .filter(({ id, drop, problems }) => drop === null && problems === undefined && !model.checks.some(({ check }) => check.startsWith(`${id}.`)))
    .map(({ id, findings }) => `${id} has no value: ${findings.join('; ') || 'it could not be computed'}.`);
}

function noGate(model: ModelReport): string[] {
  return model.verification === undefined && model.checks.length === 0 && model.errors.length === 0 && !judgesNothing(model) ? ['The policy checks nothing of this model, so nothing was shown.'] : [];
}

/** Zeros that stay in dense tensors: honest about what they buy. */
function zerosOnly({ measures }: ModelReport): string[] {
  if (measures === null) return [];
  const { dense, pruned } = measures;
  if (zeroShare(pruned) - zeroShare(dense) < 0.05) return [];
  if ((pruned.sparseWeights ?? 0) > 0) {
    return [`${percent(zeroShare(pruned), 0)} of the ${pruned.parameters.toLocaleString('en')} remaining parameters are zero; the file leaves out those of ${String(pruned.sparseWeights ?? 0)} tensors (sparse storage: file ${change(dense.fileBytes, pruned.fileBytes)}, gzip ${change(dense.gzipBytes, pruned.gzipBytes)}). onnxruntime makes them dense at load: memory and latency are those of dense weights.`];
  }
  return [`${percent(zeroShare(pruned), 0)} of the ${pruned.parameters.toLocaleString('en')} remaining parameters are zero. Zeros shrink compressed bytes only (gzip ${change(dense.gzipBytes, pruned.gzipBytes)}, file ${change(dense.fileBytes, pruned.fileBytes)}); they do not speed up dense kernels.`];
}

/** The commonest complaint about pruners, said before it is made. */
function slowInSpite(model: ModelReport): string[] {
  const { measures } = model;
  if (measures === null || measures.speedup === null || measures.dense.macs === null || measures.pruned.macs === null) return [];
  const { ratio, noiseFloor: floor } = measures.speedup;
  const fewer = 1 - measures.pruned.macs / Math.max(1, measures.dense.macs);
  if (fewer < 0.1 || (ratio > 1 && !insideFloor(model))) return [];
  if (floor > LOUD) {
    return [`MACs fell by ${percent(fewer, 0)}; whether latency did too is lost in the noise of this machine (${factor(ratio)}, inside the ±${noiseFloor(floor)} noise floor): time it on a quieter one, or with more \`latency.runs\`.`];
  }
  const how = insideFloor(model) ? `${factor(ratio)}, inside the ±${noiseFloor(floor)} noise floor` : factor(ratio);
  return [`MACs fell by ${percent(fewer, 0)}, but latency did not (${how})${profileWords(measures)}.`];
}

/** A noise floor above which nothing is said of why. */
const LOUD = 0.1;

/** Kernels that multiply, by the names that onnxruntime's optimizer gives them: MatMul and Add run as FusedGemm. */
const MULTIPLYING = /Conv|Gemm|MatMul|Attention|LSTM|GRU|RNN|Einsum/u;

/** Operators named in a sentence. */
const MOST_OPERATORS = 3;

/** Where the time went, which is why. */
function profileWords({ dense, pruned }: MeasurePair): string {
  const [before, after] = [dense.operators ?? [], pruned.operators ?? []];
  if (after.length === 0) return ': channel counts that do not fill a kernel\'s blocks, or layers that move memory rather than multiply, cost as much as before';
  const sum = (operators: readonly OperatorTime[]): number => operators.reduce((total, { ms }) => total + ms, 0);
  const parts = after.slice(0, MOST_OPERATORS).map(({ operator, ms }) => `${operator} ${milliseconds(before.find((one) => one.operator === operator)?.ms ?? 0, ms)}`);
  const multiplying = after.filter(({ operator }) => MULTIPLYING.test(operator) || operator in pruned.macsByOperator);
  const share = 1 - sum(multiplying) / Math.max(sum(after), Number.MIN_VALUE);
  const why = share > 0.5 ? `${percent(share, 0)} of its time goes to operators that multiply nothing` : 'channel counts that do not fill a kernel\'s blocks cost as much as full ones';
  return `. By onnxruntime's profile: ${parts.join(', ')}, of ${milliseconds(sum(before), sum(after))} in all; ${why}`;
}

/** An error as one line: what, where, what to do. */
export function errorParts(error: ReportError): { code: string; text: string; where: string | null; fix: string | null } {
  const during = error.stage === null ? '' : ` (during ${error.stage})`;
  return { code: error.code, text: `${error.message}${during}`, where: error.where, fix: error.fix };
}
