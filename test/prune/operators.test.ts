/**
 * Every model of the operator sets: `inspect` shows it, and a prune at 25 % gives a model that loads and is proven, or there
 * is a refusal with a reason. Never a crash.
 *
 * The models are told to vitest's worker through imports, not arguments: onnxruntime 1.30 parses /proc/self/cmdline with
 * a recursive matcher, and a command line of more than some 28 kB overflows its stack (`node script.mjs FILE...` with
 * 893 names dies in the first `InferenceSession.create`, whatever the models).
 */
import { expect, it } from 'vitest';
import { hasSharedData } from '../shared-data.js';
import { bugsOf, modelsUnder, tally, tryFile } from './every-model.js';
import type { Outcome } from './every-model.js';

/** Refusals that name what the model has and prune-gate or onnxruntime has not. */
const EXPECTED_REFUSALS = new Set([
  'target-unreached', 'opset-unsupported', 'facts-failed', 'model-rejected', 'operator-unsupported', 'type-unsupported', 'custom-op-refused',
]);

const FOLDERS = [
  ['burn-onnx', 353], ['netspresso', 2], ['onnx-node', 463], ['onnx-pytorch-converted', 33], ['onnx-pytorch-operator', 24], ['onnx-simple', 12],
  ['onnxconverter-common', 2],
] as const;

it.skipIf(!hasSharedData).each(FOLDERS)('every operator model is pruned and proven, or refused with a reason (needs the shared data): %s', async (folder, count) => {
  const files = modelsUnder(`operators/${folder}`);
  expect(files).toHaveLength(count);
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await tryFile(file));
  expect(bugsOf(outcomes)).toEqual([]);
  expect(Object.keys(tally(outcomes)).filter((code) => code !== 'pruned' && !EXPECTED_REFUSALS.has(code))).toEqual([]);
  // A refusal says what stands in the way.
  for (const outcome of outcomes) if (outcome.status === 'refused') expect(outcome.message.length, outcome.file).toBeGreaterThan(20);
}, 180_000);
