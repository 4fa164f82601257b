/** Runs the model named in the request, as the pipeline's `facts` stage would; a model that finishes is reported as a pass. */
import { join } from 'node:path';
import { progress, request, runModel, send } from './protocol.mjs';

const { workspace, models } = await request;
progress('facts', models[0]);
try {
  await runModel(join(workspace, models[0]), (ort) => ({ x: new ort.Tensor('float32', [1], [1]) }));
  send({ kind: 'report', report: { version: 1, verdict: 'PASS', exitCode: 0, models: [], errors: [] } });
} catch (error) {
  send({ kind: 'failure', failure: { code: 'run-failed', message: error.message, where: null, fix: null, stage: 'facts', model: models[0] } });
}
