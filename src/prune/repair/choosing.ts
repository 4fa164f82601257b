/** A walk on which what goes is chosen again (reselect.ts, unstructured/reselect.ts): how much is looked at, and where. */
import { fewOf } from '../../calibrate/few.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { Runtime } from '../../runtime/types.js';
import type { Prunable } from '../prunable.js';
import type { Layer } from './layers.js';
import { keepsRows, planRows } from './rows.js';
import type { Lengths } from './rows.js';
import { targetOf } from './targets.js';
import { LayerWalk } from './walk.js';
import type { Place } from './walk.js';

export interface ChoosingRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  /** Calibration split A. */
  readonly samples: Samples;
  /** Calibration split B: chooses the ridge of each fit. */
  readonly judge: Samples;
  readonly batch: number;
}

/** Choosing needs fewer samples than fitting, and fewer rows. */
export const CHOOSING = { mostSamples: 1024, judgingSamples: 256, rowsPerInput: 96 };

/** From a model whose sizes are the dense one's; undefined where the graph has subgraphs. */
export function openWalk(request: ChoosingRequest, start: Model): LayerWalk | undefined {
  const { prunable, samples, judge, batch } = request;
  const folds = [fewOf(samples, CHOOSING.mostSamples, batch), fewOf(judge, CHOOSING.judgingSamples, batch)];
  return LayerWalk.open({ ...request, dense: prunable.model, facts: prunable.facts, folds }, start);
}

/**
 * @param dims sizes of the layer's stored weight
 * @param later outputs of the layers that can still make up for what this one lacks
 * @returns undefined where there is nothing to fit
 */
export function placeAt({ prunable, samples }: ChoosingRequest, model: Model, layer: Layer, dims: readonly number[], later: ReadonlySet<string>): Place | undefined {
  if (!keepsRows(layer)) return undefined;
  const lengths: Lengths = (value) => prunable.facts.values.get(value)?.dims;
  const plan = planRows(layer, dims, lengths, Math.min(samples.count, CHOOSING.mostSamples), CHOOSING.rowsPerInput);
  return typeof plan === 'string' ? undefined : { plan, target: targetOf(model.graph, layer, later, lengths), kept: null };
}
