/** Misbehaves in the way that the request's `policyPath` names. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idle, progress, request, send } from './protocol.mjs';

const report = { version: 1, verdict: 'PASS', exitCode: 0, models: [], errors: [] };

const WAYS = {
  'waits': () => { idle(); },
  'blocks': () => { for (;;); },
  'exits-0': () => { process.exit(0); },
  'exits-7': () => { process.stderr.write('the last words\n'); process.exit(7); },
  'aborts': () => { process.abort(); },
  'writes-a-pass-and-exits': ({ outDir }) => {
    writeFileSync(join(outDir, 'report.json'), JSON.stringify(report));
    process.exit(0);
  },
  'mangles-its-report': () => { send({ kind: 'report', report: { ...report, verdict: 'FAIL' } }); process.disconnect(); },
  'reports-and-crashes': () => { send({ kind: 'report', report }); setImmediate(() => process.abort()); },
  'fills-its-heap': () => { const kept = []; for (;;) kept.push(new Array(1000).fill(0).map((_, index) => ({ index }))); },
  'tells-its-environment': () => { send({ kind: 'failure', failure: {
    code: 'told', message: JSON.stringify(Object.keys(process.env).sort()), where: null, fix: null, stage: null, model: null,
  } }); },
  'leaves-a-file-behind': () => {
    const file = join(mkdtempSync(join(tmpdir(), 'weights-')), 'weights.bin');
    writeFileSync(file, 'much');
    send({ kind: 'failure', failure: { code: 'told', message: file, where: null, fix: null, stage: null, model: null } });
    for (;;);
  },
  'ignores-signals': () => { process.on('SIGINT', () => undefined); process.on('SIGTERM', () => undefined); idle(); },
  'chatters': () => { for (let line = 0; line < 100_000; line += 1) process.stdout.write(`line ${line}\n`); process.exitCode = 9; process.disconnect(); },
};

const asked = await request;
progress('facts');
WAYS[asked.policyPath](asked);
