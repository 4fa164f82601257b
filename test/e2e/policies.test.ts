/** Several policies in one run: one comment with a row a model, the worst verdict, each judged by its own limits. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { tinyPolicy, writeTinyRepository } from '../pipeline/tiny-repository.js';
import { buildAction } from './bundle.js';
import { payloadOf, runStep, type StepResult } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;

let action: string;
let github: GitHubStandIn;
let apiUrl: string;

beforeAll(() => { action = buildAction(); }, 2 * MINUTE);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});

async function step(inputs: Record<string, string>): Promise<StepResult> {
  const workspace = temporary('repository');
  await writeTinyRepository(workspace, { names: ['one', 'two'], policy: 'first.yml' });
  writeFileSync(join(workspace, 'second.yml'), tinyPolicy(['two'], { gate: '[{ check: size.reduction, min: 99% }]' }));
  return runStep({ action, node, apiUrl, event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace, inputs });
}

describe.skipIf(node === '')('several policies (needs Node 24, or Linux on x64 to install it)', () => {
  it('are one comment, one report and the worst verdict; one that cannot be read stops no other', async () => {
    const result = await step({ policy: 'first.yml\nsecond.yml\nthird.yml' });
    expect(result.exitCode).toBe(2);
    expect(result.report?.models.map(({ name, verdict, policy }) => [name, verdict, policy?.path])).toEqual([
      ['one', 'PASS', 'first.yml'], ['two (first.yml)', 'PASS', 'first.yml'], ['two (second.yml)', 'FAIL', 'second.yml'],
    ]);
    expect(result.report?.errors[0]).toMatchObject({ where: expect.stringContaining('third.yml') });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(/\| one \|[^]*\| two \(first\.yml\) \|[^]*\*\*two \(second\.yml\)\*\*[^]*Policies `first\.yml`, `second\.yml`/u);
    expect(result.log).toMatch(/size\.reduction failed,file=second\.yml,line=\d+/u);
    const models = JSON.parse(result.outputs.get('models') ?? '[]') as { model: string }[];
    expect(models.map(({ model }) => existsSync(model))).toEqual([true, true, true]);
  }, 2 * MINUTE);

  it('are not shared among jobs', async () => {
    expect((await step({ policy: 'first.yml, second.yml', mode: 'prune' })).report?.errors[0]).toMatchObject({ code: 'input-invalid' });
  }, MINUTE);
});
