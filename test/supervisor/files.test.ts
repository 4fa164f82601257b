/** What the supervisor writes stays in the workspace, whatever links a pull request put there. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reportFailure } from '../../src/supervisor.js';
import { prepareOutput } from '../../src/supervisor/files.js';

const OUTSIDE = expect.objectContaining({ code: 'output-outside' });

let base: string;
let workspace: string;
let elsewhere: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'prune-gate-files-'));
  workspace = join(base, 'workspace');
  elsewhere = join(base, 'elsewhere');
  for (const folder of [workspace, elsewhere]) mkdirSync(folder);
  writeFileSync(join(elsewhere, 'report.json'), 'a stranger\'s');
});
afterEach(() => { rmSync(base, { recursive: true }); });

const fail = (outDir: string): Promise<unknown> => reportFailure({ outDir, workspace }, { code: 'x', message: 'x', where: null, fix: null, stage: null }, new Date());

it.each([
  ['is a link', 'out', 'out', '../elsewhere'], ['lies behind one', 'linked/deep/out', 'linked', '../elsewhere'],
  ['is a link to nothing', 'out', 'out', '../nowhere'], ['lies behind one to nothing', 'linked/out', 'linked', '../nowhere'], ['is a link to itself', 'out', 'out', 'out'],
])('no report and no folder is written where the output folder %s', async (_what, out, link, target) => {
  symlinkSync(target, join(workspace, link));
  const outDir = join(workspace, out);
  await expect(prepareOutput(outDir, workspace)).rejects.toEqual(OUTSIDE);
  await expect(fail(outDir)).rejects.toEqual(OUTSIDE);
  expect(readdirSync(elsewhere)).toEqual(['report.json']);
  expect(readFileSync(join(elsewhere, 'report.json'), 'utf8')).toBe('a stranger\'s');
  expect(existsSync(join(base, 'nowhere'))).toBe(false);
});

it('a link that stays in the workspace, a folder outside of it by name, and one below a workspace that is a link itself are fine', async () => {
  mkdirSync(join(workspace, 'inside'));
  symlinkSync('inside', join(workspace, 'out'));
  symlinkSync('workspace', join(base, 'alias'));
  for (const outDir of [join(workspace, 'out/deep'), join(elsewhere, 'named')]) await prepareOutput(outDir, workspace);
  await prepareOutput(join(base, 'alias/new/deep'), join(base, 'alias'));
  await fail(join(workspace, 'out/deep'));
  expect(readdirSync(join(workspace, 'inside/deep'))).toEqual(['report.json', 'report.md']);
});
