/** Limits and shares as people write them: `90s`, `30m`, `2h`; `512MiB`, `4 GiB`; `3/8`. */
import type { Share } from '../request.js';

const SECONDS: ReadonlyMap<string, number> = new Map([['', 1], ['s', 1], ['m', 60], ['h', 3600]]);

const BYTES: ReadonlyMap<string, number> = new Map([
  ['KiB', 2 ** 10], ['MiB', 2 ** 20], ['GiB', 2 ** 30], ['KB', 1e3], ['MB', 1e6], ['GB', 1e9],
]);

/** Undefined for what is no time above zero. */
export function readSeconds(text: string): number | undefined {
  return read(text, SECONDS);
}

/** Whole bytes; undefined for what is no size above zero, or has no unit. */
export function readBytes(text: string): number | undefined {
  const bytes = read(text, BYTES);
  return bytes === undefined ? undefined : Math.round(bytes);
}

/** Undefined for what is no part of all. */
export function readShare(text: string): Share | undefined {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(text.trim()) ?? []).map(Number);
  return index < 1 || index > count ? undefined : { index, count };
}

function read(text: string, units: ReadonlyMap<string, number>): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/u.exec(text.trim());
  const factor = units.get(match?.[2] ?? '?');
  const value = Number(match?.[1]) * (factor ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
