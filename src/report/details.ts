/** The folded parts of the Markdown report. */
import { limitText } from './cells.js';
import { code, NAME_LIMIT, prose } from './escape.js';
import { bytes, grouped, inUnit, milliseconds, percent, rangeInUnit, significant, trimmed, twoSided } from './format.js';
import type { Budget } from './markdown.js';
import { EXPLAIN_NOTE, explainRows } from './explain.js';
import { lostMost } from './slices.js';
import type { CheckResult, Energy, GroupReport, LadderStep, LatencySummary, Memory, MetricResult, ModelReport, OperatorTime, Report, TimedSetting } from './types.js';

export interface Detail {
  /** Ours, not escaped. */
  readonly title: string;
  readonly body: string;
}

type Section = (model: ModelReport, rows: number, report: Report) => string;

/** In order of appearance; of what does not fit, the last goes first. */
const SECTIONS: readonly { readonly title: string; readonly section: Section; readonly note?: string }[] = [
  { title: 'Claims of the report', section: verificationTable },
  { title: 'Groups explained', section: explainTable, note: EXPLAIN_NOTE },
  { title: 'Checks', section: checksTable },
  {
    title: 'Slices that lost most', section: slicesTable,
    note: 'The same metrics on parts of the held-out samples. Pruning tends to hurt rare classes first; an interval of few samples is wide.',
  },
  {
    title: 'What cutting cost and what repair won back', section: ladderTable,
    note: 'Squared error of the output over its variance, on calibration samples that fitted nothing. The held-out samples decide nothing here.',
  },
  { title: 'How this was measured', section: measuredList },
  { title: 'Layers: pruned, kept, refused, and why', section: groupsTable },
];

export function detailsOf(report: Report, budget: Budget): Detail[] {
  return SECTIONS.slice(0, budget.details).flatMap(({ title, section, note }) => {
    const bodies = report.models.flatMap((model) => {
      const body = section(model, budget.tableRows, report);
      return body === '' ? [] : [report.models.length > 1 ? `**${prose(model.name, NAME_LIMIT)}**\n\n${body}` : body];
    });
    return bodies.length === 0 ? [] : [{ title, body: [...(note === undefined ? [] : [note]), ...bodies].join('\n\n') }];
  });
}

function table(header: readonly string[], rows: readonly (readonly string[])[], most: number): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const more = rows.length > most ? [`\n… and ${grouped(rows.length - most)} more in \`report.json\`.`] : [];
  return [line(header), line(header.map(() => '---')), ...rows.slice(0, most).map(line), ...more].join('\n');
}

function checksTable(model: ModelReport, rows: number): string {
  const cells = model.checks.map((check) => [
    code(check.check), measured(check), `${check.bound === 'max' ? 'at most' : 'at least'} ${limitText(check)}`, check.level, check.outcome,
  ]);
  return table(['check', 'measured', 'limit', 'level', 'outcome'], cells, rows);
}

function verificationTable({ verification = [] }: ModelReport, rows: number): string {
  return table(['claim', 'outcome', 'found'], verification.map(({ what, outcome, detail }) => [prose(what, NAME_LIMIT), outcome, prose(detail, 300)]), rows);
}

function explainTable({ explain = [] }: ModelReport, rows: number): string {
  const [header = [], ...cells] = explainRows(explain);
  return table(header, cells.map(([group = '', ...rest]) => [code(group), ...rest.map((text) => prose(text, 300))]), rows);
}

function slicesTable(model: ModelReport, rows: number): string {
  const cells = lostMost(model).map((lost) => [code(lost.metric), code(lost.name), lost.samples, lost.figures, lost.change, lost.outcome]);
  return table(['metric', 'slice', 'samples', 'dense → pruned', 'change', 'limit on the worst'], cells, rows);
}

function measured(check: CheckResult): string {
  if (check.value === null) return 'no value';
  const { interval } = check;
  const value = inUnit(check.value, check.unit, [check.limit]);
  return interval === null ? value : `${value} (${rangeInUnit(interval.low, interval.high, check.unit, [check.limit])})`;
}

function ladderTable({ ladder }: ModelReport, rows: number): string {
  const cells = ladder.map((step) => [prose(step.step), lossText(step.loss), step.accepted ? 'yes' : 'no', prose(step.detail, 200)]);
  return table(['step', 'loss', 'kept', ''], cells, rows);
}

const lossText = (loss: number | null): string => (loss === null ? 'not finite' : significant(loss, 3));

/** `dense 0 → pruned 0.61 → + bias 0.52`, for one line. */
export function ladderLine(ladder: readonly LadderStep[]): string {
  return ladder.map(({ step, loss, accepted }) => `${step} ${lossText(loss)}${accepted ? '' : ' (not kept)'}`).join(' → ');
}

function groupsTable({ groups }: ModelReport, rows: number): string {
  if (groups.length === 0) return '';
  const order: readonly GroupReport['status'][] = ['pruned', 'refused', 'kept'];
  const sorted = [...groups].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const cells = sorted.map((group) => [code(group.name), prose(group.kind, 60), groupStatus(group), prose(group.reason, 160)]);
  return `${groupsLine(groups)}.\n\n${table(['group', 'kind', 'units', 'why'], cells, rows)}`;
}

function groupStatus({ status, removed, units }: GroupReport): string {
  return status === 'pruned' ? `pruned ${removed} of ${units}` : `${status}, ${units}`;
}

/** `12 of 16 groups pruned (310 of their 640 units), 3 kept, 1 refused`. */
export function groupsLine(groups: readonly GroupReport[]): string {
  const of = (status: GroupReport['status']) => groups.filter((group) => group.status === status);
  const pruned = of('pruned');
  const sum = (key: 'removed' | 'units') => grouped(pruned.reduce((total, group) => total + group[key], 0));
  return `${grouped(pruned.length)} of ${grouped(groups.length)} groups pruned (${sum('removed')} of their ${sum('units')} units), ${grouped(of('kept').length)} kept, ${grouped(of('refused').length)} refused`;
}

function measuredList(model: ModelReport, rows: number, report: Report): string {
  const lines = [
    ...model.metrics.flatMap(metricLines), ...consultationLines(model), ...latencyLines(model), ...memoryLines(model), ...energyLines(model), ...boardLines(model), ...proofLines(model), ...deviceLines(model, report),
    ...provenanceLines(model, report), ...model.notes.map((note) => prose(note)),
  ];
  const more = lines.length > 2 * rows ? [`… and ${grouped(lines.length - 2 * rows)} more in \`report.json\``] : [];
  return [...lines.slice(0, 2 * rows), ...more].map((line) => `- ${line}`).join('\n');
}

function metricLines(metric: MetricResult): string[] {
  const { paired, confidence, samples } = metric;
  const counts = paired === null ? '' : ` Both models right: ${grouped(paired.both)}, only dense: ${grouped(paired.denseOnly)}, only pruned: ${grouped(paired.prunedOnly)}, neither: ${grouped(paired.neither)}${mcnemarText(metric)}.`;
  const bound = `${trimmed(confidence * 100)} %`;
  const interval = metric.dropInterval === null ? '' : ` The interval is two one-sided bounds at ${bound} each, which make the two-sided ${twoSided(confidence)}.`;
  const findings = metric.findings.map((finding) => ` ${prose(finding, 300)}.`).join('');
  return [`${code(metric.id)}: ${prose(metric.method)}, on ${grouped(samples)} held-out samples.${interval}${counts}${findings}`];
}

/** A description: it asks whether the models are equally right, and no check is judged by it. Of an agreement, dense is right by definition. */
const mcnemarText = ({ metric, mcnemar }: MetricResult): string => mcnemar === undefined || metric === 'agreement' ? '' : ` (McNemar's exact p = ${significant(mcnemar, 2)}: whether they are equally right, which decides nothing here)`;

/** From the second look on: each lets chance have another go. */
function consultationLines({ consultations }: ModelReport): string[] {
  if (consultations === undefined) return [];
  const chance = consultations > 1 ? ': each look lets chance have another go, and a PASS after many is worth less than its confidence says' : '';
  return [`These held-out samples were consulted ${consultations === 1 ? 'once' : `${grouped(consultations)} times`} for this model, this run included${chance}.`];
}

function latencyLines({ measures }: ModelReport): string[] {
  const dense = measures?.dense.latency ?? null;
  const pruned = measures?.pruned.latency ?? null;
  if (dense === null || pruned === null) return [];
  const speedup = measures?.speedup ?? null;
  const floor = speedup === null ? '' : `; speed-up ${significant(speedup.low, 3)}x to ${significant(speedup.high, 3)}x by bootstrap, and dense timed against itself differs by ±${percent(speedup.noiseFloor, 1)}`;
  return [
    `Latency: medians of ${grouped(pruned.runs)} runs each, ${settingText(pruned)}; 95th percentiles ${milliseconds(dense.p95Ms, pruned.p95Ms)}${floor}.${steadiness(dense, pruned)}`,
    ...(measures?.settings ?? []).slice(1).map(otherSetting),
    ...operatorLines(measures),
  ];
}

const settingText = ({ batch, threads }: LatencySummary): string => `batch ${batch}, ${threads} thread${threads === 1 ? '' : 's'}`;

/** Throughput, drift and outliers, where they were taken. */
function steadiness(dense: LatencySummary, pruned: LatencySummary): string {
  if (dense.throughput === undefined || pruned.throughput === undefined) return '';
  const drift = [dense.drift ?? 0, pruned.drift ?? 0].map((share) => percent(share, 1, { sign: true })).join(' and ');
  return ` Throughput ${significant(dense.throughput, 4)} → ${significant(pruned.throughput, 4)} samples a second. From the first to the last third of the runs the medians moved by ${drift}; ${grouped(dense.outliers ?? 0)} and ${grouped(pruned.outliers ?? 0)} runs are outliers, and none was left out.`;
}

function otherSetting({ dense, pruned, speedup }: TimedSetting): string {
  return `Latency at ${settingText(pruned)}: ${milliseconds(dense.medianMs, pruned.medianMs)}, ${significant(speedup.ratio, 3)}x (${significant(speedup.low, 3)}x to ${significant(speedup.high, 3)}x, noise floor ±${percent(speedup.noiseFloor, 1)}).${steadiness(dense, pruned)}`;
}

/** Operators listed of each model. */
const MOST_OPERATORS = 6;

function operatorLines(measures: ModelReport['measures']): string[] {
  const [dense, pruned] = [measures?.dense.operators ?? [], measures?.pruned.operators ?? []];
  if (dense.length === 0 || pruned.length === 0) return [];
  const text = (operators: readonly OperatorTime[]): string => operators.slice(0, MOST_OPERATORS).map(({ operator, ms, nodes }) => `${prose(operator, 40)} ${milliseconds(ms)} (${nodes})`).join(', ');
  return [`Time by operator, from onnxruntime's profile, with the number of nodes that ran. Dense: ${text(dense)}. Pruned: ${text(pruned)}.`];
}

function memoryLines({ measures }: ModelReport): string[] {
  const [dense, pruned] = [measures?.dense.memory, measures?.pruned.memory];
  if (dense === undefined || pruned === undefined) return [];
  const both = (key: Exclude<keyof Memory, 'notes' | 'deviceBytes'>): string => {
    const [before, after] = [dense[key], pruned[key]];
    return before === null || after === null ? 'not known' : bytes(before, after);
  };
  const notes = [...new Set([...dense.notes, ...pruned.notes])].map((note) => ` ${prose(note, 200)}.`).join('');
  const onGpu = dense.deviceBytes === undefined || pruned.deviceBytes === undefined ? '' : ` On the GPU it had ${bytes(dense.deviceBytes, pruned.deviceBytes)}, the driver's context included.`;
  return [
    `Memory of one sample: weights ${both('flashBytes')} (flash); activations ${both('ramBytes')} in a static arena (RAM), of which at most ${both('liveBytes')} live at once; onnxruntime's own arena had ${both('arenaBytes')} in use. A process that only runs the model took ${both('residentBytes')}, of which ${both('residentBaseBytes')} before it opened it.${onGpu}${notes}`,
  ];
}

/** What is estimated is called so before any figure. */
function energyLines({ measures }: ModelReport): string[] {
  const [dense, pruned] = [measures?.dense.energy, measures?.pruned.energy];
  if (dense === undefined || pruned === undefined) return [];
  const ends = ({ low, high }: Energy): string => (low === null || high === null ? '' : ` (${millijoules(low)} to ${millijoules(high)})`);
  const figure = (energy: Energy): string => (energy.joules === null ? 'not known' : `${millijoules(energy.joules)}${ends(energy)}`);
  return [`${dense.source === 'estimate' ? 'Energy of a run, ESTIMATED and not measured' : 'Energy of a run, measured'}: ${figure(dense)} → ${figure(pruned)}. ${prose(dense.detail, 300)}.`];
}

const millijoules = (joules: number): string => `${significant(joules * 1000, 3)} mJ`;

function boardLines({ measures }: ModelReport): string[] {
  const [dense, pruned] = [measures?.dense.board, measures?.pruned.board];
  if (dense === undefined || pruned === undefined) return [];
  const parts = (['latency', 'energy', 'memory'] as const).flatMap((key) => {
    const [before, after] = [dense[key], pruned[key]];
    return before === null || after === null ? [] : [`${key} ${significant(before.value, 4)} → ${significant(after.value, 4)} ${{ latency: 'ms', energy: 'J', memory: 'bytes' }[key]}`];
  });
  return [`On the board, by the policy's measuring command: ${parts.join('; ')}.`];
}

function proofLines({ proof }: ModelReport): string[] {
  if (proof === null) return [];
  const claim = proof.holds ? 'Proven' : 'Not proven';
  return [`${claim}: the pruned model equals the dense one with the same slices zeroed, before repair (${grouped(proof.values)} values, worst difference ${significant(proof.worst, 2)}, tolerance ${significant(proof.tolerance, 2)}). ${prose(proof.detail, 200)}`.trim()];
}

function deviceLines({ device }: ModelReport, { environment }: Report): string[] {
  const notes = (device?.notes ?? []).map((note) => ` ${prose(note, 200)}.`).join('');
  const gpus = (device?.gpus ?? []).length === 0 ? '' : `, GPUs: ${(device?.gpus ?? []).map((gpu) => prose(gpu, 80)).join(', ')}`;
  return [
    ...(device === null ? [] : [`Device (execution provider): ${prose(device.used, 40)} (asked for: ${prose(device.requested, 40)})${gpus}.${notes}`]),
    ...deviceProof(device),
    ...(environment === null ? [] : [`Machine: ${prose(environment.cpu, 80)}, ${environment.cores} cores${environment.governor === undefined ? '' : ` (governor: ${environment.governor === null ? 'not told' : prose(environment.governor, 40)})`}, ${prose(environment.os, 60)} ${prose(environment.arch, 20)}; Node ${prose(environment.node, 20)}, onnxruntime ${prose(environment.onnxruntime, 20)}.`]),
  ];
}

function deviceProof(device: ModelReport['device']): string[] {
  const { agreement, placement, libraries = [], versions = [] } = device ?? {};
  const percent = (share: number): string => `${trimmed(Math.round(share * 1000) / 10)} %`;
  return [
    ...(agreement === undefined ? [] : [`Its outputs agree with the processor's: they differ by ${significant(agreement.difference, 2)} of the largest value at most, over ${grouped(agreement.samples)} samples (tolerance for ${agreement.type} models: ${significant(agreement.tolerance, 2)}).`]),
    ...(placement === undefined ? [] : [`Of the dense model's nodes ${percent(placement.nodeShare)} ran there (${placement.providers.map(({ provider, nodes }) => `${prose(provider, 40)} ${grouped(nodes)}`).join(', ')}), and ${percent(placement.timeShare)} of a run's time is not the processor's; copies in between: ${grouped(placement.transfers)} a run, ${grouped(placement.transferBytes)} bytes.`]),
    ...(versions.length === 0 ? [] : [`Found: ${versions.map(({ what, found, where }) => `${what} ${found === null ? (where === null ? 'not found' : 'of an unknown version') : prose(found, 40)}${where === null ? '' : ` (${code(where, NAME_LIMIT)})`}`).join(', ')}.`]),
    ...libraries.map(({ file, sha256 }) => `${code(file)}: sha256 \`${/^[0-9a-f]{64}$/u.test(sha256) ? sha256.slice(0, 12) : 'invalid'}\`.`),
  ];
}

function provenanceLines({ provenance, path }: ModelReport, { tool }: Report): string[] {
  const hash = (name: string, sha: string | null) => sha === null ? [] : [`${name} \`${/^[0-9a-f]{64}$/u.test(sha) ? sha.slice(0, 12) : 'invalid'}\``];
  const hashes = [
    ...hash('model', provenance.model), ...hash('held-out', provenance.heldout), ...hash('calibration', provenance.calibration),
    ...hash('plan', provenance.plan), ...hash('pruned model', provenance.prunedModel),
  ];
  const calibration = provenance.calibrationSamples === null ? '' : `, ${grouped(provenance.calibrationSamples)} calibration samples`;
  const samples = provenance.heldoutSamples === null ? '' : `: ${grouped(provenance.heldoutSamples)} held-out samples${calibration}`;
  return [
    `Model ${code(path, 2 * NAME_LIMIT)}${samples}; seed ${provenance.seed}, prune-gate ${prose(tool.version, 20)}.`,
    ...(hashes.length > 0 ? [`sha256, first 12 digits: ${hashes.join(', ')}.`] : []),
  ];
}
