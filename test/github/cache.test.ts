/** Entries of the repository's cache against a stand-in of its service: what is kept, and what is never believed. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { restoreEntry, saveEntry, type EntryPlace } from '../../src/github/cache/entry.js';
import { ActionsService, type ServiceFault } from './actions-service.js';

let folder: string;
let service: ActionsService;
let printed: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prune-gate-cache-test-'));
  for (const name of ['temp', 'kept']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'kept/a.txt'), 'first');
  mkdirSync(join(folder, 'kept/below'));
  writeFileSync(join(folder, 'kept/below/b.txt'), 'second'.repeat(10_000));
  service = new ActionsService();
  await service.start();
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { printed += String(text); return true; });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await service.stop();
  rmSync(folder, { recursive: true });
});

const FILES = ['a.txt', 'below/b.txt'];
const place = (more: Record<string, string> = {}): EntryPlace => ({ key: 'thing-1', what: 'thing', temp: join(folder, 'temp'), env: { ...service.env(), ...more } });
const save = (): Promise<void> => saveEntry(place(), join(folder, 'kept'), FILES);
const restore = (more: Record<string, string> = {}, mostBytes = 10 ** 6): Promise<boolean> =>
  restoreEntry(place(more), join(folder, 'restored'), { isExpected: (path) => FILES.includes(path), mostBytes });
const restored = (name: string): string => readFileSync(join(folder, 'restored', name), 'utf8');

/** A zip that a stranger made: members by name, checked by nobody. */
async function strange(members: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(members)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The name as it stands in the archive, both times, replaced by one of the same length. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}

const poison = async (bytes: Buffer): Promise<void> => {
  await save();
  for (const entry of service.entries) entry.bytes = bytes;
};

describe('an entry', () => {
  it('comes back as it was saved, and is not saved twice', async () => {
    await save();
    expect(await restore()).toBe(true);
    expect(FILES.map(restored)).toEqual(['first', 'second'.repeat(10_000)]);
    await save();
    expect(printed).toContain('the cache has it already');
    expect(service.entries).toHaveLength(1);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  it('replaces what was in the folder', async () => {
    await save();
    await restore();
    writeFileSync(join(folder, 'restored/left'), 'over');
    await restore();
    expect(readdirSync(join(folder, 'restored')).sort()).toEqual(['a.txt', 'below']);
  });

  it('is not there under another key', async () => {
    expect(await restore()).toBe(false);
    expect(printed).not.toContain('::notice');
  });

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['is no archive', async () => Buffer.from('not a zip'), /end of central directory/iu],
    ['is cut off', async () => (await strange({ 'a.txt': 'first' })).subarray(0, 40), /end of central directory/iu],
    ['holds a file too many', () => strange({ 'a.txt': 'x', 'action.js': 'evil()' }), /holds "action\.js"/u],
    ['climbs out of its folder', async () => renamed(await strange({ 'xx/evil.js': 'evil()' }), 'xx/evil.js', '../evil.js'), /invalid relative path/iu],
    ['names an absolute path', async () => renamed(await strange({ 'xetc/passwd': 'evil' }), 'xetc/passwd', '/etc/passwd'), /absolute path/iu],
    ['holds a file twice', async () => renamed(await strange({ 'a.txt': '1', 'b.txt': '2' }), 'b.txt', 'a.txt'), /holds "a\.txt"/u],
    ['unpacks to more than it may', () => strange({ 'a.txt': 'x'.repeat(2 * 10 ** 6) }), /larger than it may be/u],
  ])('that %s is not used, and leaves nothing behind', async (_name, bytes, reason) => {
    await poison(await bytes());
    expect(await restore()).toBe(false);
    expect(printed).toMatch(/::notice title=prune-gate::thing: the cache is not used: /u);
    expect(printed).toMatch(reason);
    expect(existsSync(join(folder, 'restored'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['kept', 'temp']);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  it('of another key is not used', async () => {
    await save();
    service.matchedKey = (key) => `${key}-of-someone`;
    expect(await restore()).toBe(false);
    expect(printed).toContain('an entry of another key');
  });
});

describe('a service', () => {
  const CALLS = ['GetCacheEntryDownloadURL', '/blob/'];

  it.each(CALLS.flatMap((path) => (['reset', 'half', { status: 503 }] as const).map((fault) => [path, fault] as const)))(
    'that fails once at %s (%o) is asked again', async (path, fault) => {
      await save();
      let faults = 1;
      service.fault = (asked) => (asked.includes(path) && faults-- > 0 ? fault : undefined);
      expect(await restore()).toBe(true);
    },
  );

  it.each<[string, ServiceFault]>([['fails for good', { status: 500 }], ['refuses', { status: 403 }], ['resets', 'reset']])('that %s is done without', async (_name, fault) => {
    await save();
    service.seen.splice(0);
    service.fault = () => fault;
    expect(await restore()).toBe(false);
    expect(printed).toContain('thing: the cache is not used:');
    // A refusal is an answer; anything else may pass.
    expect(service.seen).toHaveLength(fault !== 'reset' && fault !== 'silence' && fault !== 'half' && fault.status === 403 ? 1 : 3);
  });

  it('that does not answer at all is given up in bounded time, and not asked for another entry', async () => {
    service.fault = () => 'silence';
    const startedAt = performance.now();
    for (let entry = 0; entry < 3; entry += 1) expect(await restore({ PRUNE_GATE_ANSWER_MS: '100' })).toBe(false);
    expect(service.seen).toHaveLength(3);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(printed).toContain('did not answer before, and is not asked again');
  });

  it('that may not be written to costs nothing but a line', async () => {
    service.readOnly = true;
    await save();
    expect(printed).toContain('thing: not saved to the cache: CreateCacheEntry: the cache service answered with status 403');
    expect(printed).not.toContain('::');
  });

  it.each<[string, Record<string, string>, string]>([
    ['is not there', { ACTIONS_RESULTS_URL: '' }, 'offers no cache service'],
    ['is the first version', { ACTIONS_CACHE_SERVICE_V2: '' }, 'version 1'],
  ])('that %s is done without', async (_name, env, reason) => {
    expect(await restore(env)).toBe(false);
    expect(printed).toContain(reason);
    expect(service.seen).toEqual([]);
  });

  it('is reached through the runner\'s proxy', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const through = connect(Number(new URL(service.loopback).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        through.pipe(socket).pipe(through);
      });
    });
    await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
    vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    service.url = 'http://results.invalid';
    await save();
    expect(await restore()).toBe(true);
    expect(new Set(asked)).toEqual(new Set(['results.invalid:80']));
    proxy.closeAllConnections();
    proxy.close();
  });

  it('gives an entry of the run\'s own ref before that of the default branch', async () => {
    await save();
    service.ref = 'refs/pull/7/merge';
    writeFileSync(join(folder, 'kept/a.txt'), 'shadow');
    await save();
    expect(await restore()).toBe(true);
    expect(restored('a.txt')).toBe('shadow');
  });
});
