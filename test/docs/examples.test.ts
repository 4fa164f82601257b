import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkUnits } from '../../src/gate/thresholds.js';
import { readPolicy } from '../../src/policy/read.js';
import { root } from './markdown.js';
import { yamlProblems } from './yaml-snippets.js';

const folder = join(root, 'examples');
const examples = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const POLICY = '.github/prune-gate.yml';

describe('examples', () => {
  it('are at least two', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it('are listed', () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(examples.filter((name) => !page.includes(`](${name})`))).toEqual([]);
  });
});

describe.each(examples)('example %s', (name) => {
  const workspace = join(folder, name);

  it('is complete', () => {
    const expected = ['README.md', 'LICENSE', POLICY, '.github/workflows/prune-gate.yml'];
    expect(expected.filter((path) => !existsSync(join(workspace, path)))).toEqual([]);
  });

  it('has a sound policy whose files are there and pinned by hash', async () => {
    const policy = await readPolicy({ workspace, path: POLICY });
    for (const model of policy.models) {
      expect(checkUnits(model.gate, model.metrics)).toEqual([]);
      const { heldout, calibration } = model.data;
      expect([model.path, heldout.path, calibration?.path ?? ''].filter((path) => !existsSync(join(workspace, path)))).toEqual([]);
      const sha256 = createHash('sha256').update(readFileSync(join(workspace, heldout.path))).digest('hex');
      expect(heldout.sha256).toBe(sha256);
    }
  });

  it('has a sound workflow', () => {
    expect(yamlProblems(readFileSync(join(workspace, '.github/workflows/prune-gate.yml'), 'utf8'))).toEqual([]);
  });
});

describe('workflows of this repository', () => {
  const workflows = join(root, '.github/workflows');
  it.each(readdirSync(workflows))('%s is sound', (name) => {
    expect(yamlProblems(readFileSync(join(workflows, name), 'utf8'))).toEqual([]);
  });
});
