import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';
import type { RepairName } from '../../policy/types.js';
import type { Runtime } from '../../runtime/types.js';
import type { Cut } from '../cut.js';
import type { Prunable } from '../prunable.js';
import type { Towards } from './places.js';
export interface RepairRequest {
    readonly runtime: Runtime;
    /** Folder of the stored weights. */
    readonly directory: string;
    /** The dense model and its analysis. */
    readonly prunable: Prunable;
    /** The dense weights cut, before any repair. */
    readonly pruned: Model;
    readonly cut: Cut;
    /** The committed model, where earlier steps have changed it: what is fitted aims at it. */
    readonly towards?: Towards;
    /** Values that are off though nothing was cut there, as behind a dropped block. */
    readonly changed?: readonly string[];
    readonly steps: readonly RepairName[];
    /** Calibration split A. */
    readonly samples: Samples;
    /** Calibration split B: judges what a layer alone gains. */
    readonly judge: Samples;
    /** Judges whole models on calibration split B. */
    readonly yardstick: Yardstick;
    readonly batch: number;
    /** Ridge factors to try; the best on split B is taken. */
    readonly ridges?: readonly number[];
    /** Nothing is decided on split B after this: where samples are few, all that was decided is fitted again on both splits. */
    readonly last?: boolean;
    readonly onProgress?: (detail: string) => void;
    /** The model after each step that was kept. */
    readonly onStep?: (step: RepairName, model: Model) => Promise<void>;
}
export interface Decision {
    /** The stored weight, and the nodes that read it. */
    readonly weight: string;
    readonly nodes: readonly string[];
    readonly method: 'sequential' | 'refit' | 'bias' | 'none';
    /** Why not more was done, or how well the cut inputs are predicted. */
    readonly reason: string;
}
/** A rung of the loss ladder; Infinity where the outputs are not finite. */
export interface Rung {
    readonly step: string;
    readonly loss: number;
    readonly accepted: boolean;
    readonly detail: string;
}
export interface RepairResult {
    readonly model: Model;
    /** dense, pruned, + bias, + refit, + statistics: the steps asked for, with the loss on split B. */
    readonly ladder: readonly Rung[];
    /** The steps that were kept. */
    readonly accepted: readonly RepairName[];
    readonly decisions: readonly Decision[];
    readonly notes: readonly string[];
}
/** Shares of the mean input variance: 0.01 is SparseGPT's default, the smaller ones suit plentiful data. */
export declare const RIDGES: readonly number[];
export declare function repair(request: RepairRequest): Promise<RepairResult>;
