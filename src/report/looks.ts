/**
 * How often the held-out samples were consulted for a pull request: each run that judges on them lets chance have another go. The
 * comment carries the count along, in a line that nobody sees; what is read back may have been edited by hand, so that it is
 * held to its shape like any text from outside.
 */
import { NAME_LIMIT } from './escape.js';
import type { ModelReport, Report } from './types.js';

export interface Look {
  readonly model: string;
  /** First digits of the held-out data's sha256: other samples are another matter. */
  readonly heldout: string;
  readonly count: number;
  /** The run that looked last, and its attempt: a run counts once, however often it writes. */
  readonly run: string;
}

const DIGITS = 16;
const MOST_LOOKS = 60;
/** Nobody pushes that often. */
const MOST_COUNT = 1_000_000;
const LINE = /^<!-- prune-gate-looks: ([A-Za-z0-9_-]{1,16384}) -->$/mu;

/** The looks up to this run, and the report with their numbers. `run`: such as `123.1`. */
export function countLooks(bodies: readonly string[], report: Report, run: string): { readonly looks: readonly Look[]; readonly report: Report } {
  const before = looksIn(bodies);
  const looks = new Map(before.map((look) => [keyOf(look), look]));
  const models = report.models.map((model): ModelReport => {
    const { heldout } = model.provenance;
    if (heldout === null || model.metrics.length === 0) return model;
    const here = { model: model.name.slice(0, NAME_LIMIT), heldout: heldout.slice(0, DIGITS) };
    const known = looks.get(keyOf(here));
    const count = known === undefined ? 1 : known.run === run ? known.count : known.count + 1;
    // The newest stand last.
    looks.delete(keyOf(here));
    looks.set(keyOf(here), { ...here, count, run });
    return { ...model, consultations: count };
  });
  return { looks: [...looks.values()].slice(-MOST_LOOKS), report: { ...report, models } };
}

/** The hidden line; empty where there is nothing to carry. */
export const hideLooks = (looks: readonly Look[]): string =>
  looks.length === 0 ? '' : `<!-- prune-gate-looks: ${Buffer.from(JSON.stringify(looks)).toString('base64url')} -->`;

/** Of several bodies the highest count of each; what is not of its shape is left out. */
function looksIn(bodies: readonly string[]): Look[] {
  const found = new Map<string, Look>();
  for (const look of bodies.flatMap((body) => parse(LINE.exec(body.replaceAll('\r\n', '\n'))?.[1]))) {
    if (look.count > (found.get(keyOf(look))?.count ?? 0)) found.set(keyOf(look), look);
  }
  return [...found.values()];
}

const keyOf = ({ model, heldout }: Pick<Look, 'model' | 'heldout'>): string => `${heldout} ${model}`;

function parse(text: string | undefined): Look[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value.slice(0, MOST_LOOKS).filter(isLook) : [];
  } catch {
    return [];
  }
}

function isLook(value: unknown): value is Look {
  if (typeof value !== 'object' || value === null) return false;
  const { model, heldout, count, run } = value as Record<keyof Look, unknown>;
  return typeof model === 'string' && model.length <= NAME_LIMIT && typeof heldout === 'string' && /^[0-9a-f]{16}$/u.test(heldout)
    && Number.isSafeInteger(count) && (count as number) > 0 && (count as number) <= MOST_COUNT && typeof run === 'string' && /^\d{1,15}\.\d{1,6}$/u.test(run);
}
