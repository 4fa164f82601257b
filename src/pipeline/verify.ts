/**
 * `verify`: does a report hold? Files are hashed, the plan is replayed, and everything that does not hang on time is measured and
 * judged anew in a folder that goes again. Each claim of the report is one line: confirmed, differs, or why it was not
 * checked. Latency, resident memory and energy are of their moment and are never checked.
 */
import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import { comparesWithBase } from '../gate/baseline.js';
import { parsePlan, planHash } from '../prune/plan.js';
import type { CheckResult, MetricResult, ModelReport, Report, VerificationLine } from '../report/types.js';
import { hashFiles } from './subject.js';

type Outcome = VerificationLine['outcome'];

/** Figures of two machines may differ in their last digits. */
const TOLERANCE = 1e-6;
/** Measures that are of their moment. */
const PASSING: ReadonlySet<string> = new Set(['latency', 'resident', 'energy', 'board-latency', 'board-energy', 'board-memory']);

/** @throws UserError `report-unreadable` */
export async function readReport(path: string): Promise<Report> {
  const refuse = (why: string): UserError => new UserError({
    code: 'report-unreadable', message: `The report cannot be read: ${why}.`, where: path,
    fix: 'Name the report.json that a `run` left in its output folder.',
  });
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => { throw refuse(isAbsent(thrown) ? 'there is no such file' : messageOf(thrown)); });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw refuse(messageOf(thrown));
  }
  if (!isReport(value)) throw refuse('it is no report of this version');
  if (value.models.length === 0) throw refuse('it claims nothing: that run ended before it reached a model');
  return value;
}

const isAbsent = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';

function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('models' in value) || !('tool' in value)) return false;
  return value.version === 1 && Array.isArray(value.models)
    && value.models.every((model: unknown) => typeof model === 'object' && model !== null && 'name' in model && 'provenance' in model && 'files' in model && 'metrics' in model && 'checks' in model);
}

/** Where a model's plan lies and whether it is the one of the report; undefined where there is none to replay. */
export interface FoundPlan {
  readonly path: string | undefined;
  readonly lines: readonly VerificationLine[];
}

/** The files that the report names, beside it. */
export async function verifyFiles(reportPath: string, model: ModelReport): Promise<FoundPlan> {
  const folder = dirname(reportPath);
  const plan = await verifyPlan(folder, model);
  return { path: plan.outcome === 'confirmed' ? inside(folder, model.files.plan ?? '') : undefined, lines: [plan, await verifyModelFile(folder, model)] };
}

async function verifyPlan(folder: string, { files, provenance }: ModelReport): Promise<VerificationLine> {
  if (files.plan === null || provenance.plan === null) return line('plan', 'not checked', 'the report names none');
  const path = inside(folder, files.plan);
  if (path === undefined) return line('plan', 'differs', 'its path leads out of the report\'s folder');
  try {
    const found = planHash(parsePlan(await readFile(path, 'utf8'), path));
    return same('plan', provenance.plan, found);
  } catch (thrown) {
    return line('plan', 'not checked', messageOf(thrown));
  }
}

async function verifyModelFile(folder: string, { files, provenance }: ModelReport): Promise<VerificationLine> {
  if (files.model === null || provenance.prunedModel === null) return line('pruned model, file', 'not checked', 'the report names none');
  const path = inside(folder, files.model);
  if (path === undefined) return line('pruned model, file', 'differs', 'its path leads out of the report\'s folder');
  try {
    const external = await access(`${path}.data`).then(() => [`${path}.data`], () => []);
    return same('pruned model, file', provenance.prunedModel, (await hashFiles([path, ...external])).sha256);
  } catch (thrown) {
    return line('pruned model, file', 'not checked', messageOf(thrown));
  }
}

/** A report is a file like any other: what it names must lie beside it. */
function inside(folder: string, file: string): string | undefined {
  const path = resolve(folder, file);
  return path.startsWith(join(resolve(folder), '/')) ? path : undefined;
}

/** What the report says against what was found now. */
export function compareReports(was: ModelReport, is: ModelReport, policy: { readonly was: string; readonly is: string }): VerificationLine[] {
  const hash = (what: string, key: 'model' | 'heldout' | 'calibration' | 'prunedModel'): VerificationLine => same(what, was.provenance[key], is.provenance[key]);
  const number = (what: string, key: 'heldoutSamples' | 'calibrationSamples' | 'seed'): VerificationLine => same(what, was.provenance[key], is.provenance[key]);
  return [
    same('policy', policy.was, policy.is), hash('dense model', 'model'), hash('held-out data', 'heldout'), hash('calibration data', 'calibration'),
    number('held-out samples', 'heldoutSamples'), number('calibration samples', 'calibrationSamples'), number('seed', 'seed'),
    hash('pruned model, made again', 'prunedModel'),
    ...was.metrics.map((metric) => verifyMetric(metric, is.metrics)),
    ...was.checks.map((check) => verifyCheck(check, is.checks)),
  ];
}

function verifyMetric(was: MetricResult, now: readonly MetricResult[]): VerificationLine {
  const is = now.find(({ id }) => id === was.id);
  const what = `metric ${was.id}`;
  if (is === undefined) return line(what, 'differs', 'the policy has no such metric now');
  const far = (['dense', 'pruned', 'drop', 'samples'] as const).find((key) => !close(was[key], is[key]));
  if (far !== undefined) return line(what, 'differs', `${far}: the report says ${text(was[far])}, now ${text(is[far])}`);
  const ends = [was.dropInterval?.low, was.dropInterval?.high].every((end, i) => close(end ?? null, [is.dropInterval?.low, is.dropInterval?.high][i] ?? null));
  return ends ? line(what, 'confirmed', `dense ${text(is.dense)}, pruned ${text(is.pruned)}`) : line(what, 'differs', 'its interval is another');
}

function verifyCheck(was: CheckResult, now: readonly CheckResult[]): VerificationLine {
  const what = `check ${was.check}`;
  if (PASSING.has(was.check.slice(0, was.check.lastIndexOf('.')))) return line(what, 'not checked', 'it is of its moment and of its machine');
  const is = now.find(({ check, bound }) => check === was.check && bound === was.bound);
  if (comparesWithBase(was) && (is === undefined || (is.outcome === 'inconclusive' && is.value === null))) return line(what, 'not checked', 'it compares with the base of the change, which is not here');
  if (is === undefined) return line(what, 'differs', 'the policy has no such check now');
  if (is.limit !== was.limit || is.level !== was.level) return line(what, 'differs', 'its limit is another now');
  return is.outcome === was.outcome ? line(what, 'confirmed', is.outcome) : line(what, 'differs', `the report says ${was.outcome}, now ${is.outcome}`);
}

function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
}

const text = (value: number | string | null): string => (value === null ? 'none' : typeof value === 'string' ? value.slice(0, 12) : String(Number(value.toPrecision(6))));

function same(what: string, was: string | number | null, is: string | number | null): VerificationLine {
  if (was === is) return was === null ? line(what, 'not checked', 'there is none') : line(what, 'confirmed', text(is));
  return line(what, 'differs', `the report says ${text(was)}, found ${text(is)}`);
}

/** Versions and machine: where they are others, figures may be too. */
export function verifyEnvironment(was: Report, is: Pick<Report, 'tool' | 'environment'>): VerificationLine[] {
  const told = (what: string, a: string, b: string): VerificationLine =>
    a === b ? line(what, 'confirmed', a) : line(what, 'not checked', `the report is of ${a}, this is ${b}: what differs may be due to that`);
  return [
    told('prune-gate', was.tool.version, is.tool.version), told('onnxruntime', was.environment?.onnxruntime ?? 'none', is.environment?.onnxruntime ?? 'none'),
    told('processor', was.environment?.cpu ?? 'none', is.environment?.cpu ?? 'none'),
  ];
}

export const line = (what: string, outcome: Outcome, detail: string): VerificationLine => ({ what, outcome, detail });
