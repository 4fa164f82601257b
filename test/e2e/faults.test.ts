/** The short version of bench/faults.ts: a few whole steps by its schedule. test/github/faults.test.ts has hundreds of their comments. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTally, liveThrough } from '../github/fault-worlds.js';
import { buildAction, withWorker } from './bundle.js';
import { stepInBadWeather } from './fault-step.js';
import { node24 } from './node24.js';
import { removeTemporaries } from './temporary.js';

const node = node24() ?? '';
const MINUTE = 60_000;
let action: string;

beforeAll(() => { action = withWorker(buildAction(), join(import.meta.dirname, 'workers/given.mjs')); }, 2 * MINUTE);
afterAll(removeTemporaries);

describe.skipIf(node === '')('whole steps in bad weather (need Node 24, or Linux on x64 to install it)', () => {
  it('keep their verdict, make one comment and end', async () => {
    const tally = emptyTally();
    await Promise.all([1, 2, 3].map((world) => liveThrough(`seed 1, world ${world}`, 2, (...run) => stepInBadWeather({ action, node, hangMs: MINUTE }, ...run), MINUTE, tally)));
    expect(tally).toMatchObject({ wrong: [], duplicates: [], overwritten: [], hangs: [] });
    expect(tally.runs).toBeGreaterThanOrEqual(6);
    expect(tally.faults).toBeGreaterThan(0);
  }, 5 * MINUTE);
});
