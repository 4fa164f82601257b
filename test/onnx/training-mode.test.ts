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
  expect(() => { refuseTrainingMode(dropping(stored).graph); }).toThrow(expect.objectContaining({ code: 'training-mode', where: expect.stringContaining('drop') as string }) as Error);
});

it.each([{}, { ratio: 0.1 }, { ratio: 0.1, training: 0 }, { ratio: 0, training: 1 }])('leaves %o', (stored) => {
  expect(() => { refuseTrainingMode(dropping(stored).graph); }).not.toThrow();
});

it.each<readonly [string, { readonly ratio?: number; readonly training: number }, boolean]>([
  ['drops', { ratio: 0.1, training: 1 }, true], ['drops nothing', { ratio: 0, training: 1 }, false],
])('sees in a body what the graph around it holds: %s', (_, stored, refused) => {
  const { graph } = dropping(stored);
  const body = { ...graph, inputs: [], initializers: new Map() };
  const branch = makeNode('If', ['flag'], ['y'], { attributes: [['then_branch', { kind: 'graph', value: body }], ['else_branch', { kind: 'graph', value: body }]] });
  const look = (): void => { refuseTrainingMode({ ...graph, nodes: [branch] }); };
  if (refused) expect(look).toThrow(/training mode/u);
  else expect(look).not.toThrow();
});
