/** Variants leave nothing behind, however large what they changed. */
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withVariant } from '../../src/calibrate/variant.js';
import { makeNode } from '../../src/onnx/graph.js';
import { replaceTensors } from '../../src/onnx/constants.js';
import { createRuntime } from '../../src/runtime/runtime.js';
import { noise, sketch, stored, tensor } from './bench-model.js';

const WIDTH = 512;

/** y = x w, with a weight of 1 MiB. */
const wide = sketch({
  input: ['n', WIDTH], outputs: [['y', ['n', WIDTH]]],
  nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], tensors: [tensor('w', [WIDTH, WIDTH], noise(WIDTH * WIDTH, 1))],
});

it('a variant with a changed weight goes with its data file, and two at once do not touch each other', async () => {
  const runtime = await createRuntime({ device: 'cpu', threads: 1 });
  await stored(wide, async (model, folder) => {
    const filled = (value: number) => replaceTensors(model, new Map([['w', tensor('w', [WIDTH, WIDTH], new Float32Array(WIDTH * WIDTH).fill(value))]]));
    const feeds = new Map([['x', { type: 'float32' as const, dims: [1, WIDTH], data: new Float32Array(WIDTH).fill(1) }]]);
    await withVariant(runtime, filled(2), folder, (outer) => withVariant(runtime, filled(3), folder, async (inner) => {
      expect((await readdir(folder)).filter((name) => name.endsWith('.data'))).toHaveLength(2);
      expect((await outer.run(feeds)).get('y')?.data[0]).toBe(2 * WIDTH);
      expect((await inner.run(feeds)).get('y')?.data[0]).toBe(3 * WIDTH);
    }));
    const failed = withVariant(runtime, { ...filled(4), opsets: new Map([['', 999]]) }, folder, () => Promise.resolve());
    await expect(failed).rejects.toMatchObject({ code: 'opset-unsupported' });
    expect(await readdir(folder)).toEqual(['weights.bin']);
  });
});
