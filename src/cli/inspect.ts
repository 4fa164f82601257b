/** The view of `inspect`: one row a group, what it holds, and why it cannot be pruned where it cannot. */
import pc from 'picocolors';
import { plain } from '../report/escape.js';
import { counts, grouped } from '../report/format.js';
import type { GroupReport, ModelReport, Report } from '../report/types.js';

export interface InspectStyle {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export function renderInspect(report: Report, style: InspectStyle): string {
  return `${report.models.map((model) => modelText(model, style)).join('\n\n')}\n`;
}

function modelText(model: ModelReport, style: InspectStyle): string {
  const colors = pc.createColors(style.color);
  const prunable = model.groups.filter((group) => group.status !== 'refused');
  const refused = model.groups.filter((group) => group.status === 'refused');
  const parts = [`${colors.bold(plain(model.path))}: ${totals(prunable)}`];
  if (prunable.length > 0) parts.push(table(prunable, style), colors.dim(SHARES));
  if (refused.length > 0) parts.push(`Cannot be pruned:\n${refused.map((group) => refusalLine(group, style)).join('\n')}`);
  if (model.groups.length === 0) parts.push('Nothing in this model can be pruned.');
  parts.push(...model.notes.map((note) => colors.dim(plain(note))));
  return parts.join('\n\n');
}

/** One layer's outputs are the next one's inputs: each layer is counted once. */
const SHARES = 'Parameters and MACs are of the layers that make a group\'s channels;\nthe layers that read those shrink with them.';

function totals(prunable: readonly GroupReport[]): string {
  const units = prunable.reduce((sum, group) => sum + group.units, 0);
  return `${prunable.length} prunable ${prunable.length === 1 ? 'group' : 'groups'} with ${grouped(units)} units`;
}

const HEADINGS = ['group', 'kind', 'units', 'parameters', 'MACs'] as const;
/** Columns that read better flush left. */
const TEXT_COLUMNS = 2;
const GAP = '  ';

function table(groups: readonly GroupReport[], style: InspectStyle): string {
  const rows = groups.map((group) =>
    [plain(group.name, style.width), plain(group.kind, 24), grouped(group.units), grouped(group.parameters), counts(group.macs)]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.max(HEADINGS[0].length, Math.min(widths[0] ?? 0, style.width - others));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column < TEXT_COLUMNS ? plain(cell, width).padEnd(width) : cell.padStart(width);
  }).join(GAP).trimEnd();
  return [pc.createColors(style.color).dim(line(HEADINGS)), ...rows.map(line)].join('\n');
}

function refusalLine(group: GroupReport, style: InspectStyle): string {
  const units = group.units > 0 ? ` (${grouped(group.units)} units)` : '';
  return `  ${plain(group.name, Math.floor(style.width / 2))}${units}: ${plain(group.reason)}`;
}
