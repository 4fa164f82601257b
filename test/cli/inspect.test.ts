import { describe, expect, it } from 'vitest';
import { renderInspect } from '../../src/cli/inspect.js';
import type { GroupReport, ModelReport, Report } from '../../src/report/types.js';

function group(name: string, units: number, status: GroupReport['status'], reason = ''): GroupReport {
  return { name, kind: 'Conv', units, removed: 0, status, reason, parameters: units * 1000, macs: units * 12_345 };
}

function report(groups: readonly GroupReport[], rest: Partial<ModelReport> = {}): Report {
  const model: ModelReport = {
    name: 'kws', path: 'models/kws.onnx', verdict: 'PASS', checks: [], metrics: [], measures: null, groups, ladder: [], notes: [],
    errors: [], proof: null, device: null, files: { model: null, plan: null }, seconds: {},
    provenance: {
      model: null, heldout: null, calibration: null, plan: null, prunedModel: null, heldoutSamples: null,
      calibrationSamples: null, seed: 0,
    },
    ...rest,
  };
  return {
    version: 1, tool: { name: 'prune-gate', version: '0.0.0' }, verdict: 'PASS', exitCode: 0, policy: null, models: [model],
    errors: [], environment: null, startedAt: '2026-01-01T00:00:00Z', seconds: 0,
  };
}

const plain = { color: false, width: 72 };

describe('inspect view', () => {
  it('lists groups, then what cannot be pruned and why', () => {
    const text = renderInspect(report([
      group('/layer1/conv1/Conv', 16, 'kept'), group('/layer2/conv1/Conv', 128, 'kept'),
      group('logits', 10, 'refused', 'graph output'),
    ]), plain);
    expect(text).toBe(`models/kws.onnx: 2 prunable groups with 144 units

group               kind  units  parameters   MACs
/layer1/conv1/Conv  Conv     16      16,000  198 k
/layer2/conv1/Conv  Conv    128     128,000  1.6 M

Parameters and MACs are of the layers that make a group's channels;
the layers that read those shrink with them.

Cannot be pruned:
  logits (10 units): graph output
`);
  });

  it('keeps to the width, cutting names in the middle', () => {
    const long = `/${'encoder/'.repeat(30)}conv`;
    const text = renderInspect(report([group(long, 8, 'kept')]), plain);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
    expect(text).toContain('…');
    expect(text).toContain('/conv ');
  });

  it('prints no control characters that a model put into a name', () => {
    const text = renderInspect(report([group('a\u001B[31mred\nline', 8, 'kept')], { notes: ['\u0007'] }), plain);
    expect(text).not.toContain('\u001B');
    expect(text).toContain('a\uFFFD[31mred line');
  });

  it('says so where nothing can be pruned', () => {
    expect(renderInspect(report([]), plain)).toContain('Nothing in this model can be pruned.');
  });
});
