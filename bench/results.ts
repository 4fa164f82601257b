/**
 * bench/results.md: every model with labelled data in the shared data folder, pruned at 1.5x and 2x fewer MACs.
 *
 *   npm run bench:results [-- --only PART-OF-NAME] [--fresh] [--kept]
 *
 * Rows are kept in bench/results/rows, with the commit that measured them, and taken from there unless `--fresh`, so that a
 * run can be interrupted and only what a change touches need be measured again.
 * `--kept` measures nothing and writes the table of the rows kept so far, naming those that are missing.
 * Exits 1 where a dense metric differs from its README by more than 0.2 points, or a proof does not hold.
 */
import { execFileSync } from 'node:child_process';
import { cpus, tmpdir } from 'node:os';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadOnnxruntime } from '../src/runtime/load.js';
import { CASES } from './results/cases.js';
import type { BenchCase } from './results/cases.js';
import { measureDense, measureRow } from './results/measure.js';
import { renderResults, TOLERANCE_POINTS } from './results/render.js';
import type { DenseRow, Kept, Origin, Row } from './results/row.js';

const FACTORS = [1.5, 2];
const DATA = resolve(process.env.PRUNE_GATE_SHARED_DATA ?? '../shared/data');
const KEPT = resolve('bench/results/rows');

interface Options {
  readonly only: string;
  readonly fresh: boolean;
  readonly kept: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const at = args.indexOf('--only');
  return { only: at < 0 ? '' : (args[at + 1] ?? ''), fresh: args.includes('--fresh'), kept: args.includes('--kept') };
}

/** The row kept from an earlier run, or a new one. */
async function cached<T extends object>(key: string, fresh: boolean, make: () => Promise<T>): Promise<T & Origin> {
  const file = join(KEPT, `${key}.json`);
  if (!fresh && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T & Origin;
  const made = { ...(await make()), commit: COMMIT };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

/** Short, with a mark where the sources differ from it. */
/** As the benchmark begins, since that is what was bundled: the branch may move on meanwhile. */
const COMMIT = commitNow();

function commitNow(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src', 'package-lock.json') === '' ? '' : ' and changes');
}

async function rowsOf(bench: BenchCase, fresh: boolean, dense: Kept<DenseRow>[], rows: Kept<Row>[]): Promise<void> {
  const { data } = bench;
  if (data !== undefined) dense.push(await cached(`${bench.name}-dense`, fresh, () => measureDense(DATA, bench, data)));
  for (const factor of FACTORS) {
    const out = mkdtempSync(join(tmpdir(), 'prune-gate-bench-'));
    const started = performance.now();
    try {
      const row = await cached(`${bench.name}-${factor}`, fresh, () => measureRow(DATA, out, bench, factor));
      rows.push(row);
      const outcome = row.status === 'refused' ? row.code : `${row.metric} ${String(row.dense)} -> ${String(row.pruned)}`;
      console.log(`${bench.name} at ${factor}x: ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
}

/** What a row may not be: a dense figure that is not its README's, or a proof that failed. */
function complaints(dense: readonly DenseRow[], rows: readonly Row[]): string[] {
  const off = dense.filter(({ value, expected }) => expected !== null && !(Math.abs((value ?? NaN) - expected) * 100 <= TOLERANCE_POINTS));
  return [
    ...off.map(({ name, value, expected }) => `${name}: the dense model has ${String(value)}, its README says ${String(expected)}`),
    ...rows.flatMap((row) => (row.status === 'measured' && !row.proof.holds ? [`${row.name} at ${row.factor}x: the proof does not hold`] : [])),
  ];
}

/** Rows measured earlier; the others are named. */
function keptRows(bench: BenchCase, dense: Kept<DenseRow>[], rows: Kept<Row>[], missing: string[]): void {
  const read = <T>(key: string, list: T[]): void => {
    const file = join(KEPT, `${key}.json`);
    if (existsSync(file)) list.push(JSON.parse(readFileSync(file, 'utf8')) as T);
    else missing.push(key);
  };
  if (bench.data !== undefined) read(`${bench.name}-dense`, dense);
  for (const factor of FACTORS) read(`${bench.name}-${factor}`, rows);
}

async function main(): Promise<void> {
  const { only, fresh, kept } = optionsOf(process.argv.slice(2));
  const dense: Kept<DenseRow>[] = [];
  const rows: Kept<Row>[] = [];
  const cases = CASES.filter(({ name }) => name.includes(only));
  const missing: string[] = [];
  for (const bench of cases) {
    if (kept) keptRows(bench, dense, rows, missing);
    else await rowsOf(bench, fresh, dense, rows);
  }
  const machine = `${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, onnxruntime ${loadOnnxruntime().version}`;
  if (only === '') writeFileSync('bench/results.md', renderResults({ machine, cases, dense, rows, missing }));
  const found = complaints(dense, rows);
  for (const complaint of found) console.error(complaint);
  process.exitCode = found.length > 0 ? 1 : 0;
}

await main();
