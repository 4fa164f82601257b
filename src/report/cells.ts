/**
 * What a model came to, as short texts: each figure with its limit and its uncertainty next to it. The same texts
 * serve the table of the comment and the terminal; they hold no names from models.
 */
import { bytes, change, counts, decimalsToTell, factor, fixed, inUnit, limitInUnit, milliseconds, percent, significant, trimmed, twoSided } from './format.js';
import type { CheckResult, Measures, MetricResult, ModelReport } from './types.js';

/** Metrics that people read as percentages. */
const SHARES: ReadonlySet<string> = new Set(['accuracy', 'balanced-accuracy', 'macro-f1', 'iou', 'agreement']);

export interface Cell {
  readonly label: string;
  readonly text: string;
  /** The worst outcome of the checks that the cell shows; undefined where nothing is limited. */
  readonly outcome: CheckResult['outcome'] | undefined;
}

/** The metrics to show: those with a check, or the first one. */
export function shownMetrics(model: ModelReport): readonly MetricResult[] {
  const checked = model.metrics.filter(({ id }) => checksOf(model, id).length > 0);
  return checked.length > 0 ? checked : model.metrics.slice(0, 1);
}

export function metricCell(model: ModelReport, metric: MetricResult): Cell {
  const checks = checksOf(model, metric.id);
  const text = metric.dense === null || metric.pruned === null ? notMeasured(model, metric) : metricText(metric, metric.dense, metric.pruned, checks);
  return { label: metric.id, text, outcome: worst(checks) };
}

function notMeasured(model: ModelReport, { dense, pruned, metric }: MetricResult): string {
  const show = (value: number | null) => value === null ? 'no value' : levelText(metric, value);
  // `evaluate` of the dense model alone has no other side.
  if (dense !== null && pruned === null && model.measures === null && model.verdict === 'PASS') return show(dense);
  return dense === null && pruned === null ? 'no value' : `${show(dense)} → ${show(pruned)}`;
}

const isShare = (metric: string): boolean => SHARES.has(metric);

export function levelText(metric: string, value: number): string {
  return isShare(metric) ? percent(value) : significant(value, 4);
}

function metricText(metric: MetricResult, dense: number, pruned: number, checks: readonly CheckResult[]): string {
  const share = isShare(metric.metric);
  const both = share
    ? `${fixed(dense * 100, shareDecimals(metric))} → ${percent(pruned, shareDecimals(metric))}`
    : `${significant(dense, 4)} → ${significant(pruned, 4)}`;
  return `${both} (${[moved(metric, pruned - dense), interval(metric), ...checks.map((check) => metricLimit(check, metric))].filter((part) => part !== '').join('; ')})`;
}

/** A difference of two values of the metric, with its sign: `−1.2 pp`. */
export function differenceText(metric: string, difference: number, unit: boolean): string {
  if (!isShare(metric)) return significant(difference, 3, { sign: true });
  return `${fixed(difference * 100, 1, { sign: true })}${unit ? ' pp' : ''}`;
}

/** One decimal, or two where the drop is smaller than that shows. */
function shareDecimals({ drop }: MetricResult): number {
  return drop !== null && drop !== 0 && Math.abs(drop) < 0.0005 ? 2 : 1;
}

function moved(metric: MetricResult, difference: number): string {
  if (!isShare(metric.metric)) return significant(difference, 3, { sign: true });
  return `${fixed(difference * 100, shareDecimals(metric), { sign: true })} pp`;
}

/** In the direction of the metric: where higher is better, a drop of 2 to 5 is a change of −5 to −2. */
function interval(metric: MetricResult): string {
  if (metric.dropInterval === null) return '';
  const { low, high } = metric.dropInterval;
  const ends = metric.higherIsBetter ? [-high, -low] : [low, high];
  const show = (end: number) => isShare(metric.metric) ? fixed(end * 100, shareDecimals(metric), { sign: true }) : significant(end, 3, { sign: true });
  return `${twoSided(metric.confidence)} ${ends.map(show).join(' to ')}`;
}

/** A drop's limit is written as the change it allows; a level's with its side. */
function metricLimit(check: CheckResult, metric: MetricResult): string {
  const worst = /\.(?<what>class|slice)-drop$/u.exec(check.check)?.groups?.what;
  if (worst !== undefined) {
    const allowed = `limit ${limitInUnit(metric.higherIsBetter ? -check.limit : check.limit, check.unit)}`;
    return check.value === null ? `worst ${worst}: ${allowed}` : `worst ${worst} ${inUnit(metric.higherIsBetter ? -check.value : check.value, check.unit, [check.limit])}, ${allowed}`;
  }
  const since = /\.(?<what>regression|drift)$/u.exec(check.check)?.groups?.what;
  if (since !== undefined) return `${since} ${check.value === null ? 'unknown' : inUnit(check.value, check.unit, [check.limit])}, limit ${limitText(check)}`;
  if (!check.check.endsWith('.drop')) return `limit ${check.bound === 'min' ? '≥' : '≤'} ${limitText(check)}`;
  const allowed = metric.higherIsBetter ? -check.limit : check.limit;
  if (check.unit === 'pp') return `limit ${fixed(allowed * 100, decimalsToTell([allowed * 100, (metric.drop ?? 0) * (metric.higherIsBetter ? -100 : 100)], 1), { sign: true })}`;
  if (check.unit === 'relative') return `limit ${trimmed(allowed * 100, { sign: true })} % of dense`;
  return `limit ${significant(allowed, 3, { sign: true })}`;
}

/** The limit in its unit, from the number, so that no text of the policy slips through. */
export const limitText = ({ limit, unit }: CheckResult): string => limitInUnit(limit, unit);

type Countable = 'fileBytes' | 'gzipBytes' | 'parameters' | 'nonZeros' | 'macs';

/** Said where a file is not all dense, since its bytes are then no measure of what is loaded. */
const storage = ({ measures }: ModelReport): string[] => ((measures?.pruned.sparseWeights ?? 0) > 0 ? ['sparse storage'] : []);

function countedCell(model: ModelReport, label: string, subject: string, key: Countable, show: (...values: number[]) => string, remarks: readonly string[] = []): Cell {
  const checks = checksOf(model, subject);
  const dense = model.measures?.dense[key] ?? null;
  const pruned = model.measures?.pruned[key] ?? null;
  if (dense === null || pruned === null) return { label, text: 'not measured', outcome: worst(checks) };
  const parts = [change(dense, pruned), ...remarks, ...checks.map(countedLimit)];
  return { label, text: `${show(dense, pruned)} (${parts.join('; ')})`, outcome: worst(checks) };
}

function countedLimit(check: CheckResult): string {
  if (check.check.endsWith('.regression')) return `since the base ${check.value === null ? 'unknown' : percent(check.value, 1, { sign: true })}, limit +${limitText(check)}`;
  if (!check.check.endsWith('.reduction')) return `limit ${limitText(check)}`;
  return check.unit === 'x' ? `limit ${limitText(check)}` : `limit ${trimmed(-check.limit * 100)} %`;
}

const MEMORY_CELLS = [
  { label: 'flash', subject: 'flash', key: 'flashBytes' }, { label: 'RAM', subject: 'ram', key: 'ramBytes' },
  { label: 'resident', subject: 'resident', key: 'residentBytes' },
] as const;

/** What the model needs of a device: where a limit speaks of it. */
function memoryCells(model: ModelReport): Cell[] {
  return MEMORY_CELLS.flatMap(({ label, subject, key }) => {
    const checks = checksOf(model, subject);
    if (checks.length === 0) return [];
    const [dense, pruned] = [model.measures?.dense.memory?.[key] ?? null, model.measures?.pruned.memory?.[key] ?? null];
    const text = dense === null || pruned === null ? 'not measured' : `${bytes(dense, pruned)} (${[change(dense, pruned), ...checks.map(countedLimit)].join('; ')})`;
    return [{ label, text, outcome: worst(checks) }];
  });
}

export const sizeCell = (model: ModelReport): Cell => countedCell(model, 'size', 'size', 'fileBytes', bytes, storage(model));
export const gzipCell = (model: ModelReport): Cell => countedCell(model, 'size, gzip', 'gzip', 'gzipBytes', bytes);
export const parametersCell = (model: ModelReport): Cell => countedCell(model, 'parameters', 'params', 'parameters', counts);
export const nonZerosCell = (model: ModelReport): Cell => countedCell(model, 'non-zeros', 'nonzeros', 'nonZeros', counts);
export const macsCell = (model: ModelReport): Cell => countedCell(model, 'MACs', 'macs', 'macs', counts);

export function latencyCell(model: ModelReport): Cell {
  const checks = checksOf(model, 'latency');
  const dense = model.measures?.dense.latency?.medianMs;
  const pruned = model.measures?.pruned.latency?.medianMs;
  if (dense === undefined || pruned === undefined) return { label: 'latency', text: 'not measured', outcome: worst(checks) };
  const parts = [...speedupParts(model), ...checks.map((check) => `limit ${limitText(check)}`)];
  return { label: 'latency', text: `${milliseconds(dense, pruned)}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}`, outcome: worst(checks) };
}

function speedupParts(model: ModelReport): string[] {
  const speedup = model.measures?.speedup ?? null;
  if (speedup === null) return [];
  const ends = `${fixed(speedup.low, 2)} to ${fixed(speedup.high, 2)}`;
  return [factor(speedup.ratio), insideFloor(model) ? `inside the ±${noiseFloor(speedup.noiseFloor)} noise floor` : `CI ${ends}`];
}

export const noiseFloor = (floor: number): string => percent(floor, floor < 0.095 ? 1 : 0);

/** True where dense and pruned cannot be told apart by time on this machine: the widened interval holds 1. */
export function insideFloor({ measures }: ModelReport): boolean {
  const speedup = measures?.speedup ?? null;
  if (speedup === null) return false;
  const floor = 1 + speedup.noiseFloor;
  return speedup.low / floor <= 1 && speedup.high * floor >= 1;
}

export function checksOf(model: ModelReport, subject: string): readonly CheckResult[] {
  return model.checks.filter(({ check }) => check.slice(0, check.lastIndexOf('.')) === subject);
}

const BADNESS: readonly CheckResult['outcome'][] = ['pass', 'inconclusive', 'fail', 'error'];

function worst(checks: readonly CheckResult[]): CheckResult['outcome'] | undefined {
  return checks.length === 0 ? undefined : BADNESS[Math.max(...checks.map(({ outcome }) => BADNESS.indexOf(outcome)))];
}

/** Share of the weights that are zero. */
export const zeroShare = ({ nonZeros, parameters }: Measures): number => 1 - nonZeros / Math.max(1, parameters);

/** The measured figures worth showing: size and MACs always, the others where limited or where they tell more. */
export function measureCells(model: ModelReport): readonly Cell[] {
  const { measures } = model;
  const limited = (subject: string) => checksOf(model, subject).length > 0;
  const sparse = measures !== null && zeroShare(measures.pruned) - zeroShare(measures.dense) >= 0.05;
  const timed = measures !== null && measures.dense.latency !== null;
  return [
    sizeCell(model),
    ...(limited('gzip') || sparse ? [gzipCell(model)] : []),
    ...(limited('latency') || timed ? [latencyCell(model)] : []),
    macsCell(model),
    ...(limited('params') ? [parametersCell(model)] : []),
    ...(limited('nonzeros') || sparse ? [nonZerosCell(model)] : []),
    ...memoryCells(model),
  ];
}
