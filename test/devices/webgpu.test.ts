/** webgpu for real, on a Vulkan driver in software: scripts/software-vulkan.mjs fetches it, and .ci/run calls that. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { vulkanEnvironment } from '../../scripts/software-vulkan.mjs';
import type { ModelReport } from '../../src/report/types.js';

interface Found {
  readonly webgpu: ModelReport;
  readonly cpu: ModelReport;
  readonly replay: ModelReport;
  readonly answers: { readonly equal: number; readonly samples: number } | null;
  readonly steps: readonly [unknown, unknown];
}

const vulkan = vulkanEnvironment();
// The driver computes on the processor, for seconds: once is enough where .ci/run repeats the tests on a second Node.
const reason = vulkan === undefined ? 'skipped: no software Vulkan here; "node scripts/software-vulkan.mjs" fetches it' : process.env.PRUNE_GATE_SECOND_NODE === '1' ? 'skipped: the run on the first Node has it' : '';

describe.skipIf(reason !== '')(`webgpu${reason === '' ? '' : ` (${reason})`}`, () => {
  it('prunes, calibrates and evaluates an example as the processor does, and is proven to have', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/run-ts.mjs', 'test/devices/webgpu-run.ts'], { env: { ...process.env, ...vulkan }, maxBuffer: 1 << 26 });
    const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Found;
    const { webgpu, cpu, replay, answers, steps } = found;
    expect([webgpu.errors, cpu.errors, replay.errors]).toEqual([[], [], []]);
    expect([webgpu.verdict, webgpu.device?.used]).toEqual([cpu.verdict, 'webgpu']);
    expect(steps[1]).toEqual(steps[0]);
    expect(answers?.samples).toBe(200);
    expect((answers?.equal ?? 0) / (answers?.samples ?? 1)).toBeGreaterThanOrEqual(0.995);
    expect(webgpu.device?.agreement).toMatchObject({ samples: 8, type: 'float32', tolerance: 1e-3 });
    expect(webgpu.device?.agreement?.difference).toBeLessThan(1e-4);
    // Everything ran there, and the device's own clock says how long it took.
    expect(webgpu.device?.placement).toMatchObject({ nodeShare: 1, transfers: 0, kernelMs: expect.any(Number) });
    expect(webgpu.device?.placement?.providers.map(({ provider }) => provider)).toEqual(['WebGpuExecutionProvider']);
    expect(webgpu.measures?.pruned.placement?.nodeShare).toBe(1);
    expect(webgpu.findings ?? []).not.toContainEqual(expect.objectContaining({ code: 'device-placement' }));
    expect(cpu.device).not.toHaveProperty('placement');
  }, 600_000);
});
