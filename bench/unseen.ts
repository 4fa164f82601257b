/**
 * bench/unseen.md: the engine, untouched, on models that it was not made with, and peers on the same checkpoints.
 *
 *   bash bench/unseen/setup.sh                                       once: trains the models, runs the peers (Python)
 *   npm run bench:unseen [-- --only PART-OF-NAME] [--seeds N] [--fresh]
 *
 * Each measurement is kept beside the models (PRUNE_GATE_UNSEEN, or node_modules/.cache/unseen) and taken from there unless
 * `--fresh`, so that it can be interrupted. `--kept` measures nothing and writes the table of what is kept.
 */
import { cpus } from 'node:os';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadOnnxruntime } from '../src/runtime/load.js';
import { measureQuality } from './quality/measure.js';
import type { Method, Row } from './quality/row.js';
import { architecturesIn, measureArchitecture } from './unseen/architectures.js';
import type { ArchitectureRow } from './unseen/architectures.js';
import { UNSEEN } from './unseen/cases.js';
import type { UnseenCase } from './unseen/cases.js';
import { measurePeer, peersOf } from './unseen/peers.js';
import type { PeerRow } from './unseen/peers.js';
import { renderUnseen } from './unseen/render.js';

const QUALITY_ROWS = resolve('node_modules/.cache/quality');
const WORKSPACE = resolve(process.env.PRUNE_GATE_UNSEEN ?? 'node_modules/.cache/unseen');
const args = process.argv.slice(2);
const valueOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

const fileOf = (given: UnseenCase, what: string): string => join(WORKSPACE, 'rows', `${given.quality.name}-${what}.json`);
const runFile = (given: UnseenCase, [method, seed]: readonly [Method, number]): string =>
  (given.measuredAs === undefined ? fileOf(given, `${method}-${String(seed)}`) : join(QUALITY_ROWS, `${given.measuredAs}-${method}-${String(seed)}.json`));
const architectureFile = (name: string): string => join(WORKSPACE, 'rows', `architecture-${name}.json`);

function kept<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as T : undefined;
}

async function keep<T>(file: string, measure: () => Promise<T>): Promise<void> {
  if (!args.includes('--fresh') && existsSync(file)) return;
  const row = await measure();
  mkdirSync(join(WORKSPACE, 'rows'), { recursive: true });
  writeFileSync(file, JSON.stringify(row));
  console.log(file);
}

/** Every seed of ours, the first of what stands beside it; seeds beyond the first for one exporter only. */
function wantedOf(given: UnseenCase, seeds: number): (readonly [Method, number])[] {
  const own = given.exporter === 'TorchScript' ? seeds : 1;
  return [['plain', 0], ['shifted', 0], ...Array.from({ length: own }, (_, seed) => ['engine', seed] as const)];
}

async function measureCase(given: UnseenCase, seeds: number): Promise<void> {
  for (const peer of peersOf(WORKSPACE, given)) await keep(fileOf(given, peer), () => measurePeer(WORKSPACE, given, peer));
  if (given.measuredAs !== undefined) return;
  for (const [method, seed] of wantedOf(given, seeds)) await keep(runFile(given, [method, seed]), () => measureQuality(WORKSPACE, given.quality, method, seed));
}

const present = (given: UnseenCase): boolean => existsSync(join(WORKSPACE, given.quality.bench.model));

async function main(): Promise<void> {
  const only = valueOf('--only') ?? '';
  const asked = args.includes('--kept') ? [] : UNSEEN.filter(({ quality }) => quality.name.includes(only));
  for (const given of asked) {
    if (present(given)) await measureCase(given, Number(valueOf('--seeds') ?? 3));
    else console.log(`${given.quality.name}: no model; bash bench/unseen/setup.sh makes it`);
  }
  const architectures = architecturesIn(WORKSPACE);
  for (const name of args.includes('--kept') ? [] : architectures.filter((each) => `architecture-${each}`.includes(only))) {
    await keep(architectureFile(name), () => measureArchitecture(WORKSPACE, name));
  }
  const proven = architectures.flatMap((name) => kept<ArchitectureRow>(architectureFile(name)) ?? []);
  const rowsOf = (given: UnseenCase): Row[] => wantedOf(given, 3).flatMap((run) => kept<Row>(runFile(given, run)) ?? []);
  const peerRows = (given: UnseenCase): PeerRow[] => peersOf(WORKSPACE, given).flatMap((peer) => kept<PeerRow>(fileOf(given, peer)) ?? []);
  const machine = `${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, onnxruntime ${loadOnnxruntime().version}`;
  writeFileSync('bench/unseen.md', renderUnseen({ machine, cases: UNSEEN.map((given) => ({ given, rows: rowsOf(given), peers: peerRows(given) })), architectures: proven }));
}

await main();
