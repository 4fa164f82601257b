/** The run's artifacts: report, plans and pruned models, for people, and what the jobs of a shared run hand to each other. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ArtifactClient } from '@actions/artifact';
import { messageOf, UserError } from '../errors.js';
import { wayTo } from '../paths.js';
import type { Report } from '../report/types.js';
import type { RunEvent } from './event.js';

export type ArtifactOutcome =
  | { readonly kind: 'uploaded'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface UploadOptions {
  /** Undefined: what the repository has set. */
  readonly retentionDays: number | undefined;
  /** Takes the place of what an earlier attempt of this run left under the name. */
  readonly replace?: boolean;
}

const REPORT_FILES = ['report.json', 'report.md', 'worker.log'] as const;
/** What a job of a shared run leaves for the others, beside its report. */
const HANDED_ON = /^(?:prune\.json|plan\.json|model\.onnx(?:\.data)?|shard-\d{1,4}-of-\d{1,4}\.json)$/u;
/** The library waits without end where an answer breaks off. Its own retries take half of this, and bytes their time beside it. */
const ANSWER_WITHIN_MS = 60_000;
const MS_A_MEBIBYTE = 1000;

/** Never throws: Enterprise Server has no such service, and a second job may have taken the name. */
export async function uploadReport(name: string, report: Report, outDir: string, event: RunEvent, options: UploadOptions): Promise<ArtifactOutcome> {
  return upload(name, artifactFiles(report, outDir), outDir, event, options);
}

/** The report alone, small enough to be read by a run that trusts nothing of this one. */
export async function uploadForPublisher(name: string, outDir: string, event: RunEvent, options: UploadOptions): Promise<ArtifactOutcome> {
  return upload(name, [join(outDir, 'report.json')], outDir, event, options);
}

export interface PartFiles {
  /** Absolute folder of what the job has written. */
  readonly outDir: string;
  /** Folders in it with a report of their own. */
  readonly others: readonly string[];
  /** Files, relative to it, that need not be handed on. */
  readonly without: ReadonlySet<string>;
}

/** The same for a part of a shared run: reports, and what the other jobs need. */
export async function uploadPart(name: string, { outDir, others, without }: PartFiles, event: RunEvent, options: UploadOptions): Promise<ArtifactOutcome> {
  const entries = readdirSync(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && HANDED_ON.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  const wanted = files.filter((file) => !without.has(wayTo(outDir, file))).sort();
  const reports = ['.', ...new Set(others)].flatMap((folder) => REPORT_FILES.map((file) => join(outDir, folder, file))).filter(isPlainFile);
  return upload(name, [...wanted, ...reports], outDir, event, options);
}

async function upload(name: string, files: string[], outDir: string, event: RunEvent, { retentionDays, replace }: UploadOptions): Promise<ArtifactOutcome> {
  if ((process.env.ACTIONS_RUNTIME_TOKEN ?? '') === '') return { kind: 'failed', reason: 'this runner offers no artifact service' };
  try {
    const client = await artifactClient();
    // What is not there cannot be in the way.
    if (replace === true) await inTime(client.deleteArtifact(name)).catch(() => undefined);
    const { id } = await inTime(client.uploadArtifact(name, files, outDir, retentionDays === undefined ? {} : { retentionDays }), sizeOf(files));
    return id === undefined
      ? { kind: 'failed', reason: 'the service gave no id' }
      : { kind: 'uploaded', url: `${event.runUrl}/artifacts/${id}` };
  } catch (thrown) {
    return { kind: 'failed', reason: messageOf(thrown) };
  }
}

/** What is there of a run's files: those of the folder, each model's plan, pruned model and external data, and what shows a failed proof. */
export function artifactFiles(report: Report, outDir: string): string[] {
  const written = report.models.flatMap(({ files: { model, plan } }) => [model, model === null ? null : `${model}.data`, plan]);
  const others = (report.sources ?? []).flatMap(({ other }) => (other === null ? [] : [other.report, other.report.replace(/json$/u, 'md')]));
  const named = [...REPORT_FILES, ...written, ...others].filter((file) => file !== null).map((file) => join(outDir, file)).filter(isPlainFile);
  const failed = report.models.some(({ errors }) => errors.some(({ code }) => code === 'prove-failed'));
  return failed ? [...named, ...reproductions(outDir)] : named;
}

/** A link may be the change's own, and lead to what only this process may read: its environment, with the token. */
const isPlainFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Files of `MODEL/prove-failed`, sorted. */
function reproductions(outDir: string): string[] {
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.parentPath) === 'prove-failed').map((entry) => join(entry.parentPath, entry.name)).sort();
}

/**
 * Downloads this run's artifacts of these names, each into a folder of its name below `folder`. Throws UserError
 * `artifact-failed`; that one is missing is for the caller to find.
 */
export async function fetchArtifacts(isWanted: (name: string) => boolean, folder: string): Promise<void> {
  try {
    const client = await artifactClient();
    const { artifacts } = await inTime(client.listArtifacts({ latest: true }));
    for (const { id, name, digest, size } of artifacts.filter((one) => isWanted(one.name))) {
      const { digestMismatch } = await inTime(client.downloadArtifact(id, { path: join(folder, name), ...(digest === undefined ? {} : { expectedHash: digest }) }), size);
      if (digestMismatch === true) throw new Error(`the artifact ${name} is damaged`);
    }
  } catch (thrown) {
    throw new UserError({
      code: 'artifact-failed', message: `What other jobs of this run left cannot be fetched: ${messageOf(thrown)}.`,
      fix: 'Run the failed jobs again. Enterprise Server has no artifacts of this kind: run everything in one job there.',
    });
  }
}

/** Loaded only here: it is the largest part of the bundle. */
async function artifactClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

async function inTime<T>(work: Promise<T>, bytes = 0): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const withinMs = Number(process.env.PRUNE_GATE_ANSWER_MS ?? ANSWER_WITHIN_MS) + bytes / 2 ** 20 * MS_A_MEBIBYTE;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new Error('the artifact service did not answer')); }, withinMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
