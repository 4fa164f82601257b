/**
 * Whose policy and held-out data decide. A change must not loosen what it is judged by, so that its base commit says it:
 *
 * 1. The policy is read at the base commit (`policy-ref`: at another), and so is the held-out data.
 * 2. Where the change touches either, both versions are judged; the base's decides.
 * 3. A base without a policy has nothing to say: the change's own is used.
 * 4. Where base's policy names a file that the change moved, cannot be read as a policy, or lies in a submodule whose commit
 *    there is not in the checkout, nothing can be judged by it: the change's own is used, with at most a WARN.
 * 5. With the label that the workflow names, the change's own decides, and the base's is shown beside it.
 * 6. Where a policy has limits against the base, the base's models are had from its commit, to be pruned and measured in the
 *    same job; on a push from the commit before.
 * 7. Measuring commands run only where the policy is the base's, or the default branch's commit is checked out: nobody's but
 *    what was merged.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import { readScope, onDefaultBranch } from '../github/cache/origin.js';
import { headCommit, ownCheckout } from '../github/git-folder.js';
import type { Client } from '../github/client.js';
import type { FetchLfs } from '../github/commit-compare.js';
import { openCommit } from '../github/commit-sources.js';
import { unreadable, type CommitFiles } from '../github/commit.js';
import { lfsFetcher } from '../github/lfs.js';
import { notice } from '../github/log.js';
import { placeOf } from '../github/submodule.js';
import { baseOf, hasLabel, resolveRef } from '../github/trusted-commit.js';
import { resolveInside } from '../policy/paths.js';
import { parsePolicy } from '../policy/read.js';
import type { ModelPolicy } from '../policy/types.js';
import type { Source } from '../report/types.js';
import type { RunRequest } from '../request.js';
import { comparedWithBase, restoreModels } from './base-models.js';
import { inRepository, inspectData, pinData, type Checkout, type DataState } from './pin-data.js';
import type { Setting } from './publish.js';

/** What a request to the pipeline gets: nothing for the checkout's own. */
export type Reading = Pick<RunRequest, 'policyFile' | 'pinnedData' | 'allowCommands' | 'baseWorkspace' | 'withoutBase'>;

export interface Judgement {
  readonly from: Source['from'];
  readonly reading: Reading;
}

export type Facts = Omit<Source, 'other' | 'from'>;

export interface Sources {
  readonly facts: Facts;
  readonly decides: Judgement;
  /** Judged as well, and shown. */
  readonly other: Judgement | undefined;
  /** Whether the verdict is a WARN at best. */
  readonly capped: boolean;
}

/** The checkout's own, where the event is about no change. Throws UserError `base-unreadable`, `base-data-unavailable`, `policy-ref-unknown`. */
export async function chooseSources(setting: Setting, workspace: string, env: NodeJS.ProcessEnv): Promise<Sources | Reading> {
  const { inputs, event } = setting;
  const base = baseOf(event);
  // A policy in a submodule is read through the repository around it.
  const git = ownCheckout(dirname(resolve(workspace, inputs.policy))) ?? ownCheckout(workspace);
  const checkout = { workspace: resolve(workspace), root: git?.root ?? resolve(workspace) };
  const { clientOf } = await import('../github/client.js');
  const client = clientOf(inputs.token, env, { answerWithinMs: ANSWER_WITHIN_MS, allWithinMs: ALL_WITHIN_MS });
  const open = (commit: string): Promise<CommitFiles> => openCommit(commit, { owner: event.owner, repo: event.repo, gitFolder: git?.folder, client });
  if (base === undefined && inputs.policyRef === '') {
    const allowCommands = inputs.allowCommands && isDefaultBranchCheckedOut(setting, workspace, env);
    return { allowCommands, ...await basesModels({ setting, env, checkout }, [{}], event.baseSha === null ? undefined : () => open(event.baseSha ?? '')) };
  }
  const commit = inputs.policyRef === '' ? base ?? '' : await resolveRef(client, event, inputs.policyRef);
  const files = await open(commit);
  const baseFiles = base === undefined || base === commit ? files : await open(base);
  try {
    const ground = { setting, env, client, checkout, files, baseFiles: base === undefined ? undefined : baseFiles };
    return await withBaseModels(ground, await choose(ground));
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : unreadable(commit, messageOf(thrown));
  }
}

/** Whether what is checked out is the default branch's own: a workflow that runs there may have fetched a pull request, a comment's say. */
function isDefaultBranchCheckedOut({ inputs, event }: Setting, workspace: string, env: NodeJS.ProcessEnv): boolean {
  return onDefaultBranch(readScope(env)) && [workspace, dirname(resolve(workspace, inputs.policy))].every((place) => headCommit(place) === event.headSha);
}

/** Data may have a hundred megabytes. */
const ANSWER_WITHIN_MS = 300_000;
const ALL_WITHIN_MS = 1_200_000;

interface Ground {
  readonly setting: Setting;
  readonly env: NodeJS.ProcessEnv;
  readonly client: Client;
  readonly checkout: Checkout;
  /** Of the commit whose policy counts. */
  readonly files: CommitFiles;
  /** Of the base commit, whose data counts; undefined where there is none. */
  readonly baseFiles: CommitFiles | undefined;
}

async function choose(ground: Ground): Promise<Sources> {
  const { setting: { inputs }, env, checkout, files, baseFiles } = ground;
  const from = inputs.policyRef === '' ? 'base' : 'ref';
  const found = await policyIn(files, checkout, inputs.policy);
  const own = await ownPolicy(checkout.workspace, inputs.policy);
  const facts: Facts = { policy: inputs.policy, policyChange: 'new', commit: files.commit, moved: [], dataChanged: [], dataUnpinned: [], detail: null, label: inputs.approvalLabel === '' ? null : inputs.approvalLabel, approved: false };
  const checkoutOwn: Judgement = { from: 'checkout', reading: {} };
  if (found === undefined) {
    if (from === 'ref') throw refHasNone(inputs.policyRef, inputs.policy);
    const hidden = await hiddenBy(files, checkout, inputs.policy);
    if (hidden === undefined) return { facts, decides: checkoutOwn, other: undefined, capped: false };
    const approved = await isApproved(ground);
    const detail = `the base has it behind a ${hidden}, which ${hidden === 'link' ? 'is not followed' : 'is not checked out here with the commit that it has there'}`;
    return { facts: { ...facts, policyChange: 'unusable', detail, approved }, decides: checkoutOwn, other: undefined, capped: !approved };
  }
  const temp = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-policy-'));
  const policyFile = join(temp, 'policy');
  await writeFile(policyFile, found);
  const edited: Source['policyChange'] = own === undefined ? 'removed' : sameText(own, found) ? 'none' : 'edited';
  const parsed = modelsOf(found, inputs);
  const models = typeof parsed === 'string' ? [] : parsed;
  const moved = baseFiles === undefined ? [] : await movedFiles(baseFiles, models, checkout);
  const data = baseFiles === undefined ? NO_DATA : await inspectData(baseFiles, models, checkout);
  const isStranded = edited === 'edited' && (moved.length > 0 || typeof parsed === 'string');
  const touched = edited !== 'none' || data.changed.length > 0;
  const approved = touched && await isApproved(ground);
  const pinnedData = await pinned(ground, models, data, join(temp, 'data'), approved);
  const policyChange = !isStranded ? edited : moved.length > 0 ? 'moved' : 'unusable';
  const detail = isStranded && typeof parsed === 'string' ? parsed : null;
  const all: Facts = { ...facts, policyChange, moved: isStranded ? moved : [], dataChanged: [...data.changed], dataUnpinned: [...data.unpinned], detail, approved };
  const allowCommands = inputs.allowCommands && await isBases(ground, found);
  const theirs: Judgement = { from, reading: { policyFile, ...pinnedData, allowCommands } };
  if (isStranded) return { facts: all, decides: { from: 'checkout', reading: approved ? {} : pinnedData }, other: undefined, capped: !approved };
  if (!touched || own === undefined) return { facts: all, decides: theirs, other: undefined, capped: false };
  const canBoth = data.changed.length === 0 || 'pinnedData' in pinnedData;
  return approved ? { facts: all, decides: checkoutOwn, other: canBoth ? theirs : undefined, capped: false } : { facts: all, decides: theirs, other: checkoutOwn, capped: false };
}

/** The models of the base, for both judgements: a limit against them that could not be judged would be no verdict. */
async function withBaseModels(ground: Ground, sources: Sources): Promise<Sources> {
  const { baseFiles } = ground;
  const { decides, other } = sources;
  const readings = [decides, ...other === undefined ? [] : [other]].map(({ reading }) => reading);
  const more = await basesModels(ground, readings, baseFiles === undefined ? undefined : () => Promise.resolve(baseFiles));
  const given = (one: Judgement): Judgement => ({ ...one, reading: { ...one.reading, ...more } });
  return { ...sources, decides: given(decides), other: other === undefined ? undefined : given(other) };
}

/** What these readings' limits against the base need; `open` gives the commit that is the base, where there is one. */
async function basesModels({ setting: { inputs, event }, env, checkout }: Pick<Ground, 'setting' | 'env' | 'checkout'>, readings: readonly Reading[], open: (() => Promise<CommitFiles>) | undefined): Promise<Pick<Reading, 'baseWorkspace' | 'withoutBase'>> {
  const compared = comparedWithBase((await Promise.all(readings.map((reading) => modelsBy(reading, inputs, checkout.workspace)))).flat());
  const models = [...new Map(compared.map((model) => [model.path, model])).values()];
  if (models.length === 0 || inputs.mode === 'prune' || inputs.shard !== undefined) return {};
  if (open === undefined) return { withoutBase: 'all' };
  try {
    const folder = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'prune-gate-base-'));
    const { absent, failed } = await restoreModels(await open(), models, checkout, folder, fetcherOf({ setting: { inputs, event }, env, checkout }));
    for (const [path, reason] of failed) notice(`the base's model is not pruned in this job: ${path}: ${reason}`);
    // Parts of a shared run compute no base: its record alone is compared with.
    const isThere = inputs.mode === 'run' && absent.length + failed.size < models.length;
    return { ...absent.length === 0 ? {} : { withoutBase: absent }, ...isThere ? { baseWorkspace: folder } : {} };
  } catch (thrown) {
    notice(`the base's models are not pruned in this job: ${messageOf(thrown)}`);
    return {};
  }
}

/** The models of the reading's policy that are worked on; none where it is no policy. */
export async function modelsBy({ policyFile }: Reading, inputs: Setting['inputs'], workspace: string): Promise<readonly ModelPolicy[]> {
  const text = policyFile === undefined ? await ownPolicy(workspace, inputs.policy) : await readFile(policyFile);
  const models = text === undefined ? [] : modelsOf(text, inputs);
  return typeof models === 'string' ? [] : models;
}

const fetcherOf = ({ setting: { inputs, event }, env, checkout }: Pick<Ground, 'setting' | 'env' | 'checkout'>): FetchLfs =>
  lfsFetcher({ server: env.GITHUB_SERVER_URL ?? 'https://github.com', owner: event.owner, repo: event.repo, token: inputs.token, gitFolder: ownCheckout(checkout.root)?.common });

const NO_DATA: DataState = { changed: [], unpinned: [] };

/** The base's data, where the change touched it. What an approved change touched need not be had. */
async function pinned(ground: Ground, models: readonly ModelPolicy[], data: DataState, folder: string, approved: boolean): Promise<Pick<Reading, 'pinnedData'>> {
  const { checkout, baseFiles } = ground;
  if (baseFiles === undefined || data.changed.length === 0) return {};
  try {
    await pinData(baseFiles, models, data, checkout, folder, fetcherOf(ground));
    return { pinnedData: folder };
  } catch (thrown) {
    if (!approved) throw thrown;
    notice(`the base's data is not judged as well: ${messageOf(thrown)}`);
    return {};
  }
}

/** A policy is written by hand: more than this is refused by whoever parses it. */
const MOST_POLICY_BYTES = 2 ** 20 + 1;

/** Bytes of the commit's policy; undefined where it has none. Throws UserError `base-unreadable`. */
async function policyIn(files: CommitFiles, checkout: Checkout, path: string): Promise<Buffer | undefined> {
  const place = inRepository(checkout, path);
  if (place === undefined) return undefined;
  try {
    const found = await placeOf(files, place, checkout.root);
    const entry = await found?.files.find(found.path);
    if (found === undefined || entry?.kind !== 'file') return undefined;
    const bytes = await found.files.bytes(entry.id, MOST_POLICY_BYTES);
    if (bytes === undefined) throw new Error(`the policy has more than ${MOST_POLICY_BYTES} bytes`);
    return bytes;
  } catch (thrown) {
    throw unreadable(files.commit, messageOf(thrown));
  }
}

/** What keeps the commit's policy from us. Throws UserError `base-unreadable`. */
async function hiddenBy(files: CommitFiles, checkout: Checkout, path: string): Promise<'submodule' | 'link' | undefined> {
  const place = inRepository(checkout, path);
  if (place === undefined) return undefined;
  try {
    const found = await placeOf(files, place, checkout.root);
    return found === undefined ? 'submodule' : await found.files.hiddenBy(found.path);
  } catch (thrown) {
    throw unreadable(files.commit, messageOf(thrown));
  }
}

/** The checkout's; undefined where it has none that can be read, nothing where it is too long: what is wrong with it is for the pipeline to say. */
async function ownPolicy(workspace: string, path: string): Promise<Buffer | undefined> {
  try {
    const file = await resolveInside(workspace, path);
    return (await stat(file)).size > MOST_POLICY_BYTES ? Buffer.alloc(0) : await readFile(file);
  } catch {
    return undefined;
  }
}

/** Line ends may differ in a checkout. */
const sameText = (left: Buffer, right: Buffer): boolean => plainLines(left) === plainLines(right);
const plainLines = (text: Buffer): string => text.toString('latin1').replaceAll('\r\n', '\n');

/** The models of a policy that are worked on; why it is none. */
function modelsOf(bytes: Buffer, { policy, models }: Setting['inputs']): readonly ModelPolicy[] | string {
  try {
    const all = parsePolicy(bytes.toString('utf8'), policy).models;
    return models.length === 0 ? all : all.filter(({ name }) => models.includes(name));
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** Models and calibration data that the commit has and the checkout has not; held-out data is had from the commit. */
async function movedFiles(files: CommitFiles, models: readonly ModelPolicy[], checkout: Checkout): Promise<string[]> {
  const named = new Set(models.flatMap(({ path, data: { calibration } }) => [path, calibration?.path, calibration?.labels].filter((one) => one !== undefined)));
  const moved: string[] = [];
  for (const path of named) {
    const place = inRepository(checkout, path);
    if (place !== undefined && !existsSync(resolve(checkout.workspace, path)) && await files.find(place) !== undefined) moved.push(path);
  }
  return moved;
}

/** Asked for only where there is something to approve. */
async function isApproved({ setting: { inputs, event }, env, client }: Ground): Promise<boolean> {
  if (inputs.approvalLabel === '') return false;
  const answer = await hasLabel(client, event, inputs.approvalLabel, env.GITHUB_REF ?? '');
  if (typeof answer === 'boolean') return answer;
  notice(`not approved: ${answer}`);
  return false;
}

/** Whether the policy that counts is the base's own, word for word. */
async function isBases({ setting: { inputs }, checkout, files, baseFiles }: Ground, found: Buffer): Promise<boolean> {
  if (baseFiles === undefined) return false;
  const bases = baseFiles === files ? found : await policyIn(baseFiles, checkout, inputs.policy);
  return bases?.equals(found) === true;
}

function refHasNone(ref: string, path: string): UserError {
  return new UserError({ code: 'policy-missing', message: `there is no policy at ${ref}`, where: path, fix: 'correct the input policy-ref or policy' });
}
