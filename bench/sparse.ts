/**
 * bench/sparse.md: ResNet-20 on CIFAR-10 (batch norm folded) with 70, 80 and 90 % zeros and at 2:4, by each criterion,
 * with what each repair adds; magnitude without repair beside it.
 *
 *   npm run bench:sparse [-- --only PART-OF-ROW] [--seeds N] [--fresh] [--kept]
 *
 * A row is called SPARSITY-CRITERION-SEED, as in `90%-obs-0`. Rows are kept in node_modules/.cache/sparse and taken from
 * there unless `--fresh`; `--kept` measures nothing and writes the rows kept so far.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadOnnxruntime } from '../src/runtime/load.js';
import { measureSparse } from './sparse/measure.js';
import { METHODS, TARGETS } from './sparse/cases.js';
import type { SparseRow } from './sparse/row.js';
import { renderSparse } from './sparse/render.js';

const DATA = resolve(process.env.PRUNE_GATE_SHARED_DATA ?? '../shared/data');
const CACHE = resolve('node_modules/.cache/sparse');

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const only = option(args, '--only') ?? '';
  const seeds = Number(option(args, '--seeds') ?? 3);
  const rows: SparseRow[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    for (const target of TARGETS) {
      for (const method of METHODS) {
        const name = `${target.name}-${method.name}-${String(seed)}`;
        const file = join(CACHE, `${name.replace(/[%:]/gu, '_')}.json`);
        const kept = existsSync(file) && !args.includes('--fresh');
        if (!kept && (args.includes('--kept') || !name.includes(only))) continue;
        const row = kept ? JSON.parse(readFileSync(file, 'utf8')) as SparseRow : await measureSparse(DATA, target, method, seed);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, JSON.stringify(row, null, 2));
        rows.push(row);
        console.log(`${name}: ${row.ladder.map(({ step, heldout }) => `${step} ${heldout.toFixed(4)}`).join(', ')} (${row.seconds.toFixed(0)} s)`);
      }
    }
  }
  const machine = `${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, onnxruntime ${loadOnnxruntime().version}`;
  writeFileSync('bench/sparse.md', renderSparse(machine, rows));
}

await main();
