/** bench/results.md from its rows. */
import type { BenchCase } from './cases.js';
import type { DenseRow, Kept, Measured, Row } from './row.js';

/** Points by which a dense metric may differ from its README. */
export const TOLERANCE_POINTS = 0.2;
const STEPS = ['pruned', '+ bias', '+ refit', '+ sequential', '+ statistics'];

export interface Sheet {
  readonly machine: string;
  readonly cases: readonly BenchCase[];
  readonly dense: readonly Kept<DenseRow>[];
  readonly rows: readonly Kept<Row>[];
  /** Rows that are not measured yet. */
  readonly missing: readonly string[];
}

export function renderResults({ machine, cases, dense, rows, missing }: Sheet): string {
  const remarks = cases.filter((each) => each.remark !== undefined).map(({ name, remark }) => `- ${name}: ${remark ?? ''}.`);
  return [
    '# Results on real models', '',
    'Made by `npm run bench:results`; every model of the shared data, every setting the policy\'s default.', '',
    `Machine: ${machine}. Latency is one sample on one thread unless the policy says otherwise, dense and pruned interleaved.`, '',
    'The held-out figures are reported, never used to choose: every decision is made on calibration data. A step in',
    'parentheses was tried and dropped, since the loss on the second calibration split did not fall; the figure is that of',
    'the model without it. Metrics in percent. *At* is the commit that measured a row (`--fresh` measures again).', '',
    '## Dense models against their READMEs', '', ...denseTable(dense), '',
    '## Held-out metric along the ladder', '', ...ladderTable(rows), '',
    '## Size, speed, time, proof', '', ...costTable(rows), '',
    ...(rows.some(({ status }) => status === 'refused') ? ['## Not reached', '', ...refusals(rows), ''] : []),
    ...(missing.length > 0 ? ['## Not measured yet', '', missing.join(', '), ''] : []),
    ...(remarks.length > 0 ? ['## Remarks', '', ...remarks, ''] : []),
  ].join('\n');
}

const percent = (value: number | null, digits = 2): string => (value === null ? 'none' : (100 * value).toFixed(digits));

function table(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  return [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...body].map((cells) => `| ${cells.join(' | ')} |`);
}

function denseTable(dense: readonly Kept<DenseRow>[]): string[] {
  return table(['model', 'metric', 'README', 'measured', 'rows', 'at'], dense.filter(({ metric }) => metric !== 'agreement' && metric !== 'cosine').map((row) =>
    [row.name, row.metric, row.expected === null ? 'none' : percent(row.expected), percent(row.value), String(row.samples), row.commit]));
}

function ladderTable(rows: readonly Kept<Row>[]): string[] {
  return table(['model', 'fewer MACs', 'metric', 'dense', ...STEPS, 'drop, pp (90 % interval)', 'at'], rows.map((row) => {
    if (row.status === 'refused') return [row.name, `${row.factor}x`, '', '', 'not reached', '', '', '', '', '', row.commit];
    const rungs = new Map(row.ladder.map((rung) => [rung.step, rung]));
    const cells = STEPS.map((step) => {
      const rung = rungs.get(step);
      if (rung === undefined) return '';
      return rung.accepted ? percent(rung.heldout) : `(${percent(rung.heldout)})`;
    });
    const drop = row.drop === null ? '' : `${percent(row.drop.value)} (${percent(row.drop.low)} to ${percent(row.drop.high)})`;
    return [row.name, `${row.macs.toFixed(2)}x`, row.metric, percent(row.dense), ...cells, drop, row.commit];
  }));
}

function costTable(rows: readonly Row[]): string[] {
  const head = ['model', 'fewer MACs', 'file, kB', 'gzip, kB', 'latency, ms', 'speedup (interval; noise)', 'seconds: prune + repair', 'groups pruned / kept / refused', 'calibration + held-out samples', 'proof: values, worst'];
  return table(head, rows.filter((row): row is Measured => row.status === 'measured').map((row) => [
    row.name, `${row.macs.toFixed(2)}x`, pair(row.bytes, 1000, 0), pair(row.gzip, 1000, 0), pair(row.latency, 1, 2),
    `${row.speedup.ratio.toFixed(2)}x (${row.speedup.low.toFixed(2)} to ${row.speedup.high.toFixed(2)}; ${percent(row.speedup.noiseFloor, 0)} %)`,
    `${row.seconds.prune.toFixed(1)} + ${row.seconds.repair.toFixed(1)}`,
    `${row.groups.pruned} / ${row.groups.kept} / ${row.groups.refused}`,
    `${row.calibrationSamples} + ${row.samples}`,
    `${row.proof.holds ? 'holds' : 'FAILED'}: ${row.proof.values}, ${row.proof.worst.toExponential(0)}`,
  ]));
}

const pair = ([dense, pruned]: readonly [number, number], unit: number, digits: number): string => `${(dense / unit).toFixed(digits)} to ${(pruned / unit).toFixed(digits)}`;

function refusals(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.status === 'refused' ? [`- ${row.name} at ${row.factor}x: \`${row.code}\`: ${row.reason}`] : []));
}
