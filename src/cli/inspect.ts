/** The view of `inspect`: one row a group, what it holds, and why it cannot be pruned where it cannot. */
import pc from 'picocolors';
import type { GroupReport, ModelReport, Report, ReportError } from '../report/types.js';
import { printable, shorten } from './text.js';

export interface InspectStyle {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const count = (value: number): string => Math.round(value).toString().replace(/\B(?=(?:\d{3})+$)/gu, ' ');

/** 2.7 M, 41 k: three significant digits are enough to see where the cost is. */
export function short(value: number): string {
  const SCALES: readonly (readonly [number, string])[] = [[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']];
  for (const [scale, letter] of SCALES) {
    if (value >= scale) return `${Number((value / scale).toPrecision(3))} ${letter}`;
  }
  return count(value);
}

export function renderInspect(report: Report, style: InspectStyle): string {
  const parts = [...report.errors.map((error) => errorText(error, style)),
    ...report.models.map((model) => modelText(model, style))];
  return `${parts.join('\n\n')}\n`;
}

function modelText(model: ModelReport, style: InspectStyle): string {
  const colors = pc.createColors(style.color);
  const prunable = model.groups.filter((group) => group.status !== 'refused');
  const refused = model.groups.filter((group) => group.status === 'refused');
  const parts = [colors.bold(printable(model.path)) + totals(model, prunable)];
  parts.push(...model.errors.map((error) => errorText(error, style)));
  if (prunable.length > 0) parts.push(table(prunable, style));
  if (refused.length > 0) parts.push(`Cannot be pruned:\n${refused.map((group) => refusalLine(group, style)).join('\n')}`);
  if (model.groups.length === 0 && model.errors.length === 0) parts.push('Nothing in this model can be pruned.');
  parts.push(...model.notes.map((note) => colors.dim(printable(note))));
  return parts.join('\n\n');
}

function totals(model: ModelReport, prunable: readonly GroupReport[]): string {
  const dense = model.measures?.dense;
  const figures = dense === undefined ? [] : [
    `${count(dense.parameters)} parameters`,
    ...(dense.macs === null ? [] : [`${short(dense.macs)} MACs`]),
  ];
  const units = prunable.reduce((sum, group) => sum + group.units, 0);
  return `: ${[...figures, `${prunable.length} prunable groups with ${count(units)} units`].join(', ')}`;
}

const HEADINGS = ['group', 'kind', 'units', 'parameters', 'MACs'] as const;

function table(groups: readonly GroupReport[], style: InspectStyle): string {
  const rows = groups.map((group) => [
    printable(group.name), printable(group.kind), count(group.units), count(group.parameters), short(group.macs),
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  const nameWidth = Math.max(HEADINGS[0].length, Math.min(widths[0] ?? 0, style.width - others));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => {
    if (column === 0) return shorten(cell, nameWidth).padEnd(nameWidth);
    return column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  }).join('  ').trimEnd();
  return [pc.createColors(style.color).dim(line(HEADINGS)), ...rows.map(line)].join('\n');
}

function refusalLine(group: GroupReport, style: InspectStyle): string {
  const units = group.units > 0 ? ` (${count(group.units)} units)` : '';
  return `  ${shorten(printable(group.name), Math.floor(style.width / 2))}${units}: ${printable(group.reason)}`;
}

export function errorText(error: ReportError, style: InspectStyle): string {
  const colors = pc.createColors(style.color);
  const where = error.where === null ? '' : `\n  at ${printable(error.where)}`;
  const fix = error.fix === null ? '' : `\n  ${printable(error.fix)}`;
  return `${colors.red(`ERROR ${printable(error.code)}`)}: ${printable(error.message)}${where}${fix}`;
}
