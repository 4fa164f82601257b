/**
 * The proof of a cut: at every kept position of every floating-point value, the pruned model equals the dense model
 * with the same channels silenced. Rounding apart, a correct cut agrees to about 3e-7; a wrong one does not.
 */
import { isOfTheMachine, messageOf, UserError } from '../errors.js';
import { compareKept, variesAlong } from '../kernels/compare.js';
import { float16ToFloat32 } from '../kernels/float16.js';
import { gatherAxis } from '../kernels/gather.js';
import { seededRandom } from '../kernels/random.js';
import { makeNode, makeValueInfo, tensorOf, topologicalOrder, valuesRead } from '../onnx/graph.js';
import { DataType } from '../onnx/ir.js';
import type { Model, Node, Tensor } from '../onnx/ir.js';
import { makeTensor } from '../onnx/tensors.js';
import type { Feeds, HostTensor, Runtime, Session } from '../runtime/types.js';
import { withVariant } from '../calibrate/variant.js';
import { makeCut } from './cut.js';
import type { Cut } from './cut.js';
import { maskModel } from './masked.js';
import { replaceTensors, weightTensors } from '../onnx/constants.js';
import type { Prunable } from './prunable.js';
import { allowance, DRAWS, MOST_ROUNDING, nudged } from './rounding.js';
import { floatTwin, needsTwin } from './twin.js';

/** max|a-b| <= TOLERANCE * max|b| per value, or what the dense model's own rounding makes of it (rounding.ts). */
export const TOLERANCE = 1e-4;
/**
 * Absolute slack for operators of range 1: far out in their tails the results are tiny, and what onnxruntime's
 * approximation leaves there is rounding, not a wrong cut (their inputs are compared on their own scale).
 */
const BOUNDED_SLACK = 1e-6;
const BOUNDED = new Set(['Erf', 'HardSigmoid', 'Sigmoid', 'Softmax', 'Softsign', 'Tanh']);
/** Random numbers drawn per weight, then repeated: a prime, so that no two channels of a tensor line up. */
const POOL = 65_521;
/** Bytes of activations fetched from one run; more values mean more runs. */
const BYTES_PER_RUN = 128 << 20;

export interface Proof {
  readonly holds: boolean;
  /** Values compared. */
  readonly values: number;
  /** Largest max|a-b| / max|b| seen. */
  readonly worst: number;
  /** First value, in graph order, that disagrees. */
  readonly mismatch: { readonly value: string; readonly node: Node; readonly detail: string } | undefined;
  /** True where the channels of some value were all the same and random weights were tried as well. */
  readonly randomised: boolean;
  /** Values that the dense model itself computes less exactly than TOLERANCE. */
  readonly rounded: number;
}

export interface ProofRequest {
  readonly runtime: Runtime;
  /** Folder of the stored weights, where variants may be written. */
  readonly directory: string;
  readonly prunable: Prunable;
  readonly pruned: Model;
  readonly cut: Cut;
  readonly feeds: Feeds;
  readonly seed: string;
}

export async function prove(given: ProofRequest): Promise<Proof> {
  const { prunable, pruned } = given;
  const request = needsTwin(prunable.model) ? { ...given, feeds: floatFeeds(given.feeds) } : given;
  const masked = (dense: Model): Model => maskModel(dense, prunable.coupling, prunable.facts, given.cut);
  const proof = await compareModels(request, masked(floatTwin(prunable.model)), floatTwin(pruned));
  if (!proof.holds || !proof.constant) return { ...proof, randomised: false };
  const [dense, cut] = randomPair(request);
  const again = await compareModels(request, masked(dense), cut);
  return {
    holds: again.holds,
    values: proof.values,
    worst: Math.max(proof.worst, again.worst),
    mismatch: again.mismatch,
    randomised: true,
    rounded: Math.max(proof.rounded, again.rounded),
  };
}

/**
 * The same for a change that leaves every axis whole: the pruned model equals the dense one as `silenced` makes it.
 *
 * @param silenced of the dense model in float32
 */
export async function proveSilenced(given: Omit<ProofRequest, 'cut' | 'seed'>, silenced: (dense: Model) => Model): Promise<Proof> {
  const { prunable, pruned } = given;
  const feeds = needsTwin(prunable.model) ? floatFeeds(given.feeds) : given.feeds;
  const cut = makeCut(prunable.coupling, prunable.analysis, { removed: new Map() });
  const proof = await compareModels({ ...given, feeds, cut, seed: 'blocks' }, silenced(floatTwin(prunable.model)), floatTwin(pruned));
  return { ...proof, randomised: false };
}

/** The twin's inputs are float32 where the model's are another floating-point type. */
function floatFeeds(feeds: Feeds): Feeds {
  return new Map([...feeds].map(([name, tensor]) => {
    const { type, dims, data } = tensor;
    if (type === 'float16') return [name, { type: 'float32', dims, data: float16ToFloat32(data as Uint16Array) }];
    return [name, type === 'float64' ? { type: 'float32', dims, data: Float32Array.from(data as Float64Array) } : tensor];
  }));
}

type Compared = Omit<Proof, 'randomised'> & { readonly constant: boolean };

async function compareModels(request: ProofRequest, masked: Model, pruned: Model): Promise<Compared> {
  const { prunable, runtime, directory, cut, feeds } = request;
  const values = comparableValues(prunable, pruned);
  const side = <T>(model: Model, use: (session: Session) => Promise<T>): Promise<T> => withVariant(runtime, withOutputs(model, values), directory, use);
  try {
    return await side(masked, async (denseSession) => {
      const compare = (allowances: Allowances): Promise<Compared> =>
        side(pruned, (prunedSession) => compareSessions(prunable, cut, feeds, values, allowances, denseSession, prunedSession));
      const compared = await compare(new Map());
      if (compared.holds || compared.worst > MOST_ROUNDING) return compared;
      const allowances = new Map<string, number>();
      for (let draw = 0; draw < DRAWS; draw++) {
        await side(nudged(masked, `${request.seed}:${String(draw)}`), (again) => raiseAllowances(allowances, prunable, feeds, values, denseSession, again));
      }
      return compare(allowances);
    });
  } catch (thrown) {
    // Memory that is out, or a device that is gone, is no fault of the cut.
    const blame = thrown instanceof UserError && !isOfTheMachine(thrown) && await canRun(request, masked, values);
    const broken = blame ? await firstBroken(request, pruned, values) : undefined;
    if (broken === undefined) throw thrown;
    return { holds: false, values: values.length, worst: Infinity, constant: false, rounded: 0, mismatch: mismatchAt(prunable, broken, messageOf(thrown)) };
  }
}

/** The first value that the pruned model cannot compute, since it does not load or run; undefined where it can compute all. */
async function firstBroken(request: ProofRequest, pruned: Model, values: readonly string[]): Promise<string | undefined> {
  if (await canRun(request, pruned, values)) return undefined;
  let [works, fails] = [0, values.length];
  while (fails - works > 1) {
    const middle = (works + fails) >>> 1;
    if (await canRun(request, pruned, values.slice(0, middle))) works = middle;
    else fails = middle;
  }
  return values[works];
}

/** Whether the part of the model that makes these values loads and runs. */
async function canRun({ runtime, directory, feeds }: ProofRequest, model: Model, values: readonly string[]): Promise<boolean> {
  try {
    await withVariant(runtime, prefixOf(model, values), directory, (session) => session.run(feeds, values.slice(-1)));
    return true;
  } catch (thrown) {
    if (thrown instanceof UserError && !isOfTheMachine(thrown)) return false;
    throw thrown;
  }
}

/** The part of the graph that makes these values, which are its outputs. */
function prefixOf(model: Model, values: readonly string[]): Model {
  const makers = new Map(model.graph.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const needed = new Set<Node>();
  const open = [...values];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    const node = makers.get(value);
    if (node === undefined || needed.has(node)) continue;
    needed.add(node);
    open.push(...valuesRead(node));
  }
  const { graph } = withOutputs({ ...model, graph: { ...model.graph, outputs: [] } }, values);
  return { ...model, graph: { ...graph, nodes: graph.nodes.filter((node) => needed.has(node)) } };
}

/** Node outputs of known shape that both models have, in graph order. */
function comparableValues(prunable: Prunable, pruned: Model): string[] {
  const inPruned = new Set(pruned.graph.nodes.flatMap((node) => node.outputs));
  return topologicalOrder(prunable.model.graph).flatMap((index) =>
    (prunable.model.graph.nodes[index] as Node).outputs.filter((value) =>
      value !== '' && inPruned.has(value) && prunable.facts.values.has(value) && !prunable.coupling.parameters.has(value)));
}

/** Every value becomes an output; onnxruntime infers its type. */
function withOutputs(model: Model, values: readonly string[]): Model {
  const own = new Set(model.graph.outputs.map((output) => output.name));
  const extra = values.filter((value) => !own.has(value)).map((value) => makeValueInfo(value, DataType.UNDEFINED, null));
  return { ...model, graph: { ...model.graph, outputs: [...model.graph.outputs, ...extra], valueInfos: [] } };
}

/** By value, what it may differ by beyond TOLERANCE, as a share of its largest element. */
type Allowances = ReadonlyMap<string, number>;

async function raiseAllowances(
  allowances: Map<string, number>, prunable: Prunable, feeds: Feeds, values: readonly string[], dense: Session, again: Session,
): Promise<void> {
  for (const chunk of chunksOf(prunable, floatsOf(dense, values))) {
    const [expected, moved] = [await dense.run(feeds, chunk), await again.run(feeds, chunk)];
    for (const value of chunk) {
      const allowed = allowance(expected.get(value), moved.get(value));
      if (allowed > Math.max(TOLERANCE, allowances.get(value) ?? 0)) allowances.set(value, allowed);
    }
  }
}

function floatsOf(session: Session, values: readonly string[]): readonly string[] {
  const floats = new Set(session.outputs.filter((port) => port.type === 'float32' || port.type === 'float64').map((port) => port.name));
  return values.filter((value) => floats.has(value));
}

async function compareSessions(
  prunable: Prunable, cut: Cut, feeds: Feeds, values: readonly string[], allowances: Allowances, dense: Session, pruned: Session,
): Promise<Compared> {
  const wanted = floatsOf(dense, values);
  const bounded = new Set(prunable.model.graph.nodes.flatMap((node) => (BOUNDED.has(node.opType) ? node.outputs : [])));
  let worst = 0;
  let constant = false;
  for (const chunk of chunksOf(prunable, wanted)) {
    const [expected, actual] = [await dense.run(feeds, chunk), await pruned.run(feeds, chunk)];
    for (const value of chunk) {
      const limits = { share: Math.max(TOLERANCE, allowances.get(value) ?? 0), slack: bounded.has(value) ? BOUNDED_SLACK : 0 };
      const result = compareValue(cut, value, limits, expected.get(value), actual.get(value));
      worst = Math.max(worst, result.relative);
      constant ||= result.constant;
      if (result.detail !== undefined) return { holds: false, values: wanted.length, worst, constant, rounded: allowances.size, mismatch: mismatchAt(prunable, value, result.detail) };
    }
  }
  // Where nothing could be compared nothing is proven.
  return { holds: wanted.length > 0, values: wanted.length, worst, constant, rounded: allowances.size, mismatch: undefined };
}

function* chunksOf(prunable: Prunable, values: readonly string[]): Generator<string[]> {
  let chunk: string[] = [];
  let bytes = 0;
  for (const value of values) {
    const size = 4 * (prunable.facts.values.get(value)?.dims ?? []).reduce((a, b) => a * b, 1);
    if (chunk.length > 0 && bytes + size > BYTES_PER_RUN) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(value);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}

interface ValueComparison {
  readonly relative: number;
  readonly constant: boolean;
  /** Set where the two disagree. */
  readonly detail: string | undefined;
}

function compareValue(
  cut: Cut, value: string, { share, slack }: { share: number; slack: number }, dense: HostTensor | undefined, pruned: HostTensor | undefined,
): ValueComparison {
  if (dense === undefined || pruned === undefined) return { relative: Infinity, constant: false, detail: 'it was not computed' };
  const kept = dense.dims.map((_, axis) => cut.kept(value, axis));
  const expected = dense.dims.map((size, axis) => kept[axis]?.length ?? size);
  if (expected.length !== pruned.dims.length || expected.some((size, axis) => size !== pruned.dims[axis])) {
    return { relative: Infinity, constant: false, detail: `its shape is [${pruned.dims.join(', ')}], not [${expected.join(', ')}]` };
  }
  const result = compareKept(dense.data as Float32Array, dense.dims, kept, pruned.data as Float32Array);
  const relative = result.maxDifference <= slack ? 0 : result.maxDifference / result.maxMagnitude;
  const wrong = result.maxDifference > Math.max(share * result.maxMagnitude, slack);
  // Channels that are all the same do not tell which of them were taken.
  const constant = kept.some((positions, axis) => positions !== null && positions.length > 1 && !variesAlong(dense.data as Float32Array, dense.dims, axis, positions));
  return { relative, constant, detail: wrong ? `it differs by ${relative.toExponential(1)} of its largest element` : undefined };
}

function mismatchAt(prunable: Prunable, value: string, detail: string): Proof['mismatch'] {
  const node = prunable.model.graph.nodes.find((candidate) => candidate.outputs.includes(value));
  return node === undefined ? undefined : { value, node, detail };
}

/** Dense and pruned twin with the same seeded random weights: cut from the same random dense tensors. */
function randomPair({ prunable, pruned, cut, seed }: ProofRequest): [Model, Model] {
  const dense = floatTwin(prunable.model);
  const weights = new Map<string, Tensor>();
  const sliced = new Map<string, Tensor>();
  for (const [name, dims] of weightShapes(prunable, dense)) {
    const values = randomValues(prunable, name, dims, seed);
    const kept = dims.map((_, axis) => cut.kept(name, axis));
    weights.set(name, makeTensor(name, DataType.FLOAT, dims, values));
    sliced.set(name, makeTensor(name, DataType.FLOAT, dims.map((size, axis) => kept[axis]?.length ?? size), takeKept(values, dims, kept)));
  }
  return [withWeights(dense, weights), withWeights(floatTwin(pruned), sliced)];
}

/** Sizes of everything that is used as a weight or per-channel vector; shapes, axes and limits stay as they are. */
function weightShapes({ coupling, facts }: Prunable, dense: Model): Map<string, readonly number[]> {
  const shapes = new Map([...weightTensors(dense.graph)].flatMap(([name, { dataType, dims }]) => (dataType === DataType.FLOAT ? [[name, dims] as const] : [])));
  for (const node of dense.graph.nodes) {
    const [name = ''] = node.outputs;
    const dims = coupling.filled.has(name) && fillsFloats(node) ? facts.values.get(name)?.dims : undefined;
    if (dims !== undefined) shapes.set(name, dims);
  }
  return new Map([...shapes].filter(([name]) => coupling.axes.get(name)?.some((ids) => ids !== null) ?? false));
}

/** A ConstantOfShape of integers steers shapes (exporters of `expand` write one) and is no weight; without a value it fills with floats. */
function fillsFloats(node: Node): boolean {
  const value = node.attributes.get('value');
  return value?.kind !== 'tensor' || value.value.dataType === DataType.FLOAT;
}

/** Replaces stored tensors; a weight made by ConstantOfShape becomes a Constant, so that node indices stay. */
function withWeights(model: Model, weights: ReadonlyMap<string, Tensor>): Model {
  const nodes = model.graph.nodes.map((node) => {
    const weight = node.opType === 'ConstantOfShape' ? weights.get(node.outputs[0] as string) : undefined;
    return weight === undefined ? node : makeNode('Constant', [], node.outputs, { name: node.name, attributes: [['value', tensorOf(weight)]] });
  });
  return replaceTensors({ ...model, graph: { ...model.graph, nodes } }, weights);
}

function randomValues({ model }: Prunable, name: string, dims: readonly number[], seed: string): Float32Array {
  const next = seededRandom(`${seed}:${name}`);
  const isVariance = model.graph.nodes.some((node) => node.opType === 'BatchNormalization' && node.inputs[4] === name);
  const fanIn = Math.max(1, dims.slice(1).reduce((a, b) => a * b, 1));
  const spread = dims.length > 1 ? Math.sqrt(3 / fanIn) : 1;
  const pool = Float32Array.from({ length: POOL }, () => (isVariance ? 0.5 + next() : (2 * next() - 1) * spread));
  const values = new Float32Array(dims.reduce((a, b) => a * b, 1));
  for (let offset = 0; offset < values.length; offset += POOL) values.set(pool.subarray(0, values.length - offset), offset);
  return values;
}

function takeKept(values: Float32Array, dims: readonly number[], kept: readonly (readonly number[] | null)[]): Float32Array {
  let bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const sizes = [...dims];
  kept.forEach((positions, axis) => {
    if (positions === null) return;
    bytes = gatherAxis(bytes, sizes, axis, positions, Float32Array.BYTES_PER_ELEMENT);
    sizes[axis] = positions.length;
  });
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float32Array.BYTES_PER_ELEMENT);
}
