/**
 * Facts about a model (ops/facts.ts): what running it teaches. Steps:
 * 1. Types: a variant with every value as an output is opened, not run.
 * 2. Shapes: a variant with the shape of every value as outputs is run at two sets of sizes.
 * 3. Dependence: what varies with the contents of inputs is told apart from what varies with their sizes.
 * 4. Small values: constant expressions are computed.
 * 5. Movements: data movement is traced node by node.
 */
import { UserError } from '../errors.js';
import type { Model } from '../onnx/ir.js';
import type { Facts, SmallValue, ValueFact } from '../ops/facts.js';
import { bytesOfElement } from './convert.js';
import { type Dependence, dataDependence } from './dependence.js';
import { traceMovements } from './movements.js';
import { probeShapes, type Probed, type Shapes } from './probe.js';
import { type SmallTensor, smallValues } from './small-values.js';
import type { Feeds, Port, Runtime, Session } from './types.js';
import { valueTypes } from './value-types.js';
import { openVariant, type ShapeProbe, shapeProbe, type Workbench } from './variants.js';

export interface FactsOptions {
  /** A folder to write variants to; that of the weights, where `model` came from `storeWeights`. */
  readonly directory: string;
  /** A batch of real data: its sizes are tried first, and its values make the runs realistic. */
  readonly feeds?: Feeds;
}

/**
 * Throws UserError: what opening throws where onnxruntime does not load the model, `facts-failed` where no inputs
 * could be made up that it runs on.
 */
export async function gatherFacts(runtime: Runtime, model: Model, options: FactsOptions): Promise<Facts> {
  const bench = { runtime, directory: options.directory };
  const types = await valueTypes(bench, model);
  const probed = await runProbe(bench, model, types, options.feeds);
  const shapes = withConstants(model, probed.first);
  const dependence = dataDependence(model.graph);
  const second = probed.second === undefined ? undefined : withConstants(model, probed.second);
  const small = await smallValues(bench, model, types, dependence, shapes, second);
  const { movements, untraced } = await traceMovements(runtime, model, types, shapes, small);
  return { values: valueFacts(shapes, second, probed, types, dependence), small: smallFacts(small), movements, untraced };
}

async function runProbe(bench: Workbench, model: Model, types: ReadonlyMap<string, Port>, feeds: Feeds | undefined): Promise<Probed> {
  const { session, probe } = await openProbe(bench, model, types);
  try {
    return await probeShapes(session, probe.valueOf, model, feeds);
  } finally {
    await session?.release();
  }
}

/** No session where there is no value to ask about. */
async function openProbe(
  bench: Workbench, model: Model, types: ReadonlyMap<string, Port>,
): Promise<{ readonly session: Session | undefined; readonly probe: ShapeProbe }> {
  const all = [...model.graph.nodes.flatMap(({ outputs }) => outputs.filter((name) => name !== '')), ...model.graph.sparseInitializers.keys()];
  // Values of unclear type may be tensors of a rare type, whose shape can be had, or sequences, whose shape cannot.
  const clear = all.filter((name) => types.get(name)?.type !== undefined);
  if (clear.length < all.length) {
    const probe = shapeProbe(model, all);
    const session = await openVariant(bench, probe.model).catch(ignoreUserError);
    if (session !== undefined) return { session, probe };
  }
  const probe = shapeProbe(model, clear);
  return { session: clear.length === 0 ? undefined : await openVariant(bench, probe.model), probe };
}

function ignoreUserError(thrown: unknown): undefined {
  if (!(thrown instanceof UserError)) throw thrown;
  return undefined;
}

function withConstants(model: Model, shapes: Shapes): Shapes {
  const constants = [...model.graph.initializers].map(([name, { dims }]) => [name, dims] as const);
  return new Map([...constants, ...shapes]);
}

/**
 * An axis is dynamic where its size changed between the runs, where a graph input declares it open, and where it may
 * depend on contents, unless onnxruntime infers a fixed size.
 */
function valueFacts(
  shapes: Shapes, second: Shapes | undefined, probed: Probed, types: ReadonlyMap<string, Port>, dependence: Dependence,
): Map<string, ValueFact> {
  const facts = new Map<string, ValueFact>();
  for (const [name, dims] of shapes) {
    const other = second?.get(name);
    const inferred = types.get(name)?.dims;
    const open = probed.open.get(name);
    const dynamic = dims.map((size, axis) =>
      open?.[axis] === true || (other !== undefined && other[axis] !== size)
      || (dependence.sizes.has(name) && typeof inferred?.[axis] !== 'number'));
    const elementBytes = bytesOfElement(types.get(name)?.type);
    facts.set(name, { dims, dynamic, ...(elementBytes === undefined ? {} : { elementBytes }) });
  }
  return facts;
}

function smallFacts(small: ReadonlyMap<string, SmallTensor>): Map<string, SmallValue> {
  return new Map([...small].map(([name, { tensor, constant }]) =>
    [name, { dims: tensor.dims, data: Array.from<number | bigint, number>(tensor.data, Number), constant }]));
}
