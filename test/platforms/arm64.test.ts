/** The bundle on an ARM64 processor, under emulation, with onnxruntime's build for it. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAction } from '../e2e/bundle.js';
import { payloadOf, runStep } from '../e2e/job.js';
import { removeTemporaries, temporary } from '../e2e/temporary.js';
import { withStandIn } from '../github/stand-in.js';
import { writeTinyRepository } from '../pipeline/tiny-repository.js';
import { judged, onPlatform, reportIn, root, runCli } from './platform.js';

const MINUTES = 60_000;
const NATIVE = 'onnxruntime-node/bin/napi-v6';

onPlatform('linux-arm64', 'under QEMU', (node) => {
  let action: string;
  let apiUrl: string;
  let workspace: string;

  beforeAll(async () => {
    action = buildAction();
    workspace = temporary('repository');
    await writeTinyRepository(workspace);
    // What npm would install for every platform; the action is to take its own of it.
    mkdirSync(join(workspace, 'bin'));
    writeFileSync(join(workspace, 'bin/npm'), `#!${process.execPath}
      const fs = require('node:fs');
      for (const name of ['onnxruntime-common', 'onnxruntime-node']) fs.cpSync(${JSON.stringify(join(root, 'node_modules'))} + '/' + name, 'node_modules/' + name, { recursive: true });
    `);
    chmodSync(join(workspace, 'bin/npm'), 0o755);
  }, 2 * MINUTES);
  afterAll(removeTemporaries);
  withStandIn((_, url) => { apiUrl = url; });

  it('prunes from the command line by the plan that this machine makes', async () => {
    const [there, here] = [join(workspace, 'there'), join(workspace, 'here')];
    const ended = await runCli(node, [join(action, 'dist/cli.js'), 'prune', '--out', there], workspace, root);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('wrote') });
    await runCli(process.execPath, [join(action, 'dist/cli.js'), 'prune', '--out', here], workspace, root);
    expect(reportIn(there)).toMatchObject({ environment: { arch: 'arm64', onnxruntime: '1.30.0' }, models: [{ proof: { holds: true } }] });
    expect(readFileSync(join(there, 'tiny/plan.json'))).toEqual(readFileSync(join(here, 'tiny/plan.json')));
  }, 5 * MINUTES);

  it('judges as the action as this machine does, and takes the ARM build alone, by the sha256 in dist/', async () => {
    const tools = temporary('tools');
    const { exitCode, log, report, outputs } = await runStep({
      action, node, apiUrl, event: 'workflow_dispatch', payload: payloadOf('workflow_dispatch'), workspace,
      inputs: { 'runtime-path': '' }, env: { PATH: `${join(workspace, 'bin')}:${process.env.PATH ?? ''}`, RUNNER_TOOL_CACHE: tools },
    });
    expect(log).not.toContain('::error');
    expect({ exitCode, verdict: report?.verdict, arch: report?.environment?.arch }).toEqual({ exitCode: 0, verdict: 'PASS', arch: 'arm64' });
    await runCli(process.execPath, [join(action, 'dist/cli.js'), 'run', '--out', join(workspace, 'judged')], workspace, root);
    expect(report === undefined ? undefined : judged(report)).toEqual(judged(reportIn(join(workspace, 'judged'))));
    expect(existsSync(outputs.get('model-path') ?? '')).toBe(true);
    const modules = join(tools, 'prune-gate-runtime/1.30.0/arm64/node_modules');
    expect(readdirSync(join(modules, NATIVE), { recursive: true }).map(String).filter((name) => name.includes('.')).sort()).toEqual(['linux/arm64/libonnxruntime.so.1', 'linux/arm64/onnxruntime_binding.node']);
    const listed = JSON.parse(readFileSync(join(action, 'dist/runtime/sha256.json'), 'utf8')) as { platforms: Record<string, Record<string, string>> };
    for (const [path, sha256] of Object.entries(listed.platforms['linux-arm64'] ?? {})) {
      expect(createHash('sha256').update(readFileSync(join(modules, path))).digest('hex')).toBe(sha256);
    }
  }, 5 * MINUTES);
});
