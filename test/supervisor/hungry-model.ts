/** A model that fills memory step by step: a Loop whose every round keeps 16 MiB more (a scan output). */
import { create, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';

const ROUNDS = 2n ** 40n;
const FLOATS_PER_ROUND = 4n * 2n ** 20n;
/** TensorProto.DataType and AttributeProto.AttributeType. */
const [FLOAT, INT64, BOOL] = [1, 7, 9] as const;
const GRAPH = 5;

function port(name: string, elemType: number, dims: readonly bigint[]) {
  const dim = dims.map((size) => ({ value: { case: 'dimValue' as const, value: size } }));
  return { name, type: { value: { case: 'tensorType' as const, value: { elemType, shape: { dim } } } } };
}

export function hungryModel(): Uint8Array {
  const body = {
    name: 'body',
    input: [port('round', INT64, []), port('going', BOOL, []), port('carried', FLOAT, [1n])],
    output: [port('goes', BOOL, []), port('carries', FLOAT, [1n]), port('kept', FLOAT, [FLOATS_PER_ROUND])],
    node: [
      { opType: 'Identity', input: ['going'], output: ['goes'] },
      { opType: 'Identity', input: ['carried'], output: ['carries'] },
      { opType: 'Expand', input: ['carried', 'size'], output: ['kept'] },
    ],
  };
  return toBinary(ModelProtoSchema, create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: {
      name: 'hungry',
      input: [port('x', FLOAT, [1n])],
      output: [port('y', FLOAT, [1n])],
      initializer: [
        { name: 'rounds', dataType: INT64, int64Data: [ROUNDS] },
        { name: 'yes', dataType: BOOL, int32Data: [1] },
        { name: 'size', dataType: INT64, dims: [1n], int64Data: [FLOATS_PER_ROUND] },
      ],
      node: [{
        opType: 'Loop', input: ['rounds', 'yes', 'x'], output: ['y', 'all'],
        attribute: [{ name: 'body', type: GRAPH, g: body }],
      }],
    },
  }));
}
