/** How a change moved the numbers of the commit it is based on: a folded table, for people. No verdict looks at it. */
import { NAME_LIMIT, prose } from './escape.js';
import { bytes, percent } from './format.js';
import type { ModelReport, Report } from './types.js';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Empty where no model has figures in both. The baseline comes from a cache: what is no number is left out. */
export function baselineTable(report: Report, baseline: Report, most: number): string {
  const rows = report.models.flatMap((model) => {
    const before = baseline.models.find((one) => one.name === model.name);
    const cells = before === undefined ? [] : [...metricCells(before, model), sizeCell(before, model)].filter((cell) => cell !== '');
    return cells.length === 0 ? [] : [`| ${prose(model.name, NAME_LIMIT)} | ${cells.join('; ')} |`];
  });
  if (rows.length === 0) return '';
  const more = rows.length > most ? [`\n… and ${rows.length - most} more.`] : [];
  return ['| model | pruned, base commit → this change |', '| --- | --- |', ...rows.slice(0, most), ...more].join('\n');
}

function metricCells(before: ModelReport, now: ModelReport): string[] {
  return now.metrics.map((metric) => {
    const old = (before.metrics ?? []).find(({ id }) => id === metric.id)?.pruned;
    if (!isNumber(old) || !isNumber(metric.pruned)) return '';
    return `${prose(metric.id, NAME_LIMIT)} ${shown(old)} → ${shown(metric.pruned)}`;
  });
}

/** Shares as percent; anything else as it is. */
const shown = (value: number): string => (value >= 0 && value <= 1 ? percent(value, 1) : String(Number(value.toPrecision(4))));

function sizeCell(before: ModelReport, now: ModelReport): string {
  const old = before.measures?.pruned?.fileBytes;
  const size = now.measures?.pruned.fileBytes;
  return isNumber(old) && isNumber(size) ? `size ${bytes(old, size)}` : '';
}
