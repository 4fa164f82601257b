/** keep and only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames, matches } from '../../src/prune/patterns.js';

describe('matches', () => {
  it.each([
    ['/conv1', '/conv1', true], ['/conv1', '/conv10', false], ['/conv*', '/conv10', true], ['*', '', true], ['*', 'anything', true],
    ['/classifier/*', '/classifier/fc', true], ['/classifier/*', '/features/classifier/fc', false], ['*fc*', '/a/fc/b', true],
    ['a*a', 'a', false], ['a*a', 'aa', true], ['a*b*c', 'aXbYc', true], ['a*b*c', 'aXcYb', false], ['ab*bc', 'abc', false],
    ['**', 'x', true], ['', '', true], ['', 'x', false],
    // Nothing else is special.
    ['a.c', 'abc', false], ['[ab]', 'a', false], ['a?', 'ab', false], ['(a+)+$', '(a+)+$', true],
  ])('%s on %s: %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected);
  });

  it('agrees with a regular expression made of it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 6 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 });
    fc.assert(fc.property(pattern, text, (wanted, name) => {
      const expression = new RegExp(`^${wanted.split('*').map((part) => part.replace(/[.]/g, '\\.')).join('.*')}$`);
      expect(matches(wanted, name)).toBe(expression.test(name));
    }));
  });

  it('is quick where a backtracking matcher is not', () => {
    const started = performance.now();
    expect(matches(`${'*a'.repeat(5000)}*b`, 'a'.repeat(100_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('matchNames', () => {
  const items = [['conv1', 'w1'], ['conv2', 'w2'], ['fc', 'w3']];

  it('collects what any pattern hits by any name', () => {
    expect([...matchNames(items, (names) => names, ['conv*', 'w2'])]).toEqual([items[0], items[1]]);
  });

  it('refuses a pattern that matches nothing: a typo must not prune what was meant to be kept', () => {
    expect(() => matchNames(items, (names) => names, ['conv1', 'cnov2'])).toThrow(expect.objectContaining({ code: 'pattern-unmatched', message: expect.stringContaining('"cnov2"') }));
  });

  it('accepts one that matches something else of the model', () => {
    expect(matchNames(items, (names) => names, ['relu*'], ['relu1']).size).toBe(0);
  });
});
