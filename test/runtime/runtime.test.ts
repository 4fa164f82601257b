import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeNode } from '../../src/onnx/graph.js';
import type { Model } from '../../src/onnx/ir.js';
import { encodeModel } from '../../src/onnx/write.js';
import { dataTypeOf, HOST_ARRAYS } from '../../src/runtime/convert.js';
import { createRuntime, openSessions } from '../../src/runtime/runtime.js';
import type { ElementType, Feeds, HostTensor, Session } from '../../src/runtime/types.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { cpuRuntime, FLOAT, inFolder, INT64, modelOf, zeros } from './support.js';

async function opened<T>(model: Model | string | Uint8Array, use: (session: Session) => Promise<T>): Promise<T> {
  const source = typeof model === 'string' || model instanceof Uint8Array ? model : encodeModel(model);
  const session = await (await cpuRuntime()).open(source);
  try {
    return await use(session);
  } finally {
    await session.release();
  }
}

const identity = (type: ElementType, name = 'x', output = 'y') => modelOf({
  nodes: [makeNode('Identity', [name], [output])], inputs: { [name]: [dataTypeOf(type), ['n']] }, outputs: [output],
});

const feed = (name: string, tensor: HostTensor): Feeds => new Map([[name, tensor]]);

describe('a session', () => {
  it.each(Object.keys(HOST_ARRAYS) as ElementType[])('passes %s through, bit for bit', async (type) => {
    const data = new HOST_ARRAYS[type](3);
    new Uint8Array(data.buffer).fill(1);
    const result = await opened(identity(type), (session) => session.run(feed('x', { type, dims: [3], data })));
    expect(result.get('y')).toEqual({ type, dims: [3], data });
  });

  it('describes inputs and outputs: types, sizes, names of open dimensions', async () => {
    const model = modelOf({ nodes: [makeNode('Identity', ['x'], ['y'])], inputs: { x: [FLOAT, ['batch', null, 3]] }, outputs: ['y'] });
    const ports = await opened(model, async ({ inputs, outputs }) => ({ inputs, outputs }));
    expect(ports.inputs).toEqual([{ name: 'x', type: 'float32', dims: ['batch', null, 3] }]);
    expect(ports.outputs).toMatchObject([{ name: 'y', type: 'float32' }]);
  });

  it('computes only the outputs asked for', async () => {
    const model = modelOf({
      nodes: [makeNode('Neg', ['x'], ['a']), makeNode('Abs', ['x'], ['b'])], inputs: { x: [FLOAT, [1]] }, outputs: ['a', 'b'],
    });
    const result = await opened(model, (session) => session.run(feed('x', zeros([1])), ['b']));
    expect([...result.keys()]).toEqual(['b']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ' ', '::error::x'])('takes an input named %j', async (name) => {
    const result = await opened(identity('float32', name), (session) => session.run(feed(name, zeros([2]))));
    expect(result.get('y')?.dims).toEqual([2]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('gives an output named %j', async (name) => {
    const result = await opened(identity('float32', 'x', name), (session) => session.run(feed('x', zeros([2]))));
    expect(result.get(name)?.dims).toEqual([2]);
  });

  it('refuses an output named "__proto__", which onnxruntime-node loses', async () => {
    const running = opened(identity('float32', 'x', '__proto__'), (session) => session.run(feed('x', zeros([2]))));
    await expect(running).rejects.toMatchObject({ code: 'run-failed', message: expect.stringContaining('__proto__') });
  });

  it.each<[string, Feeds, RegExp]>([
    ['nothing', new Map(), /input "x" is not fed/u],
    ['another type', feed('x', { type: 'int64', dims: [2], data: new BigInt64Array(2) }), /is float32 \[n\], fed int64 \[2\]/u],
    ['too few elements', feed('x', { type: 'float32', dims: [3], data: new Float32Array(2) }), /\[3\] wants 3 elements, got 2/u],
    ['another array', feed('x', { type: 'float32', dims: [2], data: new Float64Array(2) }), /wants a Float32Array/u],
    ['another rank', feed('x', zeros([2, 2])), /Invalid rank/u],
  ])('says what is wrong when fed %s', async (_, feeds, message) => {
    const running = opened(identity('float32'), (session) => session.run(feeds));
    await expect(running).rejects.toMatchObject({ code: 'run-failed', message: expect.stringMatching(message) });
  });

  it('says that memory ran out', async () => {
    const model = modelOf({ nodes: [makeNode('ConstantOfShape', ['x'], ['y'])], inputs: { x: [INT64, [1]] }, outputs: ['y'] });
    const huge: HostTensor = { type: 'int64', dims: [1], data: BigInt64Array.of(1n << 42n) };
    await expect(opened(model, (session) => session.run(feed('x', huge)))).rejects.toMatchObject({ code: 'out-of-memory' });
  });

  it('counts as open until it is released, once', async () => {
    const before = openSessions();
    const session = await (await cpuRuntime()).open(encodeModel(identity('float32')));
    expect(openSessions()).toBe(before + 1);
    await session.release();
    await session.release();
    expect(openSessions()).toBe(before);
    await expect(session.run(feed('x', zeros([1])))).rejects.toThrow(/after release/u);
  });

  it('gives the same bits with the same threads', async () => {
    const model = modelOf({
      nodes: [makeNode('MatMul', ['x', 'x'], ['h']), makeNode('Softmax', ['h'], ['y'])], inputs: { x: [FLOAT, [64, 64]] }, outputs: ['y'],
    });
    const data = Float32Array.from({ length: 4096 }, (_, i) => Math.sin(i));
    const run = () => opened(model, (session) => session.run(feed('x', { type: 'float32', dims: [64, 64], data })));
    expect(await run()).toEqual(await run());
  });
});

describe('opening', () => {
  it('takes a path, and bytes', () => inFolder(async (folder) => {
    const path = join(folder, 'm.onnx');
    await writeFile(path, encodeModel(identity('float32')));
    expect(await opened(path, async ({ inputs }) => inputs.length)).toBe(1);
  }));

  it('names the file, shortens the message and says what to do', () => inFolder(async (folder) => {
    const path = join(folder, 'broken.onnx');
    await writeFile(path, 'not a model');
    await expect(opened(path, async () => undefined)).rejects.toMatchObject({ code: 'model-unreadable', where: 'broken.onnx' });
    const mismatched = modelOf({
      nodes: [makeNode('MatMul', ['a'.repeat(100_000), 'b'], ['y'])], inputs: { ['a'.repeat(100_000)]: [FLOAT, [2, 3]], b: [FLOAT, [2, 3]] }, outputs: ['y'],
    });
    const thrown: unknown = await opened(mismatched, async () => undefined).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'model-rejected' });
    expect(String(thrown).length).toBeLessThan(500);
    expect(String(thrown)).not.toContain(folder);
  }));

  it('refuses custom operators', async () => {
    const model = modelOf({ nodes: [makeNode('Twirl', ['x'], ['y'], { domain: 'acme' })], inputs: { x: [FLOAT, [1]] }, outputs: ['y'] });
    const importing = { ...model, opsets: new Map([...model.opsets, ['acme', 1]]) };
    for (const each of [model, importing]) {
      await expect(opened(each, async () => undefined)).rejects.toMatchObject({ code: 'custom-op-refused', fix: expect.stringContaining('never loads custom operator libraries') });
    }
  });

  it.skipIf(!hasSharedData)('runs a trained model (needs ../shared/data)', async () => {
    const result = await opened(sharedData('tabular-mlp/wine_mlp.onnx'), (session) => session.run(feed('input', zeros([5, 13]))));
    expect([...result.values()][0]?.dims[0]).toBe(5);
  });
});

describe('a runtime', () => {
  it('says what runs', async () => {
    const { device } = await createRuntime({ device: 'cpu', threads: 1 });
    expect(device).toMatchObject({ requested: 'cpu', used: 'cpu', notes: [] });
    expect(device.onnxruntime).toMatch(/^\d+\./u);
  });
});
