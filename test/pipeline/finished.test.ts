/** Prunes that were finished before: taken where they fit, measured anew, and passed over where anything is off. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { readFinished } from '../../src/pipeline/finished.js';
import { acceleratorOf, inputsKey, type PruneInputs } from '../../src/pipeline/prune-inputs.js';
import type { DeviceInfo } from '../../src/runtime/types.js';
import type { Identity, RunRequest } from '../../src/request.js';
import type { ModelReport, Report } from '../../src/report/types.js';
import { timeless } from './timeless.js';
import { tinyPolicy, writeTinyRepository } from './tiny-repository.js';

let folder: string;
let first: Report;
let identity: Identity;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-finished-test-'));
  await writeTinyRepository(folder);
  first = await run({ outDir: join(folder, 'first') });
  identity = (await identify())[0] as Identity;
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (more: Partial<RunRequest>): Promise<Report> => runPipeline({
  command: 'run', workspace: folder, policyPath: '.github/prune-gate.yml', outDir: join(folder, 'out'), models: [], untimed: true, ...more,
}, () => undefined);

async function identify(): Promise<Identity[]> {
  await run({ command: 'identify', outDir: join(folder, 'identify') });
  return JSON.parse(readFileSync(join(folder, 'identify/identities.json'), 'utf8')) as Identity[];
}

/** A copy of what the first run left for its model, changed. */
function kept(change: (folder: string) => void = () => undefined): Pick<RunRequest, 'finished'> {
  const copy = mkdtempSync(join(folder, 'kept-'));
  cpSync(join(folder, 'first', identity.folder), copy, { recursive: true });
  change(copy);
  return { finished: [{ model: 'tiny', folder: copy }] };
}

const TAKEN = /^Not pruned again: nothing that the prune depends on has changed \([0-9a-f]{12}\)/u;
const PASSED_OVER = /^The cached prune was passed over, and the model pruned again: /u;

/** Without what is different each time, and without the notes on where it came from. */
function lasting({ seconds: _, measures, notes, ...model }: ModelReport): unknown {
  return { ...model, measures: timeless(measures), notes: notes.filter((text) => !TAKEN.test(text) && !PASSED_OVER.test(text)) };
}

const modelOf = (report: Report): ModelReport => report.models[0] as ModelReport;

it('is taken, and the report is the same but for a note', async () => {
  expect(first.verdict).toBe('PASS');
  const again = await run(kept());
  expect(lasting(modelOf(again))).toEqual(lasting(modelOf(first)));
  expect(modelOf(again).notes.filter((text) => TAKEN.test(text))).toHaveLength(1);
  expect(modelOf(again).seconds).not.toHaveProperty('facts');
  for (const name of ['model.onnx', 'plan.json', 'prune.json']) {
    expect(readFileSync(join(folder, 'out', identity.folder, name)).equals(readFileSync(join(folder, 'first', identity.folder, name)))).toBe(true);
  }
});

it.each<[string, (folder: string) => void, RegExp]>([
  ['the model', (at) => { appendFileSync(join(at, 'model.onnx'), 'x'); }, /its model has another sha256/u],
  ['the plan', (at) => { writeFileSync(join(at, 'plan.json'), readFileSync(join(at, 'plan.json'), 'utf8').replace('"seed"', '"seed" ')); }, /./u],
  ['the plan\'s decisions', (at) => { writeFileSync(join(at, 'plan.json'), readFileSync(join(at, 'plan.json'), 'utf8').replace(/"units": 48/u, '"units": 47')); }, /its plan is another one/u],
  ['the record', (at) => { writeFileSync(join(at, 'prune.json'), '{'); }, /it cannot be read/u],
  ['the record\'s inputs', (at) => { change(at, /"model": "[0-9a-f]+"/u, `"model": "${'0'.repeat(64)}"`); }, /it was made with another model file/u],
  ['the record\'s version of prune-gate', (at) => { change(at, /"tool": "[^"]+"/u, '"tool": "0.0.0"'); }, /it was made with another release of prune-gate/u],
  ['the record\'s build of prune-gate, of the same release', (at) => { change(at, /"code": "[0-9a-f]{64}"/u, `"code": "${'0'.repeat(64)}"`); }, /it was made with another build of prune-gate/u],
  ['the record\'s device', (at) => { change(at, /"accelerator": "[^"]+"/u, '"accelerator": "cuda; NVIDIA H200"'); }, /it was made with another accelerator/u],
  ['the record\'s files', (at) => { change(at, '"model.onnx"', '"../../../models/tiny.onnx"'); }, /it is damaged/u],
])('is passed over where %s was changed', async (what, spoil, reason) => {
  const report = await run(kept(spoil));
  expect(lasting(modelOf(report))).toEqual(lasting(modelOf(first)));
  const said = modelOf(report).notes.find((text) => PASSED_OVER.test(text));
  // Spaces in a plan change none of its decisions.
  if (what === 'the plan') expect(said).toBeUndefined();
  else expect(said).toMatch(reason);
});

function change(at: string, pattern: RegExp | string, by: string): void {
  writeFileSync(join(at, 'prune.json'), readFileSync(join(at, 'prune.json'), 'utf8').replace(pattern, by));
}

it('has one key for the same inputs, and another where anything changes that it depends on', async () => {
  expect((await identify())[0]).toEqual(identity);
  const policyPath = join(folder, '.github/prune-gate.yml');
  const policy = tinyPolicy(['tiny']);
  const keys = new Map<string, string>();
  for (const [what, text] of [['target', policy.replace('1.5x', '1.4x')], ['limit', policy.replace('30pp', '1pp')]] as const) {
    writeFileSync(policyPath, text);
    keys.set(what, (await identify())[0]?.key ?? '');
  }
  expect(keys.get('target')).not.toBe(identity.key);
  // Limits are judged each time: an unreachable one fails on the kept prune as on a fresh one.
  expect(keys.get('limit')).toBe(identity.key);
  writeFileSync(policyPath, policy.replace('min: 5%', 'min: 99%'));
  const judged = await run(kept());
  expect(modelOf(judged).notes.some((text) => TAKEN.test(text))).toBe(true);
  expect(judged.verdict).toBe('FAIL');
  writeFileSync(policyPath, policy);
  await writeTinyRepository(folder, { seed: 5 });
  expect((await identify())[0]?.key).not.toBe(identity.key);
  await writeTinyRepository(folder, { samples: 401 });
  expect((await identify())[0]?.key).not.toBe(identity.key);
});

it('is told from that of another device: what `auto` took, the GPU, its driver and libraries', async () => {
  const record = JSON.parse(readFileSync(join(folder, 'first', identity.folder, 'prune.json'), 'utf8')) as { key: string; inputs: PruneInputs };
  expect(record).toMatchObject({ key: identity.key, inputs: { device: 'auto', accelerator: 'cpu' } });
  const cuda: DeviceInfo = {
    requested: 'auto', used: 'cuda', notes: [], onnxruntime: '1.30.0', gpus: ['NVIDIA H200', 'NVIDIA H200'], libraries: [{ file: 'libonnxruntime_providers_cuda.so', sha256: 'ab' }],
    versions: [{ what: 'driver', found: '580.159.04', where: null, needs: null }, { what: 'CUDA', found: '13.0.96', where: null, needs: '13' }],
  };
  const env = { NVIDIA_TF32_OVERRIDE: '0', CUDA_VISIBLE_DEVICES: '1' };
  expect(acceleratorOf(cuda, env)).toBe('cuda; NVIDIA H200; driver 580.159.04; CUDA 13.0.96; libonnxruntime_providers_cuda.so ab; NVIDIA_TF32_OVERRIDE=0');
  const others: DeviceInfo[] = [
    { ...cuda, used: 'cpu' }, { ...cuda, used: 'webgpu', versions: [], libraries: [] }, { ...cuda, gpus: ['NVIDIA A10'] }, { ...cuda, gpus: ['NVIDIA A10', 'NVIDIA H200'] }, { ...cuda, gpus: [] },
    { ...cuda, versions: cuda.versions.slice(1) }, { ...cuda, libraries: [] },
  ];
  const keys = [cuda, ...others].map((device) => inputsKey({ ...record.inputs, accelerator: acceleratorOf(device, env) }));
  expect(new Set([...keys, inputsKey({ ...record.inputs, accelerator: acceleratorOf(cuda, {}) })]).size).toBe(keys.length + 1);
  // Machines of a shared run may have others: that is a finding there.
  expect(await readFinished(join(folder, 'first', identity.folder), { ...record.inputs, accelerator: acceleratorOf(cuda, env) }, false)).not.toBeTypeOf('string');
});
