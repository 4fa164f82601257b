import { writeFile } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeNode } from '../../src/onnx/graph.js';
import { encodeModel } from '../../src/onnx/write.js';
import { environment } from '../../src/measure/fingerprint.js';
import { measureLatency, noiseFloorOf } from '../../src/measure/latency.js';
import { openSessions } from '../../src/runtime/runtime.js';
import type { Runtime } from '../../src/runtime/types.js';
import { cpuRuntime, floats, FLOAT, inFolder, modelOf, zeros } from '../runtime/support.js';

/** `depth` products of a [16, width] input with one [width, width] weight. */
const products = (width: number, depth: number) => modelOf({
  nodes: Array.from({ length: depth }, (_, layer) => makeNode('MatMul', [layer === 0 ? 'x' : `h${layer}`, 'w'], [layer === depth - 1 ? 'y' : `h${layer + 1}`])),
  inputs: { x: [FLOAT, [16, width]] }, outputs: ['y'], initializers: [floats('w', [width, width])],
});

const spec = { batch: 16, threads: 1, warmup: 2, runs: 23 };
const feeds = new Map([['x', zeros([16, 256])]]);

describe('latency', () => {
  it('sees that a tenth of the work takes less time', () => inFolder(async (folder) => {
    const [densePath, prunedPath] = [join(folder, 'dense.onnx'), join(folder, 'pruned.onnx')];
    await writeFile(densePath, encodeModel(products(256, 20)));
    await writeFile(prunedPath, encodeModel(products(256, 2)));
    const before = openSessions();
    const progress: number[] = [];
    const onProgress = (done: number) => { progress.push(done); };
    const latency = await measureLatency({ runtime: await cpuRuntime(), densePath, prunedPath, feeds, spec, seed: 's', onProgress });
    expect(openSessions()).toBe(before);
    expect(latency.dense).toMatchObject({ runs: 23, batch: 16, threads: 1 });
    expect(latency.dense.medianMs / latency.pruned.medianMs).toBeGreaterThan(2);
    expect(latency.dense.p95Ms).toBeGreaterThanOrEqual(latency.dense.medianMs);
    expect([latency.samples.dense.length, latency.samples.pruned.length]).toEqual([23, 23]);
    expect([...latency.samples.dense, ...latency.samples.pruned].every((ms) => ms > 0)).toBe(true);
    expect(latency.noiseFloor).toBeGreaterThanOrEqual(0);
    expect(progress.at(-1)).toBe(23);
    expect(latency.dense.throughput).toBeCloseTo(16_000 / latency.dense.medianMs, 6);
    expect(latency.dense.outliers).toBeLessThan(23);
    expect(latency.dense.drift).toBeGreaterThan(-1);
  }));

  it('runs dense against itself first, then both in an order that only the seed decides', () => inFolder(async (folder) => {
    const [densePath, prunedPath] = [join(folder, 'dense.onnx'), join(folder, 'pruned.onnx')];
    await writeFile(densePath, encodeModel(products(256, 1)));
    await writeFile(prunedPath, encodeModel(products(256, 1)));
    const orderWith = async (seed: string) => {
      const order: string[] = [];
      const runtime = await recording(order);
      await measureLatency({ runtime, densePath, prunedPath, feeds, spec, seed });
      return order;
    };
    const order = await orderWith('a');
    expect(order.slice(0, 3)).toEqual(['open 0', 'open 1', 'open 2']);
    const runs = order.slice(3);
    const aa = runs.slice(0, 2 * (spec.warmup + spec.runs));
    expect(new Set(aa)).toEqual(new Set(['0', '1']));
    expect(new Set(runs.slice(aa.length))).toEqual(new Set(['0', '1', '2']));
    expect(runs).toHaveLength(5 * (spec.warmup + spec.runs));
    expect(await orderWith('a')).toEqual(order);
    expect(await orderWith('b')).not.toEqual(order);
  }));

  it('releases what it opened when a model does not open', () => inFolder(async (folder) => {
    const densePath = join(folder, 'dense.onnx');
    await writeFile(densePath, encodeModel(products(256, 1)));
    const before = openSessions();
    const running = measureLatency({ runtime: await cpuRuntime(), densePath, prunedPath: join(folder, 'none.onnx'), feeds, spec, seed: 's' });
    await expect(running).rejects.toThrow();
    expect(openSessions()).toBe(before);
  }));
});

/** The real runtime, writing down in which order its sessions run. */
async function recording(order: string[]): Promise<Runtime> {
  const real = await cpuRuntime();
  let sessions = 0;
  return {
    ...real,
    open: async (model, options) => {
      const number = sessions++;
      order.push(`open ${number}`);
      const session = await real.open(model, options);
      return { ...session, run: (...args) => { order.push(String(number)); return session.run(...args); } };
    },
  };
}

describe('warming up', () => {
  /** When each run began, and how many went before those that are timed. */
  const runsOn = (used: Runtime['device']['used']) => inFolder(async (folder) => {
    const path = join(folder, 'model.onnx');
    await writeFile(path, encodeModel(products(256, 1)));
    const real = await cpuRuntime();
    const begun: number[] = [];
    const runtime: Runtime = {
      ...real, device: { ...real.device, used },
      open: async (model, options) => {
        const session = await real.open(model, options);
        return { ...session, run: (...args) => { begun.push(performance.now()); return session.run(...args); } };
      },
    };
    await measureLatency({ runtime, densePath: path, prunedPath: path, feeds, spec: { ...spec, runs: 5 }, seed: 's' });
    return begun;
  });

  it('takes the runs asked for on the processor, and at least half a second before each timing on a device', async () => {
    expect(await runsOn('cpu')).toHaveLength(5 * (2 + 5));
    const onDevice = await runsOn('cuda');
    // 2 x 5 and 3 x 5 timed runs are the last of each of the two timings.
    const [lastOfAll, first] = [onDevice.at(-15) ?? 0, onDevice[0] ?? 0];
    expect(onDevice.length).toBeGreaterThan(5 * (2 + 5));
    expect(lastOfAll - first).toBeGreaterThanOrEqual(1000);
  });
});

describe('the noise floor', () => {
  const flat = (length: number, ms: (i: number) => number) => Float64Array.from({ length }, (_, i) => ms(i));

  it('is the most that whole, halves or quarters differ by, and never below 1 %', () => {
    expect(noiseFloorOf([flat(40, () => 2), flat(40, () => 2)])).toBe(0.01);
    expect(noiseFloorOf([flat(40, () => 2), flat(40, () => 2.1)])).toBeCloseTo(0.05, 12);
    // One quarter alone is 30 % off; the median of the whole does not see it.
    expect(noiseFloorOf([flat(40, (i) => i >= 30 ? 2.6 : 2), flat(40, () => 2)])).toBeCloseTo(0.3, 12);
  });
});

describe('the profile', () => {
  it('says what ran, how long each took and what the arena held', () => inFolder(async (folder) => {
    const path = join(folder, 'm.onnx');
    await writeFile(path, encodeModel(products(256, 3)));
    const before = openSessions();
    const { operators, arenaBytes } = await (await cpuRuntime()).profile(path, feeds, 5, { threads: 1 });
    expect(openSessions()).toBe(before);
    expect(operators.map(({ operator, nodes }) => [operator, nodes])).toEqual([['MatMul', 3]]);
    expect(operators[0]?.ms).toBeGreaterThan(0);
    // Two of the [16, 256] values at least, and no more than all of them and some scratch.
    expect(arenaBytes).toBeGreaterThanOrEqual(2 * 16 * 256 * 4);
    expect(arenaBytes).toBeLessThan(6 * 16 * 256 * 4);
  }));
});

describe('the fingerprint of the machine', () => {
  it('reads the governor of each core, or says that there is none', () => inFolder(async (folder) => {
    expect(environment('1', folder).governor).toBeNull();
    for (const [core, governor] of [['cpu0', 'powersave'], ['cpu1', 'performance'], ['cpu2', 'powersave']] as const) {
      mkdirSync(join(folder, core, 'cpufreq'), { recursive: true });
      writeFileSync(join(folder, core, 'cpufreq', 'scaling_governor'), `${governor}\n`);
    }
    mkdirSync(join(folder, 'cpuidle'));
    expect(environment('1', folder).governor).toBe('performance, powersave');
  }));

  it('names processor, memory, system and versions', async () => {
    const found = environment((await cpuRuntime()).device.onnxruntime);
    expect(found.cores).toBeGreaterThan(0);
    expect(found.memoryBytes).toBeGreaterThan(2 ** 28);
    expect(found.node).toBe(process.versions.node);
    expect(Object.values(found).every((value) => value !== '')).toBe(true);
    expect(found).toHaveProperty('governor');
  });
});
