/** What `peers.py` left beside a model: files to measure as ours are, or reasons why there is none. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors.js';
import { Journal } from '../../src/pipeline/journal.js';
import { openRunSamples } from '../../src/pipeline/samples.js';
import { openSubject, placeVariant } from '../../src/pipeline/subject.js';
import { compare, policyFor } from '../quality/measure.js';
import type { UnseenCase } from './cases.js';

export interface PeerRow {
  /** Name of the peer's file less its ending; the cut is in it where the peer cuts. */
  readonly peer: string;
  readonly result: PeerFile | { readonly reason: string };
}

export interface PeerFile {
  /** Of each held-out sample: 1 right, 0 wrong. */
  readonly dense: string;
  readonly pruned: string;
  /** Dense over pruned. */
  readonly macs: number;
  readonly bytes: { readonly dense: number; readonly pruned: number };
  readonly nodes: { readonly dense: number; readonly pruned: number };
}

/** Torch-Pruning at the case's cut, and the simplifiers; what the exporter left is the same for all, so only one is measured. */
export function peersOf(workspace: string, { model, factor, exporter }: UnseenCase): string[] {
  const folder = join(workspace, model, 'peers');
  if (exporter !== 'TorchScript' || !existsSync(folder)) return [];
  const names = readdirSync(folder).map((file) => file.replace(/\.(onnx|txt)$/, '')).sort();
  return names.filter((name) => name.startsWith('onnx') || name.startsWith(`torch-pruning-${String(factor)}x-`));
}

export async function measurePeer(workspace: string, given: UnseenCase, peer: string): Promise<PeerRow> {
  const folder = `${given.model}/peers`;
  const failed = join(workspace, folder, `${peer}.txt`);
  if (existsSync(failed)) return { peer, result: { reason: readFileSync(failed, 'utf8').trim() } };
  try {
    return { peer, result: await measureFile(workspace, given, `${folder}/${peer}.onnx`) };
  } catch (thrown) {
    if (thrown instanceof UserError) return { peer, result: { reason: `${thrown.code}: ${thrown.message}` } };
    throw thrown;
  }
}

async function measureFile(workspace: string, { quality }: UnseenCase, path: string): Promise<PeerFile> {
  const subject = await openSubject(workspace, quality.bench.model, 'cpu');
  const other = await openSubject(workspace, path, 'cpu');
  try {
    const policy = policyFor(quality, quality.steps, 0);
    const samples = await openRunSamples({ workspace }, policy, subject.inputs, new Journal(policy.name, () => undefined));
    const paths = [await placeVariant(subject, subject.model, 'dense'), await placeVariant(other, other.model, 'peer')] as const;
    return {
      ...await compare(subject, other, paths, samples),
      bytes: { dense: subject.fileBytes, pruned: other.fileBytes }, nodes: { dense: subject.model.graph.nodes.length, pruned: other.model.graph.nodes.length },
    };
  } finally {
    await other.dispose();
    await subject.dispose();
  }
}
