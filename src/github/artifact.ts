/** The run's artifact: report, plans and pruned models, for people and for later jobs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../errors.js';
import type { Report } from '../report/types.js';
import type { RunEvent } from './event.js';

export type ArtifactOutcome =
  | { readonly kind: 'uploaded'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

const REPORT_FILES = ['report.json', 'report.md', 'worker.log'] as const;

/** Never throws: Enterprise Server has no such service, and a second job may have taken the name. */
export async function uploadReport(name: string, report: Report, outDir: string, event: RunEvent): Promise<ArtifactOutcome> {
  if ((process.env.ACTIONS_RUNTIME_TOKEN ?? '') === '') return { kind: 'failed', reason: 'this runner offers no artifact service' };
  const files = artifactFiles(report, outDir);
  try {
    // Loaded only here: it is the largest part of the bundle.
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, files, outDir);
    return id === undefined
      ? { kind: 'failed', reason: 'the service gave no id' }
      : { kind: 'uploaded', url: `${event.runUrl}/artifacts/${id}` };
  } catch (thrown) {
    return { kind: 'failed', reason: messageOf(thrown) };
  }
}

/** What is there of a run's files: those of the folder, and each model's plan, pruned model and external data. */
export function artifactFiles(report: Report, outDir: string): string[] {
  const written = report.models.flatMap(({ files: { model, plan } }) => [model, model === null ? null : `${model}.data`, plan]);
  return [...REPORT_FILES, ...written].filter((file) => file !== null).map((file) => join(outDir, file)).filter((path) => existsSync(path));
}
