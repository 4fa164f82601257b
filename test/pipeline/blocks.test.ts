/** A blocks step through the pipeline on a real example: report, plan, replay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readModel } from '../../src/onnx/read.js';
import type { Plan } from '../../src/prune/plan.js';
import { useExample } from './example.js';

const example = useExample('fashion-mnist-resnet');

const policy = `
version: 1
models:
  - name: garments
    path: models/garments.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: images }, max-samples: 32 }
      calibration: { path: data/calib.npz, inputs: { input: images }, max-samples: 48 }
      preprocess: { scale: 255, mean: [0.286], std: [0.353], layout: NCHW }
    prune: [{ method: blocks, target: { macs: 1.3x }, keep: ["/2/Add"] }]
    metrics: [{ name: agreement }]
    gate: [{ check: macs.reduction, min: 20% }]
`;

it('drops a residual block, repairs what lies behind it, and replays its plan to the byte', async () => {
  const report = await example.run(policy, { command: 'prune' });
  const model = report.models[0];
  expect([model?.errors, report.verdict]).toEqual([[], 'PASS']);
  // One block with a plain shortcut, two with a projection.
  expect(model?.groups.map(({ kind, units }) => [kind, units])).toEqual([1, 2, 3].map(() => ['residual block', 1]));
  expect(model?.groups[1]).toMatchObject({ status: 'kept', reason: 'kept by the policy' });
  const [gone, ...others] = model?.groups.filter(({ removed }) => removed === 1) ?? [];
  expect([gone?.reason, others]).toEqual([expect.stringMatching(/^output loss [\d.]+ without it alone, [\d.]+ once repaired$/), []]);
  expect(model?.proof).toMatchObject({ holds: true, detail: expect.stringContaining('with the branches of 1 blocks silenced') as string });
  const ladder = model?.ladder ?? [];
  expect(ladder.map(({ step }) => step)).toEqual(['dense', 'pruned', '+ sequential', '+ statistics']);
  expect((ladder[2]?.loss ?? NaN) / (ladder[1]?.loss ?? NaN)).toBeLessThan(0.3);
  const written = (folder: string, file: string): Buffer => readFileSync(join(folder, 'garments', file));
  const text = written(example.outDir, 'plan.json');
  expect((JSON.parse(text.toString()) as Plan).steps).toMatchObject([{ method: 'blocks', target: { kind: 'macs', factor: 1.3 }, blocks: [gone?.name] }]);
  expect((await readModel(join(example.outDir, 'garments/model.onnx'))).graph.nodes.some(({ opType }) => opType === 'Identity')).toBe(false);
  const again = join(example.folder, 'again');
  await example.run(policy, { command: 'prune', planPath: join(example.outDir, 'garments/plan.json'), outDir: again });
  expect(written(again, 'model.onnx').equals(written(example.outDir, 'model.onnx'))).toBe(true);
  expect(written(again, 'plan.json').equals(text)).toBe(true);
});
