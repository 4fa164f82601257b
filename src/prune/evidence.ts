/**
 * What calibration says of the layers that read prunable units: moments of the channels they read and, for convolutions of
 * moderate size, of every kernel tap of those channels. Gathered once; criteria and the allocator work from it.
 */
import { fewOf } from '../calibrate/few.js';
import { gatherMoments } from '../calibrate/moments.js';
import type { Samples } from '../data/types.js';
import { diagonal } from '../kernels/symmetric.js';
import { DataType } from '../onnx/ir.js';
import type { Runtime } from '../runtime/types.js';
import type { ReaderInput } from './elimination.js';
import type { ParameterValues } from './parameter.js';
import type { Prunable } from './prunable.js';
import { inputMoments, passesOf } from './repair/input-moments.js';
import type { InputMoments } from './repair/input-moments.js';
import { toRows, layerShape } from './repair/layer-rows.js';
import type { LayerShape } from './repair/layer-rows.js';
import { layerAt, layerContext, ranksOf } from './repair/layers.js';
import type { Layer } from './repair/layers.js';
import { planRows } from './repair/rows.js';
import type { RowPlan } from './repair/rows.js';
import { toMatrix } from './repair/weight-matrix.js';
import type { AxisUse, Group, Moments } from './types.js';

/** A layer whose weight can be refit, with the second moments of what it is multiplied with. */
export interface FittedLayer {
  readonly layer: Layer;
  readonly shape: LayerShape;
  readonly inputs: InputMoments;
}

export interface EvidenceRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  /** Calibration split A. */
  readonly calibration: Samples | undefined;
  readonly batch: number;
  readonly onProgress?: (detail: string) => void;
}

/** Eliminating inputs takes O(inputs^3): up to here a few seconds a layer. Wider kernels are looked at by channel. */
const MOST_UNFOLDED_INPUTS = 1200;
/** Choosing units takes fewer samples, and fewer rows per unknown, than fitting them. */
const MOST_SAMPLES = 1024;
const ROWS_PER_INPUT = 96;
/** Floats of unfolded moments kept at once: 256 MB. The largest layers are looked at by channel beyond it. */
const MOST_FLOATS = 2 ** 25;
/** As for unfolded inputs, where there is a cheap fallback: channels are then taken as independent. */
const MOST_CHANNELS = 2048;

/** Moments beyond means and variances. */
export interface Wanted {
  readonly covariance: boolean;
  readonly magnitude: boolean;
}

export class Evidence {
  private constructor(
    readonly moments: ReadonlyMap<string, Moments>, private readonly fitted: ReadonlyMap<number, FittedLayer>,
  ) {}

  static readonly NONE = new Evidence(new Map(), new Map());

  static async gather(request: EvidenceRequest, groups: readonly Group[], wanted: Wanted): Promise<Evidence> {
    const { calibration } = request;
    const uses = groups.flatMap((group) => group.axes.filter((use) => use.role === 'consumer'));
    if (calibration === undefined || uses.length === 0) return Evidence.NONE;
    const taps = new Map(uses.map(({ value, valueAxis }) => [value, { value, axis: valueAxis, ...wanted }]));
    const moments = await gatherMoments({
      ...request, model: request.prunable.model, samples: calibration, taps: [...taps.values()],
      onProgress: (done, total) => request.onProgress?.(`moments: ${String(done)} of ${String(total)} samples`),
    });
    return new Evidence(moments, wanted.covariance ? await fitLayers(request, calibration, uses, moments) : new Map());
  }

  /** The layer behind a consumer axis; undefined where it is no plain layer or its moments are too large or too few. */
  layer(use: AxisUse): FittedLayer | undefined {
    return this.fitted.get(use.node);
  }

  /** What an elimination works from, for one consumer axis of a group; undefined without moments. */
  reader(group: Group, column: number, weights: (tensor: string) => ParameterValues): ReaderInput | undefined {
    const use = group.axes[column] as AxisUse;
    const fitted = this.fitted.get(use.node);
    const { data, dims } = weights(use.tensor);
    const positions = group.units.map((unit) => unit.positions[column] ?? []);
    return fitted === undefined ? channelReader(this.moments.get(use.value), data, dims, use.axis, positions) : unfoldedReader(fitted, data, positions);
  }
}

function unfoldedReader({ shape, inputs }: FittedLayer, data: Float32Array, positions: readonly (readonly number[])[]): ReaderInput {
  const { taps, channels } = shape;
  const d = taps * channels;
  const units = positions.map((list) => Array.from({ length: taps }, (_, tap) => list.map((channel) => tap * channels + channel)).flat());
  return { weights: toRows(data, shape), d, covariance: inputs.covariance, variance: diagonal(inputs.covariance, d), units };
}

/** By channel: rows run over outputs and taps. */
export function channelReader(
  moments: Moments | undefined, data: Float32Array, dims: readonly number[], axis: number, positions: readonly (readonly number[])[],
): ReaderInput | undefined {
  if (moments === undefined) return undefined;
  const { data: weights, inputs } = toMatrix(data, dims, axis);
  const covariance = inputs <= MOST_CHANNELS ? moments.covariance : undefined;
  return { weights, d: inputs, covariance, variance: moments.variance, units: positions };
}

/** Layers by node: unfolded convolutions, and products by their channels. */
async function fitLayers(
  request: EvidenceRequest, samples: Samples, uses: readonly AxisUse[], moments: ReadonlyMap<string, Moments>,
): Promise<Map<number, FittedLayer>> {
  const candidates = layersRead(request, uses);
  const fitted = new Map<number, FittedLayer>();
  const plans: RowPlan[] = [];
  for (const layer of candidates) {
    const plan = planOf(request, layer, Math.min(samples.count, MOST_SAMPLES));
    if (typeof plan === 'string') continue;
    if (plan.inputs > plan.channels) plans.push(plan);
    else fitByChannel(request, layer, moments.get(layer.input), fitted);
  }
  for (const pass of passesOf(withinBudget(plans))) {
    const found = await inputMoments({ ...request, samples: fewOf(samples, MOST_SAMPLES, request.batch) }, request.prunable.model, pass);
    pass.forEach(({ layer }, i) => {
      const inputs = found[i];
      if (inputs !== undefined) fitted.set(layer.index, { layer, shape: shapeOf(request, layer), inputs });
    });
  }
  return fitted;
}

/** Plain float32 layers behind consumer axes, each once, in graph order. */
function layersRead({ prunable }: EvidenceRequest, uses: readonly AxisUse[]): Layer[] {
  const { model, facts, tensors } = prunable;
  const context = layerContext(model.graph, ranksOf(facts));
  const found = new Map<number, Layer>();
  for (const use of uses) {
    const layer = layerAt(context, use.node);
    if (typeof layer === 'string' || layer.weight !== use.tensor || layer.inputAxis !== use.axis) continue;
    if (tensors.get(layer.weight)?.dataType !== DataType.FLOAT) continue;
    if ((context.index.consumers.get(layer.weight) ?? []).length === 1) found.set(use.node, layer);
  }
  return [...found.values()].sort((a, b) => a.index - b.index);
}

const dimsOf = ({ prunable }: EvidenceRequest, layer: Layer): readonly number[] => prunable.tensors.get(layer.weight)?.dims ?? [];
const shapeOf = (request: EvidenceRequest, layer: Layer): LayerShape => layerShape(layer, dimsOf(request, layer));

function planOf(request: EvidenceRequest, layer: Layer, count: number): RowPlan | string {
  return planRows(layer, dimsOf(request, layer), (value) => request.prunable.facts.values.get(value)?.dims, count, ROWS_PER_INPUT);
}

function fitByChannel(request: EvidenceRequest, layer: Layer, moments: Moments | undefined, fitted: Map<number, FittedLayer>): void {
  if (moments?.covariance === undefined || moments.variance.length > MOST_CHANNELS) return;
  fitted.set(layer.index, { layer, shape: shapeOf(request, layer), inputs: { rows: moments.count, mean: moments.mean, covariance: moments.covariance } });
}

/** The smallest first, as many as fit. */
function withinBudget(plans: readonly RowPlan[]): RowPlan[] {
  let floats = 0;
  const chosen = new Set([...plans].sort((a, b) => a.inputs - b.inputs).filter(({ inputs }) => {
    if (inputs > MOST_UNFOLDED_INPUTS) return false;
    floats += inputs ** 2;
    return floats <= MOST_FLOATS;
  }));
  return plans.filter((plan) => chosen.has(plan));
}
