/** `prune --plan`: the plan decides what is cut, to the byte, whatever the policy asks for meanwhile; and that is said. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useExample } from './example.js';

const example = useExample();

const policy = (target: string): string => `
version: 1
models:
  - name: digits
    path: models/digits.onnx
    data:
      heldout: { path: data/eval.npz, inputs: { input: features }, target: labels, max-samples: 50 }
      calibration: { path: data/calib.npz, inputs: { input: features }, max-samples: 40 }
    prune: [{ method: structured, criterion: l1, allocation: uniform, repair: [bias], target: { macs: ${target} } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: macs.reduction, min: 1% }]
`;

it('replays a plan under another policy, and says so', async () => {
  const first = await example.run(policy('1.5x'), { command: 'prune' });
  const planPath = join(example.folder, 'plan.json');
  copyFileSync(join(example.outDir, 'digits/plan.json'), planPath);
  const bytes = readFileSync(join(example.outDir, 'digits/model.onnx'));
  const same = await example.run(policy('1.5x'), { command: 'prune', planPath });
  const changed = await example.run(policy('1.2x'), { command: 'prune', planPath });
  expect([first, same, changed].map(({ verdict }) => verdict)).toEqual(['PASS', 'PASS', 'PASS']);
  expect(readFileSync(join(example.outDir, 'digits/model.onnx')).equals(bytes)).toBe(true);
  const said = [first, same, changed].map(({ models }) => models[0]?.notes.some((note) => note.includes('The policy has changed since the plan was made')));
  expect(said).toEqual([false, false, true]);
});

it('repairs each step of a plan as it was repaired, and not as the others were', async () => {
  const steps = [`{ method: structured, criterion: l1, allocation: uniform, repair: [], target: { macs: 1.3x } }`, `{ method: structured, criterion: l1, allocation: uniform, repair: [bias], target: { macs: 1.8x } }`];
  const twice = policy('1.5x').replace(/prune: .*/u, `prune: [${steps.join(', ')}]`);
  await example.run(twice, { command: 'prune' });
  const planPath = join(example.folder, 'plan.json');
  copyFileSync(join(example.outDir, 'digits/plan.json'), planPath);
  const written = ['digits/model.onnx', 'digits/plan.json'].map((file) => readFileSync(join(example.outDir, file)));
  const { steps: planned } = JSON.parse(written[1]?.toString() ?? '') as { steps: { repair: string[] }[] };
  expect(planned.map(({ repair }) => repair)).toEqual([[], ['bias']]);
  await example.run(twice, { command: 'prune', planPath });
  expect(['digits/model.onnx', 'digits/plan.json'].map((file, i) => readFileSync(join(example.outDir, file)).equals(written[i] as Buffer))).toEqual([true, true]);
});
