/**
 * Runs of one pull request in bad weather: a world is a stand-in for GitHub whose requests go wrong by a seeded schedule, and
 * in which runs come one after the other or two at once, old ones late and some of them again. What has to hold whatever the
 * weather is: one comment at most, never an older run's over a newer one's that was written before it started, an end in
 * bounded time, and (where whole steps are run) the verdict that was there without it.
 */
import type { RunId } from '../../src/github/event.js';
import { compareRuns, runOf } from '../../src/github/marker.js';
import { randomInteger, seededRandom, type Random } from '../../src/kernels/random.js';
import { GitHubStandIn, type Fault, type Seen } from './stand-in.js';

export interface PlannedRun extends RunId {
  /** Name of a report among test/report/fixtures. */
  readonly report: string;
}

/** What a run said of itself. */
export interface Told {
  /** Whether its comment stands, by its own word. */
  readonly wrote: boolean;
  /** What is wrong with it; undefined where nothing is. */
  readonly wrong: string | undefined;
}

export interface Tally {
  runs: number;
  /** Requests, and those of them that went wrong. */
  requests: number;
  faults: number;
  wrote: number;
  readonly wrong: string[];
  readonly duplicates: string[];
  readonly overwritten: string[];
  readonly hangs: string[];
  /** Of two at once, the older one's text is shown: it read before the newer one wrote, wrote after, and could not read what it had overwritten. */
  raced: number;
}

export const emptyTally = (): Tally => ({ runs: 0, requests: 0, faults: 0, wrote: 0, wrong: [], duplicates: [], overwritten: [], hangs: [], raced: 0 });

export type RunOne = (run: PlannedRun, apiUrl: string, world: string) => Promise<Told>;

const KEY = 'default';
const REPORTS = ['pass', 'fail-two-models', 'inconclusive', 'error', 'twelve-models', 'hostile'];
/** The share of requests that go wrong, changing from round to round. */
const CHANCES = [0, 0.1, 0.3, 0.6, 1];
/** Two that write at once and can read nothing afterwards cannot know of each other: no two at once in worse weather. */
const WORST_FOR_TWO = 0.3;

const later = (seconds: number): string => String(Math.ceil(Date.now() / 1000) + seconds);

/** Each as likely as the others. Waiting times are seconds as GitHub counts them; clients of tests have shorter ones. */
const FAULTS: readonly (() => Fault)[] = [
  ...[500, 502, 503, 504].map((status) => () => ({ kind: 'status', status }) as const),
  () => ({ kind: 'status', status: 503, headers: { 'retry-after': '2' } }),
  () => ({ kind: 'status', status: 429, message: 'Too Many Requests', headers: { 'retry-after': '1' } }),
  () => ({ kind: 'status', status: 429, message: 'Too Many Requests' }),
  () => ({ kind: 'status', status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '1' } }),
  () => ({ kind: 'status', status: 429, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '3600' } }),
  () => ({ kind: 'status', status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(2) } }),
  () => ({ kind: 'status', status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(3000) } }),
  // Clocks that are a day apart.
  () => ({ kind: 'status', status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': later(-86_400), 'date': new Date(Date.now() - 86_402_000).toUTCString() } }),
  () => ({ kind: 'status', status: 403, message: 'Resource not accessible by integration' }),
  () => ({ kind: 'status', status: 401, message: 'Bad credentials' }),
  () => ({ kind: 'reset' }), () => ({ kind: 'lost' }), () => ({ kind: 'half' }), () => ({ kind: 'silence' }),
  () => ({ kind: 'slow', milliseconds: 300 }),
];

/** Lives through rounds of one or two runs at once; a run that has not ended after `hangMs` counts as a hang. */
export async function liveThrough(seed: string, rounds: number, runOne: RunOne, hangMs: number, tally: Tally): Promise<void> {
  const random = seededRandom(seed);
  const github = new GitHubStandIn();
  const apiUrl = await github.start();
  let newest = 100;
  const shown: RunId[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const chance = CHANCES[randomInteger(random, CHANCES.length)] ?? 0;
      github.fault = weather(random, chance, tally);
      const runs = Array.from({ length: chance > WORST_FOR_TWO ? 1 : 1 + randomInteger(random, 2) }, () => plan(random, newest));
      newest = Math.max(newest, ...runs.map(({ id }) => id));
      const told = await Promise.all(runs.map((run) => limited(run, runOne(run, apiUrl, seed), hangMs, `${seed} round ${round}`, tally)));
      account(github, shown, runs.filter((_, i) => told[i]?.wrote === true), `${seed} round ${round} (${chance * 100} % faults)`, tally);
      tally.runs += runs.length;
      tally.wrong.push(...told.flatMap(({ wrong }) => wrong ?? []));
    }
    tally.requests += github.seen.length;
    // What is gone is gone, though GitHub's description does not say so.
    tally.wrong.push(...github.complaints.filter((text) => !text.endsWith('never answers 404')));
  } finally {
    await github.stop();
  }
}

/** Mostly the next run; sometimes an old one that is late, or one that is run again. */
function plan(random: Random, newest: number): PlannedRun {
  const report = REPORTS[randomInteger(random, REPORTS.length)] ?? 'pass';
  const kind = random();
  if (kind < 0.15) return { id: newest - randomInteger(random, 3), attempt: 1, report };
  if (kind < 0.3) return { id: newest, attempt: 2 + randomInteger(random, 3), report };
  return { id: newest + 1 + randomInteger(random, 3), attempt: 1, report };
}

function weather(random: Random, chance: number, tally: Tally): (request: Seen) => Fault | undefined {
  return () => {
    if (random() >= chance) return undefined;
    tally.faults += 1;
    return FAULTS[randomInteger(random, FAULTS.length)]?.();
  };
}

async function limited(run: PlannedRun, work: Promise<Told>, hangMs: number, where: string, tally: Tally): Promise<Told> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<Told>((resolve) => {
    timer = setTimeout(() => {
      tally.hangs.push(`${where}: run ${run.id}.${run.attempt}`);
      resolve({ wrote: false, wrong: undefined });
    }, hangMs);
  });
  try {
    return await Promise.race([work, hang]);
  } finally {
    clearTimeout(timer);
  }
}

/** `shown` is the history of what stood there after each round. */
function account(github: GitHubStandIn, shown: RunId[], wrote: readonly PlannedRun[], where: string, tally: Tally): void {
  tally.wrote += wrote.length;
  const ours = github.comments.flatMap(({ body }) => runOf(KEY, body) ?? []);
  if (ours.length > 1) tally.duplicates.push(`${where}: ${ours.map(nameOf).join(', ')}`);
  const [now] = ours;
  const before = shown.at(-1);
  if (now === undefined) {
    if (wrote.length > 0 || before !== undefined) tally.overwritten.push(`${where}: nothing is shown`);
    return;
  }
  if (before !== undefined && compareRuns(now, before) < 0) tally.overwritten.push(`${where}: ${nameOf(before)} was shown, and now ${nameOf(now)}`);
  if (wrote.length === 1 && wrote[0] !== undefined && compareRuns(now, wrote[0]) < 0) tally.overwritten.push(`${where}: ${nameOf(wrote[0])} wrote, and ${nameOf(now)} is shown`);
  if (wrote.length > 1 && wrote.some((run) => compareRuns(now, run) < 0)) tally.raced += 1;
  shown.push(now);
}

const nameOf = ({ id, attempt }: RunId): string => `${id}.${attempt}`;
