/** Generated from schemas/report.schema.json by scripts/generate-types.mjs: do not edit. */
/**
 * PASS: every check passed. WARN: only advisory checks did not pass, or a target was reached in part. FAIL: a critical check failed. INCONCLUSIVE: the evidence does not decide a critical check. ERROR: something could not be done.
 */
export type Verdict = 'PASS' | 'WARN' | 'FAIL' | 'INCONCLUSIVE' | 'ERROR';
/**
 * `pp`: absolute difference of shares. `relative`: share of the dense value. `x`: dense over pruned.
 */
export type LimitUnit = 'pp' | 'relative' | 'x' | 'bytes' | 'ms' | 'count' | 'none';
/**
 * `report.json`: everything a reader or a later step may want to know about a run. Markdown, terminal and annotations are views of this record. `null` says that a value is not known.
 */
export interface Report {
    /**
     * Version of this record's shape.
     */
    readonly version: 1;
    /**
     * What wrote the report.
     */
    readonly tool: {
        /**
         * Always `prune-gate`.
         */
        readonly name: 'prune-gate';
        /**
         * Version of prune-gate.
         */
        readonly version: string;
    };
    /**
     * The worst of the models' verdicts; ERROR where `errors` is not empty.
     */
    readonly verdict: Verdict;
    /**
     * 0 pass or warn, 1 fail, 2 error, 3 inconclusive; see exit-codes.md.
     */
    readonly exitCode: 0 | 1 | 2 | 3;
    /**
     * The policy that was read; null where none could be.
     */
    readonly policy: {
        /**
         * Relative to the workspace.
         */
        readonly path: string;
        /**
         * sha256 of the file's bytes.
         */
        readonly sha256: string;
    } | null;
    /**
     * One entry for each model, in the policy's order.
     */
    readonly models: readonly ModelReport[];
    /**
     * Errors that belong to no model (policy unreadable, supervisor).
     */
    readonly errors: readonly ReportError[];
    /**
     * Where it ran; null where it was not reached.
     */
    readonly environment: Environment | null;
    /**
     * ISO 8601, UTC.
     */
    readonly startedAt: string;
    /**
     * Wall time of the whole run.
     */
    readonly seconds: number;
    /**
     * Of each policy of the action: which commit's policy and held-out data decided, and what others would have said. Absent where the checkout's own were used without a question, as on the command line.
     */
    readonly sources?: readonly Source[];
    /**
     * What `prune-gate devices` found. Absent for other commands.
     */
    readonly devices?: readonly DeviceLine[];
}
/**
 * Both ends belong to it.
 */
export interface Interval {
    /**
     * Lower end.
     */
    readonly low: number;
    /**
     * Upper end.
     */
    readonly high: number;
}
/**
 * What happened, where, and what to do about it.
 */
export interface ReportError {
    /**
     * Stable identifier, kebab-case, such as `policy-invalid`.
     */
    readonly code: string;
    /**
     * What happened.
     */
    readonly message: string;
    /**
     * File, node, policy path or URL.
     */
    readonly where: string | null;
    /**
     * What to do next.
     */
    readonly fix: string | null;
    /**
     * Pipeline stage during which it happened.
     */
    readonly stage: string | null;
}
/**
 * What was done to one model and what was found.
 */
export interface ModelReport {
    /**
     * As in the policy.
     */
    readonly name: string;
    /**
     * The dense model, relative to the workspace.
     */
    readonly path: string;
    /**
     * Of this model.
     */
    readonly verdict: Verdict;
    /**
     * The policy that this model is judged by, where a run has several; absent where the report's own is the only one.
     */
    readonly policy?: {
        /**
         * Relative to the workspace.
         */
        readonly path: string;
        /**
         * sha256 of the file's bytes; empty where it could not be read.
         */
        readonly sha256: string;
    };
    /**
     * What the policy says of an undecided critical check: `fail` fails the run, `warn` marks it on the run's page, `pass` does neither. Absent where no policy was read.
     */
    readonly onInconclusive?: 'fail' | 'warn' | 'pass';
    /**
     * Every check of the gate, in the policy's order.
     */
    readonly checks: readonly CheckResult[];
    /**
     * Every metric, in the policy's order.
     */
    readonly metrics: readonly MetricResult[];
    /**
     * Degenerate data or outputs, too few samples, samples that are nearly alike: each with its code. Absent where there are none.
     */
    readonly findings?: readonly Finding[];
    /**
     * Of `verify`: each claim of the report, and whether it holds. Absent otherwise.
     */
    readonly verification?: readonly VerificationLine[];
    /**
     * Of `sweep`: the trade-off curve. Absent otherwise.
     */
    readonly sweep?: SweepReport;
    /**
     * Of `explain`: each group that may be cut, what goes, why, and what it costs. Absent otherwise.
     */
    readonly explain?: readonly GroupExplained[];
    /**
     * How often these held-out samples were consulted for this model, this run included: with this output folder on a terminal. Absent where nobody counts; in the action the comment counts, and not this file.
     */
    readonly consultations?: number;
    /**
     * Size, multiply-adds and latency; null where they were not measured.
     */
    readonly measures: MeasurePair | null;
    /**
     * Every group of coupled channels: pruned, kept or refused, and why.
     */
    readonly groups: readonly GroupReport[];
    /**
     * What cutting cost and what each repair won back, on the second calibration split.
     */
    readonly ladder: readonly LadderStep[];
    /**
     * Decisions and findings in words: splits, repairs dropped, budget not met, ...
     */
    readonly notes: readonly string[];
    /**
     * Errors of this model.
     */
    readonly errors: readonly ReportError[];
    /**
     * That the pruned model equals the masked dense model; null where nothing structured was cut.
     */
    readonly proof: ProofReport | null;
    /**
     * What the model ran on.
     */
    readonly device: {
        /**
         * The policy's or the caller's.
         */
        readonly requested: string;
        /**
         * The one that ran.
         */
        readonly used: string;
        /**
         * Why `auto` took no faster one.
         */
        readonly notes: readonly string[];
        /**
         * Their names, or what the machine tells of them. Absent for `cpu`, and where nobody tells.
         */
        readonly gpus?: readonly string[];
        /**
         * Provider libraries that are not part of the npm package (CUDA, TensorRT). Absent for other devices.
         */
        readonly libraries?: readonly {
            /**
             * Name.
             */
            readonly file: string;
            /**
             * sha256.
             */
            readonly sha256: string;
        }[];
        /**
         * Of the NVIDIA driver, CUDA, cuDNN and TensorRT, as found before the device was started. Absent for other devices.
         */
        readonly versions?: readonly FoundVersion[];
        /**
         * With the processor. Absent for `cpu`.
         */
        readonly agreement?: Agreement;
        /**
         * Of the dense model. Absent for `cpu`.
         */
        readonly placement?: Placement;
    } | null;
    /**
     * Hashes and counts of what went in and came out.
     */
    readonly provenance: Provenance;
    /**
     * Written files, relative to the output folder.
     */
    readonly files: {
        /**
         * The pruned model.
         */
        readonly model: string | null;
        /**
         * The plan, for `prune --plan`.
         */
        readonly plan: string | null;
    };
    /**
     * Wall time of each stage.
     */
    readonly seconds: {
        readonly [k: string]: number;
    };
}
/**
 * One limit and what was measured against it.
 */
export interface CheckResult {
    /**
     * As in the policy.
     */
    readonly check: string;
    /**
     * Which side the limit is on.
     */
    readonly bound: 'min' | 'max';
    /**
     * Canonical: shares as fractions, bytes, milliseconds, factors.
     */
    readonly limit: number;
    /**
     * Unit of `limit`, `value` and `interval`.
     */
    readonly unit: LimitUnit;
    /**
     * As in the policy.
     */
    readonly limitText: string;
    /**
     * What a breach does: FAIL or WARN.
     */
    readonly level: 'critical' | 'advisory';
    /**
     * What came of it.
     */
    readonly outcome: 'pass' | 'fail' | 'inconclusive' | 'error';
    /**
     * What was measured; null where nothing could be: then the outcome is `error`.
     */
    readonly value: number | null;
    /**
     * Confidence interval of the value; null for exact values.
     */
    readonly interval: Interval | null;
    /**
     * One plain sentence.
     */
    readonly detail: string;
    /**
     * True where so few samples cannot keep the limit, whatever they show. Absent otherwise.
     */
    readonly tooFew?: boolean;
    /**
     * For `inconclusive`: about how many more samples would decide, if the rates seen so far are the true ones; of slices, how many more of each undecided one. Null where unknown, and where samples do not help (latency).
     */
    readonly samplesToDecide: number | null;
    /**
     * Several sampled checks at once: how sure it is that the limit is broken. Absent where the check is exact, in mode `point`, or has no interval.
     */
    readonly holm?: {
        /**
         * Smallest error rate at which the whole interval lies beyond the limit.
         */
        readonly p: number;
        /**
         * After Holm's adjustment: FAIL needs at most 1 - `confidence`.
         */
        readonly adjusted: number;
        /**
         * Sampled checks of this model.
         */
        readonly of: number;
    };
    /**
     * Of a limit on the worst slice: each slice, those that lost most first. Absent of other checks.
     */
    readonly slices?: readonly SliceOutcome[];
    /**
     * Line of the check in the policy file, from 1.
     */
    readonly line: number;
    /**
     * Column of the check in the policy file, from 1.
     */
    readonly column: number;
}
/**
 * Dense and pruned model on the same held-out samples.
 */
export interface MetricResult {
    /**
     * What checks call it.
     */
    readonly id: string;
    /**
     * The metric's name.
     */
    readonly metric: string;
    /**
     * Direction of the metric.
     */
    readonly higherIsBetter: boolean;
    /**
     * Value of the dense model; null where it could not be computed.
     */
    readonly dense: number | null;
    /**
     * Value of the pruned model; null where it could not be computed.
     */
    readonly pruned: number | null;
    /**
     * What was lost: dense - pruned where higher is better, else pruned - dense.
     */
    readonly drop: number | null;
    /**
     * Two-sided interval whose one-sided bounds each have `confidence`.
     */
    readonly dropInterval: Interval | null;
    /**
     * Of each one-sided bound.
     */
    readonly confidence: number;
    /**
     * How the interval was made.
     */
    readonly method: string;
    /**
     * Held-out samples used.
     */
    readonly samples: number;
    /**
     * Where the metric is right-or-wrong per sample; else null.
     */
    readonly paired: {
        /**
         * Samples both models get right.
         */
        readonly both: number;
        /**
         * Samples only the dense model gets right.
         */
        readonly denseOnly: number;
        /**
         * Samples only the pruned model gets right.
         */
        readonly prunedOnly: number;
        /**
         * Samples neither gets right.
         */
        readonly neither: number;
    } | null;
    /**
     * Exact two-sided p-value of McNemar's test, which asks whether the models are equally right; a description, no check uses it. Absent where there are no paired counts.
     */
    readonly mcnemar?: number;
    /**
     * The metric on parts of the held-out samples: by class, where each sample is right or wrong, and by the columns that the policy names. Absent where there are none.
     */
    readonly slices?: readonly SliceResult[];
    /**
     * What makes the figure no evidence: then it has no value. Absent where there is nothing.
     */
    readonly problems?: readonly MetricProblem[];
    /**
     * What is odd about the data or the outputs.
     */
    readonly findings: readonly string[];
}
/**
 * One claim of a report and what was found now.
 */
export interface VerificationLine {
    /**
     * Policy, data, plan, model, a metric or a check.
     */
    readonly what: string;
    /**
     * `not checked`: it could not be, or is of its moment, as latency is.
     */
    readonly outcome: 'confirmed' | 'differs' | 'not checked';
    /**
     * What was found, or why it was not checked.
     */
    readonly detail: string;
}
/**
 * Outputs, data and metric do not make a figure.
 */
export interface MetricProblem {
    /**
     * Stable identifier: `constant-predictions`, `one-class`, `constant-target`, `not-finite`, `labels-out-of-range`, `no-better-than-chance`, `metric-misfit` or `metric-undefined`.
     */
    readonly code: string;
    /**
     * In words, with the model that it is about.
     */
    readonly message: string;
}
/**
 * What makes the run no evidence, or less of it than it seems.
 */
export interface Finding {
    /**
     * Stable identifier, kebab-case.
     */
    readonly code: string;
    /**
     * `error`: the verdict is ERROR. `undecided`: a check is not decided for want of samples. `warning`: said, and no more.
     */
    readonly level: 'error' | 'undecided' | 'warning';
    /**
     * What was found.
     */
    readonly message: string;
    /**
     * Metric, check or file.
     */
    readonly where: string | null;
    /**
     * What to do about it.
     */
    readonly fix: string | null;
}
/**
 * A metric on a part of the held-out samples.
 */
export interface SliceResult {
    /**
     * `class` for the label, else the column.
     */
    readonly by: string;
    /**
     * The class or the value of the column.
     */
    readonly value: string;
    /**
     * Held-out samples in it.
     */
    readonly samples: number;
    /**
     * Null where it is not defined.
     */
    readonly dense: number | null;
    /**
     * Null where it is not defined.
     */
    readonly pruned: number | null;
    /**
     * In the direction that is worse.
     */
    readonly drop: number | null;
    /**
     * As for all samples.
     */
    readonly dropInterval: Interval | null;
    /**
     * Samples that only one model gets right; null for other metrics.
     */
    readonly paired: {
        /**
         * Right by the dense model alone.
         */
        readonly denseOnly: number;
        /**
         * Right by the pruned model alone.
         */
        readonly prunedOnly: number;
    } | null;
}
/**
 * What a limit on the worst slice found of one slice.
 */
export interface SliceOutcome {
    /**
     * `class` for the label, else the column.
     */
    readonly by: string;
    /**
     * The class or the value of the column.
     */
    readonly value: string;
    /**
     * Held-out samples in it.
     */
    readonly samples: number;
    /**
     * In the check's unit.
     */
    readonly drop: number;
    /**
     * `not judged`: too few samples for this limit, even if the models never disagreed.
     */
    readonly outcome: 'pass' | 'fail' | 'inconclusive' | 'not judged';
}
/**
 * Joules of one run, batch 1, and where they come from.
 */
export interface Energy {
    /**
     * `rapl`: the processor's counters. `nvml`: the NVIDIA driver. `estimate`: not measured, but computed from MACs and bytes moved.
     */
    readonly source: 'rapl' | 'nvml' | 'estimate';
    /**
     * What the idle machine takes is subtracted; null where it is not known.
     */
    readonly joules: number | null;
    /**
     * Lower end of the interval; null for an estimate.
     */
    readonly low: number | null;
    /**
     * Upper end of the interval; null for an estimate.
     */
    readonly high: number | null;
    /**
     * Watts of the idle machine; null for an estimate.
     */
    readonly idleWatts: number | null;
    /**
     * How it was measured, or from what it was estimated and why it was not measured.
     */
    readonly detail: string;
}
/**
 * With its bounds, where the command gives them.
 */
export interface BoardFigure {
    /**
     * Milliseconds, joules or bytes.
     */
    readonly value: number;
    /**
     * Lower bound.
     */
    readonly low: number | null;
    /**
     * Upper bound.
     */
    readonly high: number | null;
}
/**
 * As the policy's measuring command printed them; null where it did not.
 */
export interface BoardFigures {
    /**
     * Milliseconds of one run.
     */
    readonly latency: BoardFigure | null;
    /**
     * Joules of one run.
     */
    readonly energy: BoardFigure | null;
    /**
     * Bytes.
     */
    readonly memory: BoardFigure | null;
}
/**
 * Measured of one model.
 */
export interface Measures {
    /**
     * Bytes, external data included.
     */
    readonly fileBytes: number;
    /**
     * Bytes after gzip.
     */
    readonly gzipBytes: number;
    /**
     * Elements of all weights.
     */
    readonly parameters: number;
    /**
     * Elements of all weights that are not zero.
     */
    readonly nonZeros: number;
    /**
     * Weights that the file holds as `sparse_initializer`: `fileBytes` is of this storage. Absent where there are none.
     */
    readonly sparseWeights?: number;
    /**
     * Multiply-adds of one sample; null where a shape is not known.
     */
    readonly macs: number | null;
    /**
     * Multiply-adds of one sample by operator type.
     */
    readonly macsByOperator: {
        readonly [k: string]: number;
    };
    /**
     * Joules of one run. Absent where it was not looked at.
     */
    readonly energy?: Energy;
    /**
     * What the policy's measuring command printed. Absent where none ran.
     */
    readonly board?: BoardFigures;
    /**
     * Null where it was not measured.
     */
    readonly latency: LatencySummary | null;
    /**
     * The slowest first. Absent where no profile was taken.
     */
    readonly operators?: readonly OperatorTime[];
    /**
     * What a device needs to run one sample. Absent where it was not looked at.
     */
    readonly memory?: Memory;
    /**
     * Where its nodes ran. Absent for `cpu`.
     */
    readonly placement?: Placement;
}
/**
 * Weights in flash and activations in RAM, as computed for a microcontroller, and what onnxruntime took on this machine. methods.md has the method.
 */
export interface Memory {
    /**
     * Bytes of all weights.
     */
    readonly flashBytes: number;
    /**
     * Most bytes of activations alive at once: no arena can be smaller. null where a shape is not known.
     */
    readonly liveBytes: number | null;
    /**
     * The arena that a static planner needs for the activations. null where a shape is not known.
     */
    readonly ramBytes: number | null;
    /**
     * Most bytes of activations that onnxruntime's arena had in use: fusion and padding move it; inputs are not in it. null where the profile does not tell.
     */
    readonly arenaBytes: number | null;
    /**
     * Most memory of a process that only runs this model, Node and onnxruntime included. null where it could not be measured.
     */
    readonly residentBytes: number | null;
    /**
     * The same process before it opened the model.
     */
    readonly residentBaseBytes: number | null;
    /**
     * Why a value is null.
     */
    readonly notes: readonly string[];
    /**
     * GPU memory that the process with this model had, context and arena included, by nvidia-smi. Absent for `cpu` and where there is no nvidia-smi.
     */
    readonly deviceBytes?: number;
}
/**
 * Wall time of a run.
 */
export interface LatencySummary {
    /**
     * Milliseconds.
     */
    readonly medianMs: number;
    /**
     * Milliseconds.
     */
    readonly p95Ms: number;
    /**
     * Timed runs.
     */
    readonly runs: number;
    /**
     * Samples in each run.
     */
    readonly batch: number;
    /**
     * Threads within an operator; 0: onnxruntime's choice.
     */
    readonly threads: number;
    /**
     * Samples a second, at the median.
     */
    readonly throughput?: number;
    /**
     * Runs slower than the upper quartile by more than three interquartile ranges; none is left out.
     */
    readonly outliers?: number;
    /**
     * Median of the last third of the runs over that of the first, less one: 0.05 got 5 % slower meanwhile.
     */
    readonly drift?: number;
}
/**
 * How many times faster the pruned model is, and how sure that is.
 */
export interface Speedup {
    /**
     * Dense median over pruned median; above 1 is faster.
     */
    readonly ratio: number;
    /**
     * Lower end of the bootstrap interval.
     */
    readonly low: number;
    /**
     * Upper end of the bootstrap interval.
     */
    readonly high: number;
    /**
     * From timing the dense model against itself: 0.04 is 4 %.
     */
    readonly noiseFloor: number;
}
/**
 * One batch size with one number of threads.
 */
export interface TimedSetting {
    /**
     * The model as committed.
     */
    readonly dense: LatencySummary;
    /**
     * The pruned model.
     */
    readonly pruned: LatencySummary;
    /**
     * Of this setting.
     */
    readonly speedup: Speedup;
}
/**
 * From onnxruntime's profile of the first setting: what ran after its fusions.
 */
export interface OperatorTime {
    /**
     * As onnxruntime runs it.
     */
    readonly operator: string;
    /**
     * Milliseconds of one run, over all nodes of this operator.
     */
    readonly ms: number;
    /**
     * Nodes of this operator that one run executes.
     */
    readonly nodes: number;
}
/**
 * Dense and pruned.
 */
export interface MeasurePair {
    /**
     * The model as committed.
     */
    readonly dense: Measures;
    /**
     * The pruned model.
     */
    readonly pruned: Measures;
    /**
     * Dense median over pruned median; null where latency was not measured.
     */
    readonly speedup: Speedup | null;
    /**
     * Every batch size with every number of threads; the first is that of `latency` and `speedup` above. Absent where latency was not measured.
     */
    readonly settings?: readonly TimedSetting[];
}
/**
 * Channels that live or die together.
 */
export interface GroupReport {
    /**
     * A node, output or weight name.
     */
    readonly name: string;
    /**
     * Operator types of the producing nodes.
     */
    readonly kind: string;
    /**
     * Channels there were; weights, for an unstructured step.
     */
    readonly units: number;
    /**
     * Channels removed; weights that are zero, for an unstructured step.
     */
    readonly removed: number;
    /**
     * What became of it.
     */
    readonly status: 'pruned' | 'kept' | 'refused';
    /**
     * Why it was kept or refused; for pruned groups, what repair did.
     */
    readonly reason: string;
    /**
     * Elements of the weight slices that make the group's channels; what reads them is counted where it makes channels.
     */
    readonly parameters: number;
    /**
     * Multiply-adds of the layers that make the group's channels; those that read them shrink with them.
     */
    readonly macs: number;
}
/**
 * A state of the model and its loss.
 */
export interface LadderStep {
    /**
     * dense, pruned, + bias, + refit, + sequential, + statistics; of unstructured steps also + update.
     */
    readonly step: string;
    /**
     * Squared output error over output variance, on calibration split B; null where the outputs were not finite.
     */
    readonly loss: number | null;
    /**
     * False where the repair was tried and dropped because the loss did not fall.
     */
    readonly accepted: boolean;
    /**
     * In words.
     */
    readonly detail: string;
}
/**
 * Pruned model against masked dense model, before any repair.
 */
export interface ProofReport {
    /**
     * Every value agreed within the tolerance.
     */
    readonly holds: boolean;
    /**
     * Values compared.
     */
    readonly values: number;
    /**
     * Largest max|a-b| / max|b| of a value.
     */
    readonly worst: number;
    /**
     * What was allowed.
     */
    readonly tolerance: number;
    /**
     * Plans made until the proof held.
     */
    readonly attempts: number;
    /**
     * In words.
     */
    readonly detail: string;
}
/**
 * sha256 of inputs and outputs; null where there is none.
 */
export interface Provenance {
    /**
     * Of the dense model.
     */
    readonly model: string | null;
    /**
     * Of the held-out source.
     */
    readonly heldout: string | null;
    /**
     * Of the calibration source.
     */
    readonly calibration: string | null;
    /**
     * Of the plan.
     */
    readonly plan: string | null;
    /**
     * Of the pruned model.
     */
    readonly prunedModel: string | null;
    /**
     * Samples the verdict used.
     */
    readonly heldoutSamples: number | null;
    /**
     * Samples calibration used.
     */
    readonly calibrationSamples: number | null;
    /**
     * Of the policy file. Absent where none was read.
     */
    readonly policy?: string;
    /**
     * Version of prune-gate.
     */
    readonly tool?: string;
    /**
     * Version of onnxruntime.
     */
    readonly onnxruntime?: string;
    /**
     * sha256 over what the policy says about data, pruning, metrics and seed.
     */
    readonly settings?: string;
    /**
     * What the bootstrap's draws follow from: the hashes of model and held-out data.
     */
    readonly evaluationSeed?: string;
    /**
     * The policy's.
     */
    readonly seed: number;
}
/**
 * The machine and the versions.
 */
export interface Environment {
    /**
     * Name and release.
     */
    readonly os: string;
    /**
     * Such as `x64`.
     */
    readonly arch: string;
    /**
     * Model name.
     */
    readonly cpu: string;
    /**
     * Logical cores.
     */
    readonly cores: number;
    /**
     * Bytes.
     */
    readonly memoryBytes: number;
    /**
     * Version.
     */
    readonly node: string;
    /**
     * Version.
     */
    readonly onnxruntime: string;
    /**
     * What steers the cores' frequency, such as `performance`; several are joined by `, `. null where the system does not tell.
     */
    readonly governor?: string | null;
}
/**
 * Where a policy and its held-out data were read. A change cannot loosen what it is judged by: what its base commit says decides.
 */
export interface Source {
    /**
     * The policy's path, relative to the workspace.
     */
    readonly policy: string;
    /**
     * Whose policy decided: the `base` commit's, that of the commit that `policy-ref` names (`ref`), or the `checkout`'s own.
     */
    readonly from: 'base' | 'ref' | 'checkout';
    /**
     * The commit that the policy was looked up in.
     */
    readonly commit: string;
    /**
     * What the change did to the policy: `none`, `edited`, `removed`; `new`: that commit has none; `moved`: it names files that the change moved; `unusable`: it cannot be read as a policy (`detail`).
     */
    readonly policyChange: 'none' | 'edited' | 'removed' | 'new' | 'moved' | 'unusable';
    /**
     * Files that the commit's policy names, which are there and not in the checkout.
     */
    readonly moved: readonly string[];
    /**
     * Held-out files and folders that differ from the commit's.
     */
    readonly dataChanged: readonly string[];
    /**
     * Held-out files and folders that the commit does not have, without a `sha256` in its policy: they were read as they lay.
     */
    readonly dataUnpinned: readonly string[];
    /**
     * Why the commit's policy cannot be used; null where it can.
     */
    readonly detail: string | null;
    /**
     * The label that approves a change of policy or data (`approval-label`); null where none is configured.
     */
    readonly label: string | null;
    /**
     * Whether the pull request has it.
     */
    readonly approved: boolean;
    /**
     * The verdict by the other policy and data, where the change touched either; null where there is none.
     */
    readonly other: OtherVerdict | null;
}
/**
 * What did not decide, and is shown beside it. Its own report is in a folder of the output folder.
 */
export interface OtherVerdict {
    /**
     * Whose policy and data: those of the `base` commit (or `ref`), or the `checkout`'s.
     */
    readonly from: 'base' | 'ref' | 'checkout';
    /**
     * What it would have been.
     */
    readonly verdict: Verdict;
    /**
     * As in the report, but for groups, steps and notes.
     */
    readonly models: readonly ModelReport[];
    /**
     * Errors that belong to no model.
     */
    readonly errors: readonly ReportError[];
    /**
     * Its report.json, relative to the output folder.
     */
    readonly report: string;
}
/**
 * Where the model's nodes ran, by onnxruntime's own profile of one run.
 */
export interface Placement {
    /**
     * Nodes by execution provider, most first.
     */
    readonly providers: readonly {
        /**
         * In onnxruntime's words.
         */
        readonly provider: string;
        /**
         * How many ran there, copies between providers not counted.
         */
        readonly nodes: number;
    }[];
    /**
     * Of all nodes, those on the device; 0 to 1.
     */
    readonly nodeShare: number;
    /**
     * Of the time of one run, what the nodes on the processor did not take; 0 to 1. docs/devices.md says why it is counted this way round.
     */
    readonly timeShare: number;
    /**
     * Copies between processor and device inside one run; inputs and outputs are not counted.
     */
    readonly transfers: number;
    /**
     * By these copies.
     */
    readonly transferBytes: number;
    /**
     * Milliseconds of all kernels of one run by the device's own clock; null where the provider does not report them.
     */
    readonly kernelMs: number | null;
}
/**
 * The dense model's outputs on the device against the processor's, before any figure of the device counts.
 */
export interface Agreement {
    /**
     * Held-out samples that were compared, by their inputs alone.
     */
    readonly samples: number;
    /**
     * The largest of all outputs, over the output's largest magnitude.
     */
    readonly difference: number;
    /**
     * Of the model's type.
     */
    readonly tolerance: number;
    /**
     * Which tolerance it is.
     */
    readonly type: 'float32' | 'float16' | 'quantized';
}
/**
 * One device that prune-gate knows, tried on this machine.
 */
export interface DeviceLine {
    /**
     * Its name in the policy.
     */
    readonly device: string;
    /**
     * Whether a model ran on it.
     */
    readonly works: boolean;
    /**
     * How fast it is, or why it does not work.
     */
    readonly detail: string;
    /**
     * What to do about it; null where it works.
     */
    readonly fix: string | null;
    /**
     * Of the NVIDIA driver, CUDA, cuDNN and TensorRT, as found before the device was started. Absent for other devices, and without a provider library.
     */
    readonly versions?: readonly FoundVersion[];
}
/**
 * What a provider library needs, and what is there.
 */
export interface FoundVersion {
    /**
     * `driver` is NVIDIA's.
     */
    readonly what: 'driver' | 'CUDA' | 'cuDNN' | 'TensorRT';
    /**
     * Its version; null where none was found, or none tells.
     */
    readonly found: string | null;
    /**
     * The file or tool that tells; null where nothing was found.
     */
    readonly where: string | null;
    /**
     * What the provider library asks for; null where it does not tell.
     */
    readonly needs: string | null;
}
/**
 * Prunes at rising cuts, each repaired in full. Quality is measured on calibration samples that neither fitted nor decided anything; the held-out samples take no part.
 */
export interface SweepReport {
    /**
     * `accuracy`, or `agreement` with the dense model where the calibration samples have no labels.
     */
    readonly metric: 'accuracy' | 'agreement';
    /**
     * Search samples.
     */
    readonly samples: number;
    /**
     * What the factors are of.
     */
    readonly cost: 'macs' | 'params' | 'size' | 'latency';
    /**
     * The model as it was committed.
     */
    readonly dense: {
        /**
         * Of the metric; 1 for agreement.
         */
        readonly value: number | null;
        /**
         * Multiply-accumulates a sample.
         */
        readonly macs: number;
        /**
         * Of the model.
         */
        readonly parameters: number;
        /**
         * Of the model, external data included.
         */
        readonly fileBytes: number;
    };
    /**
     * By rising factor.
     */
    readonly points: readonly SweepPoint[];
    /**
     * Factor of the point farthest above the straight line from the dense model to the last point (Satopää et al. 2011); null where the curve has none.
     */
    readonly knee: number | null;
    /**
     * Why no further point was tried; null where all were.
     */
    readonly stopped: string | null;
    /**
     * Of a sweep that several machines share: which part of the points this is. Absent for the whole curve.
     */
    readonly part?: {
        /**
         * From 1.
         */
        readonly index: number;
        /**
         * Parts of the whole.
         */
        readonly count: number;
    };
}
/**
 * One pruned model.
 */
export interface SweepPoint {
    /**
     * Asked for: dense over pruned.
     */
    readonly factor: number;
    /**
     * Of the metric.
     */
    readonly value: number | null;
    /**
     * Dense less pruned, of the same samples.
     */
    readonly drop: number | null;
    /**
     * Of the drop; null where it has none.
     */
    readonly dropInterval: {
        /**
         * Lower bound.
         */
        readonly low: number;
        /**
         * Upper bound.
         */
        readonly high: number;
    } | null;
    /**
     * Multiply-accumulates a sample.
     */
    readonly macs: number;
    /**
     * Of the model.
     */
    readonly parameters: number;
    /**
     * Of the model, external data included.
     */
    readonly fileBytes: number;
    /**
     * Median milliseconds.
     */
    readonly latencyMs: number;
    /**
     * Median milliseconds of the dense model, timed beside it.
     */
    readonly denseMs: number;
    /**
     * Dense over pruned, of medians.
     */
    readonly speedup: {
        /**
         * Estimate.
         */
        readonly ratio: number;
        /**
         * Lower bound.
         */
        readonly low: number;
        /**
         * Upper bound.
         */
        readonly high: number;
        /**
         * 0.04: two timings of the dense model differed by 4 %.
         */
        readonly noiseFloor: number;
    };
    /**
     * Where its model and plan lie, below the output folder.
     */
    readonly folder: string;
    /**
     * Whether an earlier sweep had finished it.
     */
    readonly reused: boolean;
}
/**
 * What a plan does with one group of coupled units.
 */
export interface GroupExplained {
    /**
     * The group's name.
     */
    readonly name: string;
    /**
     * Operator types that make its units.
     */
    readonly kind: string;
    /**
     * Units it has.
     */
    readonly units: number;
    /**
     * Units that go.
     */
    readonly removed: number;
    /**
     * In words.
     */
    readonly why: string;
    /**
     * Output loss when only this group is cut that far and what reads it is refit; null where that was not measured.
     */
    readonly loss: number | null;
    /**
     * Share of the model's multiply-accumulates that this cut alone saves.
     */
    readonly saved: number;
    /**
     * Sensitivity: the same at several counts, ascending.
     *
     * Items: Only this group cut.
     */
    readonly curve: readonly {
        /**
         * Units removed.
         */
        readonly removed: number;
        /**
         * Output loss on calibration split B.
         */
        readonly loss: number;
        /**
         * Share of multiply-accumulates.
         */
        readonly saved: number;
    }[];
    /**
     * Units by rising importance.
     *
     * Items: And its rank.
     */
    readonly ranking: readonly {
        /**
         * Index within the group.
         */
        readonly unit: number;
        /**
         * By the criterion of the policy.
         */
        readonly score: number;
        /**
         * Whether it goes.
         */
        readonly removed: boolean;
    }[];
    /**
     * Units of the dense model that do nothing (`target: lossless` removes them).
     *
     * Items: And what is wrong with it.
     */
    readonly redundant: readonly {
        /**
         * Index within the group.
         */
        readonly unit: number;
        /**
         * Nothing reads it; it is zero on all calibration samples; another unit equals it.
         */
        readonly kind: 'unread' | 'silent' | 'duplicate';
        /**
         * The unit that equals it.
         */
        readonly of?: number;
    }[];
}
