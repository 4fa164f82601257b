/** Resize and Upsample: axes that keep their size pass. */
import { describe, expect, it } from 'vitest';
import { tensorToBigInts } from '../../src/onnx/tensors.js';
import { useWorkbench } from '../prune/workbench.js';
import { SmallGraph } from './small-graph.js';

const conv = () => new SmallGraph().input('x', [1, 3, 4, 4]).weight('w', [8, 3, 1, 1]).node('Conv', ['x', 'w'], [['h', [1, 8, 4, 4]]]);

describe('coupling', () => {
  it.each(['Resize', 'Upsample'])('%s passes the channels', (op) => {
    const view = conv().weight('scales', [4]).node(op, ['h', '', 'scales'], [['y', [1, 8, 8, 8]]]).couple();
    expect(view.classes('y', 1)).toEqual(view.classes('w', 0));
    expect(view.isFree('y', 1)).toBe(true);
  });

  it('freezes an axis that is resized', () => {
    const view = conv().weight('scales', [4]).node('Resize', ['h', '', 'scales'], [['y', [1, 16, 8, 8]]]).couple();
    expect(view.reasons('w', 0)).toEqual(['it is resized along this axis']);
    expect(view.classes('y', 1)).toBeNull();
  });

  it('freezes where a region is cropped', () => {
    const view = conv().weight('region', [8]).ints('sizes', [1, 8, 2, 2])
      .node('Resize', ['h', 'region', '', 'sizes'], [['y', [1, 8, 2, 2]]], { coordinate_transformation_mode: 'tf_crop_and_resize' }).couple();
    expect(view.reasons('w', 0)).toEqual(['it crops a region given by a tensor']);
    const ignored = conv().weight('region', [8]).ints('sizes', [1, 8, 2, 2])
      .node('Resize', ['h', 'region', '', 'sizes'], [['y', [1, 8, 2, 2]]], { coordinate_transformation_mode: 'half_pixel' }).couple();
    expect(ignored.isFree('w', 0)).toBe(true);
  });
});

describe('after a cut', () => {
  const bench = useWorkbench();

  it('sizes name the channels that stay, in a copy of the constant', async () => {
    const model = conv().ints('sizes', [1, 8, 8, 8]).node('Resize', ['h', '', '', 'sizes'], [['y', [1, 8, 8, 8]]], { mode: 'nearest' })
      .weight('w2', [2, 8, 1, 1]).node('Conv', ['y', 'w2'], [['z', [1, 2, 8, 8]]]).output('z').model();
    const { pruned, proof } = await bench.cutAndProve(model, 'h', 1, [0, 1, 2]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    const [, resize] = pruned.graph.nodes;
    const sizes = pruned.graph.initializers.get(resize?.inputs[3] ?? '');
    expect(sizes && tensorToBigInts(sizes)).toEqual([1n, 5n, 8n, 8n]);
    expect(tensorToBigInts(pruned.graph.initializers.get('sizes') as never)).toEqual([1n, 8n, 8n, 8n]);
  });

  it.each([[[2, 3], [8, 8]], [[3, 1, 2], [8, 8, 8]], [[-3, -1, -2], [8, 8, 8]]])('sizes of the axes %j alone', async (axes, sizes) => {
    const model = conv().ints('sizes', sizes).node('Resize', ['h', '', '', 'sizes'], [['y', [1, 8, 8, 8]]], { mode: 'nearest', axes })
      .weight('w2', [2, 8, 1, 1]).node('Conv', ['y', 'w2'], [['z', [1, 2, 8, 8]]]).output('z').model({ opset: 18 });
    const { proof } = await bench.cutAndProve(model, 'h', 1, [0, 1, 2]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
  });

  it('scales stay as they are', async () => {
    const graph = conv().weight('scales', [4]).node('Resize', ['h', '', 'scales'], [['y', [1, 8, 8, 8]]], { mode: 'linear' })
      .weight('w2', [2, 8, 1, 1]).node('Conv', ['y', 'w2'], [['z', [1, 2, 8, 8]]]).output('z');
    const scales = graph.tensors.get('scales');
    if (scales?.data.kind === 'raw') new Float32Array(scales.data.bytes.buffer).set([1, 1, 2, 2]);
    const model = graph.model();
    const { pruned, proof } = await bench.cutAndProve(model, 'h', 1, [6, 7]);
    expect(proof).toMatchObject({ holds: true, mismatch: undefined });
    expect(pruned.graph.nodes[1]).toBe(model.graph.nodes[1]);
  });
});
