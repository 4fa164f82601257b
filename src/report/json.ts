/**
 * report.json, byte for byte the same for equal reports: keys in the order of the schema, other keys (operators, stages)
 * sorted, two spaces. Written by hand rather than by `JSON.stringify` over a copy, because a key may be `__proto__`.
 */
import type { Report } from './types.js';

/** Keys in reading order; the same key has the same place in every record. */
const KEY_ORDER: readonly string[] = [
  'version', 'tool', 'check', 'bound', 'limit', 'unit', 'limitText', 'level', 'outcome', 'code', 'message', 'where', 'fix', 'stage',
  'id', 'name', 'path', 'sha256', 'verdict', 'exitCode', 'onInconclusive', 'policy', 'from', 'commit', 'policyChange', 'moved', 'dataChanged', 'dataUnpinned', 'label', 'approved', 'other', 'sources', 'models', 'checks', 'metrics', 'measures', 'groups', 'ladder', 'notes',
  'errors', 'devices', 'proof', 'device', 'provenance', 'files', 'environment', 'startedAt', 'seconds',
];
const place = new Map(KEY_ORDER.map((key, i) => [key, i]));

/** The report as JSON text with a final line break. Numbers that JSON cannot write become null. */
export function serializeReport(report: Report): string {
  return `${write(report, '')}\n`;
}

function write(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => write(item, inner))
    : entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${write(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? `${open}${close}` : `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
}

function entriesOf(record: object): [string, unknown][] {
  const entries = Object.entries(record) as [string, unknown][];
  return entries.filter(([, value]) => value !== undefined).sort(([a], [b]) => compareKeys(a, b));
}

function compareKeys(a: string, b: string): number {
  const [first, second] = [place.get(a) ?? KEY_ORDER.length, place.get(b) ?? KEY_ORDER.length];
  if (first !== second) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}
