/** A commit as the stand-in keeps it: its files, told as trees and blobs. Ids of blobs are git's own; those of trees are made up. */
import { createHash } from 'node:crypto';

/** Path to content. */
export type Files = ReadonlyMap<string, string | Buffer>;

type Answer = readonly [status: number, body: unknown];

const URL = 'https://api.github.com/repos/o/r/git';

export function blobIdOf(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

const treeId = (prefix: string): string => createHash('sha1').update(`tree ${prefix}`).digest('hex');

const REFS: Readonly<Record<string, string>> = { 'tags/policies': 'd'.repeat(40), 'tags/both': 'd'.repeat(40), 'heads/both': 'e'.repeat(40) };

/** The answer to a request about trees, blobs the tag `policies`, and a tag and a branch `both`; undefined for any other. Any commit is the one that there is. */
export function answerGit(files: Files, method: string, pathname: string): Answer | undefined {
  const ref = /\/git\/ref\/(.+)$/u.exec(pathname)?.[1];
  if (ref !== undefined) {
    const sha = REFS[decodeURIComponent(ref)];
    return sha === undefined ? [404, { message: 'Not Found' }] : [200, { ref: `refs/${decodeURIComponent(ref)}`, node_id: 'R', url: URL, object: { type: 'commit', sha, url: URL } }];
  }
  const [, kind, id = ''] = /\/git\/(trees|blobs)\/([0-9a-f]{40})$/u.exec(pathname) ?? [];
  if (method !== 'GET' || kind === undefined) return undefined;
  return kind === 'blobs' ? blob(files, id) : tree(files, id);
}

function blob(files: Files, id: string): Answer {
  const content = [...files.values()].find((one) => blobIdOf(one) === id);
  if (content === undefined) return [404, { message: 'Not Found' }];
  const bytes = Buffer.from(content);
  return [200, { sha: id, node_id: 'B', size: bytes.length, url: `${URL}/blobs/${id}`, encoding: 'base64', content: bytes.toString('base64').replaceAll(/.{60}/gu, '$&\n') }];
}

/** A commit's own id stands for its root. */
function tree(files: Files, id: string): Answer {
  const folders = [...new Set([...files.keys()].flatMap((path) => path.split('/').slice(0, -1).map((_, depth, parts) => `${parts.slice(0, depth + 1).join('/')}/`)))];
  const prefix = folders.find((folder) => treeId(folder) === id) ?? '';
  const entries = new Map<string, unknown>();
  for (const [path, content] of files) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...rest] = path.slice(prefix.length).split('/');
    const sha = rest.length > 0 ? treeId(`${prefix}${name}/`) : blobIdOf(content);
    entries.set(name, { path: name, mode: rest.length > 0 ? '040000' : '100644', type: rest.length > 0 ? 'tree' : 'blob', sha, url: `${URL}/${sha}`, ...(rest.length > 0 ? {} : { size: Buffer.byteLength(content) }) });
  }
  return [200, { sha: id, url: `${URL}/trees/${id}`, truncated: false, tree: [...entries.values()] }];
}
