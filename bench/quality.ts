/**
 * bench/quality.md: the numbers that the engine is to reach, on the models of the shared data.
 *
 *   npm run bench:quality [-- --only PART-OF-NAME] [--seeds N] [--fresh] [--kept]
 *
 * Each run is kept in node_modules/.cache/quality and taken from there unless `--fresh`, so that it can be interrupted.
 * `--kept` measures nothing and writes the table of what is kept. Exits 1 where a run ends otherwise than measured or refused.
 */
import { cpus } from 'node:os';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadOnnxruntime } from '../src/runtime/load.js';
import { QUALITY } from './quality/cases.js';
import type { QualityCase } from './quality/cases.js';
import { measureQuality } from './quality/measure.js';
import { renderQuality } from './quality/render.js';
import type { Method, Row } from './quality/row.js';

const DATA = resolve(process.env.PRUNE_GATE_SHARED_DATA ?? '../shared/data');
const CACHE = resolve('node_modules/.cache/quality');

interface Wanted {
  readonly given: QualityCase;
  readonly method: Method;
  readonly seed: number;
}

/** Every seed of ours, the first of what stands beside it. */
function wantedOf(given: QualityCase, seeds: readonly number[]): Wanted[] {
  const others = (['plain', 'shifted'] as const).filter((method) => given.beside[method].length > 0);
  return [...others.map((method) => ({ given, method, seed: 0 })), ...seeds.map((seed) => ({ given, method: 'engine' as const, seed }))];
}

const fileOf = ({ given, method, seed }: Wanted): string => join(CACHE, `${given.name.replace(/[^\w.-]/g, '_')}-${method}-${String(seed)}.json`);

function kept(wanted: Wanted): Row | undefined {
  const file = fileOf(wanted);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Row : undefined;
}

async function measure(wanted: Wanted): Promise<void> {
  const { given, method, seed } = wanted;
  const row = await measureQuality(DATA, given, method, seed);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(fileOf(wanted), JSON.stringify(row));
  const right = (bits: string): string => (100 * [...bits].filter((bit) => bit === '1').length / bits.length).toFixed(2);
  console.log(`${given.name}, ${method}, seed ${String(seed)}: ${row.status === 'refused' ? `${row.code}: ${row.reason}` : `${right(row.dense)} -> ${right(row.pruned)}, ${row.macs.toFixed(2)}x, ${row.seconds.toFixed(0)} s`}`);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const valueOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const seeds = Array.from({ length: Number(valueOf('--seeds') ?? 3) }, (_, seed) => seed);
  const only = valueOf('--only') ?? '';
  for (const given of args.includes('--kept') ? [] : QUALITY.filter(({ name }) => name.includes(only))) {
    for (const wanted of wantedOf(given, seeds)) if (args.includes('--fresh') || kept(wanted) === undefined) await measure(wanted);
  }
  const machine = `${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, onnxruntime ${loadOnnxruntime().version}`;
  const rows = (given: QualityCase): Row[] => wantedOf(given, [0, 1, 2]).flatMap((wanted) => kept(wanted) ?? []);
  writeFileSync('bench/quality.md', renderQuality({ machine, cases: QUALITY, seeds: [0, 1, 2], rows }));
}

await main();
