/**
 * `device: auto` found a device that multiplies faster than the processor. Whether this model is faster on it is another
 * question: pruning opens hundreds of sessions and runs each over a few batches, and opening one takes a device longer
 * (measured on an H200: 0.2 s for a small CNN under CUDA, which looks for the best kernel of each convolution). So what
 * pruning does is timed on both, and the quicker one is taken; the processor too where the device does not run this model.
 */
import { UserError } from '../errors.js';
import { fixedBatch } from '../evaluate/stream.js';
import type { Samples } from '../data/types.js';
import { createRuntime } from '../runtime/runtime.js';
import type { Feeds, Runtime } from '../runtime/types.js';
import type { Journal } from './journal.js';
import { firstFeeds, repeatFeeds } from './samples.js';
import { placeVariant, type Subject } from './subject.js';

const BATCH = 64;
const RUNS = 4;

/** The subject on the device that is to be used; the one given where the choice was not left to prune-gate. */
export async function settleDevice(subject: Subject, samples: Samples, journal: Journal): Promise<Subject> {
  const { device } = subject.runtime;
  if (device.requested !== 'auto' || device.used === 'cpu') return subject;
  journal.enter('load', `${device.used} or the processor`);
  const path = await placeVariant(subject, subject.model, 'dense');
  const feeds = repeatFeeds(await firstFeeds(samples, subject.inputs), fixedBatch(subject.inputs) ?? BATCH);
  const cpu = await createRuntime({ device: 'cpu' });
  // The first visit loads the driver and its kernels: once a process.
  const visits = async (runtime: Runtime): Promise<number> => Math.min((await visit(runtime, path, feeds), await visit(runtime, path, feeds)), await visit(runtime, path, feeds));
  const there = await visits(subject.runtime).catch(whyNot);
  const here = typeof there === 'string' ? NaN : await visits(cpu);
  if (typeof there === 'number' && there < here) return subject;
  const note = typeof there === 'string' ? `${device.used}: it does not run this model: ${there}`
    : `${device.used}: slower than the processor on this model (${there.toFixed(0)} ms against ${here.toFixed(0)} ms to open it and run ${String(RUNS)} batches)`;
  return { ...subject, runtime: { ...cpu, device: { ...cpu.device, requested: 'auto', notes: [...device.notes, note] } } };
}

/** Nobody asked for this device: that it has no kernel for an operator, no float16 or too little memory is a reason to stay on the processor. */
function whyNot(thrown: unknown): string {
  if (thrown instanceof UserError) return thrown.message;
  throw thrown;
}

/** Milliseconds. */
async function visit(runtime: Runtime, path: string, feeds: Feeds): Promise<number> {
  const started = performance.now();
  const session = await runtime.open(path);
  try {
    for (let run = 0; run < RUNS; run++) for await (const piece of session.pieces(feeds)) void piece;
  } finally {
    await session.release();
  }
  return performance.now() - started;
}
