/** A runner that reaches GitHub through a proxy alone: API, artifacts and cache all go through it. */
import { writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ActionsService } from '../github/actions-service.js';
import { withStandIn, type GitHubStandIn } from '../github/stand-in.js';
import { REPORTS } from '../report/fixtures.js';
import { buildAction, withWorker } from './bundle.js';
import { payloadOf, runStep } from './job.js';
import { node24 } from './node24.js';
import { removeTemporaries, temporary } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;

let action: string;
let github: GitHubStandIn;
let apiUrl: string;
let service: ActionsService;
let proxy: Server;
let asked: string[];

beforeAll(() => { action = withWorker(buildAction(), join(import.meta.dirname, 'workers/given.mjs')); }, 2 * MINUTE);
afterAll(removeTemporaries);
withStandIn((standIn, url) => {
  github = standIn;
  apiUrl = url;
});
beforeEach(async () => {
  service = new ActionsService();
  await service.start();
  asked = [];
  /** Names that only the proxy can resolve. */
  const behind: Record<string, string> = { 'api.github.invalid:80': new URL(apiUrl).port, 'results.invalid:80': new URL(service.loopback).port };
  // Clients ask it for a tunnel, or, where an address is http, to fetch it.
  proxy = createServer((incoming, response) => {
    const { host, pathname, search } = new URL(incoming.url ?? '');
    asked.push(`${host}:80`);
    const onwards = request({ port: Number(behind[`${host}:80`]), host: '127.0.0.1', path: `${pathname}${search}`, method: incoming.method, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onwards);
  }).on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    const through = connect(Number(behind[url]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on('error', () => { through.destroy(); });
  });
  await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
});
afterEach(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await service.stop();
});

describe.skipIf(node === '')('a runner behind a proxy (needs Node 24, or Linux on x64 to install it)', () => {
  it('comments and uploads through it, and asks nobody else', async () => {
    const workspace = temporary('workspace');
    writeFileSync(join(workspace, 'given.json'), JSON.stringify({ does: 'report', report: REPORTS.pass?.() }));
    service.url = 'http://results.invalid';
    const { exitCode, log } = await runStep({
      action, node, apiUrl: 'http://api.github.invalid', event: 'pull_request', payload: payloadOf('pull_request', 'opened'), workspace,
      env: { ...service.env(), http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
    });
    expect([exitCode, log]).toEqual([0, expect.stringContaining('comment created')]);
    expect(github.comments).toHaveLength(1);
    expect([...new Set(asked)].sort()).toEqual(['api.github.invalid:80', 'results.invalid:80']);
  }, MINUTE);
});
