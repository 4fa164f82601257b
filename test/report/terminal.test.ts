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

  it('keeps the lines of a message, so that each problem is seen and an example can be pasted', () => {
    const problems = Array.from({ length: 20 }, (_, index) => `p.yml:${index + 1}:1 models[0].key${index}: unknown key; did you mean "path"?`);
    const report = errorReport(['the policy has 20 problems', ...problems].join('\n'), 'write one:\n\nmodels:\n  - name: x\n::error::y');
    const lines = renderTerminal(report, { color: false, width: 100 }).split('\n');
    expect(lines[2]).toBe('code: the policy has 20 problems (during policy)');
    for (const problem of problems) expect(lines).toContain(`  ${problem}`);
    const example = lines.indexOf('  what to do: write one:');
    expect(lines.slice(example + 1, example + 5)).toEqual(['', '  models:', '    - name: x', '  : :error::y']);
  });

  it('ends a message of endless lines', () => {
    const lines = renderTerminal(errorReport('a\n'.repeat(1000), 'b'), { color: false, width: 100 }).split('\n');
    expect(lines.length).toBeLessThan(60);
    expect(lines).toContain('  … and 960 more lines');
  });

  it('says beside a PASS that nothing was judged, where nothing was', () => {
    const judged = REPORTS['pass']?.() as Report;
    const looked = { ...judged, models: judged.models.map((model) => ({ ...model, checks: [] })) };
    const first = (report: Report) => renderTerminal(report, { color: false, width: 100, deed: 'pruned' }).split('\n')[0];
    expect(first(looked)).toBe('prune-gate: PASS (pruned, nothing judged)');
    expect(first(judged)).toBe('prune-gate: PASS');
    expect(first(REPORTS['error']?.() as Report)).not.toContain('pruned');
  });

  it('names what was written as it can be opened', () => {
    const text = renderTerminal(REPORTS['fail-two-models']?.() as Report, { color: false, width: 100, folder: 'build/out' });
    expect(text).toMatch(/wrote {7}build\/out\/\S+\.onnx\n/u);
    expect(text).toContain('report: build/out/report.md, and report.json beside it\n');
    // An ERROR has its report too, unless there was no folder for it.
    const failed = errorReport('a', 'b');
    expect(renderTerminal(failed, { color: false, width: 100, folder: 'out' })).toContain('report: out/report.md');
    const unusable = { ...failed, errors: failed.errors.map((error) => ({ ...error, code: 'output-unusable' })) };
    expect(renderTerminal(unusable, { color: false, width: 100, folder: 'out' })).not.toContain('report:');
  });
});

function errorReport(message: string, fix: string): Report {
  const empty = REPORTS['empty']?.() as Report;
  return { ...empty, errors: [{ code: 'code', message, where: 'p.yml', fix, stage: 'policy' }] };
}
