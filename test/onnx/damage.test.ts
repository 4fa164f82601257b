/** Damaged bytes: whatever is cut or changed, a model is read or a UserError thrown, never anything else. */
import { fromBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { makeGraph, makeModel, makeNode, makeValueInfo, tensorOf, textOf, intsOf } from '../../src/onnx/graph.js';
import { DataType, type Graph } from '../../src/onnx/ir.js';
import { ModelProtoSchema } from '../../src/onnx/proto/onnx_pb.gen.js';
import { decodeModel } from '../../src/onnx/read.js';
import { encodeModel } from '../../src/onnx/write.js';
import { wireProblem } from '../../src/onnx/wire-check.js';
import { ramp } from './models.js';

function sample(): Uint8Array {
  const branch: Graph = makeGraph({
    nodes: [makeNode('Constant', [], ['b'], { attributes: [['value', tensorOf(ramp('t', [2, 2], 1))]] })],
    inputs: [], outputs: [makeValueInfo('b', DataType.FLOAT, [2, 2])],
  });
  return encodeModel(makeModel(makeGraph({
    nodes: [
      makeNode('If', ['c'], ['y'], { attributes: [['then_branch', { kind: 'graph', value: branch }], ['else_branch', { kind: 'graph', value: branch }]] }),
      makeNode('Foo', ['y', 'w'], ['z'], { domain: 'd', attributes: [['names', textOf('abc')], ['pads', intsOf([1, -1, 2n ** 62n])], ['f', { kind: 'floats', value: [1, 2] }]] }),
    ],
    initializers: new Map([['w', ramp('w', [2, 2], 0)]]),
    inputs: [makeValueInfo('c', DataType.BOOL, []), makeValueInfo('x', DataType.FLOAT, ['n', 3])],
    outputs: [makeValueInfo('z', DataType.FLOAT, null)],
  })));
}

function outcome(bytes: Uint8Array): string {
  try {
    encodeModel(decodeModel(bytes));
    return 'read';
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown.code;
  }
}

describe('damaged bytes', () => {
  it('cut anywhere inside a field are told as cut short', () => {
    const bytes = sample();
    const seen = new Map<string, number>();
    for (let length = 0; length < bytes.length; length++) {
      const code = outcome(bytes.subarray(0, length));
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    expect(outcome(bytes)).toBe('read');
    expect(seen.get('read')).toBeUndefined();
    expect(seen.get('model-truncated')).toBeGreaterThan(bytes.length - 20);
  });

  it('with any byte changed are read or refused', () => {
    const bytes = sample();
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor(state / 2 ** 32 * below);
    };
    const seen = new Set<string>();
    for (let round = 0; round < 6000; round++) {
      const damaged = bytes.slice();
      for (let hits = 1 + random(3); hits > 0; hits--) damaged[random(damaged.length)] = random(256);
      seen.add(outcome(damaged));
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  it('that nest without end are refused before they are followed', () => {
    let bytes = new Uint8Array(0);
    for (let depth = 0; depth < 40; depth++) bytes = nested(1, nested(5, nested(6, bytes)));
    const model = new Uint8Array([8, 8, ...nested(7, bytes)]);
    expect(outcome(model)).toBe('model-corrupt');
    const groups = new Uint8Array(5000).fill((100 << 3 | 3) & 0x7f);
    expect(['model-corrupt', 'not-onnx', 'model-truncated']).toContain(outcome(new Uint8Array([8, 8, ...groups])));
  });

  it('whose inner lengths run past their outer message are refused, where the reader alone would not', () => {
    const bytes = new Uint8Array([8, 8, ...nested(7, new Uint8Array([0x12, 32])), ...nested(2, new Uint8Array(30).fill(65))]);
    expect(() => fromBinary(ModelProtoSchema, bytes)).not.toThrow();
    expect(wireProblem(ModelProtoSchema, bytes)).toMatchObject({ kind: 'malformed' });
  });
});

/** `content` as the length-delimited field `number`. */
function nested(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = [];
  for (let rest = content.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return new Uint8Array([number << 3 | 2, ...length, ...content]);
}
