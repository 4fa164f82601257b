import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cli/commands.js';
import { VERSION } from '../../src/version.js';
import { fakeWorld } from './world.js';

const parsed = (...args: string[]) => parse(fakeWorld(args));

function request(...args: string[]) {
  const result = parsed(...args);
  if (result.kind !== 'run') throw new Error(`not understood: ${result.stderr}`);
  return result.invocation.request;
}

function stopped(...args: string[]) {
  const result = parsed(...args);
  if (result.kind !== 'stop') throw new Error('it was understood');
  return result;
}

describe('command line', () => {
  it('has defaults for everything', () => {
    expect(parsed('run')).toEqual({
      kind: 'run',
      invocation: {
        request: {
          command: 'run', workspace: '/repo', policyPath: '.github/prune-gate.yml', outDir: '/repo/prune-gate-out', models: [],
          consultationsFolder: '/repo/prune-gate-out',
        },
        keepsFiles: true,
        limits: { timeLimitSeconds: undefined, memoryLimitBytes: undefined },
        output: { json: false, color: false, quiet: false },
      },
    });
  });

  it('takes every option of a run', () => {
    expect(parsed('run', '-p', 'ci/p.yml', '-m', 'a', '--model', 'b', '-d', 'cpu', '-o', '../out', '--time-limit', '1.5h',
      '--memory-limit', '4GiB', '--json', '-q')).toEqual({
      kind: 'run',
      invocation: {
        request: {
          command: 'run', workspace: '/repo', policyPath: 'ci/p.yml', outDir: '/out', models: ['a', 'b'], device: 'cpu',
          consultationsFolder: '/out',
        },
        keepsFiles: true,
        limits: { timeLimitSeconds: 5400, memoryLimitBytes: 4 * 2 ** 30 },
        output: { json: true, color: false, quiet: true },
      },
    });
  });

  it('reads paths of the command line from the current folder and those of the policy from the workspace', () => {
    expect(request('run', '-C', 'examples/kws')).toMatchObject({
      workspace: '/repo/examples/kws', policyPath: '.github/prune-gate.yml', outDir: '/repo/prune-gate-out',
    });
    expect(request('prune', '-C', 'examples/kws', '-p', 'examples/kws/p.yml', '--plan', 'x/plan.json')).toMatchObject({
      workspace: '/repo/examples/kws', policyPath: 'p.yml', planPath: '/repo/x/plan.json',
    });
    expect(request('evaluate', '--candidate', 'b.onnx')).toMatchObject({ command: 'evaluate', candidatePath: '/repo/b.onnx' });
    expect(request('evaluate', '--dump', 'o.npz')).toMatchObject({ command: 'evaluate', dumpPath: '/repo/o.npz' });
  });

  it('leaves the report of a run alone whatever else is asked, and counts the looks of all in one place', () => {
    expect(request('evaluate')).toMatchObject({ outDir: '/repo/prune-gate-out/evaluate', consultationsFolder: '/repo/prune-gate-out' });
    expect(request('prune')).toMatchObject({ outDir: '/repo/prune-gate-out/prune' });
    expect(request('evaluate', '--out', 'here')).toMatchObject({ outDir: '/repo/here', consultationsFolder: '/repo/here' });
    for (const command of ['prune', 'validate']) expect(request(command)).not.toHaveProperty('consultationsFolder');
  });

  it('sweeps where it is told to, and plans with times that a plan recorded', () => {
    expect(request('sweep')).toMatchObject({ command: 'sweep', sweep: { cost: 'macs' }, outDir: '/repo/prune-gate-out/sweep' });
    expect(request('sweep', '--points', '1.5x, 2x,3x', '--cost', 'latency')).toMatchObject({ sweep: { cost: 'latency', factors: [1.5, 2, 3] } });
    expect(request('sweep', '--shard', '2/4', '--cost', 'size')).toMatchObject({ sweep: { cost: 'size', share: { index: 2, count: 4 } } });
    expect(request('sweep', '--merge', 'parts')).toMatchObject({ sweep: { parts: '/repo/parts' } });
    expect(request('explain', '--plan', 'p.json')).toMatchObject({ command: 'explain', planPath: '/repo/p.json' });
    expect(request('prune', '--latency-from', 'p.json')).toMatchObject({ latencyFrom: '/repo/p.json' });
  });

  it('names a device for what runs and for what is listed', () => {
    expect(request('run', '--device', 'cuda')).toMatchObject({ command: 'run', device: 'cuda' });
    expect(request('devices', '--device', 'tensorrt')).toMatchObject({ command: 'devices', device: 'tensorrt' });
    expect(request('run')).not.toHaveProperty('device');
  });

  it('inspects a model anywhere', () => {
    expect(request('inspect', 'models/a.onnx')).toMatchObject({ workspace: '/repo', models: ['models/a.onnx'] });
    expect(request('inspect', '/elsewhere/a.onnx')).toMatchObject({ workspace: '/elsewhere', models: ['a.onnx'] });
    expect(request('inspect', '..b/a.onnx')).toMatchObject({ workspace: '/repo', models: ['..b/a.onnx'] });
    expect(request('inspect', '-C', '/', '/elsewhere/a.onnx')).toMatchObject({ workspace: '/', models: ['elsewhere/a.onnx'] });
  });

  it.each([
    [['rum'], /unknown command 'rum'.*\n.*Did you mean run\?/u],
    [['run', '--polcy', 'x'], /unknown option '--polcy'.*\n.*Did you mean --policy\?/u],
    [['run', '--device', 'gpu'], /Allowed choices are auto, cpu, cuda, /u],
    [['run', '--time-limit', '5 parsecs'], /Expected a time such as 90s, 30m or 2h/u],
    [['run', '--time-limit', '0'], /Expected a time/u],
    [['run', '--memory-limit', '4'], /Expected a size such as 512MiB or 4GiB/u],
    [['run', 'surplus'], /too many arguments/u],
    [['run', '--plan', 'p.json'], /unknown option '--plan'/u],
    [['sweep', '--points', '2'], /Expected factors above 1 such as 1.5x,2x,3x/u],
    [['sweep', '--shard', '5/4'], /Expected one part of all, such as 2\/4/u],
    [['sweep', '--merge', 'parts', '--points', '2x'], /cannot be used with/u],
    [['prune', '--plan', 'p.json', '--latency-from', 'p.json'], /cannot be used with/u],
    [['evaluate', '--dump', 'o.npz', '--candidate', 'b.onnx'], /cannot be used with/u],
    [['inspect'], /missing required argument 'model.onnx'/u],
    [[], /Usage: prune-gate/u],
  ])('refuses %j with exit code 2', (args, message) => {
    const result = stopped(...args);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(message);
  });

  it('explains itself on stdout', () => {
    const help = stopped('--help');
    expect(help.exitCode).toBe(0);
    for (const word of ['run', 'inspect', 'prune', 'evaluate', 'validate', 'Exit codes:', 'INCONCLUSIVE']) {
      expect(help.stdout).toContain(word);
    }
    for (const command of ['run', 'inspect', 'prune', 'evaluate', 'validate']) {
      const text = stopped(command, '--help').stdout;
      expect(text).toContain('Examples:');
      expect(text).toContain('--time-limit <time>');
      expect(stopped('help', command).stdout).toBe(text);
    }
  });

  it('gives examples that it understands', () => {
    for (const command of ['run', 'inspect', 'prune', 'evaluate', 'validate']) {
      const examples = stopped(command, '--help').stdout.split('\n').filter((line) => line.startsWith('  $ prune-gate '));
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const [words = ''] = example.replace('  $ prune-gate ', '').split(' > ');
        expect(request(...words.split(' '))).toMatchObject({ command });
      }
    }
  });

  it('tells its version, which is the package\'s', () => {
    expect(stopped('--version')).toMatchObject({ exitCode: 0, stdout: `${VERSION}\n` });
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(VERSION).toBe(manifest.version);
  });

  it('colours only a terminal, and never against NO_COLOR', () => {
    const color = (args: string[], env: Record<string, string>, isTTY: boolean) => {
      const result = parse(fakeWorld(['run', ...args], { env, isTTY }));
      return result.kind === 'run' && result.invocation.output.color;
    };
    expect(color([], {}, true)).toBe(true);
    expect(color([], {}, false)).toBe(false);
    expect(color(['--no-color'], {}, true)).toBe(false);
    expect(color([], { NO_COLOR: '1' }, true)).toBe(false);
    expect(color([], { NO_COLOR: '' }, true)).toBe(true);
    expect(color([], { TERM: 'dumb' }, true)).toBe(false);
    expect(color([], { FORCE_COLOR: '1' }, false)).toBe(true);
    expect(color([], { FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(false);
  });
});
