/** A model that was exported for batches of one size, on datasets that such batches do not divide. */
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { ValueInfo } from '../../src/onnx/ir.js';
import { readModel } from '../../src/onnx/read.js';
import { writeModel } from '../../src/onnx/write.js';
import type { Report } from '../../src/report/types.js';
import { useExample } from './example.js';

const BATCH = 3;
const example = useExample();

beforeEach(async () => {
  const path = join(example.folder, 'models/digits.onnx');
  const { graph, ...model } = await readModel(path);
  const fixed = (info: ValueInfo): ValueInfo => ({ ...info, dims: [BATCH, ...(info.dims ?? []).slice(1)] });
  await writeModel({ ...model, graph: { ...graph, inputs: graph.inputs.map(fixed), outputs: graph.outputs.map(fixed), valueInfos: [] } }, path);
});

function runWith(heldout: number, calibration: string): Promise<Report> {
  return example.run(`
version: 1
models:
  - name: digits
    path: models/digits.onnx
    latency: { warmup: 1, runs: 20 }
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: ${String(heldout)} }
      ${calibration}
      preprocess: { mean: [-7.2081], std: [4.3102] }
    prune:
      - { method: structured, allocation: uniform, target: { macs: 1.2x } }
    metrics: [{ name: accuracy }]
    gate: [{ check: macs.reduction, min: 1% }]
`);
}

it('is pruned, repaired and judged on every held-out sample, and timed at its own size', async () => {
  const report = await runWith(50, 'calibration: { path: data/calib.npz, inputs: { input: features }, max-samples: 100 }');
  const [model] = report.models;
  expect(model?.errors).toEqual([]);
  expect(model).toMatchObject({ verdict: 'PASS', proof: { holds: true }, metrics: [{ samples: 50 }] });
  expect(model?.measures?.dense.latency?.batch).toBe(BATCH);
  expect(model?.notes.join('\n')).toContain('Latency is of batches of 3');
});

it('needs a whole batch for each part of the calibration data', async () => {
  const report = await runWith(25, '');
  expect(report.models[0]?.errors).toMatchObject([{ code: 'calibration-too-small', message: expect.stringContaining('at least 6 are needed') as string }]);
});
