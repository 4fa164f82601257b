import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUnits } from '../../src/gate/thresholds.js';
import { UserError } from '../../src/errors.js';
import { PolicyInvalidError } from '../../src/policy/errors.js';
import { MAX_POLICY_BYTES } from '../../src/policy/file.js';
import { MINIMAL_POLICY } from '../../src/policy/minimal.js';
import { parsePolicy, readPolicy } from '../../src/policy/read.js';

const root = join(import.meta.dirname, '../..');
let workspace = '';

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'prune-gate-read-'));
  mkdirSync(join(workspace, 'folder'));
});

afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

async function refusalOf(contents: string | Uint8Array | undefined, path = 'policy.yml'): Promise<UserError> {
  if (contents !== undefined) writeFileSync(join(workspace, path), contents);
  const outcome: unknown = await readPolicy({ workspace, path }).catch((thrown: unknown) => thrown);
  if (!(outcome instanceof UserError)) throw new Error('expected a refusal', { cause: outcome });
  return outcome;
}

describe('readPolicy', () => {
  it('reads a file, with its hash', async () => {
    writeFileSync(join(workspace, 'good.yml'), MINIMAL_POLICY);
    const policy = await readPolicy({ workspace, path: 'good.yml' });
    expect(policy).toMatchObject({ path: 'good.yml', sha256: createHash('sha256').update(MINIMAL_POLICY).digest('hex') });
    expect(policy.models).toHaveLength(1);
  });

  it('takes a byte order mark and CRLF in its stride, positions included', async () => {
    writeFileSync(join(workspace, 'bom.yml'), `\ufeff${MINIMAL_POLICY.replaceAll('\n', '\r\n')}`);
    const policy = await readPolicy({ workspace, path: 'bom.yml' });
    expect(policy.models[0]?.gate[0]).toMatchObject({ line: 12, column: 9 });
  });

  it('offers a policy to paste where there is none', async () => {
    const refusal = await refusalOf(undefined, '.github/prune-gate.yml');
    expect(refusal).toMatchObject({ code: 'policy-missing', where: '.github/prune-gate.yml' });
    expect(refusal.fix).toContain(MINIMAL_POLICY);
    expect(parsePolicy(MINIMAL_POLICY, 'p.yml').models[0]?.gate).toHaveLength(1);
  });

  it('refuses folders, pipes and paths outside', async () => {
    execFileSync('mkfifo', [join(workspace, 'pipe.yml')]);
    expect(await refusalOf(undefined, 'folder')).toMatchObject({ code: 'policy-unreadable' });
    expect(await refusalOf(undefined, 'pipe.yml')).toMatchObject({ code: 'policy-unreadable' });
    expect(await refusalOf(undefined, '../policy.yml')).toMatchObject({ code: 'path-outside', where: '../policy.yml', fix: expect.stringContaining('--workspace') as string });
  });

  it('refuses a large file without reading all of it', async () => {
    const refusal = await refusalOf(Buffer.alloc(3 * MAX_POLICY_BYTES, '#'));
    expect(refusal.message).toContain(`the file has ${3 * MAX_POLICY_BYTES} bytes`);
    expect((await refusalOf(`${MINIMAL_POLICY}${'#'.repeat(MAX_POLICY_BYTES)}`)).code).toBe('policy-invalid');
  });

  it('names the first line that is not UTF-8', async () => {
    expect((await refusalOf(Buffer.from('version: 1\n# caf\xe9\n', 'latin1'))).message).toContain('policy.yml:2:1: this line is not UTF-8');
    expect((await refusalOf(Buffer.from('\ufeffversion: 1\n', 'utf16le'))).message).toContain('policy.yml:1:1: this line is not UTF-8');
  });

  it('follows the symbolic links of the paths in the policy', async () => {
    symlinkSync('/', join(workspace, 'data'));
    const refusal = await refusalOf(MINIMAL_POLICY);
    expect(refusal).toMatchObject({ code: 'policy-invalid', where: 'policy.yml:6:24' });
    expect(refusal.message).toContain('models[0].data.heldout.path: a symbolic link leads out of the workspace');
  });
});

describe('parsePolicy', () => {
  it('reads the documented example, and the gate knows all of its checks', () => {
    const policy = parsePolicy(readFileSync(join(root, 'docs/policy.example.yml'), 'utf8'), 'p.yml');
    expect(policy.models.map(({ name }) => name)).toEqual(['keyword-spotter', 'price-model']);
    for (const model of policy.models) expect(checkUnits(model.gate, model.metrics)).toEqual([]);
    expect(policy.models[0]).toMatchObject({ device: 'cpu', onInconclusive: 'fail' });
    expect(policy.models[1]).toMatchObject({ onInconclusive: 'warn', seed: 7 });
    expect(policy.models[1]?.data.heldout.inputs).toEqual(new Map([['features', ['area', 'rooms', 'year']]]));
    expect(policy.models[1]?.prune[0]).toMatchObject({ target: { kind: 'ratio', ratio: 0.25 }, allowPartial: true });
  });

  it('freezes the policy all the way down', () => {
    const { models } = parsePolicy(MINIMAL_POLICY, 'p.yml');
    const parts = [models, models[0], models[0]?.data, models[0]?.data.preprocess.mean, models[0]?.prune[0], models[0]?.gate[0], models[0]?.latency];
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('lists twenty problems and counts the rest, and carries them all', () => {
    const text = `version: 1\nmodels:\n${'  - { name: a, path: a, data: { heldout: { path: a } }, x: 1 }\n'.repeat(30)}`;
    try {
      parsePolicy(text, 'p.yml');
      expect.unreachable();
    } catch (thrown) {
      if (!(thrown instanceof PolicyInvalidError)) throw thrown;
      expect(thrown.errors).toHaveLength(30);
      expect(thrown.errors[4]).toMatchObject({ file: 'p.yml', line: 7, column: 57, path: 'models[4].x' });
      expect(thrown.message.split('\n')).toHaveLength(1 + 20 + 1);
      expect(thrown.message).toMatch(/^the policy has 30 problems\n.*\n\.\.\. and 10 more$/s);
    }
  });

  it('survives texts made to break a parser', () => {
    const hostile = [
      '['.repeat(500_000), '{a: '.repeat(100_000), '- '.repeat(300_000), '? '.repeat(100_000), '&a '.repeat(10_000), '!a '.repeat(10_000),
      '"'.repeat(10_000), 'a: |\n'.repeat(5000), Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      `{${'a: 1, '.repeat(5000)}}`, '\0', '\u2028', '%TAG ! x:\n---\n', '--- '.repeat(1000), '*a', '&a *a', '<<: *a', '...\n...\n', '\t', 'a:\n\t- b',
      // Each of these took minutes where keys were compared with each other.
      `{${Array.from({ length: 30_000 }, (_, i) => `a${i}: 1, `).join('')}}`,
    ];
    for (const text of hostile) expect(() => parsePolicy(text, 'p.yml')).toThrow(PolicyInvalidError);
  });
});
