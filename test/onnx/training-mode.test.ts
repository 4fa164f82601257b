/** Exports in training mode are refused with what to do; a Dropout that does nothing is none. */
import { expect, it } from 'vitest';
import { makeGraph, makeModel, makeNode, makeValueInfo } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import type { Model } from '../../src/onnx/ir.js';
import { makeTensor } from '../../src/onnx/tensors.js';
import { refuseTrainingMode } from '../../src/onnx/training-mode.js';

/** @param stored of the inputs `ratio` and `training`, those that are constants; the others are left out */
function dropping(stored: { readonly ratio?: number; readonly training?: number }): Model {
  const tensors = [
    ...(stored.ratio === undefined ? [] : [makeTensor('ratio', DataType.FLOAT, [], Float32Array.of(stored.ratio))]),
    ...(stored.training === undefined ? [] : [makeTensor('training', DataType.BOOL, [], Uint8Array.of(stored.training))]),
  ];
  const given = (name: 'ratio' | 'training'): string => (stored[name] === undefined ? '' : name);
  return makeModel(makeGraph({
    nodes: [makeNode('Dropout', ['x', given('ratio'), given('training')], ['y'], { name: 'drop' })],
    inputs: [makeValueInfo('x', DataType.FLOAT, [1, 4])], outputs: [makeValueInfo('y', DataType.FLOAT, [1, 4])],
    initializers: new Map(tensors.map((tensor) => [tensor.name, tensor])),
  }));
}

it.each([{ ratio: 0.1, training: 1 }, { training: 1 }])('refuses %o', (stored) => {
  expect(() => { refuseTrainingMode(dropping(stored)); }).toThrow(expect.objectContaining({ code: 'training-mode', where: expect.stringContaining('drop') as string }) as Error);
});

it.each([{}, { ratio: 0.1 }, { ratio: 0.1, training: 0 }, { ratio: 0, training: 1 }])('leaves %o', (stored) => {
  expect(() => { refuseTrainingMode(dropping(stored)); }).not.toThrow();
});
