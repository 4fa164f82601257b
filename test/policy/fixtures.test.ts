/** Each `fixtures/*.yml|json` beside the exact text of its problems, or `ok` and the canonical policy. `UPDATE=1` rewrites. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIssue, PolicyInvalidError } from '../../src/policy/errors.js';
import { parsePolicy } from '../../src/policy/read.js';

const folder = join(import.meta.dirname, 'fixtures');
const inputs = readdirSync(folder).filter((name) => /\.(yml|json)$/.test(name));

function outcomeOf(name: string): string {
  try {
    return `ok\n${JSON.stringify(parsePolicy(readFileSync(join(folder, name), 'utf8'), name), jsonMap, 2)}\n`;
  } catch (thrown) {
    if (!(thrown instanceof PolicyInvalidError)) throw thrown;
    return `${thrown.code} at ${String(thrown.where)}\n${thrown.errors.map(formatIssue).join('\n')}\n`;
  }
}

function jsonMap(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>).entries()] : value;
}

describe('policy fixtures', () => {
  it.each(inputs)('%s', (name) => {
    const expected = join(folder, `${name}.expected.txt`);
    const outcome = outcomeOf(name);
    if (process.env.UPDATE === '1') writeFileSync(expected, outcome);
    expect(existsSync(expected), `${name} has an expectation`).toBe(true);
    expect(outcome).toBe(readFileSync(expected, 'utf8'));
  });

  it('has an input for every expectation', () => {
    const orphans = readdirSync(folder).filter((name) => name.endsWith('.expected.txt') && !inputs.includes(name.replace('.expected.txt', '')));
    expect(orphans).toEqual([]);
  });
});
