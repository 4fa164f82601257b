/** Model-local functions written out: the same numbers, and what they hold can be pruned. */
import { create, toBinary } from '@bufbuild/protobuf';
import { expect, it } from 'vitest';
import { inlineFunctions } from '../../src/onnx/inline.js';
import {
  AttributeProto_AttributeType as Type, AttributeProtoSchema, FunctionProtoSchema, ModelProtoSchema, NodeProtoSchema, OperatorSetIdProtoSchema,
} from '../../src/onnx/proto/onnx_pb.gen.js';
import type { FunctionProto } from '../../src/onnx/proto/onnx_pb.gen.js';
import { decodeModel } from '../../src/onnx/read.js';
import type { Model } from '../../src/onnx/ir.js';
import { encodeModel } from '../../src/onnx/write.js';
import { fromBinary } from '@bufbuild/protobuf';
import { noise } from '../calibrate/bench-model.js';
import { Net } from '../prune/transformers/net.js';
import { useWorkbench } from '../prune/workbench.js';

const bench = useWorkbench();
const opset = (domain: string, version: number) => create(OperatorSetIdProtoSchema, { domain, version: BigInt(version) });
const node = (opType: string, input: string[], output: string[], rest: Partial<{ domain: string; name: string; attribute: { name: string; ref?: string; f?: number }[] }> = {}) =>
  create(NodeProtoSchema, {
    opType, input, output, domain: rest.domain ?? '', name: rest.name ?? '',
    attribute: (rest.attribute ?? []).map(({ name, ref, f }) => create(AttributeProtoSchema, { name, type: Type.FLOAT, ...(ref === undefined ? { f: f ?? 0 } : { refAttrName: ref }) })),
  });

/** y = LeakyRelu(alpha * (x w) + b); the slope is the call's, or 0.5. */
const dense = (version = 17): FunctionProto => create(FunctionProtoSchema, {
  name: 'Dense', domain: 'local', input: ['x', 'w', 'b'], output: ['y'], attribute: ['scale'],
  attributeProto: [create(AttributeProtoSchema, { name: 'slope', type: Type.FLOAT, f: 0.5 })], opsetImport: [opset('', version)],
  node: [
    node('Gemm', ['x', 'w', 'b'], ['made'], { attribute: [{ name: 'alpha', ref: 'scale' }] }),
    node('LeakyRelu', ['made'], ['y'], { name: 'act', attribute: [{ name: 'alpha', ref: 'slope' }] }),
  ],
});
/** Two dense layers, whose names are those of the first function's body; and a second result. */
const pair = create(FunctionProtoSchema, {
  name: 'Pair', domain: 'local', input: ['x', 'w1', 'b1', 'w2', 'b2'], output: ['y', 'twin'], opsetImport: [opset('', 17), opset('local', 1)],
  node: [
    node('Dense', ['x', 'w1', 'b1'], ['made'], { domain: 'local', attribute: [{ name: 'scale', f: 0.7 }] }),
    node('Dense', ['made', 'w2', 'b2'], ['y'], { domain: 'local', attribute: [{ name: 'slope', f: 0.1 }] }),
    node('Identity', ['x'], ['twin']),
  ],
});
const unused = create(FunctionProtoSchema, { name: 'Unused', domain: 'local', input: ['x'], output: ['y'], opsetImport: [opset('', 17)], node: [node('Relu', ['x'], ['y'])] });

function model(functions: readonly FunctionProto[]): Model {
  const net = new Net(['n', 4]);
  const [made, same] = net.ops('local:Pair', ['x', net.weight('w1', 4, 8), net.weight('b1', 8), net.weight('w2', 8, 6), net.weight('b2', 6)], {}, 2) as [string, string];
  const last = net.op('Gemm', [made, net.weight('w3', 6, 4)]);
  const written = fromBinary(ModelProtoSchema, encodeModel(net.model([net.op('Add', [last, same])])));
  written.functions = [...functions];
  written.opsetImport.push(opset('local', 1));
  return decodeModel(toBinary(ModelProtoSchema, written));
}

it('calls become what they hold, through calls in calls, with the attributes of each', async () => {
  const called = model([dense(), pair, unused]);
  const inlined = inlineFunctions(called);
  expect(inlined.functions).toEqual([]);
  expect(inlined.graph.nodes.map(({ opType }) => opType)).toEqual(['Gemm', 'LeakyRelu', 'Gemm', 'LeakyRelu', 'Identity', 'Gemm', 'Add']);
  const feeds = new Map([['x', { type: 'float32' as const, dims: [5, 4], data: noise(20, 3) }]]);
  const [expected, actual] = await Promise.all([called, decodeModel(encodeModel(inlined))].map(async (each) => [...(await bench.run(each, feeds)).values()][0]));
  expect(actual).toEqual(expected);
});

it('what they hold is pruned and proven', async () => {
  const { prunable, result } = await bench.prune(inlineFunctions(model([dense(), pair])));
  expect(prunable.analysis.groups.map(({ units }) => units.length)).toEqual([8, 6]);
  expect(result.proof.holds).toBe(true);
  const before = await bench.prunable(model([dense(), pair]));
  expect(before.analysis.groups).toEqual([]);
});

it('a function of another operator set stays a call, and the model without functions as it is', () => {
  const called = model([dense(13), pair]);
  const inlined = inlineFunctions(called);
  expect(inlined.graph.nodes.map(({ opType }) => opType)).toEqual(['Dense', 'Dense', 'Identity', 'Gemm', 'Add']);
  expect(inlined.functions).toEqual(['local:Dense']);
  const plain = new Net(['n', 4]);
  const without = plain.model([plain.op('Relu', ['x'])]);
  expect(inlineFunctions(without)).toBe(without);
});

it('calls that double at every level are left alone', () => {
  const level = (i: number): FunctionProto => create(FunctionProtoSchema, {
    name: `L${String(i)}`, domain: 'local', input: ['x'], output: ['y'], opsetImport: [opset('', 17), opset('local', 1)],
    node: i === 0 ? [node('Relu', ['x'], ['y'])] : [node(`L${String(i - 1)}`, ['x'], ['m'], { domain: 'local' }), node(`L${String(i - 1)}`, ['m'], ['y'], { domain: 'local' })],
  });
  const net = new Net(['n', 4]);
  const written = fromBinary(ModelProtoSchema, encodeModel(net.model([net.op('local:L24', ['x'])])));
  written.functions = Array.from({ length: 25 }, (_, i) => level(i));
  written.opsetImport.push(opset('local', 1));
  const bomb = decodeModel(toBinary(ModelProtoSchema, written));
  expect(inlineFunctions(bomb)).toBe(bomb);
});
