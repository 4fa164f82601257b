/** Where a commit's objects come from: the object store of the checkout where it has them, else GitHub's API. */
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { messageOf } from '../errors.js';
import type { Client } from './client.js';
import { CommitFiles, unreadable, type Entry, type ObjectSource } from './commit.js';
import { debug } from './log.js';

/** GitHub counts requests: a thousand an hour for a workflow's token, which publishing needs as well. */
const MOST_API_BLOBS = 300;

export interface Origin {
  readonly owner: string;
  readonly repo: string;
  /** The checkout's `.git` folder, or a worktree's own; undefined where there is none. */
  readonly gitFolder: string | undefined;
  /** Undefined: GitHub is not asked. */
  readonly client: Client | undefined;
}

/** The commit's files, from whichever source has them. Throws UserError `base-unreadable`. */
export async function openCommit(commit: string, { owner, repo, gitFolder, client }: Origin): Promise<CommitFiles> {
  const reasons: string[] = [];
  const sources = [
    ...(gitFolder === undefined ? [] : [localObjects(gitFolder)]),
    ...(client === undefined ? [] : [apiObjects(client, owner, repo)]),
  ];
  for (const source of sources) {
    try {
      const files = new CommitFiles(commit, source);
      await files.open();
      return files;
    } catch (thrown) {
      debug(`${source.what}: ${messageOf(thrown)}`);
      reasons.push(`${source.what}: ${messageOf(thrown)}`);
    }
  }
  throw unreadable(commit, reasons.at(-1) ?? 'there is neither a token nor a checkout that has it');
}

/** Trees and blobs by GitHub's API; a blob has at most 100 MB there. */
export function apiObjects(client: Client, owner: string, repo: string): ObjectSource {
  return {
    what: 'GitHub\'s API',
    mostBlobs: MOST_API_BLOBS,
    async tree(id) {
      const { data } = await client.rest.git.getTree({ owner, repo, tree_sha: id });
      if (data.truncated || !Array.isArray(data.tree)) throw new Error('the folder has more entries than it lists');
      return new Map(data.tree.map(({ path = '', mode = '', sha = '', size }) => [path, { kind: kindOf(mode), id: sha, bytes: size }]));
    },
    async blob(id) {
      const { data } = await client.rest.git.getBlob({ owner, repo, file_sha: id });
      if (data.encoding !== 'base64') throw new Error(`an encoding of ${data.encoding}`);
      return Readable.from([Buffer.from(data.content, 'base64')]);
    },
  };
}

function kindOf(mode: string): Entry['kind'] {
  if (mode === '040000' || mode === '40000') return 'folder';
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}

/** `git cat-file`: it executes nothing that the repository holds, and whoever owns the folder does not matter. */
export function localObjects(gitFolder: string): ObjectSource {
  const cat = (type: string, id: string): Readable => catFile(gitFolder, type, id);
  return {
    what: 'the checkout',
    mostBlobs: Number.POSITIVE_INFINITY,
    tree: async (id) => parseTree(await buffer(cat('tree', id)), id.length / 2),
    blob: async (id) => cat('blob', id),
  };
}

function catFile(gitFolder: string, type: string, id: string): Readable {
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(id)) throw new Error(`no object is named ${id.slice(0, 80)}`);
  const child = spawn('git', ['-c', 'safe.directory=*', `--git-dir=${gitFolder}`, 'cat-file', type, id], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' },
  });
  const out = child.stdout;
  child.once('error', (error) => { out.destroy(error); });
  // Pushed on by hand: the stream must not end well where git did not.
  return Readable.from((async function* read() {
    const ended = new Promise<number | null>((resolve) => { child.once('close', resolve); });
    for await (const chunk of out) yield chunk as Buffer;
    if (await ended !== 0) throw new Error(`it does not have ${id}`);
  })());
}

/** `mode name\0` and the id's bytes, again and again. */
function parseTree(bytes: Buffer, idBytes: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < bytes.length;) {
    const [space, zero] = [bytes.indexOf(0x20, at), bytes.indexOf(0, at)];
    if (space < 0 || zero < space || zero + 1 + idBytes > bytes.length) throw new Error('a tree is damaged');
    const id = bytes.subarray(zero + 1, zero + 1 + idBytes).toString('hex');
    entries.set(bytes.subarray(space + 1, zero).toString('utf8'), { kind: kindOf(bytes.subarray(at, space).toString('latin1')), id });
    at = zero + 1 + idBytes;
  }
  return entries;
}
