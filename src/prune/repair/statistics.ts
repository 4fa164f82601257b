/**
 * Statistics correction (METHODS.md): batch-norm nodes get the mean and variance of the pruned model; layers with
 * folded batch norm get r = sigma_dense / sigma_pruned per output channel, W <- r W, b <- r (b - mu_pruned) + mu_dense.
 *
 * What one layer needs depends on the layers before it being corrected. Measuring stage by stage would cost one pass
 * over the samples per layer; instead every site corrects itself inside the graph by the statistics of the batch at
 * hand, so that one pass, front to back within each batch, measures them all.
 */
import { gatherMoments } from '../../calibrate/moments.js';
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Samples } from '../../data/types.js';
import { UserError } from '../../errors.js';
import { replaceTensors, weightTensors } from '../../onnx/constants.js';
import { intOf } from '../../onnx/graph.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32, withValues } from '../../onnx/tensors.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import { keptAfter } from '../cut.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import { editLayers } from './edit.js';
import type { Towards } from './places.js';
import type { LayerEdit } from './edit.js';
import { rowPositions } from './weight-matrix.js';
import type { LayerSite, NormSite, Site } from './statistics-sites.js';

/** A rescale beyond this is a failure, not a repair. */
export const MAX_RESCALE = 10;
/** Channels much weaker than the layer's average are scaled towards 1: this share of the mean variance is added to both. */
const WEAK_SHARE = 0.01;

export interface StatisticsRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly prunable: Prunable;
  readonly cut: Cut;
  /** What to aim at instead of the dense model, as for the sequential refit. */
  readonly towards?: Towards;
  /** The model to correct. */
  readonly model: Model;
  /** Calibration split A. */
  readonly samples: Samples;
  readonly batch: number;
}

/** What the dense model's layers put out: per output channel of the pruned model. */
export interface Target {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Dense output moments of the layer sites, by layer output. One pass over the samples. */
export async function denseTargets(request: StatisticsRequest, sites: readonly Site[]): Promise<ReadonlyMap<string, Target>> {
  const layers = sites.filter((site) => site.kind === 'layer').map(({ layer }) => layer);
  const moments = await gatherMoments({
    ...request, model: (request.towards ?? request.prunable).model,
    taps: layers.map((layer) => ({ value: layer.output, axis: layer.outputChannel, covariance: false })),
  });
  return new Map(layers.map((layer) => {
    const { mean, variance } = moments.get(layer.output) as Target;
    const kept = keptAfter([...request.towards?.cuts ?? [], request.cut], layer.output, layer.outputChannel);
    const take = (values: Float64Array): Float64Array => (kept === null ? values : Float64Array.from(kept, (position) => values[position] as number));
    return [layer.output, { mean: take(mean), variance: take(variance) }];
  }));
}

/**
 * The model with corrected statistics.
 *
 * @param rescale false: only means of layers are restored (r = 1); batch-norm nodes are always measured in full
 */
export async function correctStatistics(
  request: StatisticsRequest, sites: readonly Site[], targets: ReadonlyMap<string, Target>, rescale: boolean,
): Promise<Model> {
  const graph = new AuxiliaryGraph(request.model);
  const outputs = sites.map((site) => (site.kind === 'norm'
    ? renormalise(graph, request.model, site)
    : restandardise(graph, request, site, targets.get(site.layer.output) as Target, rescale)));
  const sums = sites.map(() => new BatchSums());
  await withVariant(request.runtime, graph.build(), request.directory, async (session) => {
    for await (const { feeds } of request.samples.batches(request.batch)) {
      for await (const results of session.pieces(feeds)) sums.forEach((sum, i) => { sum.add(results, outputs[i] as MeasuredNames); });
    }
  });
  return applyStatistics(request, sites, targets, sums.map((sum) => sum.moments()), rescale);
}

interface MeasuredNames { readonly mean: string; readonly variance: string; readonly shape: string; readonly channel: number }

/** Mean and variance of a float value over all axes but the channel's, sizes kept as 1, and the value minus its mean. */
function measured(graph: AuxiliaryGraph, value: string, rank: number, channel: number) {
  const axes = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => axis !== channel);
  const mean = graph.reduce('ReduceMean', value, axes, true);
  const centred = graph.node('Sub', [value, mean]);
  const variance = graph.reduce('ReduceMean', graph.node('Mul', [centred, centred]), axes, true);
  const names: MeasuredNames = { mean: graph.output(mean), variance: graph.output(variance), shape: graph.shapeOutput(value), channel };
  return { names, mean, variance, centred };
}

/** The node normalises with the statistics of the batch. */
function renormalise(graph: AuxiliaryGraph, model: Model, { index, node }: NormSite): MeasuredNames {
  const [value = '', scale = '', offset = '', oldMean = ''] = node.inputs;
  const type = weightTensors(model.graph).get(oldMean)?.dataType ?? DataType.FLOAT;
  const view = graph.channelView(value, 1);
  const { names, mean, variance } = measured(graph, view, 3, 1);
  const vector = (moment: string): string => graph.node('Cast', [graph.node('Reshape', [moment, graph.ints([-1])])], { to: intOf(type) });
  graph.override(index, { ...node, inputs: [value, scale, offset, vector(mean), vector(variance)] });
  return names;
}

/** The layer's output is moved to the dense mean, and scaled to the dense deviation, by the statistics of the batch. */
function restandardise(
  graph: AuxiliaryGraph, { model, prunable }: StatisticsRequest, { index, layer, scalable }: LayerSite, target: Target, rescale: boolean,
): MeasuredNames {
  const node = model.graph.nodes[index];
  const rank = prunable.facts.values.get(layer.output)?.dims.length ?? 2;
  if (node === undefined) throw new Error('a site without a node');
  const raw = graph.fresh(`${layer.output}_raw`);
  graph.override(index, { ...node, outputs: node.outputs.map((value) => (value === layer.output ? raw : value)) });
  const { names, variance, centred } = measured(graph, graph.toFloat(raw), rank, layer.outputChannel);
  const dims = Array.from({ length: rank }, (_, axis) => (axis === layer.outputChannel ? target.mean.length : 1));
  const constant = (values: Float64Array): string => graph.floats(Float32Array.from(values), dims);
  const floor = weakFloor(target);
  const wanted = constant(target.variance.map((value) => value + floor));
  const actual = graph.node('Add', [variance, constant(target.variance.map(() => floor))]);
  const ratio = graph.node('Sqrt', [graph.node('Div', [wanted, actual])]);
  const capped = graph.node('Max', [graph.node('Min', [ratio, constant(target.mean.map(() => MAX_RESCALE))]), constant(target.mean.map(() => 1 / MAX_RESCALE))]);
  const scaled = rescale && scalable ? graph.node('Mul', [centred, capped]) : centred;
  const moved = graph.node('Add', [scaled, constant(target.mean)]);
  graph.define(layer.output, 'Cast', [moved], { to: intOf(layer.elementType) });
  return names;
}

/** Keeps the quotient finite where a whole layer is constant. */
const TINY = 1e-12;

function weakFloor({ variance }: Target): number {
  return TINY + (WEAK_SHARE * variance.reduce((sum, value) => sum + value, 0)) / Math.max(1, variance.length);
}

/** Pools means and variances of batches, each by its number of positions. */
class BatchSums {
  #count = 0;
  #first = new Float64Array(0);
  #second = new Float64Array(0);

  add(results: ReadonlyMap<string, HostTensor>, names: MeasuredNames): void {
    const mean = results.get(names.mean)?.data as Float32Array;
    const variance = results.get(names.variance)?.data as Float32Array;
    const dims = Array.from(results.get(names.shape)?.data ?? [], Number);
    const count = dims.reduce((product, size, axis) => (axis === names.channel ? product : product * size), 1);
    if (this.#count === 0) [this.#first, this.#second] = [new Float64Array(mean.length), new Float64Array(mean.length)];
    this.#count += count;
    mean.forEach((value, i) => {
      this.#first[i] = (this.#first[i] as number) + count * value;
      this.#second[i] = (this.#second[i] as number) + count * ((variance[i] as number) + value ** 2);
    });
  }

  moments(): Target {
    const mean = this.#first.map((sum) => sum / this.#count);
    const variance = this.#second.map((sum, i) => Math.max(0, sum / this.#count - (mean[i] as number) ** 2));
    if (![...mean, ...variance].every(Number.isFinite)) {
      throw new UserError({ code: 'activation-not-finite', message: 'An activation of the pruned model is NaN or infinite on the calibration samples.' });
    }
    return { mean, variance };
  }
}

function applyStatistics(
  { model, prunable }: StatisticsRequest, sites: readonly Site[], targets: ReadonlyMap<string, Target>,
  found: readonly Target[], rescale: boolean,
): Model {
  const tensors = weightTensors(model.graph);
  const replaced = new Map<string, Tensor>();
  const weights = new Map<string, Float32Array>();
  const layers = new Map<string, LayerEdit>();
  sites.forEach((site, i) => {
    const own = found[i] as Target;
    if (site.kind === 'norm') {
      for (const [position, values] of [[3, own.mean], [4, own.variance]] as const) {
        const name = site.node.inputs[position] ?? '';
        const stored = tensors.get(name) as Tensor;
        replaced.set(name, withValues(stored, stored.dims, Float32Array.from(values)));
      }
      return;
    }
    const { layer } = site;
    const target = targets.get(layer.output) as Target;
    const scale = rescale && site.scalable ? rescaleFactors(target, own) : own.mean.map(() => 1);
    if (rescale && site.scalable) weights.set(layer.weight, scaledWeight(tensors.get(layer.weight) as Tensor, layer.outputAxis, scale));
    const shift = own.mean.map((mean, channel) => (target.mean[channel] as number) - (scale[channel] as number) * mean);
    layers.set(layer.node.outputs[0] ?? '', { biasScale: scale, shift });
  });
  const rank = (value: string): number | undefined => prunable.facts.values.get(value)?.dims.length;
  return editLayers(replaceTensors(model, replaced), { weights, layers }, rank);
}

function rescaleFactors(target: Target, own: Target): Float64Array {
  const floor = weakFloor(target);
  return own.variance.map((variance, i) => {
    const ratio = Math.sqrt(((target.variance[i] as number) + floor) / (variance + floor));
    return Math.min(MAX_RESCALE, Math.max(1 / MAX_RESCALE, ratio));
  });
}

function scaledWeight(tensor: Tensor, axis: number, scale: Float64Array): Float32Array {
  const values = tensorToFloat32(tensor);
  // No input axis to leave out: -1 numbers every element by its output channel.
  const channels = rowPositions(tensor.dims, -1, axis);
  return values.map((value, i) => value * (scale[channels[i] as number] as number));
}
