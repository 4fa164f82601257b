/** One metric over the whole stream: an accumulator for the dense model and one for the pruned, and what they found. */
import type { MetricSpec } from '../policy/types.js';
import type { MetricProblem } from '../report/types.js';
import type { HostTensor } from '../runtime/types.js';
import { blocking, Misfit, type Accumulator, type Finding, type MetricDefinition } from './metrics/accumulator.js';
import { metricNamed } from './metrics/registry.js';
import type { State } from './metrics/state.js';

export type Side = 'dense' | 'pruned';

export class Lane {
  readonly definition: MetricDefinition;
  private readonly accumulators: Readonly<Record<Side, Accumulator>>;
  private readonly misfits: Readonly<Record<Side, Finding[]>> = { dense: [], pruned: [] };

  constructor(readonly spec: MetricSpec, readonly output: string) {
    this.definition = metricNamed(spec.name);
    this.accumulators = { dense: this.definition.create(spec), pruned: this.definition.create(spec) };
  }

  /** After a misfit the side takes no more batches: its figure is void anyway. */
  add(side: Side, samples: number, output: HostTensor | undefined, target: HostTensor | undefined, dense: HostTensor | undefined): void {
    if (this.misfits[side].length > 0) return;
    this.guarded(side, () => {
      if (output === undefined || dense === undefined) throw new Misfit(`the output '${this.output}' is no tensor of numbers`);
      for (const tensor of [output, dense]) {
        if (tensor.dims[0] !== samples) throw new Misfit(`the output has shape [${tensor.dims.join(', ')}] for ${samples} samples: its first axis does not run over samples`);
      }
      this.accumulators[side].add(output, target, dense);
    });
  }

  private guarded(side: Side, act: () => void): void {
    try {
      act();
    } catch (thrown) {
      if (!(thrown instanceof Misfit)) throw thrown;
      this.misfits[side].push(blocking('metric-misfit', thrown.message, thrown.about));
    }
  }

  misfitsOf(side: Side): readonly Finding[] {
    return this.misfits[side];
  }

  /** Goes on from a part that another machine looked at. A misfit voids what comes after it, as in `add`. */
  absorb(side: Side, misfits: readonly Finding[], state: State): void {
    if (this.misfits[side].length > 0) return;
    if (misfits.length > 0) {
      this.misfits[side].push(...misfits);
      return;
    }
    this.guarded(side, () => { this.accumulators[side].absorb(state); });
  }

  accumulator(side: Side): Accumulator {
    return this.accumulators[side];
  }

  findings(side: Side): Finding[] {
    const found = [...this.misfits[side], ...(this.misfits[side].length > 0 ? [] : this.accumulators[side].findings())];
    // A pruned model that guesses has lost what the dense one had, and the drop says so.
    return side === 'dense' ? found : found.filter(({ code }) => code !== 'no-better-than-chance');
  }

  private isVoid(side: Side): boolean {
    return this.findings(side).some((finding) => finding.blocking);
  }

  /** The figure, or null where something makes it no evidence. */
  value(side: Side): number | null {
    if (this.isVoid(side)) return null;
    // What is compared with broken dense outputs is no better than they are.
    if (side === 'pruned' && !this.definition.needsTarget && this.isVoid('dense')) return null;
    const value = this.accumulators[side].value();
    return Number.isFinite(value) ? value : null;
  }
}

/** Findings of both sides in words: those about targets once, those about outputs with the model's name. */
export function wordsOf(lane: Lane, sides: readonly Side[]): string[] {
  return [...new Set(sides.flatMap((side) => lane.findings(side).map((finding) => inWords(side, finding))))];
}

/** Those of them that make the figure no evidence, with their codes. */
export function blockersOf(lane: Lane, sides: readonly Side[]): MetricProblem[] {
  const found = sides.flatMap((side) => lane.findings(side).flatMap((finding): [string, MetricProblem][] => {
    if (!finding.blocking) return [];
    const message = inWords(side, finding);
    return [[message, { code: finding.code ?? 'metric-misfit', message }]];
  }));
  return [...new Map(found).values()];
}

const inWords = (side: Side, { about, text }: Finding): string => about === 'targets' ? text : `${side} model: ${text}`;
