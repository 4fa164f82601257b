/** Whose policy and data decide: every row of the table in sources.ts, against a commit at the wire. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInputs } from '../../src/action/inputs.js';
import { chooseSources, type Reading, type Sources } from '../../src/action/sources.js';
import type { RunEvent } from '../../src/github/event.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';

const POLICY = '.github/prune-gate.yml';
const BASE = 'b'.repeat(40);

let github: GitHubStandIn;
let apiUrl: string;
let workspace: string;

withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(() => { workspace = mkdtempSync(join(tmpdir(), 'prune-gate-sources-')); });
afterEach(() => { rmSync(workspace, { recursive: true }); });

const policy = (limit: string, { model = 'models/m.onnx', more = '' } = {}): string => `version: 1
models:
  - name: m
    path: ${model}
    data: { heldout: { path: data/test.npz${more} }, calibration: { path: data/calibration.npz } }
    prune: [{ method: structured, target: { macs: 2x } }]
    metrics: [{ name: accuracy }]
    gate: [{ check: accuracy.drop, max: ${limit} }]
    measure: { command: [measure] }
`;

const FILES = { [POLICY]: policy('1pp'), 'models/m.onnx': 'model', 'data/test.npz': 'data', 'data/calibration.npz': 'calibration' };

const base = (files: Record<string, string>): void => { github.files = new Map(Object.entries(files)); };
function checkout(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
}

const event = (more: Partial<RunEvent> = {}): RunEvent => ({
  kind: 'pull_request', owner: 'o', repo: 'r', baseSha: BASE, headSha: 'a'.repeat(40), pullRequest: 7, fork: false, run: { id: 1, attempt: 1 }, runUrl: 'https://github.com/o/r/actions/runs/1', ...more,
});

/** With `inputs` as the workflow gives them. */
function choose(inputs: Record<string, string> = {}, of: RunEvent = event(), env: NodeJS.ProcessEnv = {}): Promise<Sources | Reading> {
  const variables = Object.fromEntries(Object.entries({ 'github-token': 'ghs_token', 'allow-commands': 'true', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  return chooseSources({ inputs: readInputs(variables, workspace), event: of }, workspace, { GITHUB_API_URL: apiUrl, PRUNE_GATE_SECOND_MS: '5', RUNNER_TEMP: workspace, ...env });
}

async function chosen(...given: Parameters<typeof choose>): Promise<Sources> {
  const sources = await choose(...given);
  if (!('decides' in sources)) throw new Error('the checkout was used without a question');
  return sources;
}

const textOf = ({ policyFile }: Reading): string | undefined => (policyFile === undefined ? undefined : readFileSync(policyFile, 'utf8'));
const dataOf = ({ pinnedData }: Reading): string | undefined => (pinnedData === undefined ? undefined : readFileSync(join(pinnedData, 'data/test.npz'), 'utf8'));

describe('the policy', () => {
  it('is the base\'s where the change leaves it, and its commands may run', async () => {
    base(FILES);
    checkout({ ...FILES, [POLICY]: FILES[POLICY].replaceAll('\n', '\r\n'), 'models/m.onnx': 'another model' });
    const { facts, decides, other, capped } = await chosen();
    expect(facts).toEqual({ policy: POLICY, commit: BASE, policyChange: 'none', moved: [], dataChanged: [], dataUnpinned: [], detail: null, label: null, approved: false });
    expect(decides).toMatchObject({ from: 'base', reading: { allowCommands: true } });
    expect(textOf(decides.reading)).toBe(policy('1pp'));
    expect([other, capped]).toEqual([undefined, false]);
    expect((await chosen({ 'allow-commands': 'false' })).decides.reading.allowCommands).toBe(false);
  });

  it('that a change edits is judged beside the base\'s, which decides; its commands never run', async () => {
    base(FILES);
    checkout({ ...FILES, [POLICY]: policy('50pp') });
    const { facts, decides, other, capped } = await chosen({ 'approval-label': 'gate: accepted' });
    expect(facts).toMatchObject({ policyChange: 'edited', label: 'gate: accepted', approved: false });
    expect(textOf(decides.reading)).toBe(policy('1pp'));
    expect(other).toEqual({ from: 'checkout', reading: {} });
    expect(capped).toBe(false);
  });

  it('that the base has in a submodule, which the change may have moved on, is no base\'s: the change\'s own gives a WARN at most', async () => {
    const git = (...args: string[]): string => execFileSync('git', ['-C', workspace, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { encoding: 'utf8' }).trim();
    git('init', '--quiet');
    git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},gate`);
    git('commit', '--quiet', '--message=base');
    checkout({ 'gate/policy.yml': policy('50pp') });
    const of = event({ baseSha: git('rev-parse', 'HEAD') });
    const { facts, decides, capped } = await chosen({ policy: 'gate/policy.yml' }, of);
    expect(facts).toMatchObject({ policyChange: 'unusable', detail: 'the base has it behind a submodule, which is not checked out here with the commit that it has there' });
    expect([decides, capped]).toEqual([{ from: 'checkout', reading: {} }, true]);
    github.labels = ['yes'];
    expect(await chosen({ 'policy': 'gate/policy.yml', 'approval-label': 'yes' }, of)).toMatchObject({ facts: { approved: true }, capped: false });
  });

  it('that a change edits decides with the label, which is read at GitHub and not in the event', async () => {
    base(FILES);
    checkout({ ...FILES, [POLICY]: policy('50pp') });
    github.labels = ['bug', 'Gate: Accepted'];
    const { facts, decides, other } = await chosen({ 'approval-label': 'gate: accepted' });
    expect(facts.approved).toBe(true);
    expect(decides).toEqual({ from: 'checkout', reading: {} });
    expect(textOf(other?.reading ?? {})).toBe(policy('1pp'));
    github.fault = ({ url }) => (url.includes('/labels') ? { kind: 'status', status: 403 } : undefined);
    expect((await chosen({ 'approval-label': 'gate: accepted' })).facts.approved).toBe(false);
  });

  it('of a merge queue is the one of its base, and the label that of the pull request that is merged', async () => {
    base(FILES);
    checkout({ ...FILES, [POLICY]: policy('50pp') });
    github.labels = ['yes'];
    const queue = event({ kind: 'merge_group', pullRequest: null });
    expect((await chosen({ 'approval-label': 'yes' }, queue)).facts.approved).toBe(false);
    const approved = await chosen({ 'approval-label': 'yes' }, queue, { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-12-${'c'.repeat(40)}` });
    expect(approved.facts.approved).toBe(true);
    expect(github.calls().at(-1)).toBe('GET /repos/o/r/issues/12/labels');
  });

  it('that a change removes still decides', async () => {
    base(FILES);
    const { [POLICY]: _, ...rest } = FILES;
    checkout(rest);
    const { facts, decides, other } = await chosen();
    expect(facts.policyChange).toBe('removed');
    expect([textOf(decides.reading), other]).toEqual([policy('1pp'), undefined]);
  });

  it('of a repository that had none is the change\'s own, without commands', async () => {
    const { [POLICY]: _, ...rest } = FILES;
    base(rest);
    checkout(FILES);
    expect(await chosen()).toMatchObject({ facts: { policyChange: 'new' }, decides: { from: 'checkout', reading: {} }, other: undefined, capped: false });
  });

  it('of the base that names what the change moved gives way to the change\'s own, for a WARN at most until it is labelled', async () => {
    base(FILES);
    const { 'models/m.onnx': _, ...rest } = FILES;
    checkout({ ...rest, [POLICY]: policy('50pp', { model: 'models/moved.onnx' }), 'models/moved.onnx': 'model' });
    expect(await chosen()).toMatchObject({ facts: { policyChange: 'moved', moved: ['models/m.onnx'] }, decides: { from: 'checkout', reading: {} }, other: undefined, capped: true });
    github.labels = ['yes'];
    expect(await chosen({ 'approval-label': 'yes' })).toMatchObject({ facts: { approved: true }, capped: false });
  });

  it('of the base that cannot be read gives way likewise, and says why', async () => {
    base({ ...FILES, [POLICY]: 'version: 2\n' });
    checkout(FILES);
    expect(await chosen()).toMatchObject({ facts: { policyChange: 'unusable', detail: expect.stringContaining('version') }, decides: { from: 'checkout' }, capped: true });
  });

  it('is the one at policy-ref, whose commands run where it is word for word the base\'s', async () => {
    base(FILES);
    checkout(FILES);
    const { facts, decides } = await chosen({ 'policy-ref': 'policies' });
    expect([facts.commit, decides.from, decides.reading.allowCommands]).toEqual(['d'.repeat(40), 'ref', true]);
    expect(github.calls().slice(0, 2)).toEqual(['GET /repos/o/r/git/ref/heads%2Fpolicies', 'GET /repos/o/r/git/ref/tags%2Fpolicies']);
    await expect(choose({ 'policy-ref': 'elsewhere' })).rejects.toMatchObject({ code: 'policy-ref-unknown' });
    // A branch that someone pushed under a tag's name takes nothing over.
    await expect(choose({ 'policy-ref': 'both' })).rejects.toMatchObject({ code: 'policy-ref-unknown', message: expect.stringContaining('refs/tags/both') });
    expect((await chosen({ 'policy-ref': 'refs/tags/both' })).facts.commit).toBe('d'.repeat(40));
    const onPush = await chosen({ 'policy-ref': BASE }, event({ kind: 'push', pullRequest: null }));
    expect([onPush.decides.from, onPush.decides.reading.allowCommands]).toEqual(['ref', false]);
    base({});
    await expect(choose({ 'policy-ref': BASE })).rejects.toMatchObject({ code: 'policy-missing' });
  });

  it('is the checkout\'s own where there is no change, with commands on the default branch alone', async () => {
    const push = event({ kind: 'push', pullRequest: null });
    const payload = join(workspace, 'event.json');
    writeFileSync(payload, JSON.stringify({ repository: { default_branch: 'main' } }));
    const on = (branch: string): Promise<Sources | Reading> => choose({}, push, { GITHUB_REF: `refs/heads/${branch}`, GITHUB_EVENT_PATH: payload });
    // Nothing says what is checked out.
    expect(await on('main')).toEqual({ allowCommands: false });
    checkout({ '.git/HEAD': push.headSha });
    expect([await on('main'), await on('feature')]).toEqual([{ allowCommands: true }, { allowCommands: false }]);
    // A workflow that runs on the default branch, on a comment say, and fetches a pull request.
    checkout({ '.git/HEAD': 'e'.repeat(40) });
    expect(await on('main')).toEqual({ allowCommands: false });
    expect(github.seen).toEqual([]);
  });

  it('is never guessed: a base that cannot be read is an ERROR', async () => {
    checkout(FILES);
    github.fault = () => ({ kind: 'status', status: 500 });
    await expect(choose()).rejects.toMatchObject({ code: 'base-unreadable' });
    await expect(choose({}, event({ baseSha: null }))).rejects.toMatchObject({ code: 'base-unreadable' });
  });

  it('of a public repository is read without a token', async () => {
    base(FILES);
    checkout(FILES);
    expect((await chosen({ 'github-token': '' })).decides.from).toBe('base');
    expect(github.seen.every(({ authorization }) => authorization === '')).toBe(true);
  });
});

describe('held-out data', () => {
  it('that the change edits is read at the base, and judged in both versions', async () => {
    base(FILES);
    checkout({ ...FILES, 'data/test.npz': 'easier data' });
    const { facts, decides, other } = await chosen();
    expect(facts).toMatchObject({ policyChange: 'none', dataChanged: ['data/test.npz'] });
    expect([dataOf(decides.reading), decides.from, other]).toEqual(['data', 'base', { from: 'checkout', reading: {} }]);
  });

  it('that the change removed is read at the base as well', async () => {
    base(FILES);
    const { 'data/test.npz': _, ...rest } = FILES;
    checkout(rest);
    expect(dataOf((await chosen()).decides.reading)).toBe('data');
  });

  it('of a folder is put together from what is the same and what is fetched', async () => {
    const more = ', format: images';
    base({ ...FILES, [POLICY]: policy('1pp', { more }).replace('data/test.npz', 'data/images'), 'data/images/a/1.png': 'one', 'data/images/b/2.png': 'two', 'data/images/b/3.png': 'three' });
    checkout({ ...FILES, [POLICY]: policy('1pp', { more }).replace('data/test.npz', 'data/images'), 'data/images/a/1.png': 'one', 'data/images/b/2.png': 'other', 'data/images/c/4.png': 'new' });
    const { facts, decides } = await chosen();
    expect(facts.dataChanged).toEqual(['data/images']);
    const folder = join(decides.reading.pinnedData ?? '', 'data/images');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'a/1.png', 'b', 'b/2.png', 'b/3.png']);
    expect(readFileSync(join(folder, 'b/2.png'), 'utf8')).toBe('two');
    expect(github.calls().filter((call) => call.includes('blobs'))).toHaveLength(3);
  });

  it('of a folder with a link is another: it is not followed, to a device without end for instance', async () => {
    const more = ', format: images';
    const images = policy('1pp', { more }).replace('data/test.npz', 'data/images');
    base({ ...FILES, [POLICY]: images, 'data/images/a/1.png': 'one' });
    checkout({ ...FILES, [POLICY]: images });
    mkdirSync(join(workspace, 'data/images/a'), { recursive: true });
    symlinkSync('/dev/zero', join(workspace, 'data/images/a/1.png'));
    const { facts, decides } = await chosen();
    expect(facts.dataChanged).toEqual(['data/images']);
    expect(readFileSync(join(decides.reading.pinnedData ?? '', 'data/images/a/1.png'), 'utf8')).toBe('one');
  });

  it('that is not in the base is said to be unpinned, unless the policy has its sha256', async () => {
    const { 'data/test.npz': _, ...rest } = FILES;
    base(rest);
    checkout(FILES);
    expect((await chosen()).facts).toMatchObject({ dataChanged: [], dataUnpinned: ['data/test.npz'] });
    const pinned = policy('1pp', { more: `, sha256: ${'a'.repeat(64)}` });
    base({ ...rest, [POLICY]: pinned });
    checkout({ [POLICY]: pinned });
    expect((await chosen()).facts.dataUnpinned).toEqual([]);
  });

  it('whose labels the change edits has base\'s labels, also where base does not have the samples', async () => {
    const first = policy('1pp', { more: ', labels: data/labels.csv' });
    // Another model with labels of its own for the same samples, which nobody touched.
    const labelled = `${first}${first.slice(first.indexOf('  - name')).replace('name: m', 'name: n').replace('labels.csv', 'others.csv')}`;
    base({ [POLICY]: labelled, 'models/m.onnx': 'model', 'data/labels.csv': 'right', 'data/others.csv': 'others' });
    checkout({ [POLICY]: labelled, 'models/m.onnx': 'model', 'data/labels.csv': 'as the model says', 'data/others.csv': 'others', 'data/test.npz': 'fetched' });
    const { facts, decides } = await chosen();
    expect([facts.dataChanged, facts.dataUnpinned]).toEqual([['data/labels.csv'], ['data/test.npz']]);
    // The pipeline takes the folder where the samples are in it.
    expect(dataOf(decides.reading)).toBe('fetched');
    expect(readFileSync(join(decides.reading.pinnedData ?? '', 'data/labels.csv'), 'utf8')).toBe('right');
    expect(readFileSync(join(decides.reading.pinnedData ?? '', 'data/others.csv'), 'utf8')).toBe('others');
  });

  it('that cannot be had at the base is refused, or accepted by the label', async () => {
    const data = 'data'.repeat(500);
    base({ ...FILES, 'data/test.npz': data });
    checkout({ ...FILES, 'data/test.npz': 'easier data' });
    const id = createHash('sha1').update(`blob 2000\0${data}`).digest('hex');
    github.fault = ({ url }) => (url.endsWith(id) ? { kind: 'status', status: 403, message: 'This API returns blobs up to 100 MB in size.' } : undefined);
    await expect(choose()).rejects.toMatchObject({ code: 'base-data-unavailable', message: expect.stringContaining('100 MB'), fix: expect.stringContaining('fetch-depth: 0') });
    github.labels = ['yes'];
    expect(await chosen({ 'approval-label': 'yes' })).toMatchObject({ decides: { from: 'checkout' }, other: undefined, capped: false });
  });

  it('is had from the checkout\'s own objects where GitHub\'s API does not give it', async () => {
    const git = (...args: readonly string[]): string => execFileSync('git', ['-C', workspace, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { encoding: 'utf8' }).trim();
    checkout(FILES);
    execFileSync('git', ['init', '-q', workspace]);
    git('add', '.');
    git('commit', '-qm', 'base');
    const baseSha = git('rev-parse', 'HEAD');
    checkout({ 'data/test.npz': 'easier data', [POLICY]: policy('50pp') });
    github.fault = () => ({ kind: 'status', status: 500 });
    const { facts, decides } = await chosen({}, event({ baseSha }));
    expect(facts).toMatchObject({ policyChange: 'edited', dataChanged: ['data/test.npz'] });
    expect([textOf(decides.reading), dataOf(decides.reading)]).toEqual([policy('1pp'), 'data']);
    expect(github.seen).toEqual([]);
  });

  it('in Git LFS is the same where the file has the pointer\'s sha256, and else had from the checkout\'s store', async () => {
    const pointer = (content: string): string => `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(content).digest('hex')}\nsize ${content.length}\n`;
    base({ ...FILES, 'data/test.npz': pointer('the large data') });
    checkout({ ...FILES, 'data/test.npz': 'the large data' });
    expect((await chosen()).facts.dataChanged).toEqual([]);
    checkout({ 'data/test.npz': 'easier data' });
    await expect(choose({}, event(), { GITHUB_SERVER_URL: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'base-data-unavailable' });
    const sha = createHash('sha256').update('the large data').digest('hex');
    checkout({ [`.git/lfs/objects/${sha.slice(0, 2)}/${sha.slice(2, 4)}/${sha}`]: 'the large data', '.git/HEAD': 'x' });
    expect(dataOf((await chosen()).decides.reading)).toBe('the large data');
    checkout({ [`.git/lfs/objects/${sha.slice(0, 2)}/${sha.slice(2, 4)}/${sha}`]: 'the large dataX' });
    await expect(choose()).rejects.toMatchObject({ code: 'base-data-unavailable', message: expect.stringContaining('something else') });
    expect(existsSync(join(workspace, 'x'))).toBe(false);
  });
});

describe('the base\'s models', () => {
  const AGAINST = policy('1pp').replace('max: 1pp }', 'max: 1pp }, { check: size.regression, max: 5% }');
  const baseOf = ({ decides }: Sources): string[] => (decides.reading.baseWorkspace === undefined ? [] : readdirSync(decides.reading.baseWorkspace, { recursive: true, encoding: 'utf8' }).sort());

  it('are had, weights beside them too, where the policy that decides has limits against the base', async () => {
    base({ ...FILES, [POLICY]: AGAINST, 'models/m.data': 'weights', 'models/m_1.bin': 'more', 'models/other.onnx': 'another', 'models/readme.md': 'text' });
    checkout({ ...FILES, [POLICY]: policy('50pp'), 'models/m.onnx': 'changed' });
    const sources = await chosen();
    expect(baseOf(sources)).toEqual(['models', 'models/m.data', 'models/m.onnx', 'models/m_1.bin']);
    expect(readFileSync(join(sources.decides.reading.baseWorkspace ?? '', 'models/m.onnx'), 'utf8')).toBe('model');
    // The other judgement is shown beside, and compares with the same where its policy does.
    expect(sources.other?.reading.baseWorkspace).toBe(sources.decides.reading.baseWorkspace);
  });

  it('are had where only the policy that is judged beside has such limits, and on a push from the commit before', async () => {
    base(FILES);
    checkout({ ...FILES, [POLICY]: AGAINST });
    expect(baseOf(await chosen())).toEqual(['models', 'models/m.onnx']);
    const push = await choose({}, event({ kind: 'push', pullRequest: null }));
    expect(push).toEqual({ allowCommands: false, baseWorkspace: expect.any(String) });
    github.fault = () => ({ kind: 'status', status: 404 });
    expect(await choose({}, event({ kind: 'push', pullRequest: null }))).toEqual({ allowCommands: false });
    expect(await choose({}, event({ kind: 'schedule', pullRequest: null, baseSha: null }))).toEqual({ allowCommands: false, withoutBase: 'all' });
  });

  it('are not fetched where nothing asks for them, nor by jobs that share a run', async () => {
    base(FILES);
    checkout({ ...FILES, 'models/m.onnx': 'changed' });
    expect(baseOf(await chosen())).toEqual([]);
    base({ ...FILES, [POLICY]: AGAINST });
    expect(baseOf(await chosen({ mode: 'prune' }))).toEqual([]);
    expect(baseOf(await chosen({ shard: '1/2' }))).toEqual([]);
  });

  it('are had where the change put links in their way', async () => {
    base({ ...FILES, [POLICY]: AGAINST, 'models/m.data': 'weights' });
    checkout({ ...FILES, [POLICY]: AGAINST });
    symlinkSync('/dev/zero', join(workspace, 'models/m.data'));
    expect(baseOf(await chosen())).toEqual(['models', 'models/m.data', 'models/m.onnx']);
  });

  it('that never were are told from those that cannot be had; neither stops anything', async () => {
    const { 'models/m.onnx': _, ...rest } = FILES;
    base({ ...rest, [POLICY]: AGAINST });
    checkout({ ...FILES, [POLICY]: AGAINST });
    const sources = await chosen();
    expect([sources.decides.from, baseOf(sources), sources.decides.reading.withoutBase]).toEqual(['base', [], ['models/m.onnx']]);
    expect((await chosen({ mode: 'merge' })).decides.reading.withoutBase).toEqual(['models/m.onnx']);
    base({ ...FILES, [POLICY]: AGAINST });
    const id = createHash('sha1').update('blob 5\0model').digest('hex');
    checkout({ 'models/m.onnx': 'changed' });
    github.fault = ({ url }) => (url.endsWith(id) ? { kind: 'status', status: 403 } : undefined);
    const lost = await chosen();
    expect([lost.decides.from, baseOf(lost), lost.decides.reading.withoutBase]).toEqual(['base', [], undefined]);
  });
});
