/**
 * `explain`: what the policy's first structured step does with each group, and why. The plan is made (or the one that is given
 * is taken), each group is cut alone at several counts whatever the allocation, and units that do nothing are looked for.
 */
import { UserError } from '../errors.js';
import type { StructuredStep } from '../policy/types.js';
import { measureCurves } from '../prune/auto.js';
import { countedBudget } from '../prune/budget.js';
import type { Budget } from '../prune/budget.js';
import { removalOrder } from '../prune/allocate.js';
import type { Scored } from '../prune/allocate.js';
import { floatPrunable } from '../prune/float-weights.js';
import { redundantUnits } from '../prune/lossless/find.js';
import { readMoments } from '../prune/lossless/step.js';
import { openGroups } from '../prune/open-groups.js';
import { gatherEvidence, scoreGroups } from '../prune/score.js';
import { CutMeter, lossAt } from '../prune/sensitivity.js';
import type { SensitivityPoint } from '../prune/sensitivity.js';
import type { StructuredRequest, StructuredResult } from '../prune/structured.js';
import type { Group, Refusal } from '../prune/types.js';
import { significant } from '../report/format.js';
import type { GroupExplained } from '../report/types.js';
import { describeGroups } from './group-report.js';
import type { Draft, ModelRun } from './model-run.js';
import { cutAndRepair, openStep } from './prune-model.js';
import { startOf } from './prune-state.js';
import type { RunSamples } from './samples.js';
import type { Subject } from './subject.js';

export async function explainModel(run: ModelRun, subject: Subject, samples: RunSamples, draft: Draft): Promise<void> {
  const { model: policy, journal, plan } = run;
  const [step] = policy.prune;
  if (step?.method !== 'structured') {
    throw new UserError({ code: 'nothing-to-explain', message: 'The first step of the policy is not structured: it has no groups of units to explain.', where: 'prune in the policy', fix: 'Explain a policy whose first step is { method: structured, ... }.' });
  }
  const pruning = { subject, policy, samples, journal, plan, measured: {} };
  const { request, prunable } = await openStep(pruning, step, startOf(subject), 0);
  const { result } = await cutAndRepair(pruning, request, { ...step, repair: step.target.kind === 'accuracy-drop' ? step.repair : [] }, 0);
  const explained = await explainGroups(request, step, result);
  draft.report = { ...draft.report, groups: describeGroups(prunable, result), explain: explained, verdict: 'PASS' };
}

async function explainGroups(request: StructuredRequest, step: StructuredStep, result: StructuredResult): Promise<GroupExplained[]> {
  const { prunable, calibration, decide } = request;
  if (decide === undefined) throw new Error('explaining needs calibration split B');
  const open = openGroups(prunable, step);
  const counted: StructuredStep = { ...step, allocation: 'auto', target: { kind: 'macs', factor: 2 } };
  const rated = { ...request, prunable: floatPrunable(prunable), step: counted };
  const evidence = request.measured?.sensitivity === undefined ? await gatherEvidence(rated, open) : request.measured.evidence ?? await gatherEvidence(rated, open);
  const refused = new Map<string, Refusal>();
  const scored = scoreGroups(rated, evidence, open, refused);
  const budget = countedBudget(prunable, counted, open);
  const { curves } = request.measured?.sensitivity ?? await measureCurves(rated, await CutMeter.open(rated, evidence, decide), scored, budget);
  const moments = await readMoments(request, open);
  const find = { prunable, moments, samples: calibration?.count ?? 0 };
  const told = scored.map((entry) => ({ entry, curve: curves.get(entry.group.name) ?? [] }));
  const prices = told.flatMap(({ entry, curve }) => priceOf(entry, curve, budget, result) ?? []).sort((a, b) => a - b);
  return told.map(({ entry, curve }) => {
    const { group, scores } = entry;
    const gone = new Set(result.chosen.selection.removed.get(group.name));
    return {
      name: group.name, kind: group.kind, units: group.units.length, removed: gone.size,
      why: whyText(entry, curve, budget, result, prices), loss: gone.size === 0 ? 0 : lossOrNull(curve, gone.size), saved: budget.saved(entry, gone.size),
      curve: curve.filter(({ loss }) => Number.isFinite(loss)).map(({ removed, loss }) => ({ removed, loss, saved: removed === 0 ? 0 : budget.saved(entry, removed) })),
      ranking: removalOrder(scores).map((unit) => ({ unit, score: scores[unit] as number, removed: gone.has(unit) })),
      redundant: redundantUnits(find, group),
    };
  });
}

function lossOrNull(curve: readonly SensitivityPoint[], removed: number): number | null {
  const loss = curve.length < 2 ? NaN : lossAt(curve, removed);
  return Number.isFinite(loss) ? loss : null;
}

/** Loss for each share of the multiply-adds that a group's cut saves; undefined where it gave nothing. */
function priceOf(entry: Scored, curve: readonly SensitivityPoint[], budget: Budget, { chosen }: StructuredResult): number | undefined {
  const removed = chosen.selection.removed.get(entry.group.name)?.length ?? 0;
  return removed === 0 ? undefined : priceAt(entry, curve, budget, removed);
}

function priceAt(entry: Scored, curve: readonly SensitivityPoint[], budget: Budget, removed: number): number | undefined {
  const [loss, saved] = [lossOrNull(curve, removed), budget.saved(entry, removed)];
  return loss === null || saved <= 0 ? undefined : loss / saved;
}

function whyText(entry: Scored, curve: readonly SensitivityPoint[], budget: Budget, result: StructuredResult, prices: readonly number[]): string {
  const { group } = entry;
  const removed = result.chosen.selection.removed.get(group.name)?.length ?? 0;
  const reason = reasonKept(group, result);
  if (removed === 0 && reason !== undefined) return `kept: ${reason}`;
  const least = removed > 0 ? removed : curve.find((point) => point.removed > 0)?.removed ?? 0;
  const price = priceAt(entry, curve, budget, least);
  if (least === 0 || price === undefined) return removed > 0 ? 'cut; what it costs alone was not measured' : 'kept: it has no count to give at this alignment';
  const terms = `loss ${significant(price / 100, 2)} for each percent of multiply-adds saved`;
  if (removed > 0) return `cut: ${terms}, number ${String(prices.filter((other) => other < price).length + 1)} of ${String(prices.length)} by price`;
  const dearest = prices.at(-1);
  return `kept: the least cut would cost ${terms}${dearest === undefined ? '' : `; the dearest that was made costs ${significant(dearest / 100, 2)}${price < dearest ? ' (plans are compared as a whole, after repair)' : ''}`}`;
}

function reasonKept({ name }: Group, { kept, refused }: StructuredResult): string | undefined {
  return refused.get(name)?.reason ?? kept.get(name);
}
