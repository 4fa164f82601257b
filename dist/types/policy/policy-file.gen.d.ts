/** Generated from schemas/policy.schema.json by scripts/generate-types.mjs: do not edit. */
/**
 * Relative to the root of the workspace, with `/` between folders; no `..`, and no symbolic link that leaves the workspace.
 */
export type Path = string;
/**
 * What onnxruntime runs on. `auto` takes the fastest that works and says which; a device named here that is not there is an error, never a silent run on the CPU.
 */
export type Device = 'auto' | 'cpu' | 'cuda' | 'tensorrt' | 'webgpu' | 'directml' | 'coreml';
/**
 * Pruning steps, taken in this order.
 */
export type Prune = readonly PruneStep[];
/**
 * What is measured on the held-out samples, dense and pruned side by side. A gate without a metric would measure nothing, so there is at least one.
 */
export type Metrics = readonly Metric[];
/**
 * The checks. All are evaluated, then one verdict is given.
 */
export type Gate = readonly Check[];
/**
 * `interval`: a check passes where the whole confidence interval keeps the limit, fails where none of it does, and is inconclusive between. `point`: the measured value alone is compared.
 */
export type Mode = 'interval' | 'point';
/**
 * Confidence of each one-sided bound.
 */
export type Confidence = number;
/**
 * What an INCONCLUSIVE verdict does to the exit code: `fail` exits with 3; `warn` and `pass` exit with 0, with and without a warning. The verdict keeps its name.
 */
export type OnInconclusive = 'fail' | 'warn' | 'pass';
/**
 * Seed of everything random (split, bootstrap, `random` criterion), mixed with content hashes.
 */
export type Seed = number;
/**
 * `method` says which of the three shapes it has.
 */
export type PruneStep = StructuredStep | UnstructuredStep | BlocksStep;
/**
 * A repair of the layers behind a dropped block.
 */
export type BlockRepair = 'sequential' | 'statistics';
/**
 * Ranks single weights.
 */
export type SparseCriterion = 'magnitude' | 'lamp' | 'wanda' | 'sparsegpt' | 'obs';
/**
 * A repair of the weights that stay.
 */
export type SparseRepair = 'update' | 'refit' | 'sequential' | 'statistics';
/**
 * Ranks the units of structured pruning.
 */
export type Criterion = 'l1' | 'l2' | 'activation' | 'wifv' | 'fpgm' | 'bn-scale' | 'obs' | 'random';
/**
 * Spreads a cut over groups.
 */
export type Allocation = 'uniform' | 'global' | 'auto';
/**
 * A repair without training.
 */
export type Repair = 'bias' | 'refit' | 'sequential' | 'statistics';
/**
 * Dense over pruned, above 1, with the unit `x`.
 */
export type Factor = string;
/**
 * Dense over pruned, above 1, with the unit `x`; or the most that may be left, with a unit of its own: `20M` multiply-adds, `250k` parameters, `256 KiB`.
 */
export type Amount = string;
/**
 * Between 0 and 1, or in `%`.
 */
export type Share = string | number;
/**
 * `*` stands for any run of characters (`/` included), every other character for itself. A pattern that matches nothing is an error.
 */
export type Patterns = readonly string[];
/**
 * The metrics there are.
 */
export type MetricName = 'accuracy' | 'balanced-accuracy' | 'macro-f1' | 'roc-auc' | 'mse' | 'mae' | 'r2' | 'iou' | 'agreement' | 'kl' | 'cosine';
/**
 * A number with its unit: `1pp` (percentage points, absolute), `1%` (relative to dense), `2x` (dense over pruned), `250 KiB`, `5 ms`, `500k` (a count), or a bare number where the value has no unit.
 */
export type Limit = string | number;
/**
 * What to prune, how to measure it, and what must hold before a pull request may merge. YAML 1.2 or JSON, `.github/prune-gate.yml` by default.
 */
export interface PolicyFile {
    /**
     * Ignored by prune-gate; lets an editor find the schema of a JSON policy.
     */
    readonly $schema?: string;
    /**
     * Version of this file's shape. A file of another version is refused.
     */
    readonly version: 1;
    /**
     * Values for every model that does not give the key itself. A model's own value replaces the whole value given here.
     */
    readonly defaults?: ModelDefaults;
    /**
     * The models to prune and judge. The verdict of a run is the worst of its models' verdicts.
     */
    readonly models: readonly Model[];
}
/**
 * One entry of `models`. `prune`, `metrics` and `gate` are required here or in `defaults`; a `budget` may stand for `gate`.
 */
export interface Model {
    /**
     * Names the model in reports, in `--model` and in the names of written files. Unique in the policy, letter case aside.
     */
    readonly name: string;
    /**
     * The dense ONNX model that the repository commits.
     */
    readonly path: Path;
    /**
     * The samples to calibrate with and to judge by.
     */
    readonly data: Data;
    readonly device?: Device;
    readonly prune?: Prune;
    readonly metrics?: Metrics;
    readonly gate?: Gate;
    readonly mode?: Mode;
    readonly confidence?: Confidence;
    readonly 'on-inconclusive'?: OnInconclusive;
    readonly latency?: Latency;
    readonly budget?: Budget;
    readonly measure?: Measure;
    readonly seed?: Seed;
}
/**
 * The keys of a model that a policy may give once for all of them.
 */
export interface ModelDefaults {
    readonly device?: Device;
    readonly prune?: Prune;
    readonly metrics?: Metrics;
    readonly gate?: Gate;
    readonly mode?: Mode;
    readonly confidence?: Confidence;
    readonly 'on-inconclusive'?: OnInconclusive;
    readonly latency?: Latency;
    readonly budget?: Budget;
    readonly measure?: Measure;
    readonly seed?: Seed;
}
/**
 * How latency is measured: dense and pruned model by turns, after a warm-up, with a fixed number of threads.
 */
export interface Latency {
    /**
     * Samples in each timed run. With a list each size is timed with each number of threads, limits must hold for all, and the first is shown.
     */
    readonly batch?: number | readonly number[];
    /**
     * Threads that onnxruntime may use within an operator; or a list, as for `batch`.
     */
    readonly threads?: number | readonly number[];
    /**
     * Runs of each model that are not timed.
     */
    readonly warmup?: number;
    /**
     * Timed runs of each model.
     */
    readonly runs?: number;
}
/**
 * A program that measures a model, on a board say, for the checks `board-latency`, `board-energy` and `board-memory`. It runs once for each model, only where whoever starts prune-gate allows it (`--allow-commands`), without a shell and without a token. See methods.md.
 */
export interface Measure {
    /**
     * The program and its arguments. It finds the model's path in PRUNE_GATE_MODEL and prints JSON with `latency` (ms), `energy` (J) or `memory` (bytes): a number each, or `{ value, low, high }`.
     */
    readonly command: readonly string[];
    /**
     * Seconds that it may take for one model.
     */
    readonly timeout?: number;
}
/**
 * What the target device has: each limit is a critical check of the pruned model, beside those of `gate`.
 */
export interface Budget {
    /**
     * Bytes of all weights (`flash.pruned`).
     */
    readonly flash?: Limit;
    /**
     * Bytes of the arena that the activations of one sample need (`ram.pruned`).
     */
    readonly ram?: Limit;
    /**
     * Multiply-adds of one sample (`macs.pruned`).
     */
    readonly macs?: Limit;
    /**
     * Peak memory of a process that only runs the model, for mobile and server targets (`resident.pruned`).
     */
    readonly resident?: Limit;
    /**
     * Median time of a run on this machine (`latency.pruned`).
     */
    readonly latency?: Limit;
}
/**
 * Held-out samples, calibration samples, and what is done to both before they reach the model.
 */
export interface Data {
    /**
     * The samples that decide. Read once, at the end; no decision of pruning looks at them.
     */
    readonly heldout: DataSource;
    /**
     * The samples that scoring and repair work from; labels are not used. Without it a seeded 20 % of the held-out source calibrates and the verdict uses the rest. A sample in both is an error.
     */
    readonly calibration?: DataSource;
    /**
     * Applied to both sources.
     */
    readonly preprocess?: Preprocess;
}
/**
 * A file or folder of samples: `.npy` or `.npz`, IDX, a folder of images, CSV or JSON lines.
 */
export interface DataSource {
    /**
     * The file, or the folder of images.
     */
    readonly path: Path;
    /**
     * `auto` tells the format from the name and the first bytes.
     */
    readonly format?: 'auto' | 'npz' | 'npy' | 'idx' | 'images' | 'csv' | 'jsonl';
    /**
     * Model input to column: a member of the archive, or one or several columns of a table. Without it inputs are matched by name, or the only one with the only one.
     */
    readonly inputs?: {
        readonly [k: string]: string | readonly string[];
    };
    /**
     * Column of the label or the target. Not needed by `agreement`, `kl` and `cosine`.
     */
    readonly target?: string;
    /**
     * A file of labels: for a folder of images without a folder per class a CSV of file name and label; for IDX the label file.
     */
    readonly labels?: Path;
    /**
     * Of held-out data: columns that divide the samples, one number each (encode categories as integers), for `<metric>.slice-drop` and for the report. Classes are slices by themselves (`<metric>.class-drop`).
     */
    readonly slices?: readonly string[];
    /**
     * The source's expected sha256. Other data is an error: a pull request cannot swap the test set unseen. Write it in quotes.
     */
    readonly sha256?: string;
    /**
     * Use only this many samples, spread evenly over the source.
     */
    readonly 'max-samples'?: number;
}
/**
 * `y = (x / scale - mean) / std` on floating-point inputs, after resizing and cropping where the samples are pictures.
 */
export interface Preprocess {
    /**
     * Divides every value first.
     */
    readonly scale?: number;
    /**
     * Subtracted after scaling: one value, or one per channel.
     */
    readonly mean?: readonly number[];
    /**
     * Divides last: one value, or one per channel.
     */
    readonly std?: readonly number[];
    /**
     * Axis order the model wants of pictures. Without it: as stored.
     */
    readonly layout?: 'NCHW' | 'NHWC';
    /**
     * Channel order the model wants. Without it: as stored.
     */
    readonly color?: 'RGB' | 'BGR';
    /**
     * Pictures are resized to this size first.
     */
    readonly resize?: Size;
    /**
     * The centre of the resized picture that is kept. Not larger than `resize`.
     */
    readonly crop?: Size;
}
/**
 * Width and height in pixels.
 */
export interface Size {
    /**
     * Pixels.
     */
    readonly width: number;
    /**
     * Pixels.
     */
    readonly height: number;
}
/**
 * Removes whole channels, neurons or filters: the model gets smaller, and faster where its runtime can use it.
 */
export interface StructuredStep {
    /**
     * Whole channels.
     */
    readonly method: 'structured';
    /**
     * How much to remove.
     */
    readonly target: Target;
    /**
     * How units are ranked. `obs`: the output error that is left once the other units make up for the loss (structured Optimal Brain Surgeon). `wifv`: variance of the activation times the squared norm of the weights that read it. Both read activations and work on folded batch norm, where norms mislead. `activation`: mean magnitude of what the next layers read. `l1`, `l2`: norm of the weights. `fpgm`: distance to the geometric median. `bn-scale`: the batch-norm scale. `random`: a baseline.
     */
    readonly criterion?: Criterion;
    /**
     * How the cut is spread over the groups. `auto`: by measurement, each group cut and refit alone at several counts, so that cuts go where they cost least output error for what they save. `global`: one ranking of all units, so that groups that can spare more give more. `uniform`: the same share of each group.
     */
    readonly allocation?: Allocation;
    /**
     * Kept counts are multiples of this: kernels work in blocks, and 31 channels can run slower than 32. `auto`: with a target in latency, whatever the times on this machine say; else 8, and less where that would be more than a quarter of a group's width, or more than a ratio can remove. 1 switches it off.
     */
    readonly align?: number | 'auto';
    /**
     * Groups that stay whole: patterns over node, output and weight names.
     */
    readonly keep?: Patterns;
    /**
     * The only groups that may be cut. Without it: all.
     */
    readonly only?: Patterns;
    /**
     * Repairs without training, in this order; each is kept only if the loss on the second calibration split falls. `bias`: mean of what was cut into the bias. `refit`: least squares of the weights that read the cut channels. `sequential`: every layer after a cut in turn, fitted on what it gets in the repaired model; the strongest and the slowest. `statistics`: mean and variance of batch norm. An empty list switches repair off.
     */
    readonly repair?: readonly Repair[];
    /**
     * Where the target cannot be reached: `true` goes on with the best there is and gives WARN; `false` is the error `target-unreached`.
     */
    readonly 'allow-partial'?: boolean;
}
/**
 * Sets single weights to zero, and fits those that stay. It shrinks the compressed file, the file itself only with `store: sparse`, and never the latency of dense kernels; the report says so. Give `sparsity` or `pattern`.
 */
export interface UnstructuredStep {
    /**
     * Single weights.
     */
    readonly method: 'unstructured';
    /**
     * Share of the prunable weights to set to zero.
     */
    readonly sparsity?: Share;
    /**
     * `2:4`: at most 2 of every 4 consecutive input channels of each output stay, the form that sparse tensor cores compute with. Any N:M. Weights whose input channels are no multiple of M stay dense.
     */
    readonly pattern?: string;
    /**
     * Weights become zero in tiles of so many outputs x inputs (inputs are listed tap by tap, then channel by channel). Without it: one by one. Not together with `pattern`.
     */
    readonly block?: string;
    /**
     * How weights are ranked. `magnitude`: the absolute value. `lamp`: its square, relative to those of the layer that are no smaller. `wanda`: the absolute value times the norm of its input. `sparsegpt`: the error that is left when the other weights of the row make up for it, column by column. `obs`: the same, exactly, one weight at a time; for the layers where that would take too long, `sparsegpt`.
     */
    readonly criterion?: SparseCriterion;
    /**
     * How zeros are spread. `auto`: by measurement, so that they go where they cost least output error. `global`: one ranking over all weights. `layer`: the same share of each weight tensor. `row`: the same share of each output of each. A pattern spreads them by itself.
     */
    readonly scope?: 'auto' | 'global' | 'layer' | 'row';
    /**
     * Repairs without training, in this order; zeros stay zero, and each is kept only if the loss on the second calibration split falls. `update`: SparseGPT's, each weight that goes is made up for by those after it. `refit`: least squares of the weights that stay. `sequential`: layer after layer, fitted on what it gets in the repaired model; the strongest and the slowest. `statistics`: mean and variance of batch norm. An empty list switches repair off.
     */
    readonly repair?: readonly SparseRepair[];
    /**
     * How the pruned model's file holds weights with zeros. `dense`: every element. `sparse`: as `sparse_initializer` where that is smaller, which takes more than two thirds of zeros in float32, eight ninths in int8. onnxruntime makes such weights dense when it loads the model, so that latency and memory stay as they are, and other runtimes may not read them. The file is kept only if it is smaller and computes the same bits. A model that comes with sparse weights is written so in any case.
     */
    readonly store?: 'dense' | 'sparse';
    /**
     * Weights that stay as they are: patterns over node, output and weight names.
     */
    readonly keep?: Patterns;
    /**
     * The only weights that may become zero. Without it: all.
     */
    readonly only?: Patterns;
}
/**
 * Drops whole residual blocks, of which the shortcut is left: the model gets less deep, and faster everywhere. Which ones is measured: those whose loss costs least output error for what it saves.
 */
export interface BlocksStep {
    /**
     * Whole residual blocks.
     */
    readonly method: 'blocks';
    /**
     * How much to remove. `ratio` is the share of the blocks that can be dropped, rounded down.
     */
    readonly target: Target;
    /**
     * Blocks that stay: patterns over names of their nodes, outputs and weights.
     */
    readonly keep?: Patterns;
    /**
     * The only blocks that may be dropped. Without it: all.
     */
    readonly only?: Patterns;
    /**
     * Repairs without training, in this order; each is kept only if the loss on the second calibration split falls. `sequential`: every layer behind a dropped block in turn, fitted on what it gets in the repaired model. `statistics`: mean and variance of batch norm. An empty list switches repair off.
     */
    readonly repair?: readonly BlockRepair[];
    /**
     * Where the target cannot be reached: `true` goes on with the best there is and gives WARN; `false` is the error `target-unreached`.
     */
    readonly 'allow-partial'?: boolean;
}
/**
 * Exactly one of these keys; `cost` may stand beside `accuracy-drop`.
 */
export interface Target {
    /**
     * Multiply-adds of the committed model over those of the pruned one, whatever steps came before; or the most that the pruned one may have, such as `20M`.
     */
    readonly macs?: Amount;
    /**
     * Parameters of the committed model over those of the pruned one; or the most that the pruned one may have, such as `250k`.
     */
    readonly params?: Amount;
    /**
     * File bytes of the committed model over those of the pruned one; or the most that the pruned one may have, such as `256 KiB`. Of structured steps the file is counted as it would be written, with what repair adds to it.
     */
    readonly size?: Amount;
    /**
     * Milliseconds of the committed model over those of the pruned one, timed on the machine that prunes, with the policy's first batch size and number of threads. Each group is timed at several counts, and a cut that does not pay is never made. The times are recorded in the plan, and `prune --latency-from plan.json` plans with them again.
     */
    readonly latency?: Factor;
    /**
     * Share of each group's units to remove. Groups that cannot be pruned do not count; what alignment rounds off does not either.
     */
    readonly ratio?: Share;
    /**
     * The most that accuracy may fall: the cheapest model that stays within it is searched for (`cost` says what is cheap). Drops are measured on a part of the calibration samples that neither fits nor decides anything else, by their labels (`target` of `data.calibration`); without labels, by how often the pruned model answers otherwise than the dense one. The held-out samples take no part. Only of structured steps.
     */
    readonly 'accuracy-drop'?: Limit;
    /**
     * Beside `accuracy-drop`: what the search makes as small as it can.
     */
    readonly cost?: 'macs' | 'params' | 'size' | 'latency';
    /**
     * `true`: remove only units that do nothing: those that no layer reads, those that are zero on every calibration sample, and those that another unit equals. What they did is moved, not lost; outputs must agree on all calibration samples. `criterion`, `allocation`, `repair` are not looked at, and `align` only where it is a number. Only of structured steps.
     */
    readonly lossless?: true;
}
/**
 * One measure of quality on the held-out samples.
 */
export interface Metric {
    /**
     * `agreement`, `kl` and `cosine` compare the pruned outputs with the dense ones and need no labels.
     */
    readonly name: MetricName;
    /**
     * What checks call this metric; the metric's name where it is not given. Unique within the model.
     */
    readonly id?: string;
    /**
     * The model output to look at. Needed where the model has several.
     */
    readonly output?: string;
    /**
     * `accuracy` only: right where the label is among this many highest scores.
     */
    readonly top?: number;
    /**
     * Where a single score counts as positive.
     */
    readonly threshold?: number;
}
/**
 * One limit, with exactly one of `max` and `min`.
 */
export interface Check {
    /**
     * `<metric id>.<aspect>`, or `<measure>.<aspect>` for what is measured of every model (`size`, `latency`, `macs`, ...). A metric has `drop`, `pruned`, `dense`, `slice-drop` (the worst slice) and, where each sample is right or wrong, `class-drop` (the worst class); against the base of a change `regression` and `drift`.
     */
    readonly check: string;
    /**
     * The value must not be above this.
     */
    readonly max?: Limit;
    /**
     * The value must not be below this.
     */
    readonly min?: Limit;
    /**
     * A breached `critical` check gives FAIL, an `advisory` one that does not pass gives WARN.
     */
    readonly level?: 'critical' | 'advisory';
}
