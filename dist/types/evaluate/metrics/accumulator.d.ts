/** What a metric is: an accumulator over batches that keeps one compact record per sample. */
import type { MetricName, MetricSpec } from '../../policy/types.js';
import type { HostTensor } from '../../runtime/types.js';
import type { Bits } from './records.js';
import type { State } from './state.js';
/** What makes a figure no evidence; docs/methods.md lists them. */
export type Degeneracy = 'constant-predictions' | 'one-class' | 'constant-target' | 'not-finite' | 'labels-out-of-range' | 'metric-misfit' | 'no-better-than-chance';
/** Something odd about outputs or targets, in words that follow "accuracy: " or "pruned model: ". */
export interface Finding {
    /** Of those that make the figure no evidence. */
    readonly code?: Degeneracy;
    readonly text: string;
    /** The figure is then no evidence, and the metric has no value. */
    readonly blocking: boolean;
    /** Findings about targets hold for both models and are said once. */
    readonly about: 'outputs' | 'targets';
}
export interface Accumulator {
    /**
     * One batch. `output` [batch, ...] is this model's, `dense` the dense model's of the same samples (label-free metrics
     * compare with it), `target` [batch] or [batch, ...]. Throws `Misfit` where the metric cannot be computed from these.
     */
    add(output: HostTensor, target: HostTensor | undefined, dense: HostTensor): void;
    /** The metric where sample i counts `weights[i]` times, or once; NaN where that is not defined. */
    value(weights?: Uint32Array): number;
    findings(): Finding[];
    /** Whether each sample is right, for metrics that are the share of right samples; else null. */
    hits(): Bits | null;
    /** Everything kept so far, and going on from what another accumulator kept of the samples that come next. */
    state(): State;
    absorb(state: State): void;
    /**
     * Where a bootstrap of few changed samples would be blind: the records that change with a prediction, and how far
     * the value can move when a single one does, of all samples or of those in `mask`. Undefined where every sample moves
     * the value anyway.
     */
    readonly discrete?: {
        records(): ArrayLike<number>;
        leverage(mask?: Uint8Array): number;
    } | undefined;
}
export interface MetricDefinition {
    readonly name: MetricName;
    readonly higherIsBetter: boolean;
    readonly needsTarget: boolean;
    /** For people: what the figure is, with its settings. */
    title(spec: MetricSpec): string;
    create(spec: MetricSpec): Accumulator;
}
/** The metric does not fit the output, the target or the setting. Its message becomes a finding. */
export declare class Misfit extends Error {
    readonly about: Finding['about'];
    constructor(message: string, about?: Finding['about']);
}
export declare const blocking: (code: Degeneracy, text: string, about?: Finding["about"]) => Finding;
export declare const remark: (text: string, about?: Finding["about"]) => Finding;
/** `3 of 5,000 samples`. */
export declare function ofSamples(some: number, all: number): string;
