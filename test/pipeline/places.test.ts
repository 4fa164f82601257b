/** Errors name files as the policy does, whatever folder the workspace is; what the command line names is looked for first. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.js';
import { placedInside, withoutRoot } from '../../src/pipeline/places.js';
import type { ReportError } from '../../src/report/types.js';
import type { RunRequest } from '../../src/request.js';
import { tinyPolicy } from './tiny-repository.js';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'prune-gate-places-')));
  mkdirSync(join(folder, 'workspace/.github'), { recursive: true });
  symlinkSync(join(folder, 'workspace'), join(folder, 'link'));
  writeFileSync(join(folder, 'workspace/.github/prune-gate.yml'), tinyPolicy(['tiny']));
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const error = (message: string, where: string | null): ReportError => ({ code: 'x', message, where, fix: null, stage: null });

it('leaves out where the workspace lies, by its name and by what a link leads to, and nothing else', async () => {
  const [real, link] = [join(folder, 'workspace'), join(folder, 'link')];
  expect(await placedInside([error(`open '${real}/a.json' or ${link}/b/c`, `${link}/models/a.onnx`), error(`${real}s/a`, '/elsewhere/a'), error('as it is', null)], link))
    .toEqual([error('open \'a.json\' or b/c', 'models/a.onnx'), error(`${real}s/a`, '/elsewhere/a'), error('as it is', null)]);
  expect(await placedInside([error('/a/b', '/c')], '/')).toEqual([error('/a/b', '/c')]);
});

it('writes Windows\' paths below the workspace as the policy does, and leaves its others', () => {
  const named = (text: string): string => withoutRoot(text, 'D:\\a\\repo', win32);
  expect(named("ENOENT, open 'D:\\a\\repo\\data\\x.npz' beside C:\\temp\\y")).toBe("ENOENT, open 'data/x.npz' beside C:\\temp\\y");
  expect(named('D:\\a\\repo\\models\\a.onnx: a\\b')).toBe('models/a.onnx: a\\b');
  expect(withoutRoot('C:\\x', 'C:\\', win32)).toBe('C:\\x');
});

describe('a run whose files are not there', () => {
  const errorsOf = async (more: Partial<RunRequest>): Promise<readonly ReportError[]> => {
    const { models, errors } = await runPipeline({ command: 'run', workspace: join(folder, 'link'), policyPath: '.github/prune-gate.yml', outDir: join(folder, 'out'), models: [], ...more }, () => undefined);
    return [...errors, ...models.flatMap((model) => model.errors)];
  };

  it('names the model as the policy does', async () => {
    expect(await errorsOf({})).toMatchObject([{ code: 'model-not-found', where: 'models/tiny.onnx', stage: 'load' }]);
  });

  it.each<[string, keyof RunRequest, string]>([
    ['plan-unreadable', 'planPath', 'there is no such file'], ['candidate-missing', 'candidatePath', 'there is no such file'],
    ['baseline-unreadable', 'baselinePath', 'there is no such file'], ['base-missing', 'baseWorkspace', 'there is no such folder'],
  ])('says %s before it opens the model', async (code, key, why) => {
    expect(await errorsOf({ [key]: join(folder, 'workspace/none') })).toMatchObject([{ code, where: 'none', stage: 'policy', message: expect.stringContaining(why) as string }]);
  });

  it('says what stands in the place of what it needs', async () => {
    expect(await errorsOf({ candidatePath: folder })).toMatchObject([{ code: 'candidate-missing', message: 'The candidate cannot be read: it is a folder.' }]);
    expect(await errorsOf({ baseWorkspace: join(folder, 'workspace/.github/prune-gate.yml') })).toMatchObject([{ code: 'base-missing', message: 'The base cannot be read: it is no folder.' }]);
  });
});
