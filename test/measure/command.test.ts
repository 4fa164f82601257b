/** A board's own figures: what a command may print, and what is refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runMeasureCommand } from '../../src/measure/command.js';

const run = (script: string, timeoutSeconds = 20) => runMeasureCommand({ command: [process.execPath, '-e', script], timeoutSeconds, cwd: tmpdir(), modelPath: '/models/a b.onnx', role: 'pruned' });
const print = (value: unknown): string => `console.log(${JSON.stringify(JSON.stringify(value))})`;

it('gives numbers and bounds; the model and its role are in the environment', async () => {
  expect(await run(print({ latency: 3.2, energy: { value: 0.002, low: 0.001, high: 0.003 } }))).toEqual({
    latency: { value: 3.2, low: null, high: null }, energy: { value: 0.002, low: 0.001, high: 0.003 }, memory: null,
  });
  const script = 'console.log(JSON.stringify({ memory: process.env.PRUNE_GATE_MODEL.length + (process.env.PRUNE_GATE_ROLE === "pruned" ? 100 : 0) }))';
  expect((await run(script)).memory?.value).toBe('/models/a b.onnx'.length + 100);
});

it('goes through no shell', async () => {
  const folder = mkdtempSync(`${tmpdir()}/prune-gate-command-`);
  const command = [process.execPath, '-e', 'console.log(JSON.stringify({ latency: process.argv[1].length }))', '$(touch pwned); "'];
  expect((await runMeasureCommand({ command, timeoutSeconds: 20, cwd: folder, modelPath: 'm', role: 'dense' })).latency?.value).toBe(17);
  rmSync(folder, { recursive: true });
});

describe('is refused where it', () => {
  it.each<[string, string, RegExp]>([
    ['fails', 'console.error("no board"); process.exit(3)', /ended with code 3: no board/u],
    ['prints no JSON', 'console.log("fast")', /did not print JSON/u],
    ['prints a list', print([1]), /did not print a JSON object/u],
    ['prints nothing known', print({ watts: 3 }), /unknown key "watts"/u],
    ['prints none', print({}), /none of latency, energy and memory/u],
    ['prints a zero', print({ latency: 0 }), /its latency is neither a number above 0/u],
    ['prints bounds that do not hold the value', print({ energy: { value: 2, low: 3, high: 4 } }), /its energy is neither/u],
  ])('%s', async (_what, script, message) => {
    await expect(run(script)).rejects.toMatchObject({ code: 'measure-command', message: expect.stringMatching(message) });
  });

  it('does not end, or is not there', async () => {
    await expect(run('setInterval(() => 0, 1000)', 0.2)).rejects.toMatchObject({ message: expect.stringContaining('did not finish within 0.2 s') });
    await expect(runMeasureCommand({ command: ['/no/such/program'], timeoutSeconds: 5, cwd: tmpdir(), modelPath: 'm', role: 'dense' })).rejects.toMatchObject({ code: 'measure-command' });
  });
});
