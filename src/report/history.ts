/**
 * How the numbers moved over the commits of a pull request. The comment carries them along, in a line that nobody sees; what
 * is read back may have been edited by hand, so that it is held to its shape like any text from outside.
 */
import { code, NAME_LIMIT, prose } from './escape.js';
import { bytes, percent } from './format.js';
import type { ModelReport, Report, Verdict } from './types.js';

export interface HistoryEntry {
  readonly commit: string;
  readonly run: number;
  readonly verdict: Verdict;
  readonly models: readonly ModelFigures[];
}

export interface ModelFigures {
  readonly name: string;
  /** Of its first metric, and the pruned model's value; null where unknown. */
  readonly metric: string;
  readonly pruned: number | null;
  readonly fileBytes: number | null;
}

const MOST_COMMITS = 20;
const MOST_MODELS = 30;
/** Of the hidden line; older commits go first. */
export const HISTORY_BYTES = 6000;
const VERDICTS: readonly Verdict[] = ['PASS', 'WARN', 'FAIL', 'INCONCLUSIVE', 'ERROR'];

export function historyEntry(report: Report, commit: string, run: number): HistoryEntry {
  return { commit, run, verdict: report.verdict, models: report.models.slice(0, MOST_MODELS).map(figuresOf) };
}

function figuresOf({ name, metrics: [metric], measures }: ModelReport): ModelFigures {
  return { name: name.slice(0, NAME_LIMIT), metric: metric?.id.slice(0, NAME_LIMIT) ?? '', pruned: metric?.pruned ?? null, fileBytes: measures?.pruned.fileBytes ?? null };
}

/** In the order of their runs; a commit that was judged again has its newest figures. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const newest = new Map<string, HistoryEntry>();
  for (const one of [...history, entry].sort((a, b) => a.run - b.run)) newest.set(one.commit, one);
  newest.set(entry.commit, entry);
  return [...newest.values()].sort((a, b) => a.run - b.run).slice(-MOST_COMMITS);
}

const LINE = /^<!-- prune-gate-history: ([A-Za-z0-9_-]{1,8192}) -->$/mu;

/** The hidden line: as many of the newest entries as fit. */
export function hideHistory(history: readonly HistoryEntry[]): string {
  for (let from = 0; from < history.length; from += 1) {
    const text = Buffer.from(JSON.stringify(history.slice(from))).toString('base64url');
    if (text.length <= HISTORY_BYTES) return `<!-- prune-gate-history: ${text} -->`;
  }
  return '';
}

/** What the bodies of earlier comments carry, each commit once; what is not of its shape is left out. */
export function historyIn(bodies: readonly string[]): HistoryEntry[] {
  return bodies.flatMap((body) => parse(LINE.exec(body.replaceAll('\r\n', '\n'))?.[1])).reduce<HistoryEntry[]>((all, entry) => withEntry(all, entry), []);
}

function parse(text: string | undefined): HistoryEntry[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}

const isFigure = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value));
const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= NAME_LIMIT;

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { commit, run, verdict, models } = value as Record<keyof HistoryEntry, unknown>;
  return typeof commit === 'string' && /^[0-9a-f]{40,64}$/u.test(commit) && Number.isSafeInteger(run) && VERDICTS.includes(verdict as Verdict)
    && Array.isArray(models) && models.length <= MOST_MODELS && models.every(isFigures);
}

function isFigures(value: unknown): value is ModelFigures {
  if (typeof value !== 'object' || value === null) return false;
  const { name, metric, pruned, fileBytes } = value as Record<keyof ModelFigures, unknown>;
  return isName(name) && isName(metric) && isFigure(pruned) && isFigure(fileBytes);
}

/** Shown: the newest. */
const MOST_SHOWN = 6;

/** One line for a single model, a folded one each for several; empty before the second commit. */
export function historyText(history: readonly HistoryEntry[], report: Report): string {
  const shown = history.slice(-MOST_SHOWN);
  const lines = shown.length < 2 ? [] : report.models.slice(0, MOST_MODELS).flatMap(({ name }) => lineOf(name, shown));
  const [first] = lines;
  if (first === undefined) return '';
  if (report.models.length === 1) return `Over the commits of this pull request: ${first.text}.`;
  const items = lines.map(({ name, text }) => `- ${prose(name, NAME_LIMIT)}: ${text}`).join('\n');
  return `<details><summary>Over the commits of this pull request</summary>\n\n${items}\n\n</details>`;
}

function lineOf(name: string, shown: readonly HistoryEntry[]): { name: string; text: string }[] {
  const cut = name.slice(0, NAME_LIMIT);
  const steps = shown.flatMap(({ commit, verdict, models }) => {
    const figures = models.find((one) => one.name === cut);
    return figures === undefined ? [] : [`${code(commit.slice(0, 7))} ${figuresText(figures) || verdict}`];
  });
  return steps.length < 2 ? [] : [{ name, text: steps.join(' → ') }];
}

function figuresText({ metric, pruned, fileBytes }: ModelFigures): string {
  const value = pruned === null ? [] : [`${prose(metric, NAME_LIMIT)} ${pruned >= 0 && pruned <= 1 ? percent(pruned, 1) : String(Number(pruned.toPrecision(4)))}`];
  return [...value, ...(fileBytes === null ? [] : [bytes(fileBytes)])].join(', ');
}
