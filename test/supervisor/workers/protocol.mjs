/** The worker's side of the protocol, for workers that misbehave on purpose. */
import { createRequire } from 'node:module';

export const send = (message) => process.send(message);

export const progress = (stage, model = 'kws') =>
  send({ kind: 'progress', progress: { model, stage, done: 0, total: 0, detail: '' } });

export const request = new Promise((resolve) => { process.once('message', resolve); });

/** Runs a model once on one thread, with the feeds that `feeds(ort)` makes. */
export async function runModel(path, feeds) {
  const ort = createRequire(import.meta.url)('onnxruntime-node');
  const session = await ort.InferenceSession.create(path, { intraOpNumThreads: 1, executionMode: 'sequential' });
  return session.run(feeds(ort, session));
}

/** A worker holds its channel open; without a listener it would end by itself. */
export const idle = () => setInterval(() => undefined, 1000);
