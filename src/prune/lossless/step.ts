/**
 * Pruning without loss: units that do nothing go, what read a duplicate reads the one that stays, and nothing is refit.
 * The cut is proven as any other; besides, the outputs must agree with the dense model's on all calibration samples.
 */
import { gatherMoments } from '../../calibrate/moments.js';
import { createYardstick } from '../../calibrate/yardstick.js';
import { replaceTensors, weightTensors } from '../../onnx/constants.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32, withValues } from '../../onnx/tensors.js';
import { applyCut } from '../apply.js';
import { measureSelection } from '../budget.js';
import { keptByPolicy } from '../open-groups.js';
import type { Prunable } from '../prunable.js';
import { ProveFailed } from '../prove-failed.js';
import { prove } from '../prove.js';
import type { StructuredRequest, StructuredResult } from '../structured.js';
import { losslessError } from '../target-words.js';
import type { Group, Moments, Selection } from '../types.js';
import { redundantUnits } from './find.js';
import type { Redundancy } from './find.js';

export interface LosslessResult extends StructuredResult {
  /** Squared error of the outputs over their variance, on calibration samples; rounding alone. */
  readonly loss: number;
  readonly redundant: ReadonlyMap<string, readonly Redundancy[]>;
}

/** The proof's tolerance, squared: a loss is a squared error. */
const MOST_LOSS = 1e-8;

/** What of the found is taken, the surest last. */
const KINDS: readonly (readonly Redundancy['kind'][])[] = [['unread', 'silent', 'duplicate'], ['unread', 'duplicate'], ['unread']];

/** @throws UserError `target-unreached` where nothing can go without loss; ProveFailed */
export async function pruneLossless(request: StructuredRequest): Promise<LosslessResult> {
  const { prunable, step } = request;
  const kept = keptByPolicy(prunable, step);
  const open = prunable.analysis.groups.filter(({ name }) => !kept.has(name));
  request.onProgress?.('score', 'units that do nothing');
  const moments = await readMoments(request, open);
  const all = new Map(open.map((group) => [group.name, redundantUnits({ prunable, moments, samples: request.calibration?.count ?? 0 }, group)]));
  for (const kinds of KINDS) {
    const redundant = new Map(open.map((group) => [group.name, removable(group, (all.get(group.name) ?? []).filter(({ kind }) => kinds.includes(kind)), step.align)]));
    const selection: Selection = { removed: new Map([...redundant].filter(([, units]) => units.length > 0).map(([name, units]) => [name, units.map(({ unit }) => unit)])) };
    if (selection.removed.size === 0) continue;
    const result = await cutWithoutLoss({ ...request, open }, selection, mergesOf(redundant));
    if (result.loss <= MOST_LOSS) return { ...result, kept, redundant };
  }
  throw losslessError(prunable.analysis.refusals);
}

/** Applies, proves and compares a selection made earlier. Throws UserError `target-unreached` where outputs do not agree. */
export async function replayLossless(request: StructuredRequest, selection: Selection, merged: ReadonlyMap<string, ReadonlyMap<number, number>>): Promise<LosslessResult> {
  const result = await cutWithoutLoss({ ...request, open: request.prunable.analysis.groups }, selection, merged);
  if (result.loss > MOST_LOSS) throw losslessError([]);
  return { ...result, kept: new Map(), redundant: new Map() };
}

/** Moments of everything that reads these groups, with covariances, over split A. */
export async function readMoments({ runtime, prunable, directory, calibration, batch }: StructuredRequest, groups: readonly Group[]): Promise<ReadonlyMap<string, Moments>> {
  const uses = groups.flatMap(({ axes }) => axes.filter(({ role }) => role === 'consumer'));
  if (calibration === undefined || uses.length === 0) return new Map();
  const taps = new Map(uses.map(({ value, valueAxis }) => [value, { value, axis: valueAxis, covariance: true }]));
  return gatherMoments({ runtime, directory, batch, model: prunable.model, samples: calibration, taps: [...taps.values()] });
}

/** One unit stays; where the policy names an alignment, so many stay that it holds. */
function removable({ units }: Group, found: readonly Redundancy[], align: number | 'auto'): readonly Redundancy[] {
  const block = align === 'auto' ? 1 : Math.min(align, units.length);
  const least = Math.max(block, Math.ceil((units.length - found.length) / block) * block);
  const taken = [...found].sort((a, b) => rank(a) - rank(b) || a.unit - b.unit).slice(0, Math.max(0, units.length - least));
  return taken.sort((a, b) => a.unit - b.unit);
}

const rank = ({ kind }: Redundancy): number => ['unread', 'duplicate', 'silent'].indexOf(kind);

function mergesOf(redundant: ReadonlyMap<string, readonly Redundancy[]>): Map<string, Map<number, number>> {
  const merges = [...redundant].map(([name, units]) => [name, new Map(units.flatMap((each) => (each.kind === 'duplicate' ? [[each.unit, each.of] as const] : [])))] as const);
  return new Map(merges.filter(([, units]) => units.size > 0));
}

async function cutWithoutLoss(
  request: StructuredRequest & { readonly open: readonly Group[] }, selection: Selection, merged: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Promise<Omit<LosslessResult, 'kept' | 'redundant'>> {
  const { runtime, directory, prunable: dense, step, batch, seed, open } = request;
  const model = mergeUnits(dense, merged);
  const prunable = { ...dense, model, tensors: weightTensors(model.graph) };
  const chosen = measureSelection(prunable, step, selection, open);
  request.onProgress?.('apply', `${String(selection.removed.size)} groups`);
  const applied = applyCut(model, prunable.tensors, prunable.coupling, prunable.facts, chosen.cut);
  if (applied.model === undefined) throw losslessError(applied.obstacles.map(({ reason, node }) => ({ name: node, reason })));
  request.onProgress?.('prove', 'attempt 1');
  const proof = await prove({ ...request, prunable, pruned: applied.model, cut: chosen.cut, seed: String(seed) });
  if (!proof.holds) throw new ProveFailed('The units do nothing, but the', { dense: model, pruned: applied.model, selection, feeds: request.feeds, mismatch: proof.mismatch });
  let loss = 0;
  for (const samples of [request.calibration, request.decide]) {
    if (samples === undefined) continue;
    const yardstick = await createYardstick({ runtime, dense: dense.model, directory, samples, batch, ...(request.kinds === undefined ? {} : { kinds: request.kinds }) });
    loss = Math.max(loss, await yardstick.loss(applied.model));
  }
  return { model: applied.model, chosen, proof, attempts: 1, refused: new Map(), merged, loss };
}

/** What reads a unit is added to what reads the one that equals it: the model computes what it did. */
export function mergeUnits({ model, tensors, analysis }: Prunable, merged: ReadonlyMap<string, ReadonlyMap<number, number>>): Model {
  const values = new Map<string, Float32Array>();
  for (const group of analysis.groups) {
    for (const [unit, into] of merged.get(group.name) ?? []) {
      group.axes.forEach(({ tensor, axis, role }, column) => {
        if (role !== 'consumer') return;
        const stored = tensors.get(tensor) as Tensor;
        const data = values.get(tensor) ?? Float32Array.from(tensorToFloat32(stored));
        values.set(tensor, data);
        moveSlices(data, stored.dims, axis, group.units[unit]?.positions[column] ?? [], group.units[into]?.positions[column] ?? []);
      });
    }
  }
  if (values.size === 0) return model;
  return replaceTensors(model, new Map([...values].map(([name, data]) => {
    const stored = tensors.get(name) as Tensor;
    return [name, withValues(stored, stored.dims, data)];
  })));
}

function moveSlices(data: Float32Array, dims: readonly number[], axis: number, from: readonly number[], to: readonly number[]): void {
  const inner = dims.slice(axis + 1).reduce((a, b) => a * b, 1);
  const size = dims[axis] ?? 1;
  from.forEach((position, i) => {
    for (let outer = 0; outer < data.length / (inner * size); outer++) {
      const [source, target] = [position, to[i] ?? -1].map((at) => (outer * size + at) * inner) as [number, number];
      for (let k = 0; k < inner; k++) {
        data[target + k] = (data[target + k] as number) + (data[source + k] as number);
        data[source + k] = 0;
      }
    }
  });
}
