/**
 * bench/gpu.md: every device that works on this machine against its processor. `bench/gpu.sh` starts it.
 *
 *   node scripts/run-ts.mjs bench/gpu.ts [--out FILE.md] [--only PATTERN] [--devices cpu,webgpu] [--merge FILE.json]
 *
 * `--merge` keeps the rows of other models from an earlier run on the same machine.
 *
 * Each device and model has a process of its own, so that a driver that crashes costs one row.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../src/errors.js';
import { surveyDevices } from '../src/runtime/devices.js';
import { loadOnnxruntime } from '../src/runtime/load.js';
import type { DeviceName } from '../src/runtime/types.js';
import { CASES } from './gpu/cases.js';
import { measureCase, measureProducts, type CaseRow, type Products } from './gpu/measure.js';
import { renderGpu } from './gpu/render.js';

const LIMIT_MS = Number(process.env.PRUNE_GATE_GPU_LIMIT_MS ?? 600_000);
const repository = resolve(process.env.PRUNE_GATE_REPOSITORY ?? process.cwd());

function argument(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1] ?? otherwise;
}

/** Runs this program again for one thing; its last line is the result. */
function inProcess<T>(args: readonly string[]): T | { readonly failed: string } {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...args], { encoding: 'utf8', timeout: LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 1 << 26 });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line) as T;
  } catch {
    return { failed: `the process ended with ${signal ?? `code ${String(status)}`}: ${stderr.trim().slice(-300)}` };
  }
}

/** `name, driver, memory` of each GPU; nothing where there is no NVIDIA tool. */
function gpus(): string[] {
  try {
    return execFileSync('nvidia-smi', ['--query-gpu=name,driver_version,memory.total', '--format=csv,noheader'], { encoding: 'utf8' }).trim().split('\n');
  } catch {
    return [];
  }
}

async function child(kind: string, device: DeviceName): Promise<unknown> {
  if (kind === 'products') return measureProducts(device);
  const found = CASES.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`no case ${kind}`);
  return measureCase(found, device, argument('workspace', ''), argument('keep', ''));
}

async function all(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'prune-gate-gpu-'));
  const out = resolve(argument('out', 'bench/gpu.md'));
  try {
    const chosen = CASES.filter(({ name }) => new RegExp(argument('only', ''), 'u').test(name));
    const earlier = process.argv.includes('--merge') ? JSON.parse(readFileSync(argument('merge', ''), 'utf8')) as { readonly rows: readonly CaseRow[] } : { rows: [] };
    const survey = await surveyDevices(loadOnnxruntime());
    const wanted = argument('devices', '').split(',').filter((name) => name !== '');
    const devices = survey.filter(({ works, device }) => works && (wanted.length === 0 || wanted.includes(device))).map(({ device }) => device);
    const rows: CaseRow[] = earlier.rows.filter(({ name }) => !chosen.some((one) => one.name === name));
    const products: Products[] = [];
    for (const device of devices) products.push(resultOf<Products>(inProcess(['--child', 'products', '--device', device]), (failed) => ({ device, failed })));
    for (const one of chosen) {
      const workspace = join(scratch, one.name);
      mkdirSync(workspace, { recursive: true });
      await one.prepare(workspace, repository);
      for (const device of [...devices, ...(devices.length > 1 ? ['auto'] : [])]) {
        const args = ['--child', one.name, '--device', device, '--workspace', workspace, '--keep', join(scratch, `${one.name}-cpu`)];
        const row = resultOf<CaseRow>(inProcess(args), (failed) => ({ name: one.name, device, failed }));
        rows.push(row);
        console.error(`${one.name} on ${device}: ${row.failed ?? `${row.verdict ?? ''} in ${row.seconds?.toFixed(1) ?? '?'} s`}`);
        // After each, so that a machine that is taken away leaves what was measured.
        writeFileSync(out.replace(/\.md$/u, '.json'), JSON.stringify({ gpus: gpus(), survey, products, rows }, null, 2));
        writeFileSync(out, renderGpu({ gpus: gpus(), survey, products, rows, cases: CASES, node: process.version, runtime: loadOnnxruntime().version }));
        if (device === 'cpu' && existsSync(join(workspace, 'out'))) cpSync(join(workspace, 'out'), join(scratch, `${one.name}-cpu`), { recursive: true });
      }
    }
    console.log(readFileSync(out, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function resultOf<T>(found: T | { readonly failed: string }, otherwise: (failed: string) => T): T {
  return typeof found === 'object' && found !== null && 'failed' in found && typeof found.failed === 'string' ? otherwise(found.failed) : found as T;
}

if (process.argv.includes('--child')) {
  const device = argument('device', 'cpu') as DeviceName;
  const result = await child(argument('child', ''), device).catch((thrown: unknown) => ({ failed: messageOf(thrown) }));
  // Not by itself: a driver may crash while it is torn down.
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
} else {
  await all();
}
