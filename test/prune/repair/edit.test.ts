import { describe, expect, it } from 'vitest';
import { weightTensors } from '../../../src/onnx/constants.js';
import { intOf, makeNode } from '../../../src/onnx/graph.js';
import { requiredInputs } from '../../../src/onnx/ir.js';
import type { Model } from '../../../src/onnx/ir.js';
import { tensorToFloat32 } from '../../../src/onnx/tensors.js';
import { editLayers } from '../../../src/prune/repair/edit.js';
import { layerContext, layersOf } from '../../../src/prune/repair/layers.js';
import { noise, sketch, tensor } from '../../calibrate/bench-model.js';

const rank = (value: string): number | undefined => (['x', 'y', 'a', 'b'].includes(value) ? 2 : undefined);
const w = tensor('w', [4, 3], noise(12, 1));
const bias = tensor('bias', [3], [1, 2, 3]);
const shift = Float64Array.of(10, 20, 30);

const values = (model: Model, name: string): number[] => [...tensorToFloat32(weightTensors(model.graph).get(name) ?? bias)];
const edited = (model: Model, layer: string, edit = {}): Model => editLayers(model, { weights: new Map(), layers: new Map([[layer, { shift, ...edit }]]) }, rank);

describe('editLayers', () => {
  it('changes a bias that only one node reads in place', () => {
    const model = sketch({ nodes: [makeNode('Gemm', ['x', 'w', 'bias'], ['y'])], tensors: [w, bias], outputs: [['y', null]] });
    const result = edited(model, 'y', { biasScale: Float64Array.of(1, 2, 3) });
    expect(values(result, 'bias')).toEqual([11, 24, 39]);
    expect(result.graph.nodes).toEqual(model.graph.nodes);
    expect(values(model, 'bias')).toEqual([1, 2, 3]);
  });

  it('copies a bias that another node reads too', () => {
    const model = sketch({
      nodes: [makeNode('Gemm', ['x', 'w', 'bias'], ['a']), makeNode('Gemm', ['x', 'w', 'bias'], ['b'])], tensors: [w, bias], outputs: [['a', null], ['b', null]],
    });
    const result = edited(model, 'a');
    expect(values(result, 'bias')).toEqual([1, 2, 3]);
    expect(values(result, result.graph.nodes[0]?.inputs[2] ?? '')).toEqual([11, 22, 33]);
    expect(result.graph.nodes[1]?.inputs[2]).toBe('bias');
  });

  it('gives a bias to a layer without one, under a name that is free', () => {
    const model = sketch({ nodes: [makeNode('Gemm', ['x', 'w'], ['y'])], tensors: [w, tensor('y_bias', [1], [7])], outputs: [['y', null]] });
    const result = edited(model, 'y');
    expect(result.graph.nodes[0]?.inputs).toEqual(['x', 'w', 'y_bias_1']);
    expect(values(result, 'y_bias_1')).toEqual([10, 20, 30]);
    expect(values(result, 'y_bias')).toEqual([7]);
  });

  it('inserts an Add behind a product, keeps the name of its result, and changes that Add the next time', () => {
    const model = sketch({ nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], tensors: [w], outputs: [['y', null]] });
    const once = edited(model, 'y');
    expect(once.graph.nodes.map(({ opType }) => opType)).toEqual(['MatMul', 'Add']);
    expect(once.graph.nodes[1]?.outputs).toEqual(['y']);
    const [layer] = layersOf(layerContext(once.graph, rank));
    expect(layer?.output).toBe('y');
    const twice = edited(once, layer?.node.outputs[0] ?? '');
    expect(twice.graph.nodes).toHaveLength(2);
    expect(values(twice, 'y_bias')).toEqual([20, 40, 60]);
  });

  it('spreads a scalar bias over the channels', () => {
    const model = sketch({ nodes: [makeNode('Gemm', ['x', 'w', 'one'], ['y'])], tensors: [w, tensor('one', [], [5])], outputs: [['y', null]] });
    expect(values(edited(model, 'y'), 'one')).toEqual([15, 25, 35]);
  });

  it('declares new biases as inputs before IR 4, and still needs no more inputs', () => {
    const model = { ...sketch({ nodes: [makeNode('Gemm', ['x', 'w'], ['y'])], tensors: [w], outputs: [['y', null]], opset: 11 }), irVersion: 3 };
    const { graph } = edited(model, 'y');
    expect(graph.inputs.map(({ name }) => name)).toContain('y_bias');
    expect(requiredInputs(graph).map(({ name }) => name)).toEqual(['x']);
  });

  it('refuses a value that no linear layer makes', () => {
    const model = sketch({ nodes: [makeNode('Relu', ['x'], ['y'])], outputs: [['y', null]] });
    expect(() => edited(model, 'y')).toThrow('Relu is no linear layer');
  });
});

describe('layersOf', () => {
  it('does not take quantised, computed or stacked weights for layers that can be changed', () => {
    const quantised = { ...tensor('q', [4, 3], noise(12, 1)), dataType: 3 };
    const model = sketch({
      nodes: [
        makeNode('DequantizeLinear', ['q', 's'], ['d']), makeNode('MatMul', ['x', 'd'], ['y']),
        makeNode('Softmax', ['w'], ['soft'], { attributes: [['axis', intOf(1)]] }), makeNode('MatMul', ['x', 'soft'], ['a']),
        makeNode('MatMul', ['x', 'stack'], ['b']),
      ],
      tensors: [quantised, tensor('s', [], [1]), w, tensor('stack', [2, 4, 3], noise(24, 2))], outputs: [['y', null]],
    });
    expect(layersOf(layerContext(model.graph, rank))).toEqual([]);
  });
});
