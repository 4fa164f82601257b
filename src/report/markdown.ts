/**
 * The report as GitHub Markdown: the comment on the pull request, and with a larger limit the job summary. The answer
 * first, one row a model, words on what is off, everything else folded. The caller adds the marker line.
 *
 * Too long for `maxBytes`, it gives up in this order: rows of the folded tables, folded parts, words, rows of the
 * first table; the answer and a line on where the rest is always stay.
 */
import { DEFAULT_POLICY } from '../policy/default-path.js';
import { baselineTable } from './baseline.js';
import { errorParts, headline, wordsAbout } from './words.js';
import { code, linkTarget, NAME_LIMIT, prose } from './escape.js';
import { detailsOf } from './details.js';
import { historyText, type HistoryEntry } from './history.js';
import { reusedLine } from './reused.js';
import { otherVerdicts, policyPlace, sourceLines } from './sources.js';
import { sweepMarkdown } from './sweep.js';
import { measureCells, metricCell, shownMetrics, type Cell } from './cells.js';
import type { ModelReport, Report, ReportError } from './types.js';

/** GitHub takes comments of 65,536 characters; bytes are never fewer, and the caller's marker needs room. */
export const COMMENT_BYTES = 65_000;
/** GitHub drops a step summary above 1 MiB. */
export const SUMMARY_BYTES = 1_000_000;

/** Addresses that only the door knows. Anything but http(s) is left out. */
export interface ReportLinks {
  /** The workflow run, or wherever report.json and the pruned models can be had. */
  readonly run?: string;
  /** What was reported for the commit that this change is based on. */
  readonly baseline?: Report;
  /** Of this pull request's commits, this one among them. */
  readonly history?: readonly HistoryEntry[];
  /** The report is that of a run which nobody here vouches for. */
  readonly untrusted?: UntrustedRun;
}

export interface UntrustedRun {
  /** The commit that it ran for. */
  readonly commit: string;
  /** Where that commit was pushed to, `owner/name`. */
  readonly repository: string;
  /** How the run ended by GitHub's word; null where it has not. */
  readonly conclusion: string | null;
}

export interface MarkdownOptions {
  readonly maxBytes?: number;
  readonly links?: ReportLinks;
}

/** How much of everything is written. */
export interface Budget {
  readonly tableRows: number;
  readonly details: number;
  readonly words: number;
  readonly models: number;
}

const WHOLE = Number.POSITIVE_INFINITY;

/** From everything to nearly nothing. Folded parts are listed in details.ts, the last ones go first. */
const BUDGETS: readonly Budget[] = [
  ...[2000, 250, 100, 40, 10].map((tableRows) => ({ tableRows, details: WHOLE, words: WHOLE, models: WHOLE })),
  ...[5, 4, 3, 2, 1, 0].map((details) => ({ tableRows: 10, details, words: WHOLE, models: WHOLE })),
  ...[100, 30, 10, 3, 0].map((words) => ({ tableRows: 10, details: 0, words, models: WHOLE })),
  ...[200, 100, 50, 20, 5, 0].map((models) => ({ tableRows: 10, details: 0, words: 0, models })),
];

/** The report's body for a comment or a summary, at most `maxBytes` of UTF-8 (default: a comment's). */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { maxBytes = COMMENT_BYTES, links = {} } = options;
  for (const [i, budget] of BUDGETS.entries()) {
    const text = renderWithin(report, links, budget, i > 0);
    if (byteLength(text) <= maxBytes) return text;
  }
  return `${title(report, links)}\n`;
}

/** The job summary: the same, with more room. */
export function renderSummary(report: Report, links: ReportLinks = {}): string {
  return renderMarkdown(report, { maxBytes: SUMMARY_BYTES, links });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function renderWithin(report: Report, links: ReportLinks, budget: Budget, trimmed: boolean): string {
  const parts = [
    title(report, links),
    untrustedLine(links),
    ...sourceLines(report),
    errorLines(report.errors, budget),
    modelTable(report.models, budget),
    reusedLine(report.models),
    ...wordsWithin(report.models, budget.words),
    budget.models === 0 ? '' : historyText(links.history ?? [], report),
    ...sweepsWithin(report.models, budget),
    ...detailsOf(report, budget).map(({ title, body }) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`),
    ...othersWithin(report, budget),
    ...baselineWithin(report, links, budget),
    trimmed ? 'Parts were left out to fit: `report.json` has everything.' : '',
    footer(report, links),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function title(report: Report, { untrusted }: ReportLinks): string {
  return `## ${headline(report)}${untrusted === undefined ? '' : ' (untrusted run)'}`;
}

/** What a reader of a stranger's figures has to know before reading them. */
function untrustedLine({ untrusted }: ReportLinks): string {
  if (untrusted === undefined) return '';
  const { commit, repository, conclusion } = untrusted;
  const ended = conclusion === null ? 'has not ended' : `ended as ${code(conclusion)}`;
  return `> **Untrusted run.** ${code(repository)} at ${code(commit.slice(0, 7))} reports this of itself: workflow, policy and data are those of the pull request, and nobody has checked the figures. The run ${ended}. This comment is no check, and nothing should depend on it.`;
}

function baselineWithin(report: Report, { baseline }: ReportLinks, budget: Budget): string[] {
  const table = baseline === undefined || budget.details === 0 ? '' : baselineTable(report, baseline, budget.tableRows);
  return table === '' ? [] : [`<details><summary>Against the base commit</summary>\n\n${table}\n\n</details>`];
}

/** Curves are what a sweep was run for: not folded. */
function sweepsWithin(models: readonly ModelReport[], budget: Budget): string[] {
  if (budget.details === 0) return [];
  return models.flatMap(({ name, sweep }) => (sweep === undefined ? [] : [`### ${prose(name, NAME_LIMIT)}`, sweepMarkdown(sweep)]));
}

/** The other verdict's table and words. */
function othersWithin(report: Report, budget: Budget): string[] {
  if (budget.details === 0) return [];
  return otherVerdicts(report).map(({ title, other: { models, errors } }) => {
    const body = [errorLines(errors, budget), modelTable(models, budget), ...wordsWithin(models, budget.words)].filter((part) => part !== '').join('\n\n');
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
  });
}

function capped<T>(items: readonly T[], most: number): readonly T[] {
  return items.slice(0, most);
}

/** Words of the models that need some; the first `most` of them. */
function wordsWithin(models: readonly ModelReport[], most: number): readonly string[] {
  const words = models.map(modelWords).filter((text) => text !== '');
  const more = words.length > most && most > 0 ? [`… and ${words.length - most} more models in \`report.json\`.`] : [];
  return [...capped(words, most), ...more];
}

function errorLines(errors: readonly ReportError[], budget: Budget): string {
  return capped(errors, Math.max(1, Math.min(20, budget.words))).map(errorLine).join('\n');
}

function errorLine(error: ReportError): string {
  const { code: name, text, where, fix } = errorParts(error);
  return `- ${code(name)}: ${prose(text)}${where === null ? '' : ` At ${code(where, 2 * NAME_LIMIT)}.`}${fix === null ? '' : ` What to do: ${prose(fix)}`}`;
}

/** One row a model, also where it was not measured, once any was. Columns are those that any model has something for; a metric's column is named where all agree. */
function modelTable(models: readonly ModelReport[], budget: Budget): string {
  const measured = models.some(({ metrics, measures }) => metrics.length > 0 || measures !== null) ? models : [];
  const shown = capped(worstFirst(measured, budget.models), budget.models);
  if (shown.length === 0) return measured.length > 0 ? `${measured.length} models; see \`report.json\`.` : '';
  const rows = shown.map((model) => ({ model, cells: rowCells(model) }));
  const labels = [...new Set(rows.flatMap(({ cells }) => cells.map(({ label }) => label)))];
  const header = ['model', ...labels.map((label) => prose(label, NAME_LIMIT)), 'verdict'];
  const lines = rows.map(({ model, cells }) => tableRow(model, labels, cells));
  const more = measured.length > shown.length ? [`\n… and ${measured.length - shown.length} more models in \`report.json\`.`] : [];
  return [row(header), row(header.map(() => '---')), ...lines, ...more].join('\n');
}

/** In the policy's order where all fit, else those that did not pass first. */
function worstFirst(models: readonly ModelReport[], most: number): readonly ModelReport[] {
  if (models.length <= most) return models;
  return [...models].sort((a, b) => Number(a.verdict === 'PASS') - Number(b.verdict === 'PASS'));
}

const MOST_METRICS = 3;

function rowCells(model: ModelReport): readonly Cell[] {
  return [...shownMetrics(model).slice(0, MOST_METRICS).map((metric) => metricCell(model, metric)), ...measureCells(model)];
}

function tableRow(model: ModelReport, labels: readonly string[], cells: readonly Cell[]): string {
  const bad = model.verdict === 'FAIL' || model.verdict === 'ERROR';
  const emphasis = (text: string, strong: boolean) => strong ? `**${text}**` : text;
  const texts = labels.map((label) => {
    const cell = cells.find((one) => one.label === label);
    return cell === undefined ? '' : emphasis(cell.text, cell.outcome === 'fail' || cell.outcome === 'error');
  });
  return row([emphasis(prose(model.name, NAME_LIMIT), bad), ...texts, emphasis(model.verdict, bad)]);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const MOST_SENTENCES = 12;

/** Errors and sentences about one model. */
function modelWords(model: ModelReport): string {
  const sentences = [...wordsAbout(model).map((sentence) => prose(sentence))];
  const errors = model.errors.map(errorLine);
  if (sentences.length === 0 && errors.length === 0) return '';
  const more = sentences.length > MOST_SENTENCES ? [`… and ${sentences.length - MOST_SENTENCES} more.`] : [];
  const text = [`**${prose(model.name, NAME_LIMIT)}**:`, ...capped(sentences, MOST_SENTENCES), ...more].join(' ');
  return [text, ...(errors.length > 0 ? ['', ...capped(errors, MOST_SENTENCES)] : [])].join('\n');
}

function footer(report: Report, links: ReportLinks): string {
  const run = links.run === undefined ? undefined : linkTarget(links.run);
  const commit = policyPlace(report);
  const worst = report.models.find(({ verdict }) => verdict === report.verdict) ?? report.models[0];
  const parts = [
    policyText(report, commit),
    run === undefined ? 'report: `report.json`' : `report and pruned models: [run artifact](${run})`,
    worst === undefined ? '' : `reproduce: ${code(`npx prune-gate run${policyOption(worst.policy?.path ?? report.policy?.path)} --model ${worst.name}`, 4 * NAME_LIMIT)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** As a shell takes it. */
function policyOption(path = DEFAULT_POLICY): string {
  if (path === DEFAULT_POLICY) return '';
  return ` --policy ${/^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`}`;
}

/** Of a run with several policies, all that its models name. */
function policyText({ policy, models }: Report, commit: string): string {
  const named = [...new Set(models.flatMap((model) => (model.policy === undefined ? [] : [model.policy.path])))];
  if (named.length > 1) return `Policies ${capped(named, 10).map((path) => code(path, 2 * NAME_LIMIT)).join(', ')}${named.length > 10 ? ', …' : ''}${commit}`;
  return policy === null ? '' : `Policy ${code(policy.path, 2 * NAME_LIMIT)}${commit}`;
}
