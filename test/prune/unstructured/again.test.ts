/** Repair of zeros made again on both calibration splits, where samples are few, on a trained model. */
import { afterAll, describe, expect, it } from 'vitest';
import { withProducts } from '../../../src/calibrate/products.js';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import { weightTensors } from '../../../src/onnx/constants.js';
import type { Model } from '../../../src/onnx/ir.js';
import { tensorToFloat32 } from '../../../src/onnx/tensors.js';
import type { UnstructuredStep } from '../../../src/policy/types.js';
import { pruneWeightsOf } from '../../../src/prune/unstructured/sparsify.js';
import type { SparseResult } from '../../../src/prune/unstructured/sparsify.js';
import { createRuntime, openSessions } from '../../../src/runtime/runtime.js';
import { hasSharedData } from '../../shared-data.js';
import { CASES, withWorkbench } from '../repair/workbench.js';
import type { Case } from '../repair/workbench.js';

const runtime = await createRuntime({ device: 'cpu', threads: 1 });
afterAll(() => { expect(openSessions()).toBe(0); });

const STEP: UnstructuredStep = {
  method: 'unstructured', criterion: 'wanda', scope: 'layer', sparsity: 0.7, pattern: undefined, block: undefined,
  repair: ['refit', 'sequential'], keep: [], only: undefined, store: 'dense',
};

interface Made { readonly result: SparseResult; readonly weights: readonly number[]; readonly unseen: number }

/** Zeros as the last step chooses and repairs them and as another does; `unseen`: the loss on held-out samples. */
function both(given: Case, samples: number, repair = STEP.repair): Promise<{ once: Made; again: Made }> {
  return withWorkbench(runtime, { ...given, samples }, async (bench) => {
    const { prunable, directory, batch, heldout } = bench;
    const judging = await createYardstick({ runtime, dense: prunable.model, directory, samples: heldout, batch });
    const made = async (last: boolean): Promise<Made> => {
      const result = await withProducts(runtime, (multiply) => pruneWeightsOf({ ...bench, step: { ...STEP, repair }, samples: bench.fit, decide: bench.judge, multiply, last }));
      return { result, weights: weightsOf(result.model), unseen: await judging.loss(result.model) };
    };
    return { once: await made(false), again: await made(true) };
  });
}

const weightsOf = ({ graph }: Model): number[] => [...weightTensors(graph).values()].flatMap((tensor) => [...tensorToFloat32(tensor)]);

describe.skipIf(!hasSharedData)('repair of zeros is made again on both splits (needs the shared data folder)', () => {
  it('as the last step, where samples are few: less is lost on samples that nobody has seen', async () => {
    const { once, again } = await both(CASES.digits, 60);
    expect(once.result.notes.join()).not.toContain('again');
    expect(again.result.notes).toContain('repair was made again on all 60 calibration samples, as decided on the second split');
    expect([again.result.ladder, again.result.accepted, again.result.tensors]).toEqual([once.result.ladder, once.result.accepted, once.result.tensors]);
    const zeros = again.result.tensors.reduce((sum, tensor) => sum + tensor.zeros, 0);
    expect(again.weights.filter((value) => value === 0).length).toBeGreaterThanOrEqual(zeros);
    expect(again.unseen / once.unseen).toBeLessThan(0.97);
  });

  it('not where there are many', async () => {
    const { once, again } = await both(CASES['mnist-cnn'], 640, ['refit']);
    expect(again.result.notes.join()).not.toContain('again');
    expect(again.weights).toEqual(once.weights);
  });
});
