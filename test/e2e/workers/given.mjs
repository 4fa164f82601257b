/** A worker that reports what the test left in the workspace (given.json), or does what `does` there says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const send = (message) => process.send(message);

const DOES = {
  'report': ({ outDir }, { report }) => {
    writeFileSync(join(outDir, 'report.json'), JSON.stringify(report));
    send({ kind: 'report', report });
  },
  'crash': () => process.abort(),
  'hang': () => { for (;;); },
  'tell its environment': () => {
    send({ kind: 'failure', failure: { code: 'told', message: JSON.stringify(process.env), where: null, fix: null, stage: null, model: null } });
  },
};

process.once('message', (request) => {
  const given = JSON.parse(readFileSync(join(request.workspace, 'given.json'), 'utf8'));
  send({ kind: 'progress', progress: { model: given.model ?? 'kws', stage: 'load', done: 0, total: 0, detail: given.detail ?? '' } });
  DOES[given.does](request, given);
});
