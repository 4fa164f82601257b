/** Normalisation: vectors that live with their channel, axes that a norm mixes. */
import { describe, expect, it } from 'vitest';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const conv = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]);
const VECTORS = ['scale', 'bias', 'mean', 'var'];

function batchNorm(): SmallGraph {
  const graph = conv();
  for (const vector of VECTORS) graph.weight(vector, [8]);
  return graph.node('BatchNormalization', ['h', ...VECTORS], [['y', [1, 8, 4, 4]]]);
}

describe('BatchNormalization', () => {
  it('ties its four vectors to the channels', () => {
    const view = batchNorm().couple();
    for (const vector of VECTORS) {
      expect(view.classes(vector, 0)).toEqual(view.classes('w', 0));
      expect(view.roles(vector)).toEqual(['vector 0 -> h 1']);
    }
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('freezes its vectors where nothing that can be pruned makes the channels', () => {
    const graph = new SmallGraph().input('x', [1, 8, 4, 4]);
    for (const vector of VECTORS) graph.weight(vector, [8]);
    const view = graph.node('BatchNormalization', ['x', ...VECTORS], [['y', [1, 8, 4, 4]]]).couple();
    expect(view.reasons('scale', 0)).toEqual(['it is an input of the model']);
  });

  it('freezes the channels where a statistic is computed from the input', () => {
    const graph = conv().input('mean', [8]);
    for (const vector of ['scale', 'bias', 'var']) graph.weight(vector, [8]);
    const view = graph.node('BatchNormalization', ['h', ...VECTORS], [['y', [1, 8, 4, 4]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['its statistics are computed from the input']);
  });

  const training = (mode: number) => {
    const graph = new SmallGraph().input('x', [1, 3, 4, 3]).weight('w', [8, 3, 1, 1]).weight('m', [3, 5]);
    for (const vector of VECTORS) graph.weight(vector, [8]);
    return graph.node('Conv', ['x', 'w'], [['c', [1, 8, 4, 3]]]).node('MatMul', ['c', 'm'], [['h', [1, 8, 4, 5]]])
      .node('BatchNormalization', ['h', ...VECTORS], [['y', [1, 8, 4, 5]], ['running', [8]]], { training_mode: mode }).couple();
  };

  it('in training mixes the other axes; otherwise they pass', () => {
    expect(training(1).reasons('m', 1)).toEqual(['it is normalised across this axis']);
    expect(training(0).isFree('m', 1)).toBe(true);
    expect(training(1).isFree('w', 0)).toBe(true);
  });

  it('hands the channels on to the statistics it gives out', () => {
    expect(training(1).classes('running', 0)).toEqual(training(1).classes('w', 0));
  });

  const bench = useWorkbench();
  it('can be cut', async () => {
    const graph = batchNorm().weight('w2', [2, 8, 1, 1]).node('Conv', ['y', 'w2'], [['z', [1, 2, 4, 4]]]).output('z');
    // A variance is positive.
    const variance = graph.tensors.get('var');
    if (variance?.data.kind === 'raw') new Float32Array(variance.data.bytes.buffer).fill(0.5);
    const { pruned, proof } = await bench.cutAndProve(graph.model(), 'h', 1, [2, 3]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    for (const vector of VECTORS) expect(pruned.graph.initializers.get(vector)?.dims).toEqual([6]);
  });
});

it('InstanceNormalization ties its vectors: each channel has statistics of its own', () => {
  const view = conv().weight('s', [8]).weight('b', [8]).node('InstanceNormalization', ['h', 's', 'b'], [['y', [1, 8, 4, 4]]]).couple();
  expect(view.classes('s', 0)).toEqual(view.classes('w', 0));
  expect(view.isFree('y', 1)).toBe(true);
});

describe('layer norms', () => {
  const tokens = () => new SmallGraph().input('x', [2, 5, 4]).weight('w', [4, 6]).node('MatMul', ['x', 'w'], [['h', [2, 5, 6]]]).weight('s', [6]).weight('b', [6]);

  it.each(['LayerNormalization', 'RMSNormalization'])('%s freezes the axis it mixes, and its scale', (op) => {
    const view = tokens().node(op, ['h', 's', 'b'], [['y', [2, 5, 6]]]).couple();
    expect(view.reasons('w', 1)).toEqual(['it is normalised across this axis']);
    expect(view.reasons('s', 0)).toEqual(['it scales a normalised axis']);
  });

  it('let the axes before theirs pass', () => {
    const graph = new SmallGraph().input('x', [4, 5]).weight('w', [6, 4]).node('MatMul', ['w', 'x'], [['h', [6, 5]]]).weight('s', [5])
      .node('LayerNormalization', ['h', 's'], [['y', [6, 5]]], { axis: 1 });
    const view = graph.couple();
    expect(view.classes('y', 0)).toEqual(view.classes('w', 0));
    expect(view.isFree('w', 0)).toBe(true);
  });

  it('let them pass to the mean and the deviation as well', () => {
    const graph = new SmallGraph().input('x', [4, 5]).weight('w', [6, 4]).node('MatMul', ['w', 'x'], [['h', [6, 5]]]).weight('s', [5])
      .node('LayerNormalization', ['h', 's'], [['y', [6, 5]], ['mean', [6, 1]], ['deviation', [6, 1]]], { axis: 1 });
    const view = graph.couple();
    expect(view.classes('mean', 0)).toEqual(view.classes('w', 0));
    expect([view.classes('mean', 1), view.classes('deviation', 0)]).toEqual([null, view.classes('w', 0)]);
  });
});

it.each(['LRN', 'MeanVarianceNormalization'])('%s has no rule: it freezes and says so', (op) => {
  expect(conv().node(op, ['h'], [['y', [1, 8, 4, 4]]]).couple().reasons('w', 0)).toEqual([`no rule for ${op}`]);
});
