/** What a model is refused for before anything is done with it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { expect, it } from 'vitest';
import { makeGraph, makeModel, makeNode, makeValueInfo, tensorOf } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import { FunctionProtoSchema, ModelProtoSchema, OperatorSetIdProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { encodeModel } from '../../src/onnx/write.js';
import { openSubject } from '../../src/pipeline/subject.js';

it('a Dropout that drops is found within a function, too', async () => {
  const io = (name: string) => makeValueInfo(name, DataType.FLOAT, [1, 4]);
  const on = makeNode('Constant', [], ['on'], { attributes: [['value', tensorOf(makeTensor('on', DataType.BOOL, [], Uint8Array.of(1)))]] });
  const nodes = [on, makeNode('Dropout', ['x', '', 'on'], ['y'], { name: 'drop' })];
  const message = fromBinary(ModelProtoSchema, encodeModel(makeModel(makeGraph({ nodes, inputs: [io('x')], outputs: [io('y')] }))));
  const graph = message.graph ?? expect.fail();
  message.functions = [create(FunctionProtoSchema, { name: 'Drop', domain: 'local', input: ['x'], output: ['y'], node: graph.node, opsetImport: message.opsetImport })];
  const called = fromBinary(ModelProtoSchema, encodeModel(makeModel(makeGraph({ nodes: [makeNode('Drop', ['x'], ['y'], { domain: 'local' })], inputs: [io('x')], outputs: [io('y')] }))));
  message.graph = called.graph ?? expect.fail();
  message.opsetImport = [...message.opsetImport, create(OperatorSetIdProtoSchema, { domain: 'local', version: 1n })];
  const folder = mkdtempSync(join(tmpdir(), 'prune-gate-subject-'));
  writeFileSync(join(folder, 'm.onnx'), toBinary(ModelProtoSchema, message));
  await expect(openSubject(folder, 'm.onnx', 'cpu')).rejects.toMatchObject({ code: 'training-mode' });
  rmSync(folder, { recursive: true });
});
