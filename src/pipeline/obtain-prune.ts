/** The pruned model of a run and what is written of it: made now, or taken over from an earlier run that had the same inputs. */
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { reusedNote } from '../report/reused.js';
import { makePlan, planHash } from '../prune/plan.js';
import { ProveFailed } from '../prune/prove-failed.js';
import { adoptPruned, folderName, prepareModelFolder, writePlan } from './files.js';
import type { WrittenModel } from './files.js';
import { readFinished, writeFinished } from './finished.js';
import type { Finished } from './finished.js';
import { note } from './model-run.js';
import type { Draft, ModelRun } from './model-run.js';
import { inputsKey } from './prune-inputs.js';
import type { PruneInputs } from './prune-inputs.js';
import { pruneModel } from './prune-model.js';
import type { PrunedModel } from './prune-state.js';
import { REPRODUCTION, writeReproduction } from './reproduction.js';
import type { RunSamples } from './samples.js';
import { storePruned } from './store-pruned.js';
import type { Subject } from './subject.js';
import { unmetSize } from './written-size.js';

export interface Obtained {
  readonly pruned: PrunedModel;
  readonly written: WrittenModel;
}

export async function obtainPrune(run: ModelRun, subject: Subject, samples: RunSamples, inputs: PruneInputs, draft: Draft): Promise<Obtained> {
  const { request, model, journal } = run;
  if (run.plan !== undefined && run.plan.policy !== run.policy.sha256) {
    journal.note('The policy has changed since the plan was made: what is cut is what the plan says; data and repair are what the policy says now.');
  }
  const folder = folderName(model.name);
  await prepareModelFolder(request.outDir, folder, request.planPath);
  const finished = await finishedBefore(run, inputs);
  const opened = journal.notes.length;
  for (const text of finished?.notes ?? []) journal.note(text);
  const made = finished?.pruned ?? await pruneNow(run, subject, samples, folder);
  draft.report = { ...draft.report, groups: made.groups, ladder: made.ladder, proof: made.proof };
  journal.enter('write');
  const written = finished === undefined
    ? await storePruned({ outDir: request.outDir, folder, model: made.model, subject, policy: model, samples: samples.fit, journal })
    : await adoptPruned(request.outDir, folder, finished);
  const pruned = made.partial ? made : { ...made, partial: await isTooLarge(run, subject, written) };
  const notes = finished?.notes ?? journal.notes.slice(opened);
  const plan = makePlan({
    model: { path: model.path, sha256: subject.sha256 }, policy: run.policy.sha256, seed: model.seed, steps: pruned.steps, repair: pruned.repair,
  });
  const hash = planHash(plan);
  draft.report = { ...draft.report, files: { model: written.file, plan: await writePlan(request.outDir, folder, plan) } };
  note(draft, { plan: hash, prunedModel: written.sha256 });
  // A plan that somebody gave is not what these inputs make.
  if (run.plan !== undefined) return { pruned, written };
  await writeFinished(join(request.outDir, folder), { inputs, pruned, notes, plan: hash, files: written.files, prunedModel: written.sha256 });
  return { pruned, written };
}

/** Whether the file misses a target in bytes, which the policy accepts. Throws UserError `target-unreached`. */
async function isTooLarge({ model, journal }: ModelRun, subject: Subject, written: WrittenModel): Promise<boolean> {
  const unmet = await unmetSize(subject, model, written);
  if (unmet !== undefined) journal.note(unmet);
  return unmet !== undefined;
}

/** A failed proof leaves what shows it, and no pruned model. */
async function pruneNow({ request, model, journal, plan, timed }: ModelRun, subject: Subject, samples: RunSamples, folder: string): Promise<PrunedModel> {
  try {
    return await pruneModel({ subject, policy: model, samples, journal, plan, timed });
  } catch (thrown) {
    if (thrown instanceof ProveFailed) {
      await writeReproduction(join(request.outDir, folder), thrown.failed);
      journal.note(`What shows the failed proof is in ${folder}/${REPRODUCTION} of the output folder: both models, the batch on which they differ, and the cut.`);
    }
    throw thrown;
  }
}

/** What an earlier run, or the machine that prunes for others, finished with the same inputs; undefined where it is made here. */
async function finishedBefore({ request, model, journal }: ModelRun, inputs: PruneInputs): Promise<Finished | undefined> {
  if (request.part?.kind === 'shard') return required(await readFinished(join(request.part.from, folderName(model.name)), inputs, false), model.name);
  const given = request.finished?.find((one) => one.model === model.name);
  if (given === undefined) return undefined;
  const found = await readFinished(given.folder, inputs, true);
  if (typeof found !== 'string') {
    journal.note(reusedNote(inputsKey(inputs)));
    return found;
  }
  journal.note(`The cached prune was passed over, and the model pruned again: ${found}.`);
  return undefined;
}

function required(found: Finished | string, model: string): Finished {
  if (typeof found !== 'string') return found;
  throw new UserError({
    code: 'shard-foreign', message: `What the pruning job left is not a prune of this model, data and policy: ${found}.`, where: model,
    fix: 'Check out the same commit in every job, and give all jobs the same policy, models and artifact name.',
  });
}
