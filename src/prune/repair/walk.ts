/**
 * A walk through the layers of a model that is repaired on the way, with the dense model beside it on the same samples.
 * At each layer it tells what the model lacks there, against what the layer reads. What lies before the layer that is next
 * was computed once and is kept, so that a walk costs each node about twice, whatever the depth.
 */
import { AuxiliaryGraph } from '../../calibrate/auxiliary.js';
import { CentredSums } from '../../calibrate/centred-sums.js';
import { cheapestFrontier, probedSamples } from '../../calibrate/frontier.js';
import { MOST_SPOOL_BYTES, PairedStreams } from '../../calibrate/paired-streams.js';
import type { Part } from '../../calibrate/paired-streams.js';
import { withVariant } from '../../calibrate/variant.js';
import type { Samples } from '../../data/types.js';
import { seededRandom } from '../../kernels/random.js';
import { indexGraph, intOf } from '../../onnx/graph.js';
import type { Model } from '../../onnx/ir.js';
import type { Facts } from '../../ops/facts.js';
import type { HostTensor, Runtime } from '../../runtime/types.js';
import type { Layer } from './layers.js';
import { centred, drawLines, featureRows, gramOf, linesInput, outputRows, partsOf, productOf, stacked } from './rows.js';
import type { RowPlan } from './rows.js';
import type { LayerTarget } from './targets.js';

export interface WalkRequest {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly dense: Model;
  /** Of the dense model. */
  readonly facts: Facts;
  /** Sample sets that moments are kept apart for: one fits, another judges. */
  readonly folds: readonly Samples[];
  readonly batch: number;
  /** The one value of the dense model that is looked at, wherever the walk is: it is computed once. */
  readonly goal?: string;
}

/** Second moments of a layer's inputs u [d] and of what its target lacks, r [e]. */
export interface Shortfall {
  readonly rows: number;
  readonly meanU: Float64Array;
  /** [d x d] */
  readonly covariance: Float64Array;
  readonly meanR: Float64Array;
  /** [d x e]: covariance of u with r. */
  readonly cross: Float64Array;
  /** Mean square of r, summed over its e parts. */
  readonly energy: number;
}

export interface Place {
  readonly plan: RowPlan;
  readonly target: LayerTarget;
  /** Channels of the dense target that the model still has; null: all. */
  readonly kept: readonly number[] | null;
}

interface Progress {
  /** That were taken. */
  batches: number;
  /** For the next one. */
  drawn: [string, HostTensor][] | undefined;
}

export class LayerWalk {
  readonly #streams: PairedStreams;
  readonly #makers: ReadonlyMap<string, number>;
  /** Of the frontier; with a goal the samples themselves are worth one. */
  #position: number;

  private constructor(private readonly request: WalkRequest) {
    const { runtime, directory, dense, folds, batch } = request;
    this.#streams = new PairedStreams(runtime, directory, dense, folds, batch);
    this.#makers = indexGraph(dense.graph).producer;
    this.#position = request.goal === undefined ? 0 : -1;
  }

  /** Undefined where the graph has subgraphs, which cannot be put beside the dense one. */
  static open(request: WalkRequest, start: Model): LayerWalk | undefined {
    const walk = new LayerWalk(request);
    return walk.#streams.merged(start) === undefined ? undefined : walk;
  }

  async close(): Promise<void> {
    await this.#streams.close();
  }

  /** Goes to a layer. What lies before it must not change any more. */
  async goTo(model: Model, layer: Layer): Promise<void> {
    const { dense, facts } = this.request;
    const next = this.#makers.get(layer.node.outputs[0] ?? '') ?? this.#makers.get(layer.output);
    if (next === undefined || next <= this.#position) return;
    const values = new Set([...model.graph.inputs.map(({ name }) => name), ...model.graph.nodes.flatMap(({ outputs }) => outputs)]);
    const frontier = cheapestFrontier(dense.graph, this.#position, next, (value) => (values.has(value) ? this.#elements(value) : undefined));
    if (frontier === undefined || this.#streams.bytesOf(frontier, probedSamples(dense.graph, facts)) > MOST_SPOOL_BYTES) return;
    await this.#streams.advance(model, frontier, this.request.goal === undefined ? undefined : [this.request.goal]);
    this.#position = frontier.position;
  }

  /**
   * Moments per fold at the layer gone to; undefined where a value is not finite.
   *
   * @param known of the same place and inputs: their covariance is not measured again
   * @param rectified in front of a Relu: what is seen is asked for instead of all that is lacking
   */
  shortfall(model: Model, place: Place, { known, rectified = false }: { known?: readonly Shortfall[]; rectified?: boolean } = {}): Promise<readonly Shortfall[] | undefined> {
    return this.moments(model, place.plan, (graph, second) => lackingAt(graph, second, place, rectified), known);
  }

  /**
   * Moments per fold of a layer's inputs with any value of its output's shape; undefined where one is not finite.
   *
   * @param wanted makes that value; `second` names the model's own values, the dense model's have their own names
   */
  async moments(
    model: Model, plan: RowPlan, wanted: (graph: AuxiliaryGraph, second: (value: string) => string) => string, known?: readonly Shortfall[],
  ): Promise<readonly Shortfall[] | undefined> {
    const { folds } = this.request;
    const random = seededRandom(`${folds[0]?.sha256 ?? ''}:${plan.layer.output}`);
    const sums = folds.map(() => new CentredSums(partsOf(plan).map((taps) => taps * plan.channels), known === undefined, plan.outputs));
    const energies = folds.map(() => 0);
    await this.measure(model, (graph, second) => {
      const lines = linesInput(graph, plan);
      const names = productsOf(graph, second(plan.layer.input), wanted(graph, second), plan, lines, known !== undefined);
      return { names, draw: () => (lines === '' ? [] : [[lines, drawLines(plan, random)]]) };
    }, (read, fold, names) => {
      sums[fold]?.add(Number(read(names.shape)[1]), read(names.meanU), names.gram.map(read), read(names.meanR), read(names.cross));
      energies[fold] = (energies[fold] ?? 0) + Number(read(names.energy)[0]);
    });
    const found = sums.map((sum, fold): Shortfall => {
      const { rows, meanU, covariance, meanV, cross } = sum.finish();
      return { rows, meanU, covariance: known?.[fold]?.covariance ?? covariance, meanR: meanV, cross, energy: (energies[fold] ?? 0) / rows };
    });
    return found.every(({ covariance, cross }) => covariance.every(Number.isFinite) && cross.every(Number.isFinite)) ? found : undefined;
  }

  /** Runs both models from where the walk stands, on every batch or a part of them, with what `build` adds; `take` reads each result, once. */
  async measure<N>(
    model: Model, build: (graph: AuxiliaryGraph, second: (value: string) => string) => { names: N; draw?: () => [string, HostTensor][] },
    take: (read: (name: string) => ArrayLike<number>, fold: number, names: N) => void, part?: Part,
  ): Promise<void> {
    // Where memory is out behind the frontier, nothing of that batch was taken: it is the first of those that run from the samples.
    const progress: Progress = { batches: 0, drawn: undefined };
    await this.#streams.over(() => this.#measure(model, build, take, progress, part));
  }

  async #measure<N>(
    model: Model, build: (graph: AuxiliaryGraph, second: (value: string) => string) => { names: N; draw?: () => [string, HostTensor][] },
    take: (read: (name: string) => ArrayLike<number>, fold: number, names: N) => void, progress: Progress, part?: Part,
  ): Promise<void> {
    const { runtime, directory } = this.request;
    const merged = this.#streams.merged(model);
    if (merged === undefined) throw new Error('the models could be merged when the walk began');
    const graph = new AuxiliaryGraph(merged.model);
    const { names, draw } = build(graph, merged.second);
    await withVariant(runtime, graph.build(), directory, async (session) => {
      let index = 0;
      for await (const { feeds, fold } of this.#streams.batches(merged.second, part)) {
        if (index++ < progress.batches) continue;
        progress.drawn ??= draw?.() ?? [];
        for await (const results of this.#streams.results(session, new Map([...feeds, ...progress.drawn]))) {
          take((name) => results.get(name)?.data as ArrayLike<number>, fold, names);
        }
        progress.batches = index;
        progress.drawn = undefined;
      }
    });
  }

  #elements(value: string): number | undefined {
    return this.request.facts.values.get(value)?.dims.reduce((a, b) => a * b, 1);
  }
}

/** @param wanted of the layer's output's shape */
function productsOf(graph: AuxiliaryGraph, input: string, wanted: string, plan: RowPlan, lines: string, again: boolean) {
  const features = featureRows(graph, input, plan, lines).map((part) => centred(graph, part));
  const parts = features.map((part) => part.rows);
  const rows = outputRows(graph, wanted, plan, lines);
  const outputs = centred(graph, rows);
  return {
    shape: graph.shapeOutput(rows), meanU: graph.output(stacked(graph, features.map(({ mean }) => mean))), meanR: graph.output(outputs.mean),
    gram: again ? [] : gramOf(graph, parts).map((block) => graph.output(block)),
    cross: graph.output(stacked(graph, parts.map((part) => productOf(graph, part, outputs.rows)))),
    energy: graph.output(graph.reduce('ReduceSumSquare', rows, [0, 1], true)),
  };
}

/** What the model lacks at a layer's target, of the layer's output's shape. */
export function lackingAt(graph: AuxiliaryGraph, second: (value: string) => string, { plan, target, kept }: Place, rectified: boolean): string {
  const dense = kept === null ? target.value : graph.node('Gather', [target.value, graph.ints(kept)], { axis: intOf(plan.layer.outputChannel) });
  return lacking(graph, graph.toFloat(dense), graph.toFloat(second(target.value)), rectified);
}

/**
 * What is wanted on top of the model's value. In front of a Relu a value that is to be negative is only wanted down to
 * zero (the nonlinear response of Zhang et al. 2015, "Accelerating very deep convolutional networks", by a second fit
 * from the weights of the plain one): the freedom goes to the values that are seen.
 */
function lacking(graph: AuxiliaryGraph, dense: string, model: string, rectified: boolean): string {
  const difference = graph.node('Sub', [dense, model]);
  if (!rectified) return difference;
  const zero = graph.floats(Float32Array.of(0), [1]);
  const seen = graph.toFloat(graph.node('Greater', [dense, zero]));
  const hidden = graph.node('Sub', [graph.floats(Float32Array.of(1), [1]), seen]);
  return graph.node('Sub', [graph.node('Mul', [seen, difference]), graph.node('Mul', [hidden, graph.node('Relu', [model])])]);
}
