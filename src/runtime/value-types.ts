/** Element types of every value, as onnxruntime infers them: a variant with all values as outputs, opened but not run. */
import { elementCount } from '../onnx/elements.js';
import { makeValueInfo } from '../onnx/graph.js';
import type { Model, ValueInfo } from '../onnx/ir.js';
import { elementTypeOf } from './convert.js';
import type { Port } from './types.js';
import { openVariant, withGraph, withOutputs, type Workbench } from './variants.js';

/** Weights at least this large become inputs of the variant: types do not depend on them, and loading them takes time. */
const LARGE = 1025;

/** Opening is tried on halves where the whole is refused; no more often than this. */
const MOST_ATTEMPTS = 200;

/**
 * Ports by value name for outputs of main-graph nodes. `type` is undefined where the value is no tensor or of a type
 * without host array; a value is absent where onnxruntime would not have it as an output.
 * Throws what opening the model throws, where that is what fails.
 */
export async function valueTypes(bench: Workbench, model: Model): Promise<ReadonlyMap<string, Port>> {
  const names = model.graph.nodes.flatMap(({ outputs }) => outputs.filter((name) => name !== ''));
  const light = withoutLargeWeights(model);
  const found = new Map<string, Port>();
  if (await lists(bench, light, names, found) || await lists(bench, model, names, found)) return found;
  await (await openVariant(bench, model)).release();
  await listHalves(bench, light, names, found, { attempts: MOST_ATTEMPTS });
  return found;
}

async function listHalves(bench: Workbench, model: Model, names: readonly string[], found: Map<string, Port>, left: { attempts: number }): Promise<void> {
  if (names.length === 0 || left.attempts-- <= 0 || await lists(bench, model, names, found)) return;
  if (names.length === 1) return;
  const middle = names.length >> 1;
  await listHalves(bench, model, names.slice(0, middle), found, left);
  await listHalves(bench, model, names.slice(middle), found, left);
}

/** Adds the ports of these values; false where onnxruntime refuses one of them. */
async function lists(bench: Workbench, model: Model, names: readonly string[], found: Map<string, Port>): Promise<boolean> {
  if (names.length === 0) return true;
  try {
    const session = await openVariant(bench, withOutputs(model, names));
    for (const port of session.outputs) found.set(port.name, port);
    await session.release();
    return true;
  } catch {
    return false; // whose fault it is shows when the model itself is opened
  }
}

function withoutLargeWeights(model: Model): Model {
  const { graph } = model;
  const large = [...graph.initializers.values()].filter(({ dataType, dims }) =>
    elementCount(dims) >= LARGE && elementTypeOf(dataType) !== undefined);
  const declared = new Set(graph.inputs.map(({ name }) => name));
  const added: ValueInfo[] = large.filter(({ name }) => !declared.has(name)).map(({ name, dataType, dims }) => makeValueInfo(name, dataType, dims));
  const initializers = new Map(graph.initializers);
  for (const { name } of large) initializers.delete(name);
  return withGraph(model, { initializers, inputs: [...graph.inputs, ...added] });
}
