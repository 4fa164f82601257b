/**
 * Sequential refit: every layer after a cut, in graph order, is fitted by least squares on the inputs it gets in the
 * already repaired pruned model, towards what the dense model computes. The error of one layer is thus known to the
 * next, instead of adding up. In the unfolded (im2col) form each kernel tap of each kept channel has its own weight.
 *
 * With u the unfolded input and a constant 1, R = dense - pruned at the layer's target, over samples and positions:
 *     delta = (H + D)^-1 G,   H = mean u u^T,   G = mean u R^T,   D = lambda * mean(diag H), the constant unpenalised
 * which is ridge regression of the target *towards the current weights*. H and G are computed inside onnxruntime, with
 * both models in one graph, at a random few lines of positions per batch; sums are kept in float64.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { mergeModels } from '../../calibrate/merge.js';
import { withProducts } from '../../calibrate/products.js';
import { withVariant } from '../../calibrate/variant.js';
import { choleskyOutside, cholesky, solveCholesky } from '../../kernels/cholesky.js';
import type { Multiply } from '../../kernels/matmul.js';
import { seededRandom, shuffle } from '../../kernels/random.js';
import { weightTensors } from '../../onnx/constants.js';
import { DataType } from '../../onnx/ir.js';
import type { Model, Tensor } from '../../onnx/ir.js';
import { intOf } from '../../onnx/graph.js';
import { tensorToFloat32 } from '../../onnx/tensors.js';
import type { Samples } from '../../data/types.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import { editLayers } from './edit.js';
import { layerContext, layersOf } from './layers.js';
import type { Layer } from './layers.js';
import { downstreamNodes } from './statistics-sites.js';
import { targetOf } from './targets.js';
import type { LayerTarget } from './targets.js';
import { geometryOf, rowsOf, tapsOf, unfoldConvolution } from './unfold.js';

/** Share of the mean of H's diagonal. */
export const SEQUENTIAL_RIDGE = 1e-3;
/** More calibration samples help little here, and each layer is a pass over them. */
const MOST_SAMPLES = 2048;
/** Rows wanted per unknown, and the most positions taken from one sample. */
const ROWS_PER_INPUT = 16;
const MOST_POSITIONS = 96;
/** Fewer rows per unknown than this and a fit would follow the noise. */
const FEWEST_ROWS_PER_INPUT = 4;
/** Beyond this many unknowns H alone takes more than 170 MB. */
const MOST_INPUTS = 4700;
/** Unknowns from which on factorisation pays for onnxruntime's products. */
const OUTSIDE_FROM = 1000;

export interface SequentialRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  /** The dense model and its analysis. */
  readonly prunable: Prunable;
  readonly cut: Cut;
  /** Calibration split A. */
  readonly samples: Samples;
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
  if (mergeModels(request.prunable.model, start) === undefined) return undefined;
  const layers = layersToRefit(request, start);
  const skipped: string[] = [];
  let model = start;
  let refit = 0;
  await withProducts(request.runtime, async (multiply) => {
    for (const [index, layer] of layers.entries()) {
      request.onProgress?.(`sequential refit of layer ${String(index + 1)} of ${String(layers.length)}`);
      const open = new Set(layers.slice(index + 1).map(({ output }) => output));
      const outcome = await refitLayer(request, model, layer, open, multiply);
      if (typeof outcome === 'string') skipped.push(`${layer.node.name || layer.output}: ${outcome}`);
      else {
        model = outcome;
        refit++;
      }
    }
  });
  return { model, refit, skipped };
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

interface Fit {
  readonly layer: Layer;
  readonly target: LayerTarget;
  /** Unknowns per output: taps x channels. */
  readonly inputs: number;
  readonly outputs: number;
  readonly lines: number;
  readonly lineCount: number;
  readonly batch: number;
  readonly samples: number;
}

async function refitLayer(request: SequentialRequest, model: Model, layer: Layer, open: ReadonlySet<string>, multiply: Multiply): Promise<Model | string> {
  const tensor = weightTensors(model.graph).get(layer.weight);
  if (tensor === undefined) return 'its weight is not stored';
  const fit = planFit(request, model, layer, tensor, open);
  if (typeof fit === 'string') return fit;
  const sums = await accumulate(request, model, fit);
  if (sums === undefined) return 'its activations are not finite';
  const delta = await solve(sums, fit, multiply);
  if (!delta.every(Number.isFinite)) return 'the fit is not finite';
  return applyDelta(request, model, fit, tensor, delta);
}

function planFit({ prunable, samples, batch, cut, mostSamples = MOST_SAMPLES }: SequentialRequest, model: Model, layer: Layer, tensor: Tensor, open: ReadonlySet<string>): Fit | string {
  if (layer.groups !== 1) return 'a grouped convolution';
  if (layer.node.opType === 'ConvTranspose') return 'a transposed convolution';
  if (tensor.dataType !== DataType.FLOAT) return 'only float32 weights are fitted here';
  const readers = model.graph.nodes.filter((node) => node.inputs.includes(layer.weight)).length;
  if (readers !== 1) return 'another node reads its weight';
  const lengths = (value: string): readonly number[] | undefined =>
    prunable.facts.values.get(value)?.dims.map((size, axis) => cut.kept(value, axis)?.length ?? size);
  const output = lengths(layer.output);
  if (output === undefined || lengths(layer.input) === undefined) return 'its shapes are not known';
  const inputs = tensor.dims.reduce((a, b) => a * b, 1) / (tensor.dims[layer.outputAxis] as number);
  const outputs = tensor.dims[layer.outputAxis] as number;
  if (inputs > MOST_INPUTS) return `${String(inputs)} inputs are too many`;
  const count = Math.min(samples.count, mostSamples);
  const positions = output.reduce((a, b) => a * b, 1) / (outputs * (output[0] ?? 1));
  const perLine = layer.kernelAxes.length === 0 ? 1 : positions / (output[2] ?? 1);
  const wanted = Math.min(MOST_POSITIONS, Math.max(8, Math.ceil((ROWS_PER_INPUT * inputs) / count)));
  const lineCount = layer.kernelAxes.length === 0 ? 1 : (output[2] ?? 1);
  const lines = Math.max(1, Math.min(lineCount, Math.round(wanted / perLine)));
  const rows = count * (layer.kernelAxes.length === 0 ? positions : lines * perLine);
  if (rows < FEWEST_ROWS_PER_INPUT * inputs) return `${String(Math.round(rows))} calibration rows are too few for ${String(inputs)} inputs`;
  return { layer, target: targetOf(model.graph, layer, open, lengths), inputs, outputs, lines, lineCount, batch, samples: count };
}

interface Sums {
  rows: number;
  /** [d x d] and [d x outputs], d = inputs + 1: the constant comes last. */
  readonly gram: Float64Array;
  readonly cross: Float64Array;
}

async function accumulate(request: SequentialRequest, model: Model, fit: Fit): Promise<Sums | undefined> {
  const { prunable, runtime, directory, samples } = request;
  const merged = mergeModels(prunable.model, model);
  if (merged === undefined) return undefined;
  const graph = new AuxiliaryGraph(merged.model);
  const lines = graph.input('lines', DataType.INT64, [fit.lines]);
  const names = productsOf(request, graph, merged.second, model, fit, lines);
  const d = fit.inputs + 1;
  const sums: Sums = { rows: 0, gram: new Float64Array(d * d), cross: new Float64Array(d * fit.outputs) };
  const random = seededRandom(`${samples.sha256}:${fit.layer.output}`);
  const chosen = samples.subset(Array.from({ length: fit.samples }, (_, i) => Math.floor((i * samples.count) / fit.samples)));
  await withVariant(runtime, graph.build(), directory, async (session) => {
    for await (const { feeds } of chosen.batches(fit.batch)) {
      const results = await session.run(new Map([...feeds, [lines, linesFor(fit, random)]]));
      addTo(sums.gram, results.get(names.gram)?.data as Float32Array);
      addTo(sums.cross, results.get(names.cross)?.data as Float32Array);
      sums.rows += Number((results.get(names.rows)?.data as BigInt64Array)[0]);
    }
  });
  return sums.gram.every(Number.isFinite) && sums.cross.every(Number.isFinite) ? sums : undefined;
}

function linesFor(fit: Fit, random: () => number) {
  const all = Array.from({ length: fit.lineCount }, (_, line) => line);
  const chosen = fit.lines === fit.lineCount ? all : shuffle(all, () => random()).slice(0, fit.lines).sort((a, b) => a - b);
  return { type: 'int64' as const, dims: [fit.lines], data: BigInt64Array.from(chosen, BigInt) };
}

function addTo(sum: Float64Array, values: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (values[i] as number);
}

function productsOf(request: SequentialRequest, graph: AuxiliaryGraph, second: (value: string) => string, model: Model, fit: Fit, lines: string) {
  const { layer, target } = fit;
  const { prunable, cut } = request;
  const rank = prunable.facts.values.get(layer.output)?.dims.length ?? 2;
  const features = unfolded(request, graph, second(layer.input), model, fit, lines);
  const kept = cut.kept(layer.output, layer.outputChannel);
  const dense = kept === null ? target.value : graph.node('Gather', [target.value, graph.ints(kept)], { axis: intOf(layer.outputChannel) });
  const residual = graph.node('Sub', [graph.toFloat(dense), graph.toFloat(second(target.value))]);
  const picked = layer.kernelAxes.length === 0 ? residual : graph.node('Gather', [residual, lines], { axis: intOf(2) });
  const rows = rowsOf(graph, picked, layer.outputChannel, rank);
  const ones = graph.node('Add', [graph.node('Mul', [graph.slice(features, [0], [1], [1], [1]), graph.floats(Float32Array.of(0), [1])]), graph.floats(Float32Array.of(1), [1])]);
  const extended = graph.node('Concat', [features, ones], { axis: intOf(1) });
  const turned = graph.transpose(extended, [1, 0]);
  return {
    gram: graph.output(graph.node('MatMul', [turned, extended])),
    cross: graph.output(graph.node('MatMul', [turned, rows])),
    rows: graph.shapeOutput(rows),
  };
}

function unfolded({ prunable, cut }: SequentialRequest, graph: AuxiliaryGraph, input: string, model: Model, { layer }: Fit, lines: string): string {
  const lengths = (value: string): readonly number[] => (prunable.facts.values.get(value)?.dims ?? []).map((size, axis) => cut.kept(value, axis)?.length ?? size);
  if (layer.kernelAxes.length === 0) return rowsOf(graph, input, layer.inputChannel, lengths(layer.input).length);
  const dims = weightTensors(model.graph).get(layer.weight)?.dims ?? [];
  const kernel = layer.kernelAxes.map((axis) => dims[axis] ?? 1);
  return unfoldConvolution(graph, input, geometryOf(layer, kernel, lengths(layer.input), lengths(layer.output)), lines);
}

/** delta, [outputs x d]. */
async function solve({ gram, cross, rows }: Sums, { inputs, outputs }: Fit, multiply: Multiply): Promise<Float64Array> {
  const d = inputs + 1;
  let trace = 0;
  for (let i = 0; i < inputs; i++) trace += gram[i * d + i] as number;
  const mean = trace / inputs;
  // A dead input has nothing on its diagonal but the ridge: its weight stays.
  const ridge = Math.max(SEQUENTIAL_RIDGE * mean, rows * 1e-12);
  for (let i = 0; i < inputs; i++) gram[i * d + i] = (gram[i * d + i] as number) + ridge;
  gram[d * d - 1] = (gram[d * d - 1] as number) * (1 + 1e-9);
  const factor = d >= OUTSIDE_FROM ? await choleskyOutside(gram, d, multiply) : cholesky(gram, d);
  const turned = new Float64Array(outputs * d);
  for (let i = 0; i < d; i++) for (let o = 0; o < outputs; o++) turned[o * d + i] = cross[i * outputs + o] as number;
  return solveCholesky(factor, d, turned);
}

/** Adds delta to the weight, in its stored layout, and its constant to the bias. */
function applyDelta({ prunable }: SequentialRequest, model: Model, { layer, target, inputs, outputs }: Fit, tensor: Tensor, delta: Float64Array): Model {
  const values = tensorToFloat32(tensor);
  const strides = tensor.dims.map((_, axis) => tensor.dims.slice(axis + 1).reduce((a, b) => a * b, 1));
  const channels = tensor.dims[layer.inputAxis] as number;
  const taps = tapsOf(layer.kernelAxes.map((axis) => tensor.dims[axis] as number));
  const shift = new Float64Array(outputs);
  for (let o = 0; o < outputs; o++) {
    const scale = target.scale?.[o] ?? 1;
    // A channel that its batch norm all but switches off has no say in the target.
    if (Math.abs(scale) < 1e-6) continue;
    const row = o * (inputs + 1);
    taps.forEach((tap, t) => {
      const base = o * (strides[layer.outputAxis] as number) + tap.reduce((sum, at, k) => sum + at * (strides[layer.kernelAxes[k] as number] as number), 0);
      for (let c = 0; c < channels; c++) {
        const at = base + c * (strides[layer.inputAxis] as number);
        values[at] = (values[at] as number) + (delta[row + t * channels + c] as number) / scale / layer.gain;
      }
    });
    shift[o] = (delta[row + inputs] as number) / scale;
  }
  const edits = { weights: new Map([[layer.weight, values]]), layers: new Map([[layer.node.outputs[0] ?? '', { shift }]]) };
  return editLayers(model, edits, rankIn(model, prunable));
}

