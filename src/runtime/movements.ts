/**
 * Where data movement takes each element. The node alone is run on a tensor that counts its own elements from 1, so
 * that its result names their sources and 0 is a fill. Rules:
 * 1. Only nodes whose other inputs are known constants of the run are traced; what they do else depends on the data.
 * 2. Integer data (shape arithmetic, indices) is not traced: nothing there can be pruned.
 * 3. Counting is in float32: every operator here has that kernel, and it is exact to 2^24, which is the limit anyway.
 * 4. Pad's own fill value is left out, so that fills are 0.
 */
import { UserError } from '../errors.js';
import { elementCount } from '../onnx/elements.js';
import { makeGraph, makeValueInfo } from '../onnx/graph.js';
import { type Attribute, DataType, type Graph, type Model, type Node, type Tensor } from '../onnx/ir.js';
import { makeTensor } from '../onnx/tensors.js';
import { encodeModel } from '../onnx/write.js';
import { type Movement, MOVEMENT_OPS } from '../ops/facts.js';
import { dataTypeOf, elementTypeOf } from './convert.js';
import type { Shapes } from './probe.js';
import type { SmallTensor } from './small-values.js';
import type { ElementType, HostTensor, Port, Runtime } from './types.js';
import { PROBING } from './variants.js';

/** Elements of a traced tensor, and of its results. */
export const MOST_TRACED = 2 ** 24;
/** Elements of all distinct traces together: 256 MiB of indices. */
const MOST_TRACED_IN_ALL = 2 ** 26;

/** int8 and uint8 hold quantised weights and activations; the other integers steer. */
const UNTRACED_TYPES: ReadonlySet<ElementType> = new Set(['int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'bool']);

const PLAIN_ATTRIBUTES: ReadonlySet<Attribute['kind']> = new Set(['int', 'ints', 'string', 'float', 'floats']);

export interface Movements {
  readonly movements: ReadonlyMap<number, Movement>;
  readonly untraced: ReadonlyMap<number, string>;
}

interface Site {
  readonly node: Node;
  readonly dataInput: number;
  readonly dims: readonly number[];
  /** Of each output that is not left out, in the model's own run. */
  readonly outputDims: readonly (readonly number[])[];
  /** By input position; absent optional inputs are left out. */
  readonly constants: ReadonlyMap<number, HostTensor>;
}

/** Traces the data movement of the main graph, each distinct movement once. */
export async function traceMovements(
  runtime: Runtime, model: Model, types: ReadonlyMap<string, Port>, shapes: Shapes, small: ReadonlyMap<string, SmallTensor>,
): Promise<Movements> {
  const movements = new Map<number, Movement>();
  const untraced = new Map<number, string>();
  const traces = new Map<string, Movement | string>();
  const budget = { left: MOST_TRACED_IN_ALL };
  for (const [index, node] of model.graph.nodes.entries()) {
    const site = siteOf(node, model.graph, types, shapes, small);
    if (site === undefined) continue;
    const traced = typeof site === 'string' ? site : await cachedTrace(traces, budget, runtime, model, site);
    if (typeof traced === 'string') untraced.set(index, traced);
    else movements.set(index, traced);
  }
  return { movements, untraced };
}

/** Undefined for nodes that are not to be traced, a reason for those that cannot be. */
function siteOf(
  node: Node, graph: Graph, types: ReadonlyMap<string, Port>, shapes: Shapes, small: ReadonlyMap<string, SmallTensor>,
): Site | string | undefined {
  const dataInput = node.domain === '' ? MOVEMENT_OPS.get(node.opType) : undefined;
  if (dataInput === undefined) return undefined;
  const data = node.inputs[dataInput] ?? '';
  const type = typeOf(data, graph, types);
  if (type !== undefined && UNTRACED_TYPES.has(type)) return undefined;
  const dims = shapes.get(data);
  const outputDims = node.outputs.filter((name) => name !== '').map((name) => shapes.get(name));
  if (dims === undefined || !outputDims.every((each) => each !== undefined)) return 'the shapes of its data and results are not known';
  if (elementCount(dims) === 0) return 'its data has no elements';
  const largest = Math.max(...[dims, ...outputDims].map(elementCount));
  if (largest > MOST_TRACED) return `it moves ${largest} elements; at most ${MOST_TRACED} are traced`;
  if ([...node.attributes.values()].some(({ kind }) => !PLAIN_ATTRIBUTES.has(kind))) return 'it has an attribute that is not understood';
  const constants = constantsOf(node, dataInput, small);
  return typeof constants === 'string' ? constants : { node, dataInput, dims, outputDims, constants };
}

function constantsOf(node: Node, dataInput: number, small: ReadonlyMap<string, SmallTensor>): ReadonlyMap<number, HostTensor> | string {
  const constants = new Map<number, HostTensor>();
  for (const [position, name] of node.inputs.entries()) {
    if (position === dataInput || name === '' || isFillValue(node, position)) continue;
    const value = small.get(name);
    if (value === undefined) return `its input ${position} depends on the data, or is large`;
    constants.set(position, value.tensor);
  }
  return constants;
}

function isFillValue(node: Node, position: number): boolean {
  return node.opType === 'Pad' && position === 2;
}

function typeOf(name: string, graph: Graph, types: ReadonlyMap<string, Port>): ElementType | undefined {
  const declared = graph.initializers.get(name)?.dataType ?? graph.inputs.find((input) => input.name === name)?.elemType;
  return declared === undefined ? types.get(name)?.type : elementTypeOf(declared);
}

async function cachedTrace(
  traces: Map<string, Movement | string>, budget: { left: number }, runtime: Runtime, model: Model, site: Site,
): Promise<Movement | string> {
  const key = siteKey(site);
  const known = traces.get(key);
  if (known !== undefined) return known;
  const traced = budget.left <= 0 ? 'the movements of this model are too large to trace them all' : await trace(runtime, model, site);
  if (typeof traced !== 'string') for (const { length } of traced.sources) budget.left -= length;
  traces.set(key, traced);
  return traced;
}

/** Equal keys: equal movements. */
function siteKey({ node, dims, constants }: Site): string {
  const attributes = [...node.attributes].map(([name, attribute]) => [name, attributeKey(attribute)]);
  const inputs = [...constants].map(([position, { type, dims: shape, data }]) => [position, type, shape, Array.from<number | bigint, string>(data, String)]);
  return JSON.stringify([node.opType, attributes.sort(), dims, node.inputs.length, inputs, node.outputs.map((name) => name !== '')]);
}

function attributeKey(attribute: Attribute): unknown {
  switch (attribute.kind) {
    case 'int': return String(attribute.value);
    case 'ints': return attribute.value.map(String);
    case 'string': return [...attribute.value];
    case 'float': case 'floats': return attribute.value;
    default: throw new Error(`a ${attribute.kind} attribute got past the check`);
  }
}

async function trace(runtime: Runtime, model: Model, site: Site): Promise<Movement | string> {
  try {
    const session = await runtime.open(encodeModel(singleNode(model, site)), { ...PROBING, threads: 1 });
    const outputs = await session.run(new Map([['data', counting(site.dims)]])).finally(() => session.release());
    return readTrace(site, [...outputs.values()]);
  } catch (thrown) {
    if (thrown instanceof UserError) return `it does not run alone: ${thrown.message}`;
    throw thrown;
  }
}

function readTrace(site: Site, outputs: readonly HostTensor[]): Movement | string {
  const same = outputs.every(({ dims }, position) => dims.join() === site.outputDims[position]?.join());
  if (!same) return 'alone it gives results of another shape than in the model';
  return { input: site.dataInput, sources: outputs.map(({ data }) => Int32Array.from<number | bigint>(data, (count) => Number(count) - 1)) };
}

function counting(dims: readonly number[]): HostTensor {
  const data = new Float32Array(elementCount(dims));
  for (let i = 0; i < data.length; i++) data[i] = i + 1;
  return { type: 'float32', dims, data };
}

/** The node in a graph of its own, under the model's opset. */
function singleNode(model: Model, { node, dataInput, dims, constants }: Site): Model {
  const inputs = node.inputs.map((_, position) => inputName(position, dataInput, constants));
  while (inputs.at(-1) === '') inputs.pop();
  const outputs = node.outputs.map((name, position) => (name === '' ? '' : `out${position}`));
  const initializers = new Map<string, Tensor>();
  for (const [position, { type, dims: shape, data }] of constants) {
    const name = inputName(position, dataInput, constants);
    initializers.set(name, makeTensor(name, dataTypeOf(type), shape, data));
  }
  return {
    irVersion: Math.max(model.irVersion, 4), producer: '', functions: [],
    opsets: new Map([['', model.opsets.get('') ?? 13]]),
    graph: makeGraph({
      nodes: [alone(node, inputs, outputs)],
      initializers,
      inputs: [makeValueInfo('data', DataType.FLOAT, dims)],
      outputs: outputs.filter((name) => name !== '').map((name) => makeValueInfo(name, DataType.FLOAT, null)),
    }),
  };
}

function inputName(position: number, dataInput: number, constants: ReadonlyMap<number, HostTensor>): string {
  if (position === dataInput) return 'data';
  return constants.has(position) ? `constant${position}` : '';
}

function alone(node: Node, inputs: readonly string[], outputs: readonly string[]): Node {
  const attributes = new Map(node.attributes);
  if (node.opType === 'Pad') attributes.delete('value'); // before opset 11 the fill is an attribute
  return { name: '', opType: node.opType, domain: '', inputs, outputs, attributes };
}
