/** Every whole network of the shared data: a prune at 25 % is proven. */
import { expect, it } from 'vitest';
import { hasSharedData } from '../shared-data.js';
import { modelsUnder, tryFile } from './every-model.js';

const FOLDERS = [
  'banking77-transformer', 'cifar10-models', 'fashion-mnist-resnet', 'magika-filetype', 'mlperf-tiny-unlabelled', 'mnist', 'ppocr-cls',
  'ppocr-det-segmentation', 'spoken-digits-dscnn', 'tabular-mlp', 'ultraface-detector',
  // The zoo's networks with constant weights: proven once more with random ones.
  'operators/onnx-light',
];
const files = hasSharedData ? FOLDERS.flatMap((folder) => modelsUnder(folder)) : ['(absent)'];

it.skipIf(!hasSharedData).each(files)('is pruned and proven (needs the shared data): %s', async (file) => {
  const outcome = await tryFile(file);
  expect(outcome).toMatchObject({ status: 'pruned' });
  if (outcome.status !== 'pruned') return;
  const { proof, chosen, refused } = outcome.result;
  expect(proof.worst).toBeLessThan(1e-4);
  if (file.includes('onnx-light')) expect(proof.randomised).toBe(true);
  expect([...refused.values()]).toEqual([]);
  expect(chosen.denseCost.macs / chosen.cost.macs).toBeGreaterThan(1.2);
}, 180_000);

it.skipIf(!hasSharedData)('where everything lies in one If nothing can be pruned, and the reason says so (needs the shared data): silero-vad', async () => {
  expect(await tryFile('silero-vad/silero_vad.onnx')).toMatchObject({ status: 'refused', stage: 'prune', code: 'target-unreached', message: expect.stringContaining('its layers lie in a subgraph') });
});
