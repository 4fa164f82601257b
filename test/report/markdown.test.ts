import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { COMMENT_BYTES, renderMarkdown, renderSummary, SUMMARY_BYTES } from '../../src/report/markdown.js';
import { mcnemar } from '../../src/gate/statistics/index.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { ModelReport, Report } from '../../src/report/types.js';
import { check, model, report, REPORTS, accuracy, speedup } from './fixtures.js';

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');
const LINKS = { run: 'https://github.com/o/r/actions/runs/1' };

function manyModels(count: number, name: (i: number) => string): Report {
  return report(Array.from({ length: count }, (_, i) => model({
    name: name(i), metrics: [accuracy(880 - (i % 3) * 60, 20 + (i % 3) * 60, 20, 80)], gate: [check('accuracy.drop', 'max', 0.02, 'pp', '2pp', i + 1)],
  })));
}

describe('structure', () => {
  it('the first line is the answer', () => {
    for (const [name, build] of Object.entries(REPORTS)) {
      const built = build();
      expect([name, renderMarkdown(built).split('\n')[0]]).toEqual([name, expect.stringMatching(new RegExp(`^## prune-gate: ${built.verdict}`, 'u'))]);
    }
  });

  it('holds no element but its own, whatever the names are', () => {
    const html = marked.parse(renderMarkdown(REPORTS['hostile']?.() as Report, { links: LINKS }), { async: false, gfm: true });
    const tags = new Set([...html.matchAll(/<([a-z0-9]+)/giu)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['a', 'blockquote', 'code', 'details', 'h2', 'li', 'p', 'strong', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'].sort());
    expect([...html.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href)).toEqual([LINKS.run]);
    expect(html.match(/<details>/gu)).toHaveLength(html.match(/<\/details>/gu)?.length ?? 0);
    expect(html).not.toMatch(/[\u202A-\u202E\u0000-\u0008]/u);
  });

  it('every table row has as many cells as its header', () => {
    for (const build of Object.values(REPORTS)) {
      const html = marked.parse(renderMarkdown(build()), { async: false, gfm: true });
      for (const [table] of html.matchAll(/<table>.*?<\/table>/gsu)) {
        const headers = table.match(/<th>/gu)?.length;
        for (const [row] of table.matchAll(/<tr>\n<td>.*?<\/tr>/gsu)) expect(row.match(/<td>/gu)).toHaveLength(headers ?? 0);
      }
    }
  });

  it('links only to web addresses', () => {
    const text = renderMarkdown(REPORTS['pass']?.() as Report, { links: { run: 'javascript:alert(1)' } });
    expect(text).not.toContain('javascript');
    expect(text).toContain('at base `1a2b3c4`');
  });
});

describe('a device', () => {
  it('shows what ran there, what it agrees with, which versions were found where, and the hash of each library', () => {
    const text = renderMarkdown(report([model({
      name: 'digits', metrics: [accuracy(880, 2, 1, 17)], gate: [check('accuracy.drop', 'max', 0.02, 'pp', '2pp', 1)], more: {
        device: {
          requested: 'cuda', used: 'cuda', notes: [], gpus: ['NVIDIA H200'], libraries: [{ file: 'libonnxruntime_providers_cuda.so', sha256: 'ab'.repeat(32) }],
          versions: [
            { what: 'driver', found: '580.159.04', where: '/proc/driver/nvidia/version', needs: '580 or newer, for CUDA 13' }, { what: 'CUDA', found: '13.0.96', where: '/usr/lib/libcudart.so.13', needs: '13' },
            { what: 'cuDNN', found: null, where: null, needs: '9' },
          ],
          agreement: { samples: 8, difference: 2.8e-7, tolerance: 1e-3, type: 'float32' },
          placement: { providers: [{ provider: 'CUDAExecutionProvider', nodes: 40 }, { provider: 'CPUExecutionProvider', nodes: 10 }], nodeShare: 0.8, timeShare: 0.925, transfers: 3, transferBytes: 1024, kernelMs: null },
        },
      },
    })]));
    for (const line of [
      'Device (execution provider): cuda (asked for: cuda), GPUs: NVIDIA H200.',
      'they differ by 2.8e-7 of the largest value at most, over 8 samples (tolerance for float32 models: 0.001).',
      '80 % ran there (CUDAExecutionProvider 40, CPUExecutionProvider 10), and 92.5 % of a run\'s time is not the processor\'s; copies in between: 3 a run, 1,024 bytes.',
      'Found: driver 580.159.04 (`/proc/driver/nvidia/version`), CUDA 13.0.96 (`/usr/lib/libcudart.so.13`), cuDNN not found.',
      '`libonnxruntime_providers_cuda.so`: sha256 `abababababab`.',
    ]) expect(text).toContain(line);
  });
});

describe('length', () => {
  it('10,000 groups fit a comment, and more of them fit a summary', () => {
    const huge = REPORTS['huge']?.() as Report;
    const comment = renderMarkdown(huge, { links: LINKS });
    const summary = renderSummary(huge, LINKS);
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(byteLength(summary)).toBeGreaterThan(byteLength(comment));
    expect(comment).toContain('`report.json` has everything');
    // A summary that GitHub would refuse is cut too, and says where the rest is.
    const cut = renderSummary(manyModels(3000, (i) => `model-${i}`), LINKS);
    expect([byteLength(cut) <= SUMMARY_BYTES, cut.includes('`report.json` has everything'), cut.includes(`[run artifact](${LINKS.run})`)]).toEqual([true, true, true]);
  });

  it.each([65_000, 20_000, 8000, 2000, 800, 300])('200 models within %d bytes, counted as UTF-8', (maxBytes) => {
    for (const name of [(i: number) => `model-${i}`, (i: number) => `模型-${i}-${'é'.repeat(60)}`]) {
      const text = renderMarkdown(manyModels(200, name), { maxBytes, links: LINKS });
      expect(byteLength(text)).toBeLessThanOrEqual(maxBytes);
      expect(text).toMatch(/^## prune-gate: FAIL, \d+ of 200 models\n/u);
      if (maxBytes >= 800) expect(text).toContain(`[run artifact](${LINKS.run})`);
    }
  });

  it('folded parts go first, then words, then rows, and the failed models stay longest', () => {
    const many = manyModels(60, (i) => `model-${i}`);
    const at = (maxBytes: number) => renderMarkdown(many, { maxBytes });
    expect(at(200_000)).toContain('Layers: pruned');
    expect(at(60_000)).not.toContain('Layers: pruned');
    expect(at(60_000)).toContain('| model-57 |');
    const short = at(4000);
    expect(short).not.toContain('<details>');
    expect(short).toMatch(/… and \d+ more models in `report\.json`/u);
    expect(short).toContain('| **model-1** |');
  });

  it('a limit nothing fits still gives the answer', () => {
    expect(renderMarkdown(REPORTS['pass']?.() as Report, { maxBytes: 10 })).toBe('## prune-gate: PASS\n');
  });
});

describe('honest words', () => {
  it('zeros do not speed up dense kernels', () => {
    expect(renderMarkdown(REPORTS['unstructured']?.() as Report)).toContain('Zeros shrink compressed bytes only (gzip −61 %, file ±0 %); they do not speed up dense kernels.');
  });

  it('fewer MACs without less latency', () => {
    expect(renderMarkdown(REPORTS['fail-two-models']?.() as Report)).toContain('MACs fell by 51 %, but latency did not (1.03x, inside the ±4.0 % noise floor)');
  });

  it('a loud machine has no say, and no reason is made up for it', () => {
    const report = REPORTS['fail-two-models']?.() as Report;
    const loud = { ...report, models: report.models.map((model) => (model.measures === null ? model : { ...model, measures: { ...model.measures, speedup: speedup(1.32, 0.1, 0.48) } })) };
    const text = renderMarkdown(loud);
    expect(text).toContain('whether latency did too is lost in the noise of this machine (1.32x, inside the ±48 % noise floor)');
    expect(text).not.toContain('kernel');
  });

  it('names no slice as lost that lost nothing, and on a terminal none of a few samples', () => {
    const [first, ...others] = (REPORTS['pass']?.() as Report).models as [ModelReport];
    const slice = (value: string, samples: number, drop: number) => ({ by: 'class', value, samples, dense: 0.9, pruned: 0.9 - drop, drop, dropInterval: null, paired: null });
    const metrics = first.metrics.map((metric) => ({ ...metric, slices: [slice('one', 1, 1), slice('even', 50, 0), slice('better', 50, -0.1), slice('worse', 50, 0.02)] }));
    const sliced = { ...(REPORTS['pass']?.() as Report), models: [{ ...first, metrics }, ...others] };
    const page = renderMarkdown(sliced);
    expect(['class one', 'class even', 'class better', 'class worse'].filter((name) => page.includes(name))).toEqual(['class one', 'class worse']);
    const text = renderTerminal(sliced, { color: false, width: 200 });
    expect(text).toMatch(/lost most +accuracy: class worse −2\.0 pp on 50/u);
    expect(text).not.toContain('class one');
  });

  it('and the profile that explains it', () => {
    const report = REPORTS['fail-two-models']?.() as Report;
    const models = report.models.map((model) => model.measures === null ? model : {
      ...model,
      measures: {
        ...model.measures,
        dense: { ...model.measures.dense, operators: [{ operator: 'Conv', ms: 0.5, nodes: 3 }, { operator: 'Transpose', ms: 1.5, nodes: 2 }] },
        pruned: { ...model.measures.pruned, operators: [{ operator: 'Transpose', ms: 1.52, nodes: 2 }, { operator: 'Conv', ms: 0.3, nodes: 3 }] },
      },
    });
    const text = renderMarkdown({ ...report, models });
    expect(text).toContain("By onnxruntime's profile: Transpose 1.50 → 1.52 ms, Conv 0.50 → 0.30 ms, of 2.0 → 1.8 ms in all; 84 % of its time goes to operators that multiply nothing.");
    const fused = models.map((one) => (one.measures === null ? one : { ...one, measures: { ...one.measures, pruned: { ...one.measures.pruned, operators: [{ operator: 'FusedGemm', ms: 1.5, nodes: 2 }, { operator: 'Add', ms: 0.2, nodes: 1 }] } } }));
    expect(renderMarkdown({ ...report, models: fused })).toContain('channel counts that do not fill a kernel\'s blocks cost as much as full ones');
    expect(text).toContain('Dense: Conv 0.50 ms (3), Transpose 1.5 ms (2). Pruned: Transpose 1.5 ms (2), Conv 0.30 ms (3).');
  });

  it('two one-sided 95 % bounds are called what they are', () => {
    const text = renderMarkdown(REPORTS['pass']?.() as Report);
    expect(text).toContain('90 % CI');
    expect(text).toContain('two one-sided bounds at 95 % each, which make the two-sided 90 % CI');
  });

  it('how often the samples were looked at, and what that does to a verdict', () => {
    const looked = (consultations: number) => renderMarkdown(report([model({ name: 'm', more: { consultations } })]));
    expect(looked(1)).toContain('These held-out samples were consulted once for this model, this run included.');
    expect(looked(12)).toContain('These held-out samples were consulted 12 times for this model, this run included: each look lets chance have another go');
    expect(renderMarkdown(report([model({ name: 'm' })]))).not.toContain('were consulted');
  });

  it('McNemar\'s test describes and decides nothing', () => {
    const metrics = [{ ...accuracy(900, 20, 9, 71), mcnemar: mcnemar({ denseOnly: 20, prunedOnly: 9 }) }];
    expect(renderMarkdown(report([model({ name: 'm', metrics })]))).toContain('only dense: 20, only pruned: 9, neither: 71 (McNemar\'s exact p = 0.061: whether they are equally right, which decides nothing here).');
  });

  it('a metric without a value is said even where no check asks', () => {
    const silent = report([model({ name: 'm', metrics: [accuracy(5, 1, 1, 1, { dense: null, pruned: null, drop: null, dropInterval: null, paired: null, findings: ['all labels are class 1'] })], gate: [] })]);
    const text = renderMarkdown(silent);
    expect(text).toContain('accuracy has no value: all labels are class 1.');
    expect(text).toContain('The policy checks nothing of this model');
    expect(silent.verdict).toBe('WARN');
  });
});
