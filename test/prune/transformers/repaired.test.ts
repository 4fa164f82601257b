/** The same forms ranked by what they leave, shared out by measurement, and repaired: nothing in them stops the whole method. */
import { describe, expect, it } from 'vitest';
import { createYardstick } from '../../../src/calibrate/yardstick.js';
import { pruneStructured } from '../../../src/prune/structured.js';
import { repair } from '../../../src/prune/repair/repair.js';
import { memorySamples, noise } from '../../calibrate/bench-model.js';
import { useWorkbench } from '../workbench.js';
import { encoder } from './encoder.js';
import { ATTENTION, NEURON_FORMS } from './forms.js';
import type { Part } from './forms.js';

const bench = useWorkbench();
const samples = memorySamples(noise(96 * 30, 9), [5, 6]);
const rows = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const [fit, judge] = [samples.subset(rows(0, 64)), samples.subset(rows(64, 96))];

/** Forms whose parts differ from the plain one in how they are stored or read. */
const FORMS: readonly (readonly [string, { attention?: Part; neurons?: Part }])[] = [
  ...['three axes, batch and heads in one', 'Keras, Einsum', 'com.microsoft GroupQueryAttention']
    .map((name) => [name, { attention: ATTENTION[name]?.part as Part }] as const),
  ...['FusedMatMul', 'SwiGLU'].map((name) => [name, { neurons: NEURON_FORMS[name] as Part }] as const),
];

describe('ranked by obs, shared out by measurement, repaired', () => {
  it.each(FORMS)('%s', async (_, parts) => {
    const prunable = await bench.prunable(encoder(parts));
    const { directory, runtime } = bench;
    const result = await pruneStructured({ ...bench.request(prunable, { criterion: 'obs', allocation: 'auto', target: { kind: 'params', factor: 1.3 } }), calibration: fit, decide: judge, batch: 32 });
    expect(result).toMatchObject({ proof: { holds: true }, refused: new Map() });
    const yardstick = await createYardstick({ runtime, directory, dense: prunable.model, samples: judge, batch: 32, kinds: new Map(prunable.model.graph.outputs.map(({ name }) => [name, 'values' as const])) });
    const { ladder, accepted } = await repair({
      runtime, directory, prunable, pruned: result.model, cut: result.chosen.cut, samples: fit, judge, yardstick, batch: 32, steps: ['bias', 'refit', 'sequential', 'statistics'],
    });
    expect(accepted.some((step) => step === 'refit' || step === 'sequential')).toBe(true);
    const losses = ladder.filter(({ accepted: kept }) => kept).map(({ loss }) => loss);
    expect((losses.at(-1) ?? NaN) / (losses[1] ?? NaN)).toBeLessThan(0.8);
  });
});
