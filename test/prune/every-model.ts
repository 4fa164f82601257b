/** Any model file through analysis, a 25 % prune and its proof: what came of it, or a bug. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { UserError } from '../../src/errors.js';
import { readModel } from '../../src/onnx/read.js';
import { storeWeights } from '../../src/onnx/store.js';
import { writeModel } from '../../src/onnx/write.js';
import type { Model } from '../../src/onnx/ir.js';
import { describeGroups } from '../../src/pipeline/group-report.js';
import { analyse } from '../../src/prune/prunable.js';
import type { Prunable } from '../../src/prune/prunable.js';
import { pruneStructured } from '../../src/prune/structured.js';
import type { StructuredResult } from '../../src/prune/structured.js';
import { gatherFacts } from '../../src/runtime/facts.js';
import type { Runtime } from '../../src/runtime/types.js';
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

export async function tryFile(runtime: Runtime, file: string): Promise<Outcome> {
  const path = sharedData(file);
  return tryModel(runtime, file, () => readModel(path), statSync(path).size);
}

/** Never rejects: what is not a UserError is reported as a bug, and so is a model that was pruned but does not load or is not proven. */
export async function tryModel(runtime: Runtime, file: string, read: () => Promise<Model>, bytes: number): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'prune-gate-test-'));
  let stage = 'read';
  try {
    const model = await storeWeights(await read(), directory);
    stage = 'facts';
    const facts = await gatherFacts(runtime, model, { directory });
    stage = 'inspect';
    const prunable = analyse(model, facts, bytes);
    checkReport(prunable);
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
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What `inspect` shows: every group and refusal has a name and, unless it can be pruned, a reason. */
function checkReport(prunable: Prunable): void {
  for (const group of describeGroups(prunable)) {
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
