/** bench/quality.md from its rows. */
import { pairedDrop } from './paired.js';
import type { Drop } from './paired.js';
import type { QualityCase } from './cases.js';
import type { Measured, Method, Row } from './row.js';

export interface Sheet {
  readonly machine: string;
  readonly cases: readonly QualityCase[];
  readonly seeds: readonly number[];
  readonly rows: (given: QualityCase) => readonly Row[];
}

export function renderQuality({ machine, cases, seeds, rows }: Sheet): string {
  return [
    '# What pruning costs in quality', '',
    `Made by \`npm run bench:quality\`: the numbers that the engine is to reach, every setting the policy's default, mean of ${String(seeds.length)} seeds where as many are given.`, '',
    `Machine: ${machine}.`, '',
    'A seed draws the calibration split that decides. Calibration data alone is used to choose and fit: no labels, no gradient steps.',
    'The held-out samples are seen once, at the end; the interval (90 %) is over them, paired, of the mean over the seeds.',
    'Beside it, with the same budget and one seed: norms of weights one shot (`l1`, spread evenly, no repair; for zeros, global magnitude),',
    'and `l2` with mean shift. Accuracy in percent, drops in points.', '',
    ...table(
      ['model', 'cut asked for', 'MACs', 'dense', 'l1 one shot', 'l2 + mean shift', 'prune-gate', 'seeds', 'drop (90 % interval)', 'to reach (stretch)', ''],
      cases.map((given) => line(given, rows(given))),
    ), '',
    '## Output loss on calibration split B after each step', '',
    'What was decided on, first seed; in parentheses what was tried and dropped.', '',
    ...ladders(cases, rows), '',
    ...speedups(cases, rows),
    ...refusals(cases, rows),
  ].join('\n');
}

export const percent = (value: number): string => (100 * value).toFixed(2);

export function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...body].map((cells) => `| ${cells.join(' | ')} |`);
}

export const measured = (rows: readonly Row[], method: Method): Measured[] => rows.filter((row): row is Measured => row.status === 'measured' && row.method === method);

function line(given: QualityCase, rows: readonly Row[]): string[] {
  const engine = measured(rows, 'engine');
  const [plain, shifted] = [measured(rows, 'plain')[0], measured(rows, 'shifted')[0]];
  const [first] = engine;
  const after = (row: Measured | undefined): string => (row === undefined ? '' : percent(shareRight(row.pruned)));
  if (first === undefined) return [given.name, given.cut, '', '', after(plain), after(shifted), rows.some(({ status }) => status === 'refused') ? 'refused' : 'not measured', '', '', wanted(given), ''];
  const drop = pairedDrop(engine);
  const macs = engine.reduce((sum, row) => sum + row.macs, 0) / engine.length;
  return [
    given.name, given.cut, `${macs.toFixed(2)}x`, percent(shareRight(first.dense)), after(plain), after(shifted), percent(shareRight(first.dense) - drop.mean),
    String(engine.length), `${percent(drop.mean)} (${percent(drop.low)} to ${percent(drop.high)})`, wanted(given), verdict(given, drop, first, shifted),
  ];
}

export const shareRight = (bits: string): number => [...bits].filter((bit) => bit === '1').length / bits.length;

export function wanted({ limit }: QualityCase): string {
  if (limit === 'relative') return 'half of l2 + mean shift, or 1 standard error';
  return `${limit.points.toFixed(1)}${limit.stretch === undefined ? '' : ` (${limit.stretch.toFixed(1)})`}`;
}

export function verdict({ limit }: QualityCase, { mean }: Drop, { dense }: Measured, shifted: Measured | undefined): string {
  if (limit !== 'relative') {
    if (limit.stretch !== undefined && 100 * mean <= limit.stretch) return 'stretch reached';
    return 100 * mean <= limit.points ? 'reached' : 'missed';
  }
  if (shifted === undefined) return '';
  const right = shareRight(dense);
  const error = Math.sqrt((right * (1 - right)) / dense.length);
  return mean <= Math.max((right - shareRight(shifted.pruned)) / 2, error) ? 'reached' : 'missed';
}

function ladders(cases: readonly QualityCase[], rows: (given: QualityCase) => readonly Row[]): string[] {
  return cases.flatMap((given) => {
    const [first] = measured(rows(given), 'engine');
    return first === undefined ? [] : [ladder(given.name, first)];
  });
}

export function ladder(name: string, row: Measured): string {
  const rungs = row.ladder.filter(({ step }) => step !== 'dense').map(({ step, loss, accepted }) => {
    const text = `${step} ${loss === null ? 'not finite' : loss.toFixed(4)}`;
    return accepted ? text : `(${text})`;
  });
  return `- ${name}, ${String(row.calibrationSamples)} calibration samples, ${row.seconds.toFixed(0)} s: ${rungs.join(', ')}`;
}

function speedups(cases: readonly QualityCase[], rows: (given: QualityCase) => readonly Row[]): string[] {
  const timed = cases.flatMap((given) => measured(rows(given), 'engine').flatMap(({ seed, speedups: own }) => own.map(({ batch, ratio, low, high }) => {
    const least = given.speedups?.get(batch) ?? 0;
    return [given.name, String(seed), String(batch), `${ratio.toFixed(2)}x (${low.toFixed(2)} to ${high.toFixed(2)})`, `${least.toFixed(1)}x`, ratio >= least ? 'reached' : 'missed'];
  })));
  if (timed.length === 0) return [];
  return ['## Speed on one thread', '', ...table(['model', 'seed', 'batch', 'speedup (90 % interval)', 'to reach', ''], timed), ''];
}

function refusals(cases: readonly QualityCase[], rows: (given: QualityCase) => readonly Row[]): string[] {
  const lines = cases.flatMap((given) => rows(given).flatMap((row) => (row.status === 'refused' ? [`- ${given.name}, ${row.method}, seed ${String(row.seed)}: \`${row.code}\`: ${row.reason}`] : [])));
  return lines.length === 0 ? [] : ['## Refused', '', ...lines, ''];
}
