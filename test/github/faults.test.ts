/** The short version of bench/faults.ts: the publishing of comments in one process, many worlds at once. */
import { expect, it } from 'vitest';
import { createClient } from '../../src/github/client.js';
import { upsertComment } from '../../src/github/comment.js';
import type { RunEvent } from '../../src/github/event.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { REPORTS } from '../report/fixtures.js';
import { emptyTally, liveThrough, type PlannedRun, type Told } from './fault-worlds.js';

const WORLDS = 24;
const ROUNDS = 10;
const HANG_MS = 200_000;

let lanes = 0;

/** One run's comment, as a process of its own would write it: its own pace, a second in milliseconds. */
async function comment({ id, attempt, report }: PlannedRun, apiUrl: string): Promise<Told> {
  lanes += 1;
  const client = createClient({ token: 'ghs_token', apiUrl, secondMs: 2, lane: `run ${lanes}`, answerWithinMs: 1500, allWithinMs: 120_000 });
  const event: RunEvent = {
    kind: 'pull_request', owner: 'o', repo: 'r', baseSha: null, headSha: 'a'.repeat(40), pullRequest: 7, fork: false, run: { id, attempt }, runUrl: '',
  };
  const outcome = await upsertComment(client, event, 7, 'default', { mode: 'update', write: () => renderMarkdown(REPORTS[report]?.() ?? expect.fail()) });
  const known = outcome.kind !== 'failed' || /^(?:GitHub's|the token|other runs)/u.test(outcome.reason);
  return { wrote: outcome.kind === 'created' || outcome.kind === 'updated', wrong: known ? undefined : `a reason nobody can act on: ${outcome.kind === 'failed' ? outcome.reason : ''}` };
}

it('300 runs by a seeded schedule of faults: no second comment, no older one, no hang, a reason for each that failed', async () => {
  const tally = emptyTally();
  await Promise.all(Array.from({ length: WORLDS }, (_, world) => liveThrough(`world ${world}`, ROUNDS, comment, HANG_MS, tally)));
  expect(tally).toMatchObject({ wrong: [], duplicates: [], overwritten: [], hangs: [] });
  expect(tally.runs).toBeGreaterThanOrEqual(300);
  // The schedule did something, and was got over.
  expect(tally.faults).toBeGreaterThan(300);
  expect(tally.wrote).toBeGreaterThan(tally.runs / 3);
  if (process.env.PRUNE_GATE_TALLY !== undefined) console.log(tally);
}, 600_000);
