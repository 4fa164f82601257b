/** Every operator model: facts, or a UserError that says why not; never anything else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.js';
import { openSessions } from '../../src/runtime/runtime.js';
import { hasSharedData, sharedData } from '../shared-data.js';
import { factsOfFile } from './support.js';

const OPERATORS = sharedData('operators');
const folders = hasSharedData ? readdirSync(OPERATORS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name) : [];

/** Path to whether onnxruntime-node loads the file. */
function manifest(): Map<string, boolean> {
  const lines = readFileSync(join(OPERATORS, 'MANIFEST.tsv'), 'utf8').split('\n').slice(1).filter((line) => line !== '');
  return new Map(lines.map((line) => line.split('\t')).map(([file = '', , load]) => [file, load === 'ok']));
}

const loads = hasSharedData ? manifest() : new Map<string, boolean>();

const outcomeOf = (path: string): Promise<string> => factsOfFile(path).then(() => 'facts', (thrown: unknown) => {
  if (thrown instanceof UserError) return thrown.code;
  throw new Error(path, { cause: thrown });
});

/** What may be said of a model that onnxruntime loads: too old for us, no inputs to make up, or types that it does not pass on. */
const ALLOWED = ['facts', 'opset-unsupported', 'facts-failed', 'type-unsupported'];

describe.skipIf(!hasSharedData)('facts of every operator model (needs ../shared/data)', () => {
  const outcomes = new Map<string, number>();

  it.each(folders)('%s', { timeout: 180_000 }, async (folder) => {
    for (const file of [...loads.keys()].filter((each) => each.startsWith(`${folder}/`))) {
      const outcome = await outcomeOf(join(OPERATORS, file));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (loads.get(file) === true) expect(ALLOWED, file).toContain(outcome);
      else expect(outcome, file).not.toBe('facts');
    }
    expect(openSessions()).toBe(0);
  });

  it('gives facts for nearly all that are not too old', () => {
    expect(outcomes.get('facts')).toBeGreaterThan(720);
    expect(outcomes.get('facts-failed')).toBeLessThan(50);
  });
});
