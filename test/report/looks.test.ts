/** Looks of a pull request at its held-out samples, carried from comment to comment. */
import { describe, expect, it } from 'vitest';
import { countLooks, hideLooks } from '../../src/report/looks.js';
import type { Report } from '../../src/report/types.js';
import { accuracy, model, report } from './fixtures.js';

const judged = (name: string, heldout = '2'.repeat(64)): Report['models'][number] => {
  const made = model({ name, metrics: [accuracy(900, 20, 10, 70)] });
  return { ...made, provenance: { ...made.provenance, heldout } };
};

/** The bodies of the comments that runs leave, each from the one before. */
function leave(reports: readonly (readonly [run: string, report: Report])[]): { counts: (number | undefined)[][]; body: string } {
  let body = 'what people see\n';
  const counts = reports.map(([run, one]) => {
    const counted = countLooks([body], one, run);
    body = `what people see\r\n${hideLooks(counted.looks)}\n`;
    return counted.report.models.map(({ consultations }) => consultations);
  });
  return { counts, body };
}

describe('looks', () => {
  it('are counted by model and data, a re-run again and a second write of a run not', () => {
    const both = report([judged('a'), judged('b')]);
    expect(leave([['7.1', both], ['7.1', both], ['7.2', both], ['8.1', report([judged('a')])], ['9.1', both], ['10.1', report([judged('a', '3'.repeat(64)), judged('b')])]]).counts)
      .toEqual([[1, 1], [1, 1], [2, 2], [3], [4, 3], [1, 4]]);
  });

  it('are none where nothing was judged', () => {
    const failed = report([{ ...judged('a'), metrics: [] }, model({ name: 'b' })]);
    expect(leave([['1.1', failed]])).toEqual({ counts: [[undefined, undefined]], body: 'what people see\r\n\n' });
  });

  it('of several comments go on from the highest count', () => {
    const one = report([judged('a')]);
    const { body } = leave([['1.1', one], ['2.1', one], ['3.1', one]]);
    expect(countLooks([leave([['1.1', one]]).body, body], one, '4.1').report.models[0]?.consultations).toBe(4);
  });

  it('that somebody wrote by hand are held to their shape', () => {
    const line = (value: unknown): string => `<!-- prune-gate-looks: ${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')} -->`;
    const look = { model: 'a', heldout: '2'.repeat(16), count: 5, run: '1.1' };
    const after = (text: string): number | undefined => countLooks([text], report([judged('a')]), '2.1').report.models[0]?.consultations;
    expect(after(line([look]))).toBe(6);
    for (const spoilt of [
      line('{'), line({}), line([7, null]), line([{ ...look, count: -1 }]), line([{ ...look, count: 1e300 }]), line([{ ...look, count: '5' }]), line([{ ...look, run: 'x' }]), line([{ ...look, heldout: '-->' }]),
      line([{ ...look, model: 'a'.repeat(10_000) }]), `> ${line([look])}`, '<!-- prune-gate-looks: -->',
    ]) expect(after(spoilt)).toBe(1);
  });

  it('stay within bounds, the oldest going first', () => {
    const many = report(Array.from({ length: 100 }, (_, i) => judged(`model-${i}`)));
    const { body } = leave([['1.1', many]]);
    expect(body.length).toBeLessThan(16_384);
    const again = countLooks([body], many, '2.1').report.models.map(({ consultations }) => consultations);
    expect([again[0], again[39], again[40], again[99]]).toEqual([1, 1, 2, 2]);
  });
});
