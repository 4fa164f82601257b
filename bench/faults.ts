/**
 * Whole steps in bad weather: the bundled action as a process, its API and its artifact service going wrong by a seeded
 * schedule. Counts verdicts that are not those of the report, second comments, older comments over newer ones, and hangs.
 *
 *   node scripts/run-ts.mjs bench/faults.ts [RUNS] [SEED] [WORLDS]
 *
 * WORLDS: only these, such as 9,18: what one of them did can be seen again. Exits 1 where any of them is not 0. The worker is one that reports what it is told; all else is the action's own.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepInBadWeather } from '../test/e2e/fault-step.js';
import { node24 } from '../test/e2e/node24.js';
import { removeTemporaries, temporary } from '../test/e2e/temporary.js';
import { emptyTally, liveThrough, type RunOne } from '../test/github/fault-worlds.js';

const runs = Number(process.argv[2] ?? 300);
const seed = process.argv[3] ?? '1';
const only = process.argv[4]?.split(',').map(Number);
/** Worlds at once: a step mostly waits. */
const AT_ONCE = 6;
const ROUNDS = 10;
/**
 * What a step's own limits add up to, here: 180 s for comment and check run together; what reads the base, and the artifacts, give
 * up after answers of 1.5 s (6 requests of 3 attempts, 4 of one), and the process takes a while to start where much else runs.
 */
const HANG_MS = 240_000;

/** The action as src/ makes it now, with a worker that reports what it is told. */
function build(): string {
  const folder = temporary('action');
  execFileSync(process.execPath, ['scripts/build.mjs', '--out', join(folder, 'dist')], { stdio: 'inherit' });
  copyFileSync('action.yml', join(folder, 'action.yml'));
  copyFileSync('test/e2e/workers/given.mjs', join(folder, 'dist/worker.js'));
  return folder;
}

const setup = { action: build(), node: node24() ?? process.execPath, hangMs: HANG_MS };
const tally = emptyTally();
const startedAt = performance.now();
const took: { readonly seconds: number; readonly what: string }[] = [];
const timed: RunOne = async (run, apiUrl, where) => {
  const began = performance.now();
  try {
    return await stepInBadWeather(setup, run, apiUrl, where);
  } finally {
    took.push({ seconds: (performance.now() - began) / 1000, what: `${where}: run ${run.id}.${run.attempt}` });
  }
};
let last = 0;
const next = (): number | undefined => {
  last += 1;
  return only === undefined ? last : only[last - 1];
};
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  while (tally.runs < runs) {
    const world = next();
    if (world === undefined) return;
    await liveThrough(`seed ${seed}, world ${world}`, ROUNDS, timed, HANG_MS, tally);
  }
}));
removeTemporaries();
const { wrong, duplicates, overwritten, hangs } = tally;
console.log(`${tally.runs} runs in ${((performance.now() - startedAt) / 1000).toFixed(0)} s: ${tally.requests} requests to the API, ${tally.faults} of them gone wrong; ${tally.wrote} runs wrote their comment`);
console.log(`wrong verdicts ${wrong.length}, second comments ${duplicates.length}, older over newer ${overwritten.length}, hangs ${hangs.length}; raced ${tally.raced}`);
took.sort((left, right) => right.seconds - left.seconds);
console.log(`a run took ${took[Math.floor(took.length / 2)]?.seconds.toFixed(1) ?? '?'} s at the median; the slowest: ${took.slice(0, 3).map(({ seconds, what }) => `${seconds.toFixed(1)} s (${what})`).join(', ')}`);
for (const line of [...wrong, ...duplicates, ...overwritten, ...hangs].slice(0, 20)) console.log(line);
process.exit(wrong.length + duplicates.length + overwritten.length + hangs.length === 0 ? 0 : 1);
