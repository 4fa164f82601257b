import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { serializeReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/types.js';
import { model, report, REPORTS } from './fixtures.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** The same record with the keys of every object turned round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]));
}

describe('report.json', () => {
  it.each(Object.entries(REPORTS))('%s follows the schema and reads back equal', (_name, build) => {
    const built = build();
    const read: unknown = JSON.parse(serializeReport(built));
    expect(read).toEqual(JSON.parse(JSON.stringify(built)));
    expect(validate(read) ? [] : validate.errors).toEqual([]);
  });

  it('is the same text whatever order its parts were put together in', () => {
    const built = REPORTS['fail-two-models']?.() as Report;
    expect(serializeReport(reversed(built) as Report)).toBe(serializeReport(built));
  });

  it('starts with what a reader looks for', () => {
    expect(serializeReport(REPORTS['pass']?.() as Report).split('\n').slice(0, 8)).toEqual([
      '{', '  "version": 1,', '  "tool": {', '    "version": "0.1.0",', '    "name": "prune-gate"', '  },', '  "verdict": "PASS",', '  "exitCode": 0,',
    ]);
  });

  it('keeps keys that are special to JavaScript, and writes no NaN', () => {
    const seconds = JSON.parse('{"__proto__": 1, "load": 2}') as Record<string, number>;
    const text = serializeReport(report([model({ name: 'm', more: { seconds } })], [], { seconds: Number.NaN }));
    expect(text).toContain('"__proto__": 1');
    expect(text).toMatch(/^ {2}"seconds": null$/mu);
  });
});
