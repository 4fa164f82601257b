import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.js';
import type { Report } from '../../src/report/types.js';
import { REPORTS } from './fixtures.js';

const ESCAPE = '\u001B[';
const withoutColor = (text: string): string => text.replace(/\u001B\[[0-9;]*m/gu, '');

describe('terminal view', () => {
  it.each(Object.entries(REPORTS))('%s reads the same with and without colour', (_name, build) => {
    const plain = renderTerminal(build(), { color: false, width: 100 });
    const colored = renderTerminal(build(), { color: true, width: 100 });
    expect(plain).not.toContain(ESCAPE);
    expect(colored).toContain(ESCAPE);
    expect(withoutColor(colored)).toBe(plain);
    expect(plain.endsWith('\n')).toBe(true);
  });

  it('wraps at the width', () => {
    for (const width of [60, 80, 120]) {
      const text = renderTerminal(REPORTS['fail-two-models']?.() as Report, { color: false, width });
      for (const line of text.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(width);
    }
  });

  it('lets no name write to the terminal or start a workflow command', () => {
    const text = renderTerminal(REPORTS['hostile']?.() as Report, { color: false, width: 80 });
    for (const line of text.split('\n')) {
      expect(line).not.toMatch(/^\s*::/u);
      expect(line).not.toContain('##[');
      expect(line).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
    }
  });
});
