/**
 * Sequential refit: every layer after a cut, in graph order, is fitted by least squares on the inputs it gets in the
 * already repaired pruned model, towards what the dense model computes. The error of one layer is thus known to the
 * next, instead of adding up. In the unfolded (im2col) form each kernel tap of each kept channel has its own weight.
 *
 * With u the unfolded input and R = dense - pruned at the layer's target, both less their means, over samples and positions:
 *     delta = G (H + D)^-1,   H = mean u u^T,   G = mean R u^T,   D = lambda * mean(diag H)
 * which is ridge regression of the target *towards the current weights*; the bias takes what is left of the means. H and G are
 * computed inside onnxruntime, with both models in one graph, at a random few lines of positions per batch; sums are kept in
 * float64. Lambda is the one whose fit does best on split B; a layer that no fit helps there stays as it is.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { CentredSums } from '../../calibrate/centred-sums.js';
import { cheapestFrontier } from '../../calibrate/frontier.js';
import { MOST_SPOOL_BYTES, PairedStreams } from '../../calibrate/paired-streams.js';
import { withProducts } from '../../calibrate/products.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Multiply } from '../../kernels/matmul.js';
import { seededRandom } from '../../kernels/random.js';
import { indexGraph, intOf } from '../../onnx/graph.js';
import { weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Samples } from '../../data/types.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import { editLayers } from './edit.js';
import { layerRows, layerShape, storedWeight } from './layer-rows.js';
import { layerContext, layersOf } from './layers.js';
import type { Layer } from './layers.js';
import { bestRidge } from './ridge.js';
import type { Moments2, Solution } from './ridge.js';
import { centred, drawLines, featureRows, MOST_SAMPLES, outputRows, planRows } from './rows.js';
import type { Lengths, RowPlan } from './rows.js';
import { downstreamNodes } from './statistics-sites.js';
import { targetOf } from './targets.js';
import type { LayerTarget } from './targets.js';

/** Samples of split B that judge each layer. */
const JUDGING_SAMPLES = 512;

export interface SequentialRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  /** The dense model and its analysis. */
  readonly prunable: Prunable;
  readonly cut: Cut;
  /** Calibration split A: fits. */
  readonly samples: Samples;
  /** Calibration split B: chooses lambda, and whether a layer is changed. */
  readonly judge: Samples;
  readonly batch: number;
  /** Calibration samples to use; default MOST_SAMPLES. */
  readonly mostSamples?: number;
  readonly onProgress?: (detail: string) => void;
}

export interface SequentialResult {
  readonly model: Model;
  readonly refit: number;
  /** Layers left as they were, and why. */
  readonly skipped: readonly string[];
}

/** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
export async function sequentialRefit(request: SequentialRequest, start: Model): Promise<SequentialResult | undefined> {
  const { runtime, directory, prunable, batch, mostSamples = MOST_SAMPLES } = request;
  const folds = [spread(request.samples, mostSamples), spread(request.judge, Math.min(JUDGING_SAMPLES, mostSamples))];
  const streams = new PairedStreams(runtime, directory, prunable.model, folds, batch);
  if (streams.merged(start) === undefined) return undefined;
  const layers = layersToRefit(request, start);
  const skipped: string[] = [];
  let model = start;
  try {
    await withProducts(runtime, async (multiply) => {
      const walk = new Walk(request, streams, folds[0]?.count ?? 0, multiply);
      for (const [index, layer] of layers.entries()) {
        request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
        const open = new Set(layers.slice(index + 1).map(({ output }) => output));
        const outcome = await walk.refit(model, layer, open);
        if (typeof outcome === 'string') skipped.push(`${layer.node.name || layer.output}: ${outcome}`);
        else model = outcome;
      }
    });
  } finally {
    await streams.close();
  }
  return { model, refit: layers.length - skipped.length, skipped };
}

/** At most so many of the samples, evenly. */
function spread(samples: Samples, most: number): Samples {
  const count = Math.min(samples.count, most);
  return count === samples.count ? samples : samples.subset(Array.from({ length: count }, (_, i) => Math.floor((i * samples.count) / count)));
}

/** Layers whose input lost channels or comes after a cut, in graph order. */
function layersToRefit({ prunable, cut }: SequentialRequest, model: Model): Layer[] {
  const changed = prunable.coupling.roles.filter((role) => role.role === 'consumer' && cut.kept(role.value, role.valueAxis) !== null)
    .map((role) => prunable.model.graph.nodes[role.node]?.outputs[0] ?? '');
  const context = layerContext(model.graph, rankIn(model, prunable));
  const reached = downstreamNodes(model.graph, changed);
  return layersOf(context).filter((layer) => reached.has(layer.index));
}

/** Ranks as the facts have them; what an inserted bias Add reads has the rank of what it makes. */
function rankIn(model: Model, { facts }: Prunable): (value: string) => number | undefined {
  const biased = new Map(model.graph.nodes.flatMap((node) => (node.opType === 'Add' ? [[node.inputs[0] ?? '', node.outputs[0] ?? ''] as const] : [])));
  const known = (value: string): number | undefined => facts.values.get(value)?.dims.length;
  return (value) => known(value) ?? known(biased.get(value) ?? '');
}

interface Sums {
  readonly fit: Moments2;
  readonly judge: Moments2;
}

interface Fit {
  readonly plan: RowPlan;
  readonly target: LayerTarget;
  readonly tensor: Tensor;
}

/** A walk through the layers, with both models' activations at hand from just before the layer that is next. */
class Walk {
  readonly #makers: ReadonlyMap<string, number>;
  #position = 0;

  constructor(
    private readonly request: SequentialRequest, private readonly streams: PairedStreams, private readonly samples: number, private readonly multiply: Multiply,
  ) {
    this.#makers = indexGraph(request.prunable.model.graph).producer;
  }

  async refit(model: Model, layer: Layer, open: ReadonlySet<string>): Promise<Model | string> {
    const fit = this.#plan(model, layer, open);
    if (typeof fit === 'string') return fit;
    await this.#advance(model, layer);
    const sums = await this.#accumulate(model, fit, undefined);
    if (sums === undefined) return 'its activations are not finite';
    const first = await this.#solve(model, fit, sums);
    if (!fit.target.rectified || typeof first === 'string') return first;
    const again = this.#plan(first, layer, open);
    const seen = typeof again === 'string' ? undefined : await this.#accumulate(first, again, sums);
    if (typeof again === 'string' || seen === undefined) return first;
    const second = await this.#solve(first, again, seen);
    return typeof second === 'string' ? first : second;
  }

  async #solve(model: Model, fit: Fit, sums: Sums): Promise<Model | string> {
    const solution = await bestRidge(sums.fit, sums.judge, this.multiply);
    return typeof solution === 'string' ? solution : applyDelta(this.request, model, fit, solution);
  }

  #plan(model: Model, layer: Layer, open: ReadonlySet<string>): Fit | string {
    const { prunable, cut } = this.request;
    const tensor = weightTensors(model.graph).get(layer.weight);
    if (tensor === undefined) return 'its weight is not stored';
    if (layer.groups !== 1) return 'a grouped convolution';
    if (layer.node.opType === 'ConvTranspose') return 'a transposed convolution';
    if (tensor.dataType !== DataType.FLOAT) return 'only float32 weights are fitted here';
    if (model.graph.nodes.filter((node) => node.inputs.includes(layer.weight)).length !== 1) return 'another node reads its weight';
    const lengths: Lengths = (value) => prunable.facts.values.get(value)?.dims.map((size, axis) => cut.kept(value, axis)?.length ?? size);
    const plan = planRows(layer, tensor.dims, lengths, this.samples);
    return typeof plan === 'string' ? plan : { plan, tensor, target: targetOf(model.graph, layer, open, lengths) };
  }

  /** Leaves behind what no layer still to come can change. */
  async #advance(model: Model, layer: Layer): Promise<void> {
    const { prunable } = this.request;
    const next = this.#makers.get(layer.node.outputs[0] ?? '') ?? this.#makers.get(layer.output);
    if (next === undefined || next <= this.#position) return;
    const values = new Set([...model.graph.inputs.map(({ name }) => name), ...model.graph.nodes.flatMap(({ outputs }) => outputs)]);
    const sizeOf = (value: string): number | undefined =>
      (values.has(value) ? prunable.facts.values.get(value)?.dims.reduce((a, b) => a * b, 1) : undefined);
    const frontier = cheapestFrontier(prunable.model.graph, this.#position, next, sizeOf);
    if (frontier === undefined || this.streams.bytesOf(frontier, probedSamples(prunable)) > MOST_SPOOL_BYTES) return;
    await this.streams.advance(model, frontier);
    this.#position = frontier.position;
  }

  /**
   * Second moments on the samples that fit and on those that judge.
   *
   * @param known of the same layer's first fit: its inputs are the same, and only what is wanted in front of a Relu is new
   */
  async #accumulate(model: Model, fit: Fit, known: Sums | undefined): Promise<Sums | undefined> {
    const merged = this.streams.merged(model);
    if (merged === undefined) return undefined;
    const { plan } = fit;
    const graph = new AuxiliaryGraph(merged.model);
    const lines = plan.kernel.length === 0 ? '' : graph.input('lines', DataType.INT64, [plan.lines]);
    const names = productsOf(this.request, graph, merged.second, fit, lines, known !== undefined);
    const random = seededRandom(`${this.request.samples.sha256}:${plan.layer.output}`);
    const sums = [new CentredSums(known === undefined ? plan.inputs : 0, plan.inputs, plan.outputs), new CentredSums(known === undefined ? plan.inputs : 0, plan.inputs, plan.outputs)];
    await withVariant(this.request.runtime, graph.build(), this.request.directory, async (session) => {
      for await (const { feeds, fold } of this.streams.batches(merged.second)) {
        const drawn: [string, HostTensor][] = lines === '' ? [] : [[lines, drawLines(plan, random)]];
        const results = await session.run(new Map([...feeds, ...drawn]));
        const read = (name: string | undefined) => (name === undefined ? [] : results.get(name)?.data as Float32Array);
        const rows = Number((results.get(names.shape)?.data as BigInt64Array)[0]);
        sums[fold]?.add(rows, read(names.meanU), read(names.gram), read(names.meanR), read(names.cross));
      }
    });
    const [fitted, judged] = sums.map((sum) => sum.finish());
    if (fitted === undefined || judged === undefined) return undefined;
    const finite = [fitted.covariance, fitted.cross, judged.covariance, judged.cross].every((values) => values.every(Number.isFinite));
    if (!finite) return undefined;
    return known === undefined ? { fit: fitted, judge: judged }
      : { fit: { ...fitted, covariance: known.fit.covariance }, judge: { ...judged, covariance: known.judge.covariance } };
  }
}

/** Samples in the runs that the facts come from. */
function probedSamples({ model, facts }: Prunable): number {
  const fed = model.graph.inputs.find(({ name }) => !model.graph.initializers.has(name));
  return facts.values.get(fed?.name ?? '')?.dims[0] ?? 1;
}

function productsOf({ cut }: SequentialRequest, graph: AuxiliaryGraph, second: (value: string) => string, { plan, target }: Fit, lines: string, again: boolean) {
  const { layer } = plan;
  const features = centred(graph, featureRows(graph, second(layer.input), plan, lines));
  const kept = cut.kept(layer.output, layer.outputChannel);
  const dense = kept === null ? target.value : graph.node('Gather', [target.value, graph.ints(kept)], { axis: intOf(layer.outputChannel) });
  const residual = residualOf(graph, graph.toFloat(dense), graph.toFloat(second(target.value)), again);
  const rows = outputRows(graph, residual, plan, lines);
  const wanted = centred(graph, rows);
  const turned = graph.transpose(features.rows, [1, 0]);
  return {
    shape: graph.shapeOutput(rows), meanU: graph.output(features.mean), meanR: graph.output(wanted.mean),
    gram: again ? undefined : graph.output(graph.node('MatMul', [turned, features.rows])),
    cross: graph.output(graph.node('MatMul', [turned, wanted.rows])),
  };
}

/**
 * What is wanted on top of the pruned model's value. In front of a Relu a value that is to be negative is only wanted down to
 * zero (the nonlinear response of Zhang et al. 2015, "Accelerating very deep convolutional networks", by a second fit
 * from the weights of the plain one): the freedom goes to the values that are seen.
 */
function residualOf(graph: AuxiliaryGraph, dense: string, pruned: string, rectified: boolean): string {
  const difference = graph.node('Sub', [dense, pruned]);
  if (!rectified) return difference;
  const zero = graph.floats(Float32Array.of(0), [1]);
  const seen = graph.toFloat(graph.node('Greater', [dense, zero]));
  const hidden = graph.node('Sub', [graph.floats(Float32Array.of(1), [1]), seen]);
  return graph.node('Sub', [graph.node('Mul', [seen, difference]), graph.node('Mul', [hidden, graph.node('Relu', [pruned])])]);
}

/** Adds delta to the weight, in its stored layout, and what is left of the means to the bias. */
function applyDelta({ prunable }: SequentialRequest, model: Model, { plan, target, tensor }: Fit, { delta, constant }: Solution): Model {
  const { layer } = plan;
  const shape = layerShape(layer, tensor.dims);
  const rows = layerRows(tensorToFloat32(tensor), shape);
  const shift = new Float64Array(shape.outputs);
  for (let output = 0; output < shape.outputs; output++) {
    const scale = target.scale?.[output] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(scale) < 1e-6) continue;
    for (let at = output * plan.inputs; at < (output + 1) * plan.inputs; at++) rows[at] = (rows[at] as number) + (delta[at] as number) / scale / layer.gain;
    shift[output] = (constant[output] as number) / scale;
  }
  const edits = { weights: new Map([[layer.weight, storedWeight(rows, shape)]]), layers: new Map([[layer.node.outputs[0] ?? '', { shift }]]) };
  return editLayers(model, edits, rankIn(model, prunable));
}
