/**
 * Times of several models on one machine, taken in turns so that what else the machine does hits all alike. The lower
 * quartile of the runs stands for a model: for the same work, noise only ever adds.
 */
import { writeTemporary } from '../../onnx/store.js';
import type { Temporary } from '../../onnx/store.js';
import type { Model } from '../../onnx/ir.js';
import type { Feeds, Runtime, Session } from '../../runtime/types.js';

export interface Racer {
  readonly model: Model;
  readonly feeds: Feeds;
}

export interface RaceOptions {
  readonly runtime: Runtime;
  readonly directory: string;
  readonly threads: number;
  /** Milliseconds to spend on runs, about: bounds the number of rounds, which is never below LEAST_ROUNDS. */
  readonly budgetMs: number;
}

const LEAST_ROUNDS = 5;
const MOST_ROUNDS = 40;
/** Runs in a row of one model, the first of which finds the caches cold. */
const BLOCK = 3;

/** Milliseconds a run of each, in the order given. Rejects where one of them does not load or run. */
export async function race(racers: readonly Racer[], { runtime, directory, threads, budgetMs }: RaceOptions): Promise<number[]> {
  const files: Temporary[] = [];
  const sessions: Session[] = [];
  try {
    for (const { model } of racers) {
      const file = await writeTemporary(model, directory);
      files.push(file);
      sessions.push(await runtime.open(file.path, { threads }));
    }
    return await takeTurns(sessions, racers.map(({ feeds }) => feeds), budgetMs);
  } finally {
    for (const session of sessions) await session.release();
    for (const file of files) await file.remove();
  }
}

async function takeTurns(sessions: readonly Session[], feeds: readonly Feeds[], budgetMs: number): Promise<number[]> {
  const time = async (racer: number): Promise<number> => {
    const start = performance.now();
    await (sessions[racer] as Session).run(feeds[racer] as Feeds);
    return performance.now() - start;
  };
  let once = 0;
  for (let racer = 0; racer < sessions.length; racer++) {
    await time(racer);
    once += await time(racer);
  }
  const block = BLOCK * once * LEAST_ROUNDS > budgetMs ? 1 : BLOCK;
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(budgetMs / (once * block))));
  const times = sessions.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < sessions.length; turn++) {
      const racer = (turn + round) % sessions.length;
      for (let run = 0; run < block; run++) times[racer]?.push(await time(racer));
    }
  }
  return times.map(lowerQuartile);
}

export function lowerQuartile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? NaN;
}
