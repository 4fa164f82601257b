/** Any model file through `inspect`, a 25 % prune and its proof: what came of it, or a bug. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { UserError } from '../../src/errors.js';
import { storeWeights } from '../../src/onnx/store.js';
import { writeModel } from '../../src/onnx/write.js';
import type { Model } from '../../src/onnx/ir.js';
import { renderInspect } from '../../src/cli/inspect.js';
import { describeGroups } from '../../src/pipeline/group-report.js';
import { inspectSubject } from '../../src/pipeline/inspect.js';
import { Journal } from '../../src/pipeline/journal.js';
import { openSubject, type Subject } from '../../src/pipeline/subject.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { pruneStructured } from '../../src/prune/structured.js';
import type { StructuredResult } from '../../src/prune/structured.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import type { GroupReport, ModelReport } from '../../src/report/types.js';
import type { Runtime } from '../../src/runtime/types.js';
import { report as reportOfModels } from '../report/fixtures.js';
import { sharedData } from '../shared-data.js';
import { feedsOf, STEP } from './workbench.js';

export type Outcome =
  | { readonly file: string; readonly status: 'pruned'; readonly result: StructuredResult }
  /** Refused at `stage` with the code of a UserError. */
  | { readonly file: string; readonly status: 'refused'; readonly stage: string; readonly code: string; readonly message: string }
  | { readonly file: string; readonly status: 'bug'; readonly stage: string; readonly message: string };

/** Every .onnx file under a folder of the shared data, sorted; relative to the shared data. */
export function modelsUnder(folder: string): string[] {
  return readdirSync(sharedData(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.onnx')).map((file) => join(folder, file)).sort();
}

/** What `inspect MODEL` does, its view included, then a prune from what it found. Never rejects: see `tryModel`. */
export async function tryFile(file: string): Promise<Outcome> {
  let subject: Subject | undefined;
  try {
    return await attempt(file, async (enter) => {
      enter('read');
      const opened = subject = await openSubject(sharedData(), file, 'cpu');
      const journal = new Journal(file, ({ stage }) => { enter(stage); });
      const { report, prunable } = await inspectSubject(opened, file, journal);
      checkView(renderInspect(reportOfModels([{ ...report, notes: journal.notes }]), { color: false, width: 100 }), report);
      checkReport(report.groups);
      return { runtime: opened.runtime, directory: opened.directory, prunable };
    });
  } finally {
    await subject?.dispose();
  }
}

/** The same for a model that no file holds, without the command around it. */
export async function tryModel(runtime: Runtime, file: string, read: () => Promise<Model>, bytes: number): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'prune-gate-test-'));
  try {
    return await attempt(file, async (enter) => {
      enter('read');
      const model = await storeWeights(await read(), directory);
      enter('facts');
      const facts = await gatherFacts(runtime, model, { directory });
      enter('groups');
      const prunable = analyse(model, facts, bytes);
      checkReport(describeGroups(prunable));
      return { runtime, directory, prunable };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Analysed {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
}

/** Never rejects: what is not a UserError is reported as a bug, and so is a model that was pruned but does not load or is not proven. */
async function attempt(file: string, analysis: (enter: (stage: string) => void) => Promise<Analysed>): Promise<Outcome> {
  let stage = '';
  try {
    const { runtime, directory, prunable } = await analysis((next) => { stage = next; });
    stage = 'prune';
    const result = await pruneStructured({
      runtime, directory, prunable, step: { ...STEP, target: { kind: 'ratio', ratio: 0.25 } }, calibration: undefined, batch: 1,
      feeds: feedsOf(prunable), seed: 1,
    });
    stage = 'load';
    if (!result.proof.holds || result.proof.values === 0) throw new Error('pruned without a proof');
    const pruned = join(directory, 'pruned.onnx');
    await writeModel(result.model, pruned, { external: 'inline' });
    await (await runtime.open(pruned)).release();
    return { file, status: 'pruned', result };
  } catch (thrown) {
    if (thrown instanceof UserError && stage !== 'load') return { file, status: 'refused', stage, code: thrown.code, message: thrown.message };
    return { file, status: 'bug', stage, message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

/** The view names the file, each refusal's reason and the whole model's cost. */
function checkView(view: string, { path, groups }: ModelReport): void {
  const refused = groups.filter(({ status }) => status === 'refused').length;
  const said = view.split('\n').filter((line) => /^ {2}.*: ./u.test(line)).length;
  if (!view.startsWith(`${path}: `) || !view.includes('The whole model: ') || /undefined|NaN/u.test(view) || said < refused) throw new Error(`the view of inspect is incomplete:\n${view}`);
}

/** Every group and refusal has a name and, unless it can be pruned, a reason. */
function checkReport(groups: readonly GroupReport[]): void {
  for (const group of groups) {
    if (group.name === '' || group.reason === '' || !Number.isFinite(group.macs) || !Number.isFinite(group.parameters)) {
      throw new Error(`a group of the report is incomplete: ${JSON.stringify(group)}`);
    }
  }
}

/** Outcomes by status and code, for a message that can be read. */
export function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const key = outcome.status === 'refused' ? outcome.code : outcome.status;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const bugsOf = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap((outcome) => (outcome.status === 'bug' ? [`${relative('.', outcome.file)} (${outcome.stage}): ${outcome.message}`] : []));
