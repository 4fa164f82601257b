/** Limits as people write them: `90s`, `30m`, `2h`; `512MiB`, `4GiB`. */
import { InvalidArgumentError } from 'commander';

const SECONDS: ReadonlyMap<string, number> = new Map([['', 1], ['s', 1], ['m', 60], ['h', 3600]]);

const BYTES: ReadonlyMap<string, number> = new Map([
  ['KiB', 2 ** 10], ['MiB', 2 ** 20], ['GiB', 2 ** 30], ['KB', 1e3], ['MB', 1e6], ['GB', 1e9],
]);

function parseQuantity(text: string, units: ReadonlyMap<string, number>, examples: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/u.exec(text.trim());
  const factor = units.get(match?.[2] ?? '?');
  const value = Number(match?.[1]) * (factor ?? Number.NaN);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError(`Expected ${examples}.`);
  return value;
}

/** Seconds. */
export function parseDuration(text: string): number {
  return parseQuantity(text, SECONDS, 'a time such as 90s, 30m or 2h');
}

/** Bytes. */
export function parseBytes(text: string): number {
  return Math.round(parseQuantity(text, BYTES, 'a size such as 512MiB or 4GiB'));
}
