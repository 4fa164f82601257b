import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { tolerateClosedPipe, type Output } from '../../src/cli/world.js';
import type { Report } from '../../src/report/types.js';
import { fakeWorld } from './world.js';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cli-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('run', () => {
  it('explains itself and exits with 0', async () => {
    const world = fakeWorld(['--help']);
    expect(await run(world)).toBe(0);
    expect(world.text().stdout).toContain('Usage: prune-gate');
    expect(world.text().stderr).toBe('');
  });

  it('answers a wrong command line on stderr, with exit code 2', async () => {
    const world = fakeWorld(['rum']);
    expect(await run(world)).toBe(2);
    expect(world.text()).toMatchObject({ stdout: '', stderr: expect.stringContaining('Did you mean run?') as string });
  });

  it('gives whoever reads JSON a report even then', async () => {
    const world = fakeWorld(['run', '--device', 'gpu', '--json']);
    expect(await run(world)).toBe(2);
    const report = JSON.parse(world.text().stdout) as Report;
    expect(report).toMatchObject({ version: 1, verdict: 'ERROR', exitCode: 2, errors: [{ code: 'usage' }] });
    expect(report.errors[0]?.message).toContain("argument 'gpu' is invalid");
  });

  it('makes an ERROR of an output folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    const world = fakeWorld(['run', '--out', 'file/out', '--json'], { cwd: folder });
    expect(await run(world)).toBe(2);
    expect(JSON.parse(world.text().stdout)).toMatchObject({
      verdict: 'ERROR', exitCode: 2, errors: [{ code: 'output-unusable', message: expect.stringContaining('a file is in its way') as string }],
    });
  });

  it.each(['validate', 'inspect'] as const)('leaves no file of %s, and the report of an earlier run as it was', async (command) => {
    mkdirSync(join(folder, 'prune-gate-out'), { recursive: true });
    writeFileSync(join(folder, 'prune-gate-out/report.json'), 'of a run');
    const before = readdirSync(folder, { recursive: true });
    const world = fakeWorld([command, ...(command === 'inspect' ? ['none.onnx'] : []), '--json'], { cwd: folder });
    expect(await run(world)).toBe(2);
    expect(JSON.parse(world.text().stdout)).toMatchObject({ verdict: 'ERROR' });
    expect(readFileSync(join(folder, 'prune-gate-out/report.json'), 'utf8')).toBe('of a run');
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

describe('a closed pipe', () => {
  function listenerOf(): (error: NodeJS.ErrnoException) => void {
    let found: ((error: NodeJS.ErrnoException) => void) | undefined;
    const output: Output = { write: () => true, on: (_, listener) => { found = listener; } };
    tolerateClosedPipe(output);
    if (found === undefined) throw new Error('nobody listens');
    return found;
  }

  it('is no failure, other errors of the output are', () => {
    expect(() => { listenerOf()(Object.assign(new Error('gone'), { code: 'EPIPE' })); }).not.toThrow();
    expect(() => { listenerOf()(Object.assign(new Error('full'), { code: 'ENOSPC' })); }).toThrow('full');
  });
});
