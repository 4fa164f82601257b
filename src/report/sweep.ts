/** The trade-off curve of a sweep: the table first, then a chart that GitHub draws. */
import { bytes, counts, factor, milliseconds, percent, points as inPoints } from './format.js';
import { code } from './escape.js';
import type { SweepPoint, SweepReport } from './types.js';

const HEADER = ['cut', 'metric', 'drop', 'MACs', 'parameters', 'size', 'latency', ''] as const;

/** Rows of cells: header, the dense model, each point. Plain text, ours and figures alone. */
export function sweepRows({ metric, cost, dense, points, knee }: SweepReport): string[][] {
  const header: string[] = [...HEADER];
  header[1] = metric;
  const first = ['dense', shareText(dense.value), '', counts(dense.macs), counts(dense.parameters), bytes(dense.fileBytes), milliseconds(points[0]?.denseMs ?? NaN), ''];
  return [header, first, ...points.map((point) => pointRow(point, cost, knee))];
}

function pointRow(point: SweepPoint, cost: SweepReport['cost'], knee: number | null): string[] {
  const { drop, dropInterval: interval, speedup } = point;
  const dropText = drop === null ? '' : `${inPoints(drop)}${interval === null ? '' : ` (${inPoints(interval.low)} to ${inPoints(interval.high)})`}`;
  return [
    `${factor(point.factor)} ${cost}`, shareText(point.value), dropText, counts(point.macs), counts(point.parameters), bytes(point.fileBytes),
    `${milliseconds(point.latencyMs)} (${factor(speedup.ratio)})`, point.factor === knee ? 'knee' : '',
  ];
}

const shareText = (value: number | null): string => (value === null ? 'no value' : percent(value));

export function sweepNote({ samples, metric, stopped, knee, part }: SweepReport): string {
  const parts = [
    `On ${String(samples)} calibration samples that neither fitted nor decided anything${metric === 'agreement' ? ' (agreement with the dense model, since they have no labels)' : ''}; the held-out samples took no part.`,
    part !== undefined ? `Part ${String(part.index)} of ${String(part.count)} of the curve: \`prune-gate sweep --merge\` puts the parts together, and finds the knee.`
      : knee === null ? 'The curve has no knee: no point stands out above the line from the dense model to the last.' : `Knee: ${factor(knee)}, the point farthest above the line from the dense model to the last.`,
    ...(stopped === null ? [] : ['The next point could not be reached.']),
  ];
  return parts.join(' ');
}

export function sweepMarkdown(sweep: SweepReport): string {
  const [header = [], ...rows] = sweepRows(sweep);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(header), line(header.map(() => '---')), ...rows.map((cells) => line(cells.map((cell) => (cell === 'knee' ? '**knee**' : cell))))].join('\n');
  const models = `Models and plans: ${sweep.points.map(({ folder }) => code(folder)).join(', ')}.`;
  return [sweepNote(sweep), table, `<details><summary>Chart</summary>\n\n${chartOf(sweep)}\n\n</details>`, models].join('\n\n');
}

/** Mermaid's xychart draws one line over named places: quality, then speed, over the share of multiply-adds that is left. */
function chartOf({ metric, dense, points }: SweepReport): string {
  const places = ['"100 %"', ...points.map(({ macs }) => `"${(100 * macs / dense.macs).toFixed(0)} %"`)];
  const quality = [dense.value, ...points.map(({ value }) => value)].map((value) => 100 * (value ?? 0));
  const speed = [1, ...points.map(({ speedup }) => speedup.ratio)];
  return [chart(metric, `${metric} (%)`, places, quality), chart('speed-up', 'dense over pruned', places, speed)].join('\n\n');
}

function chart(title: string, axis: string, places: readonly string[], values: readonly number[]): string {
  const [low, high] = [Math.floor(Math.min(...values)), Math.ceil(Math.max(...values))];
  return [
    '```mermaid', 'xychart-beta', `  title "${title} over multiply-adds left"`, `  x-axis [${places.join(', ')}]`,
    `  y-axis "${axis}" ${String(low)} --> ${String(Math.max(high, low + 1))}`, `  line [${values.map((value) => value.toFixed(2)).join(', ')}]`, '```',
  ].join('\n');
}
