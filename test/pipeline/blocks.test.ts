/** A blocks step through the pipeline on a real example: report, plan, replay. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
    prune: [{ method: blocks, target: { macs: 1.3x } }]
    metrics: [{ name: agreement }]
    gate: [{ check: macs.reduction, min: 20% }]
`;

it('drops a residual block, repairs what lies behind it, and replays its plan to the byte', async () => {
  const report = await example.run(policy, { command: 'prune' });
  const model = report.models[0];
  expect([model?.errors, report.verdict]).toEqual([[], 'PASS']);
  expect(model?.groups).toMatchObject([
    { kind: 'residual block', units: 1, removed: 1, status: 'pruned', reason: expect.stringMatching(/^output loss [\d.]+ without it alone$/) as string },
    { status: 'refused', reason: 'its shortcut has layers of its own' }, { status: 'refused' },
  ]);
  expect(model?.proof).toMatchObject({ holds: true, detail: expect.stringContaining('with the branches of 1 blocks silenced') as string });
  const ladder = model?.ladder ?? [];
  expect(ladder.map(({ step }) => step)).toEqual(['dense', 'pruned', '+ sequential', '+ statistics']);
  expect((ladder[2]?.loss ?? NaN) / (ladder[1]?.loss ?? NaN)).toBeLessThan(0.3);
  const written = (folder: string, file: string): Buffer => readFileSync(join(folder, 'garments', file));
  const text = written(example.outDir, 'plan.json');
  expect((JSON.parse(text.toString()) as Plan).steps).toMatchObject([{ method: 'blocks', target: { kind: 'macs', factor: 1.3 }, blocks: [model?.groups[0]?.name] }]);
  const again = join(example.folder, 'again');
  await example.run(policy, { command: 'prune', planPath: join(example.outDir, 'garments/plan.json'), outDir: again });
  expect(written(again, 'model.onnx').equals(written(example.outDir, 'model.onnx'))).toBe(true);
  expect(written(again, 'plan.json').equals(text)).toBe(true);
});
