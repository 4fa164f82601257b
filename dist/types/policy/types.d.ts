/**
 * The policy after validation and defaults: what the pipeline works from. Frozen; units canonical
 * (shares as fractions, bytes, milliseconds). The file's own shape is `PolicyFile`, generated from the schema.
 */
import type { DeviceName } from '../runtime/types.js';
export type { DeviceName } from '../runtime/types.js';
export interface Policy {
    readonly version: 1;
    /** Where the file was read from, relative to the workspace; and its sha256. */
    readonly path: string;
    readonly sha256: string;
    readonly models: readonly ModelPolicy[];
}
export interface ModelPolicy {
    readonly name: string;
    /** Workspace-relative, as written. */
    readonly path: string;
    readonly device: DeviceName;
    readonly data: DataPolicy;
    readonly prune: readonly PruneStep[];
    readonly metrics: readonly MetricSpec[];
    readonly gate: readonly Check[];
    readonly mode: 'interval' | 'point';
    /** Confidence of each one-sided bound. */
    readonly confidence: number;
    readonly onInconclusive: 'fail' | 'warn' | 'pass';
    readonly latency: LatencySpec;
    /** A program that measures a model. */
    readonly measure?: {
        readonly command: readonly string[];
        readonly timeoutSeconds: number;
    } | undefined;
    readonly seed: number;
}
export interface DataPolicy {
    readonly heldout: DataSource;
    /** Absent: a seeded 20 % of the held-out file calibrates and the verdict uses the rest. */
    readonly calibration: DataSource | undefined;
    readonly preprocess: Preprocess;
}
export type DataFormat = 'npz' | 'npy' | 'idx' | 'images' | 'csv' | 'jsonl';
export interface DataSource {
    readonly path: string;
    readonly format: DataFormat | 'auto';
    /** Model input name to column (npz member, CSV columns, ...). Empty: matched by name, or the only one. */
    readonly inputs: ReadonlyMap<string, readonly string[]>;
    /** Column of the label or target; undefined for label-free metrics. */
    readonly target: string | undefined;
    /** For an image folder without class folders: a CSV of file name and label. For IDX: the label file. */
    readonly labels: string | undefined;
    /** Columns that divide the held-out samples, one number a sample. */
    readonly slices?: readonly string[] | undefined;
    readonly sha256: string | undefined;
    readonly maxSamples: number | undefined;
}
/** y = (x / scale - mean) / std on floating-point inputs, per channel where lists have several entries. */
export interface Preprocess {
    readonly scale: number;
    readonly mean: readonly number[];
    readonly std: readonly number[];
    /** Layout the model wants for image-like samples; undefined: as stored. */
    readonly layout: 'NCHW' | 'NHWC' | undefined;
    /** Channel order the model wants; undefined: as stored. */
    readonly color: 'RGB' | 'BGR' | undefined;
    readonly resize: {
        readonly width: number;
        readonly height: number;
    } | undefined;
    /** Centre crop after resizing. */
    readonly crop: {
        readonly width: number;
        readonly height: number;
    } | undefined;
}
export type CriterionName = 'l1' | 'l2' | 'activation' | 'wifv' | 'fpgm' | 'bn-scale' | 'obs' | 'random';
export type RepairName = 'bias' | 'refit' | 'sequential' | 'statistics';
/** What can be counted from shapes: multiply-adds, parameters, bytes of the file. */
export type CountedCost = 'macs' | 'params' | 'size';
/** `factor` is dense over pruned; `most` what may be left, in the cost's own unit. */
export type CostTarget = {
    readonly kind: CountedCost;
    readonly factor: number;
} | {
    readonly kind: CountedCost;
    readonly most: number;
};
/** `ratio` is the share of each group's units (or of the blocks) to remove. */
export type CountedTarget = CostTarget | {
    readonly kind: 'ratio';
    readonly ratio: number;
};
export type Target = CountedTarget | {
    readonly kind: 'latency';
    readonly factor: number;
}
/** 0.01: one percentage point. `cost` is made small; undefined: multiply-adds. */
 | {
    readonly kind: 'accuracy-drop';
    readonly drop: number;
    readonly cost?: CostName;
} | {
    readonly kind: 'lossless';
};
/** What a target by a factor can be about. */
export type CostName = CountedCost | 'latency';
export interface StructuredStep {
    readonly method: 'structured';
    readonly criterion: CriterionName;
    readonly allocation: 'uniform' | 'global' | 'auto';
    readonly target: Target;
    readonly align: number | 'auto';
    readonly keep: readonly string[];
    /** Undefined: every group. */
    readonly only: readonly string[] | undefined;
    readonly repair: readonly RepairName[];
    readonly allowPartial: boolean;
}
export type SparseCriterionName = 'magnitude' | 'lamp' | 'wanda' | 'sparsegpt' | 'obs';
export type SparseRepairName = 'update' | 'refit' | 'sequential' | 'statistics';
export interface UnstructuredStep {
    readonly method: 'unstructured';
    readonly criterion: SparseCriterionName;
    readonly scope: 'auto' | 'global' | 'layer' | 'row';
    /** Share of the prunable weights set to zero, 0 to 1; what the pattern makes it where there is one. */
    readonly sparsity: number;
    /** At most n of m consecutive input channels stay. */
    readonly pattern: {
        readonly n: number;
        readonly m: number;
    } | undefined;
    /** Tiles of outputs x inputs that become zero as a whole. */
    readonly block: {
        readonly rows: number;
        readonly columns: number;
    } | undefined;
    readonly repair: readonly SparseRepairName[];
    readonly keep: readonly string[];
    readonly only: readonly string[] | undefined;
    /** How the written file holds weights with zeros. */
    readonly store: 'dense' | 'sparse';
}
export type BlockRepairName = 'sequential' | 'statistics';
/** Drops residual blocks; `ratio` is the share of the blocks that can be dropped. */
export interface BlocksStep {
    readonly method: 'blocks';
    readonly target: CountedTarget;
    readonly keep: readonly string[];
    readonly only: readonly string[] | undefined;
    readonly repair: readonly BlockRepairName[];
    readonly allowPartial: boolean;
}
export type PruneStep = StructuredStep | UnstructuredStep | BlocksStep;
export type MetricName = 'accuracy' | 'balanced-accuracy' | 'macro-f1' | 'roc-auc' | 'mse' | 'mae' | 'r2' | 'iou' | 'agreement' | 'kl' | 'cosine';
export interface MetricSpec {
    /** Unique within the model; defaults to the metric's name. Checks refer to it. */
    readonly id: string;
    readonly name: MetricName;
    /** Model output; undefined: the only one. */
    readonly output: string | undefined;
    readonly top: number;
    readonly threshold: number;
}
export type LimitUnit = 'pp' | 'relative' | 'x' | 'bytes' | 'ms' | 'count' | 'none';
export interface Check {
    /** `<metric id>.drop`, `<metric id>.pruned`, `size.reduction`, `latency.speedup`, ... (gate/thresholds.ts has the table). */
    readonly check: string;
    readonly bound: 'min' | 'max';
    /** Canonical: `1pp` and `1%` are 0.01; bytes; milliseconds; factors. */
    readonly value: number;
    readonly unit: LimitUnit;
    /** As written, for people. */
    readonly text: string;
    readonly level: 'critical' | 'advisory';
    /** 1-based position in the policy file, for annotations. */
    readonly line: number;
    readonly column: number;
}
/** Every batch size is timed with every number of threads; the first of each is the one shown. */
export interface LatencySpec {
    /** Samples in each timed run. */
    readonly batches: readonly number[];
    /** Threads within an operator. */
    readonly threads: readonly number[];
    readonly warmup: number;
    readonly runs: number;
}
