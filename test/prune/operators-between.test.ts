/**
 * Every operator model between two layers. Alone its inputs and outputs are the model's and freeze everything; behind a
 * layer that makes channels and before one that reads them, its rule has to let them pass or freeze them. The other
 * inputs become constants, with the values that the model's own test data has where it has any. Either way the prune is
 * proven or refused.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../src/kernels/random.js';
import { allNames, freshName, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType, requiredInputs } from '../../src/onnx/ir.js';
import type { Model, Tensor, ValueInfo } from '../../src/onnx/ir.js';
import { decodeModel, readModel } from '../../src/onnx/read.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { UserError } from '../../src/errors.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import type { Runtime } from '../../src/runtime/types.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { bugsOf, modelsUnder, tally, tryModel } from './every-model.js';
import type { Outcome } from './every-model.js';

let runtime: Runtime;
beforeAll(async () => { runtime = await createRuntime({ device: 'cpu', threads: 1 }); });

/** Where the layers work: convolutions on axis 1, products on the last axis, products from the left on the one before. */
type Kind = 'channel' | 'last' | 'left';

interface Place {
  readonly info: ValueInfo;
  readonly dims: readonly number[];
  readonly axis: number;
}

function placeOf(infos: readonly ValueInfo[], kind: Kind): Place | undefined {
  for (const info of infos) {
    const dims = info.dims?.every((dim) => typeof dim === 'number') === true ? info.dims : undefined;
    const rank = dims?.length ?? 0;
    if (dims === undefined || info.elemType !== DataType.FLOAT || rank < (kind === 'channel' ? 3 : 2) || rank > 5) continue;
    const axis = kind === 'channel' ? 1 : rank - (kind === 'last' ? 1 : 2);
    if ((dims[axis] ?? 0) > 1) return { info, dims, axis };
  }
  return undefined;
}

function weight(name: string, dims: readonly number[]): Tensor {
  const next = seededRandom(name);
  return makeTensor(name, DataType.FLOAT, dims, Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => 2 * next() - 1));
}

/** The layer from `from` to `to`, of `read` channels to `made`, over values of this rank. */
function layer(kind: Kind, name: string, from: string, to: string, rank: number, read: number, made: number) {
  const tensor = weight(name, kind === 'channel' ? [made, read, ...new Array<number>(rank - 2).fill(1)] : kind === 'last' ? [read, made] : [made, read]);
  const node = kind === 'channel' ? makeNode('Conv', [from, name], [to]) : makeNode('MatMul', kind === 'last' ? [from, name] : [name, from], [to]);
  return { tensor, node };
}

/** One length-delimited protobuf field. */
function field(number: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest = Math.floor(rest / 128)) {
    length.push(rest < 128 ? rest : (rest % 128) + 128);
    if (rest < 128) break;
  }
  return Uint8Array.from([number * 8 + 2, ...length, ...bytes]);
}

/** A TensorProto file, read as the initializer of a model made around it; undefined where it holds no tensor. */
function readTensorFile(file: string): Tensor | undefined {
  const initializer = field(5, readFileSync(file));
  const model = Uint8Array.from([8, 8, ...field(7, Uint8Array.from([...field(2, Uint8Array.of(103)), ...initializer])), ...field(8, Uint8Array.of(16, 13))]);
  try {
    return [...decodeModel(model).graph.initializers.values()][0];
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

/** The other inputs as constants: stored test data, or random weights where floats of known sizes are asked for. */
function constantsFor(model: Model, file: string, except: ValueInfo): Map<string, Tensor> {
  const constants = new Map<string, Tensor>();
  requiredInputs(model.graph).forEach((info, i) => {
    if (info === except) return;
    const stored = join(dirname(sharedData(file)), `test_data_set_0/input_${String(i)}.pb`);
    const tensor = existsSync(stored) ? readTensorFile(stored) : undefined;
    if (tensor !== undefined && tensor.dataType === info.elemType) constants.set(info.name, { ...tensor, name: info.name });
    else if (info.elemType === DataType.FLOAT && info.dims?.every((dim) => typeof dim === 'number') === true) {
      constants.set(info.name, weight(info.name, info.dims));
    }
  });
  return constants;
}

/** Undefined where no input or output has channels to make or read. */
function between(model: Model, kind: Kind, file: string): Model | undefined {
  const { graph } = model;
  const [input, output] = [placeOf(requiredInputs(graph), kind), placeOf(graph.outputs, kind)];
  if (input === undefined || output === undefined) return undefined;
  const names = allNames(graph);
  const [x, y, w1, w2] = ['x0', 'y0', 'w_before', 'w_after'].map((name) => freshName(names, name)) as [string, string, string, string];
  const before = layer(kind, w1, x, input.info.name, input.dims.length, 3, input.dims[input.axis] as number);
  const after = layer(kind, w2, output.info.name, y, output.dims.length, output.dims[output.axis] as number, 2);
  const constants = constantsFor(model, file, input.info);
  const dims = input.dims.map((size, axis) => (axis === input.axis ? 3 : size));
  return {
    ...model, irVersion: Math.max(model.irVersion, 4), opsets: model.opsets.has('') ? model.opsets : new Map([...model.opsets, ['', 13]]),
    graph: {
      ...graph, nodes: [before.node, ...graph.nodes, after.node],
      initializers: new Map([...graph.initializers, ...constants, [w1, before.tensor], [w2, after.tensor]]),
      inputs: graph.inputs.filter(({ name }) => !constants.has(name)).map((info) => (info === input.info ? makeValueInfo(x, DataType.FLOAT, dims) : info)),
      outputs: [makeValueInfo(y, DataType.FLOAT, null)],
    },
  };
}

async function readOrUndefined(file: string): Promise<Model | undefined> {
  try {
    return await readModel(sharedData(file));
  } catch (thrown) {
    if (thrown instanceof UserError) return undefined;
    throw thrown;
  }
}

async function tryFolder(folder: string, kind: Kind): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of modelsUnder(`operators/${folder}`)) {
    const alone = await readOrUndefined(file);
    const model = alone === undefined ? undefined : between(alone, kind, file);
    if (model !== undefined) outcomes.push(await tryModel(runtime, file, () => Promise.resolve(model), statSync(sharedData(file)).size));
  }
  return outcomes;
}

/** And how many have to be pruned at least, so that a rule that freezes all of a sudden is noticed. */
const CASES: readonly (readonly [string, Kind, number])[] = [
  ['burn-onnx', 'channel', 10], ['burn-onnx', 'last', 50], ['burn-onnx', 'left', 15],
  ['onnx-node', 'channel', 30], ['onnx-node', 'last', 45], ['onnx-node', 'left', 40],
];

it.skipIf(!hasSharedData).each(CASES)('operator models between two layers are pruned and proven, or refused (needs the shared data): %s, %s', async (folder, kind, least) => {
  const outcomes = await tryFolder(folder, kind);
  expect(bugsOf(outcomes)).toEqual([]);
  expect(tally(outcomes)['pruned']).toBeGreaterThanOrEqual(least);
}, 180_000);
