/** The step's outputs. One row each; action.yml and docs/action.md list the same names (a test compares them). */
import { join } from 'node:path';
import * as core from '@actions/core';
import type { ModelReport, Report } from '../report/types.js';

export interface OutputSource {
  readonly report: Report;
  readonly outDir: string;
  /** Empty where there is none. */
  readonly commentUrl: string;
  readonly artifactUrl: string;
}

type Value = (source: OutputSource) => string;

export const OUTPUTS: Readonly<Record<string, Value>> = {
  'verdict': ({ report }) => report.verdict,
  'report-json': ({ outDir }) => join(outDir, 'report.json'),
  'report-markdown': ({ outDir }) => join(outDir, 'report.md'),
  'model-path': (source) => firstFile(source, 'model'),
  'plan-path': (source) => firstFile(source, 'plan'),
  'models': (source) => JSON.stringify(source.report.models.map((model) => summaryOf(model, source.outDir))),
  'accuracy-drop': ({ report }) => worst(report, Math.max, (model) => model.metrics[0]?.drop ?? null),
  'size-reduction': ({ report }) => worst(report, Math.min, ({ measures }) => measures === null ? null
    : reduction(measures.dense.fileBytes, measures.pruned.fileBytes)),
  'macs-reduction': ({ report }) => worst(report, Math.min, ({ measures }) => measures === null ? null
    : reduction(measures.dense.macs, measures.pruned.macs)),
  'latency-speedup': ({ report }) => worst(report, Math.min, ({ measures }) => measures?.speedup?.ratio ?? null),
  'comment-url': ({ commentUrl }) => commentUrl,
  'artifact-url': ({ artifactUrl }) => artifactUrl,
};

export function setOutputs(source: OutputSource): void {
  for (const [name, value] of Object.entries(OUTPUTS)) core.setOutput(name, value(source));
}

/** The one output of a run that judged nothing itself: all others stay empty, so that no later step takes a stranger's word for ours. */
export function setCommentUrl(url: string): void {
  core.setOutput('comment-url', url);
}

/** Of the first model that has one: the usual repository has one model. */
function firstFile({ report, outDir }: OutputSource, kind: 'model' | 'plan'): string {
  const file = report.models.map(({ files }) => files[kind]).find((name) => name !== null);
  return file === undefined || file === null ? '' : join(outDir, file);
}

function summaryOf({ name, verdict, files }: ModelReport, outDir: string): Record<string, string | null> {
  const path = (file: string | null): string | null => (file === null ? null : join(outDir, file));
  return { name, verdict, model: path(files.model), plan: path(files.plan) };
}

/** The worst over the models; empty where one of them has no value, since the worst is unknown then. */
function worst(report: Report, pick: (...values: number[]) => number, value: (model: ModelReport) => number | null): string {
  const values = report.models.map(value);
  const known = values.filter((one) => one !== null && Number.isFinite(one)) as number[];
  return known.length === 0 || known.length < values.length ? '' : String(pick(...known));
}

function reduction(dense: number | null, pruned: number | null): number | null {
  return dense === null || pruned === null || dense === 0 ? null : 1 - pruned / dense;
}
