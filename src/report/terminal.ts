/** The report for a terminal: the answer, then a block for each model. Readable without colour and when piped. */
import pc from 'picocolors';
import { limitText, measureCells, metricCell, type Cell } from './cells.js';
import { groupsLine, ladderLine } from './details.js';
import { NAME_LIMIT, plain } from './escape.js';
import { explainWords } from './explain.js';
import { sweepNote, sweepRows } from './sweep.js';
import { lostMost } from './slices.js';
import { headline, remarksAbout } from './words.js';
import type { CheckResult, ModelReport, Report, ReportError, Verdict, VerificationLine } from './types.js';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns; text is wrapped at it. */
  readonly width: number;
  /** The output folder as the reader would type it, with which the paths of written files begin. */
  readonly folder?: string;
  /** What a command did that judges nothing (`pruned`): said beside a PASS that no check stands behind. */
  readonly deed?: string;
}

type Colors = ReturnType<typeof pc.createColors>;
type Paint = (text: string) => string;

interface Page {
  readonly colors: Colors;
  readonly width: number;
  readonly folder: string;
}

const MOST_GROUPS = 12;

/** Plain text with a final line break; ANSI colours where asked for. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const page: Page = { colors: pc.createColors(options.color), width: Math.max(40, options.width), folder: options.folder ?? '' };
  const blocks = [
    [`${page.colors.bold(verdictPaint(page, report.verdict)(headline(report)))}${deedText(report, options)}`],
    report.errors.flatMap((error) => errorBlock(page, error, '')),
    ...report.models.map((model) => modelBlock(page, model)),
    [...reportLine(page, report), ...footer(page, report)],
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join('\n')).join('\n\n')}\n`;
}

function deedText({ models, verdict }: Report, { deed }: TerminalOptions): string {
  return deed === undefined || verdict !== 'PASS' || models.some(({ checks }) => checks.length > 0) ? '' : ` (${deed}, nothing judged)`;
}

function modelBlock(page: Page, model: ModelReport): string[] {
  const { colors } = page;
  // `inspect` has no name for a model but its path.
  const path = model.path === model.name ? '' : `  ${colors.dim(plain(model.path, 2 * NAME_LIMIT))}`;
  const title = `${colors.bold(plain(model.name, NAME_LIMIT))}  ${verdictPaint(page, model.verdict)(model.verdict)}${path}`;
  return [
    title,
    ...model.errors.flatMap((error) => errorBlock(page, error, '  ')),
    ...figures(page, model),
    ...verificationLines(page, model),
    ...sweepLines(page, model),
    ...explainLines(page, model),
    ...checkLines(page, model),
    ...sliceLines(page, model),
    ...remarksAbout(model).flatMap((sentence) => wrapped(page, plain(sentence), '  ')),
    ...consultationLine(page, model),
    ...groupLines(page, model),
    ...(model.ladder.length > 0 ? labelled(page, 'loss', plain(ladderLine(model.ladder))) : []),
    ...proofLine(page, model),
    ...model.notes.flatMap((note) => wrapped(page, colors.dim(plain(note)), '  ')),
    ...fileLines(page, model),
  ];
}

const LABEL_WIDTH = 12;

/** Metrics first, then what was measured; nothing where neither was reached. */
function figures(page: Page, model: ModelReport): string[] {
  const cells = [...model.metrics.map((metric) => metricCell(model, metric)), ...(model.measures === null ? [] : measureCells(model))];
  return cells.flatMap((cell) => labelled(page, plain(cell.label, 30), cell.text, cellPaint(page, cell)));
}

function labelled(page: Page, label: string, text: string, paint: Paint = (same) => same): string[] {
  const indent = ' '.repeat(2 + LABEL_WIDTH);
  const lines = wrapped(page, text, indent).map(paint);
  const [first = ''] = lines;
  const start = label.length < LABEL_WIDTH ? [`  ${page.colors.dim(label.padEnd(LABEL_WIDTH))}${first.replace(indent, '')}`] : [`  ${page.colors.dim(label)}`, first];
  return [...start, ...lines.slice(1)];
}

function cellPaint({ colors }: Page, { outcome }: Cell): Paint {
  switch (outcome) {
    case 'fail': case 'error': return colors.red;
    case 'inconclusive': return colors.yellow;
    case 'pass': case undefined: return (same) => same;
  }
}

function checkLines(page: Page, model: ModelReport): string[] {
  return model.checks.flatMap((check) => {
    const mark = outcomePaint(page, check)(MARKS[check.outcome].padEnd(LABEL_WIDTH));
    const text = check.outcome === 'pass' ? `${plain(check.check, NAME_LIMIT)} ${check.bound === 'max' ? 'at most' : 'at least'} ${limitText(check)}` : plain(check.detail);
    const [first = '', ...rest] = wrapped(page, check.level === 'advisory' ? `(advisory) ${text}` : text, ' '.repeat(2 + LABEL_WIDTH));
    return [`  ${mark}${first.trimStart()}`, ...rest];
  });
}

function verificationLines(page: Page, { verification = [] }: ModelReport): string[] {
  const paint: Readonly<Record<VerificationLine['outcome'], Paint>> = { 'confirmed': page.colors.green, 'differs': page.colors.red, 'not checked': page.colors.yellow };
  return verification.flatMap(({ what, outcome, detail }) => {
    const [first = '', ...rest] = wrapped(page, `${plain(what, NAME_LIMIT)}: ${plain(detail, 300)}`, ' '.repeat(2 + LABEL_WIDTH));
    return [`  ${paint[outcome](VERIFIED[outcome].padEnd(LABEL_WIDTH))}${first.trimStart()}`, ...rest];
  });
}

function sweepLines(page: Page, { sweep }: ModelReport): string[] {
  return sweep === undefined ? [] : [...alignedRows(page, sweepRows(sweep)), ...wrapped(page, sweepNote(sweep), '  ')];
}

function explainLines(page: Page, { explain = [] }: ModelReport): string[] {
  return explain.flatMap((group) => {
    const { title, lines } = explainWords(group);
    return [`  ${page.colors.bold(plain(title, 2 * NAME_LIMIT))}`, ...lines.flatMap((line) => wrapped(page, plain(line), '    '))];
  });
}

/** Columns as wide as their widest cell; the first flush left. */
function alignedRows({ colors }: Page, rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd());
  return [colors.dim(lines[0] ?? ''), ...lines.slice(1)];
}

const VERIFIED: Readonly<Record<VerificationLine['outcome'], string>> = { 'confirmed': 'confirmed', 'differs': 'DIFFERS', 'not checked': 'not checked' };

/** From the second on: each look lets chance have another go. */
function consultationLine(page: Page, { consultations = 1 }: ModelReport): string[] {
  return consultations === 1 ? [] : labelled(page, 'held-out', `judged by these samples ${consultations} times with this output folder: each time lets chance have another go`);
}

/** Slices named of each metric. */
const MOST_SLICES = 3;

function sliceLines(page: Page, model: ModelReport): string[] {
  const lost = lostMost(model).filter(({ sizable }) => sizable);
  return [...new Set(lost.map(({ metric }) => metric))].flatMap((id) => {
    const shown = lost.filter(({ metric }) => metric === id).slice(0, MOST_SLICES).map(({ name, change, samples }) => `${plain(name, NAME_LIMIT)} ${change} on ${samples}`);
    return labelled(page, 'lost most', `${plain(id, NAME_LIMIT)}: ${shown.join('; ')}`);
  });
}

const MARKS: Readonly<Record<CheckResult['outcome'], string>> = { pass: 'pass', fail: 'FAIL', inconclusive: 'undecided', error: 'ERROR' };

function outcomePaint({ colors }: Page, { outcome, level }: CheckResult): Paint {
  if (outcome === 'pass') return colors.green;
  return outcome === 'inconclusive' || level === 'advisory' ? colors.yellow : colors.red;
}

function verdictPaint({ colors }: Page, verdict: Verdict): Paint {
  switch (verdict) {
    case 'PASS': return colors.green;
    case 'WARN': case 'INCONCLUSIVE': return colors.yellow;
    case 'FAIL': case 'ERROR': return colors.red;
  }
}

function groupLines(page: Page, { groups }: ModelReport): string[] {
  if (groups.length === 0) return [];
  const blocked = [...groups.filter(({ status }) => status === 'refused'), ...groups.filter(({ status }) => status === 'kept')];
  const lines = blocked.slice(0, MOST_GROUPS).flatMap(({ name, status, reason }) => wrapped(page, `${status} ${plain(name, 50)}: ${plain(reason, 160)}`, ' '.repeat(2 + LABEL_WIDTH)));
  const more = blocked.length > MOST_GROUPS ? [`${' '.repeat(2 + LABEL_WIDTH)}… and ${blocked.length - MOST_GROUPS} more in report.json`] : [];
  return [...labelled(page, 'groups', groupsLine(groups)), ...lines, ...more];
}

function proofLine(page: Page, { proof }: ModelReport): string[] {
  if (proof === null) return [];
  return labelled(page, 'proof', proof.holds ? 'pruned equals dense with the same slices zeroed' : `does not hold: ${plain(proof.detail, 200)}`, proof.holds ? undefined : page.colors.red);
}

function fileLines(page: Page, { files }: ModelReport): string[] {
  return [files.model, files.plan].flatMap((file) => file === null ? [] : labelled(page, 'wrote', plain(inFolder(page, file), 4 * NAME_LIMIT)));
}

/** Line breaks of a message are kept: problems of a policy stand one below the other, and an example can be pasted. */
function errorBlock(page: Page, { code, message, stage, where, fix }: ReportError, indent: string): string[] {
  const [first = '', ...rest] = message.split('\n');
  const during = stage === null ? '' : ` (during ${plain(stage, NAME_LIMIT)})`;
  const further = `${indent}  `;
  return [
    ...wrapped(page, `${page.colors.red(plain(code, NAME_LIMIT))}: ${plain(first)}${during}`, indent),
    ...textLines(page, rest, further),
    ...(where === null ? [] : wrapped(page, `at ${plain(where, 300)}`, further)),
    ...(fix === null ? [] : textLines(page, `what to do: ${fix}`.split('\n'), further)),
  ];
}

/** A message is short; whatever a stranger's file brings into one is not worth more lines. */
const MOST_LINES = 40;

function textLines(page: Page, lines: readonly string[], indent: string): string[] {
  const shown = lines.slice(0, MOST_LINES).flatMap((line) => {
    const own = /^ {0,20}/u.exec(line)?.[0] ?? '';
    return wrapped(page, plain(line), indent + own).map((text) => text.trimEnd());
  });
  return lines.length > MOST_LINES ? [...shown, `${indent}… and ${lines.length - MOST_LINES} more lines`] : shown;
}

function inFolder({ folder }: Page, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** Without an output folder there is no report. */
const UNWRITTEN: ReadonlySet<string> = new Set(['output-unusable', 'output-outside', 'internal-error']);

function reportLine(page: Page, { errors }: Report): string[] {
  return page.folder === '' || errors.some(({ code }) => UNWRITTEN.has(code)) ? [] : [`report: ${plain(inFolder(page, 'report.md'), 4 * NAME_LIMIT)}, and report.json beside it`];
}

function footer({ colors }: Page, { seconds, policy, tool }: Report): string[] {
  const by = policy === null ? '' : ` · policy ${plain(policy.path, 2 * NAME_LIMIT)}`;
  return [colors.dim(`prune-gate ${plain(tool.version, 20)} · ${seconds.toFixed(1)} s${by}`)];
}

/** Lines of at most the page's width, each with the indent; a word longer than a line stays whole. Colour codes do not count. */
function wrapped({ width }: Page, text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && visibleLength(indent + longer) > width) {
      lines.push(indent + line);
      line = word;
    } else line = longer;
  }
  return [...lines, indent + line];
}

function visibleLength(text: string): number {
  return Array.from(text.replace(/\u001B\[[0-9;]*m/gu, '')).length;
}
