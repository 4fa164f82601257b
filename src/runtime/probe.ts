/** Runs the shape probe at sizes that work: the first run, and a second with other sizes that shows what is dynamic. */
import { messageOf, UserError } from '../errors.js';
import { elementCount } from '../onnx/elements.js';
import { shown } from '../onnx/limits.js';
import { type Model, requiredInputs, type ValueInfo } from '../onnx/ir.js';
import { elementTypeOf } from './convert.js';
import { dimsOf, firstSizes, type FreeDim, freeDims, furtherSizes, type InputShape, inputShapes, secondSizes, type Sizes } from './sizes.js';
import { synthesize } from './synthesize.js';
import type { ElementType, Feeds, HostTensor, Session } from './types.js';

/** Dimensions by value name, graph inputs included. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

export interface Probed {
  readonly first: Shapes;
  /** Absent where nothing is open, or no other size runs. */
  readonly second: Shapes | undefined;
  /** Per graph input, per axis: the model declares it open. */
  readonly open: ReadonlyMap<string, readonly boolean[]>;
}

/** Each attempt is a run, most of which fail early; together they stay well under a minute for real models. */
const MOST_FIRST_RUNS = 200;
const MOST_SECOND_RUNS = 60;

/** Elements of one made-up input: 1 GiB of float32. */
const MOST_ELEMENTS = 2 ** 28;
/** The same where two or more axes are open, which grow together: enough for 2,048 x 2,048 pixels. */
const MOST_GROWN_ELEMENTS = 2 ** 22;

/** Ranks for inputs that declare none, likeliest first. */
const RANKS = [4, 2, 3, 1, 0, 5];

interface Prober {
  /** Undefined where there is no value to ask about. */
  readonly session: Session | undefined;
  readonly valueOf: ReadonlyMap<string, string>;
  readonly inputs: readonly { readonly name: string; readonly type: ElementType }[];
  readonly feeds: Feeds | undefined;
}

interface Run {
  readonly shapes: Shapes;
  readonly sizes: Sizes;
}

interface FirstRun extends Run {
  readonly inputs: readonly InputShape[];
  readonly free: readonly FreeDim[];
  readonly whole: 0 | 1;
}

/**
 * @param valueOf output of the session to the value whose shape it is
 * Throws UserError `facts-failed` where an input cannot be made up or no sizes run.
 */
export async function probeShapes(
  session: Session | undefined, valueOf: ReadonlyMap<string, string>, model: Model, feeds: Feeds | undefined,
): Promise<Probed> {
  const declared = requiredInputs(model.graph);
  const inputs = declared.map((input) => ({ name: input.name, type: feedable(input) }));
  const prober = { session, valueOf, inputs, feeds };
  const first = await firstRun(prober, declared);
  const second = await secondRun(prober, first);
  return {
    first: first.shapes,
    second: second?.shapes,
    open: new Map(first.inputs.map(({ name, axes }) => [name, axes.map((axis) => typeof axis === 'string')])),
  };
}

function feedable(input: ValueInfo): ElementType {
  const type = elementTypeOf(input.elemType);
  if (type !== undefined) return type;
  throw failed(`input ${shown(input.name)} is no tensor of a type that can be fed`, 'use numeric tensors as inputs');
}

async function firstRun(prober: Prober, declared: readonly ValueInfo[]): Promise<FirstRun> {
  const wholes: readonly (0 | 1)[] = prober.inputs.some(({ type }) => !type.startsWith('float')) ? [0, 1] : [0];
  let reason: unknown;
  for (const whole of wholes) {
    for (const inputs of shapesToTry(declared, prober.feeds)) {
      const free = freeDims(inputs, prober.feeds);
      let left = MOST_FIRST_RUNS;
      for (const sizes of firstSizes(free)) {
        if (left-- === 0) break;
        const run = await tryRun(prober, inputs, sizes, whole);
        if (run.shapes !== undefined) return { shapes: run.shapes, sizes, inputs, free, whole };
        reason = run.reason;
      }
    }
  }
  throw failed(`the model ran at none of the input sizes tried: ${messageOf(reason)}`,
    'check that the model runs with onnxruntime, and give its inputs their sizes (or calibration data)', reason);
}

/** One candidate where every rank is declared, or given by real data; else one per rank. */
function shapesToTry(declared: readonly ValueInfo[], feeds: Feeds | undefined): InputShape[][] {
  const rankless = declared.filter(({ dims }) => dims === null).map(({ name }) => name);
  const ranks = rankless.every((name) => feeds?.has(name) === true) ? [0] : RANKS;
  return ranks.map((rank) => inputShapes(declared, new Map(rankless.map((name) => [name, feeds?.get(name)?.dims.length ?? rank]))));
}

async function secondRun(prober: Prober, first: FirstRun): Promise<Run | undefined> {
  const budget = { left: MOST_SECOND_RUNS };
  let best = await firstThatRuns(prober, first, secondSizes(first.free, first.sizes), budget);
  for (const dim of first.free) {
    if (best === undefined || best.sizes.get(dim.key) !== first.sizes.get(dim.key)) continue;
    best = (await firstThatRuns(prober, first, furtherSizes(first.free, best.sizes, dim), budget)) ?? best;
  }
  return best;
}

async function firstThatRuns(prober: Prober, first: FirstRun, candidates: Iterable<Sizes>, budget: { left: number }): Promise<Run | undefined> {
  for (const sizes of candidates) {
    if (budget.left-- <= 0) return undefined;
    const { shapes } = await tryRun(prober, first.inputs, sizes, first.whole);
    if (shapes !== undefined) return { shapes, sizes };
  }
  return undefined;
}

async function tryRun(
  prober: Prober, inputs: readonly InputShape[], sizes: Sizes, whole: 0 | 1,
): Promise<{ readonly shapes?: Shapes; readonly reason?: unknown }> {
  try {
    const fed = madeUp(prober, inputs, sizes, whole);
    return { shapes: shapesOf(prober, fed, (await prober.session?.run(fed)) ?? new Map<string, HostTensor>()) };
  } catch (reason) {
    if (reason instanceof UserError) return { reason };
    throw reason;
  }
}

function madeUp(prober: Prober, inputs: readonly InputShape[], sizes: Sizes, whole: 0 | 1): Map<string, HostTensor> {
  const fed = new Map<string, HostTensor>();
  for (const [index, { name, type }] of prober.inputs.entries()) {
    const { axes } = inputs[index] as InputShape;
    const dims = dimsOf(axes, sizes);
    const like = prober.feeds?.get(name);
    const isReal = like !== undefined && elementCount(dims) <= elementCount(like.dims);
    const most = isReal || axes.filter((axis) => typeof axis === 'string').length < 2 ? MOST_ELEMENTS : MOST_GROWN_ELEMENTS;
    if (elementCount(dims) > most) throw failed(`input ${shown(name)} is too large to make up: [${dims.join(', ')}]`, 'give calibration data, or declare the sizes of its dimensions');
    fed.set(name, synthesize(type, dims, `probe ${index}`, whole, like));
  }
  return fed;
}

function shapesOf(prober: Prober, fed: Feeds, outputs: ReadonlyMap<string, HostTensor>): Shapes {
  const shapes = new Map<string, readonly number[]>();
  for (const [name, { dims }] of fed) shapes.set(name, dims);
  for (const [output, { data }] of outputs) {
    const value = prober.valueOf.get(output);
    if (value !== undefined) shapes.set(value, Array.from<number | bigint, number>(data, Number));
  }
  return shapes;
}

function failed(message: string, fix: string, cause?: unknown): UserError {
  return new UserError({ code: 'facts-failed', message, fix, cause });
}
