/** The ladder on trained models: each accepted step lowers the loss on split B, and held-out accuracy follows. */
import { afterAll, describe, expect, it } from 'vitest';
import { repair } from '../../../src/prune/repair/repair.js';
import { sequentialRefit } from '../../../src/prune/repair/sequential.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { hasSharedData } from '../../shared-data.js';
import { CASES, withWorkbench } from './workbench.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

describe.skipIf(!hasSharedData)('repair of trained models (needs the shared data folder)', () => {
  it.each([
    // Held-out accuracy gained over no repair, in points, and the share of the loss that is left.
    { name: 'fashion', factor: 2, gain: 50, left: 0.3 },
    { name: 'fashion-bn', factor: 2, gain: 50, left: 0.3 },
    { name: 'mnist-cnn', factor: 2, gain: 10, left: 0.5 },
    { name: 'mnist-8', factor: 2, gain: 5, left: 0.6 },
    { name: 'mlp', factor: 1.5, gain: 0, left: 0.9 },
    { name: 'digits', factor: 1.5, gain: 3, left: 0.5 },
  ] as const)('$name at $factor x fewer MACs', async ({ name, factor, gain, left }) => {
    await withWorkbench(runtime, CASES[name], async (bench) => {
      const { model: pruned, chosen } = await bench.prune({ target: { kind: 'macs', factor } });
      const result = await repair({ ...bench, pruned, cut: chosen.cut, samples: bench.fit, judge: bench.judge, steps: ['bias', 'refit', 'statistics'] });
      const losses = result.ladder.filter(({ accepted }) => accepted).map(({ loss }) => loss).slice(1);
      expect(losses.length).toBeGreaterThan(1);
      losses.slice(1).forEach((loss, i) => { expect(loss).toBeLessThan(losses[i] ?? 0); });
      expect((losses.at(-1) ?? NaN) / (losses[0] ?? NaN)).toBeLessThan(left);
      const [before, after] = [await bench.accuracy(pruned), await bench.accuracy(result.model)];
      expect(100 * (after - before)).toBeGreaterThan(gain);
    });
  });

  it('small models end with all layers in turn with the last one, and lose less than by a sequential refit', async () => {
    await withWorkbench(runtime, CASES.mlp, async (bench) => {
      const { model: pruned, chosen } = await bench.prune({ target: { kind: 'macs', factor: 2 } });
      const request = { ...bench, cut: chosen.cut, samples: bench.fit };
      const refit = await sequentialRefit(request, pruned);
      const { ladder } = await repair({ ...request, pruned, steps: ['sequential'] });
      const last = ladder.at(-1);
      expect(last?.detail).toMatch(/layers fitted on the repaired inputs, in turn with the last one (?:once|\d times)$/);
      expect((last?.loss ?? NaN) / await bench.yardstick.loss(refit?.model ?? pruned)).toBeLessThan(0.9);
    });
  });

  it('auto allocation: the plan that repairs best, the same in every run', async () => {
    await withWorkbench(runtime, CASES['mnist-cnn'], async (bench) => {
      const repairedLoss = async (allocation: 'auto' | 'global' | 'uniform') => {
        const { model: pruned, chosen } = await bench.prune({ allocation, criterion: 'obs', align: 'auto', repair: ['bias', 'refit', 'sequential'] });
        const { ladder } = await repair({ ...bench, pruned, cut: chosen.cut, samples: bench.fit, judge: bench.judge, steps: ['bias', 'refit', 'sequential'] });
        return { loss: Math.min(...ladder.slice(1).map(({ loss }) => loss)), selection: JSON.stringify([...chosen.selection.removed]) };
      };
      const [auto, again] = [await repairedLoss('auto'), await repairedLoss('auto')];
      expect(again).toEqual(auto);
      expect(auto.loss).toBeLessThan((await repairedLoss('global')).loss);
      expect(auto.loss).toBeLessThan((await repairedLoss('uniform')).loss);
    });
  });
});
