/** Activation memory against values computed by hand, and against onnxruntime's own. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { activationMemory, weightBytes } from '../../src/measure/memory.js';
import { intsOf, makeNode } from '../../src/onnx/graph.js';
import { DataType } from '../../src/onnx/ir.js';
import { int64Tensor, makeTensor } from '../../src/onnx/tensors.js';
import { encodeModel } from '../../src/onnx/write.js';
import { residentMemory } from '../../src/runtime/resident.js';
import { cpuRuntime, factsOf, FLOAT, floats, inFolder, modelOf, zeros } from '../runtime/support.js';

const int8 = (name: string, dims: readonly number[]) => makeTensor(name, DataType.INT8, dims, new Int8Array(dims.reduce((a, b) => a * b, 1)));
const scalar = (name: string, value: number) => makeTensor(name, DataType.FLOAT, [], Float32Array.of(value));
const zeroPoint = makeTensor('z', DataType.INT8, [], Int8Array.of(0));

/** x 64 B -> h 128 B -> Relu in place -> y 32 B. */
const chain = modelOf({
  nodes: [makeNode('MatMul', ['x', 'a'], ['h']), makeNode('Relu', ['h'], ['r']), makeNode('MatMul', ['r', 'b'], ['y'])],
  inputs: { x: [FLOAT, [1, 16]] }, outputs: ['y'], initializers: [floats('a', [16, 32]), floats('b', [32, 8])],
});

/** Every value [1, 4, 8, 8], 1,024 B; x is read again by the addition. */
const residual = modelOf({
  nodes: [
    makeNode('Conv', ['x', 'w'], ['a'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), makeNode('Relu', ['a'], ['r']),
    makeNode('Conv', ['r', 'w'], ['b'], { attributes: [['pads', intsOf([1, 1, 1, 1])]] }), makeNode('Add', ['b', 'x'], ['s']),
    makeNode('Reshape', ['s', 'flat'], ['y']),
  ],
  inputs: { x: [FLOAT, [1, 4, 8, 8]] }, outputs: ['y'], initializers: [floats('w', [4, 4, 3, 3]), int64Tensor('flat', [1, 256])],
});

/** int8 inside: x 256 B float, q 64 B, h 32 B once quantised, y 128 B float. */
const quantised = modelOf({
  nodes: [
    makeNode('QuantizeLinear', ['x', 's', 'z'], ['q']), makeNode('DequantizeLinear', ['q', 's', 'z'], ['dq']),
    makeNode('DequantizeLinear', ['w', 's', 'z'], ['dw']), makeNode('MatMul', ['dq', 'dw'], ['h']),
    makeNode('QuantizeLinear', ['h', 's', 'z'], ['hq']), makeNode('DequantizeLinear', ['hq', 's', 'z'], ['y']),
  ],
  inputs: { x: [FLOAT, [1, 64]] }, outputs: ['y'], initializers: [int8('w', [64, 32]), scalar('s', 0.1), zeroPoint],
});

describe('the arena of the activations', () => {
  it.each([
    ['a chain', chain, { liveBytes: 64 + 128, arenaBytes: 64 + 128 }],
    ['a residual block: x, the first convolution and the second', residual, { liveBytes: 3 * 1024, arenaBytes: 3 * 1024 }],
    ['a quantised layer: x and q', quantised, { liveBytes: 256 + 64, arenaBytes: 256 + 64 }],
  ])('%s', async (_, model, expected) => {
    expect(activationMemory(model, await factsOf(model))).toEqual(expected);
  });

  it('has no room of its own for an operator in place, unless its input is still read', async () => {
    const read = modelOf({
      nodes: [makeNode('Relu', ['x'], ['r']), makeNode('Add', ['r', 'x'], ['y'])],
      inputs: { x: [FLOAT, [1, 16]] }, outputs: ['y'],
    });
    expect(activationMemory(read, await factsOf(read))).toEqual({ liveBytes: 192, arenaBytes: 192 });
    const view = modelOf({
      nodes: [makeNode('Reshape', ['x', 'shape'], ['v']), makeNode('Relu', ['v'], ['r']), makeNode('MatMul', ['x', 'w'], ['m']), makeNode('Add', ['r', 'm'], ['y'])],
      inputs: { x: [FLOAT, [1, 16]] }, outputs: ['y'], initializers: [int64Tensor('shape', [1, 16]), floats('w', [16, 16])],
    });
    // v is x, which the product still reads: r needs 64 B of its own. Most at once: x, r, m, then r, m, y.
    expect(activationMemory(view, await factsOf(view))).toEqual({ liveBytes: 192, arenaBytes: 192 });
  });

  it('can be larger than what lives at once, and offsets are multiples of 16', async () => {
    // a [1, 3] is 12 B, b [1, 5] is 20 B: b starts at 0 as the larger, a at 32.
    const odd = modelOf({
      nodes: [makeNode('MatMul', ['x', 'w'], ['y'])],
      inputs: { x: [FLOAT, [1, 3]] }, outputs: ['y'], initializers: [floats('w', [3, 5])],
    });
    expect(activationMemory(odd, await factsOf(odd))).toEqual({ liveBytes: 32, arenaBytes: 32 + 12 });
  });

  it('is said to be unknown where a shape is', async () => {
    const facts = await factsOf(chain);
    const values = new Map([...facts.values].filter(([name]) => name !== 'h'));
    expect(activationMemory(chain, { ...facts, values })).toBe('the size of h is not known');
  });

  it('weights are counted as they are stored', () => {
    expect(weightBytes(chain)).toBe(4 * (16 * 32 + 32 * 8));
    expect(weightBytes(quantised)).toBe(64 * 32 + 4 + 1);
  });
});

describe('a process that only runs the model', () => {
  it('takes more than before it opened it, by what the weights need', () => inFolder(async (folder) => {
    const path = join(folder, 'm.onnx');
    await writeFile(path, encodeModel(modelOf({
      nodes: [makeNode('MatMul', ['x', 'w'], ['y'])], inputs: { x: [FLOAT, [1, 2048]] }, outputs: ['y'], initializers: [floats('w', [2048, 4096])],
    })));
    const resident = await (await cpuRuntime()).resident(path, new Map([['x', zeros([1, 2048])]]), 2, { threads: 1 });
    expect(resident).toEqual({ peakBytes: expect.any(Number), baseBytes: expect.any(Number) });
    if (typeof resident !== 'string') expect(resident.peakBytes - resident.baseBytes).toBeGreaterThan(2048 * 4096 * 4);
  }));

  /** A stand-in for the driver's tool: answers come from it, the process that asks is the real one. */
  const withDriver = <T>(script: string, use: (request: Parameters<typeof residentMemory>[0]) => Promise<T>) => inFolder(async (folder) => {
    await writeFile(join(folder, 'nvidia-smi'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const path = join(folder, 'model.onnx');
    await writeFile(path, encodeModel(chain));
    const before = process.env.PATH;
    process.env.PATH = `${folder}:${before ?? ''}`;
    try {
      // Options beside its name make onnxruntime's processor a provider that is asked about.
      const providers = [{ name: 'cpu' }] as unknown as readonly string[];
      return await use({ packageFolder: dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json')), providers, path, feeds: new Map([['x', zeros([1, 16])]]), threads: 1, runs: 1 });
    } finally {
      process.env.PATH = before;
    }
  });

  it.runIf(process.platform !== 'win32').each<readonly [string, string, number | undefined]>([
    ['what the driver lists for the process', 'case "$1" in *apps*) echo "1, 7"; echo "$PPID, 300";; *) echo 1000;; esac', 300],
    ['what the whole grew by, where it lists none', 'case "$1" in *apps*) echo "1, 7";; *) n=$(cat "$0.n" 2>/dev/null || echo 1000); echo $((n + 64)) > "$0.n"; echo $n;; esac', 64],
    ['nothing where the tool does not tell', 'exit 9', undefined],
    ['nothing where it did not grow', 'case "$1" in *apps*) echo;; *) echo 1000;; esac', undefined],
  ])('tells of a device %s', (_, script, mib) => withDriver(script, async (request) => {
    const found = await residentMemory(request);
    expect(found).toMatchObject({ peakBytes: expect.any(Number) as number });
    expect(typeof found === 'string' ? found : found.deviceBytes).toBe(mib === undefined ? undefined : mib * 2 ** 20);
    expect(await residentMemory({ ...request, providers: ['cpu'] })).not.toHaveProperty('deviceBytes');
  }));

  it('says why where the model does not run', async () => {
    const resident = await (await cpuRuntime()).resident('/nowhere/m.onnx', new Map(), 1);
    expect(resident).toMatch(/nowhere/u);
  });
});
