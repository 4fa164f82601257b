import type { Energy } from '../report/types.js';
export declare const POWERCAP = "/sys/class/powercap";
/** Joules since some moment; undefined where the counter cannot be read any more. */
export interface EnergyMeter {
    readonly source: 'rapl' | 'nvml';
    readonly what: string;
    /** Milliseconds in which it still tells what was before. */
    readonly lagMs: number;
    joules(): number | undefined;
    close(): void;
}
export interface MeterOptions {
    readonly gpu: boolean;
    /** As Linux lays it out. */
    readonly powercap?: string;
    readonly nvidiaSmi?: string;
}
/** The meter of what runs the model, or in words why there is none. */
export declare function openMeter({ gpu, powercap, nvidiaSmi }: MeterOptions): Promise<EnergyMeter | string>;
/** Time as the measurement sees it. */
export interface Clock {
    /** Milliseconds. */
    now(): number;
    sleep(ms: number): Promise<void>;
}
export interface EnergySpec {
    readonly rounds: number;
    /** Of the idle part of a round, and at least of each model's. */
    readonly windowMs: number;
    /** Of each one-sided bound. */
    readonly confidence: number;
    readonly seed: string;
    /** Default: that of the machine. */
    readonly clock?: Clock;
}
export declare const ENERGY_SPEC: {
    readonly rounds: 12;
    readonly windowMs: 150;
};
/** Joules per run of each model, in the order given; or in words why they could not be had. */
export declare function measureEnergy(meter: EnergyMeter, runs: readonly (() => Promise<void>)[], spec: EnergySpec): Promise<Energy[] | string>;
export interface Work {
    readonly macs: number | null;
    readonly weightBytes: number;
    /** Of all activations, each once. */
    readonly activationBytes: number;
}
/** Rule 3; null joules where a shape is not known. `why`: why nothing was measured. */
export declare function estimateEnergy({ macs, weightBytes, activationBytes }: Work, why: string): Energy;
