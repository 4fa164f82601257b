/**
 * The report: everything a reader or a later step may want to know about a run. `report.json` is exactly this
 * record (schemas/report.schema.json); Markdown, terminal and annotations are views of it.
 */
import type { Check, LimitUnit } from '../policy/types.js';

export type Verdict = 'PASS' | 'WARN' | 'FAIL' | 'INCONCLUSIVE' | 'ERROR';

export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'prune-gate'; readonly version: string };
  readonly verdict: Verdict;
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly policy: { readonly path: string; readonly sha256: string } | null;
  readonly models: readonly ModelReport[];
  /** Errors that belong to no model (policy unreadable, supervisor). */
  readonly errors: readonly ReportError[];
  readonly environment: Environment | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly seconds: number;
}

export interface ReportError {
  readonly code: string;
  readonly message: string;
  readonly where: string | null;
  readonly fix: string | null;
  /** Pipeline stage during which it happened. */
  readonly stage: string | null;
}

export interface ModelReport {
  readonly name: string;
  readonly path: string;
  readonly verdict: Verdict;
  readonly checks: readonly CheckResult[];
  readonly metrics: readonly MetricResult[];
  readonly measures: MeasurePair | null;
  readonly groups: readonly GroupReport[];
  readonly ladder: readonly LadderStep[];
  /** Decisions and findings in words: splits, repairs dropped, budget not met, ... */
  readonly notes: readonly string[];
  readonly errors: readonly ReportError[];
  readonly proof: ProofReport | null;
  readonly device: { readonly requested: string; readonly used: string; readonly notes: readonly string[] } | null;
  readonly provenance: Provenance;
  /** Written files, relative to the output folder. */
  readonly files: { readonly model: string | null; readonly plan: string | null };
  readonly seconds: { readonly [stage: string]: number };
}

export interface CheckResult {
  readonly check: string;
  readonly bound: 'min' | 'max';
  readonly limit: number;
  readonly unit: LimitUnit;
  readonly limitText: string;
  readonly level: Check['level'];
  readonly outcome: 'pass' | 'fail' | 'inconclusive' | 'error';
  /** Null where nothing could be measured: then the outcome is `error`. */
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** One plain sentence. */
  readonly detail: string;
  /** For `inconclusive`: about how many more samples would decide; null where unknown. */
  readonly samplesToDecide: number | null;
  readonly line: number;
  readonly column: number;
}

export interface MetricResult {
  readonly id: string;
  readonly metric: string;
  readonly higherIsBetter: boolean;
  readonly dense: number | null;
  readonly pruned: number | null;
  /** dense - pruned where higher is better, else pruned - dense. */
  readonly drop: number | null;
  /** Two-sided interval of the drop whose one-sided bounds each have `confidence`. */
  readonly dropInterval: { readonly low: number; readonly high: number } | null;
  readonly confidence: number;
  readonly method: string;
  readonly samples: number;
  /** Paired counts where the metric is right-or-wrong per sample. */
  readonly paired: { readonly both: number; readonly denseOnly: number; readonly prunedOnly: number; readonly neither: number } | null;
  readonly findings: readonly string[];
}

export interface Measures {
  readonly fileBytes: number;
  readonly gzipBytes: number;
  readonly parameters: number;
  readonly nonZeros: number;
  readonly macs: number | null;
  readonly macsByOperator: { readonly [operator: string]: number };
  readonly latency: LatencySummary | null;
}

export interface LatencySummary {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly runs: number;
  readonly batch: number;
  readonly threads: number;
}

export interface MeasurePair {
  readonly dense: Measures;
  readonly pruned: Measures;
  /** Dense median over pruned median, with a bootstrap interval and the A/A noise floor (0.04 is 4 %). */
  readonly speedup: { readonly ratio: number; readonly low: number; readonly high: number; readonly noiseFloor: number } | null;
}

export interface GroupReport {
  readonly name: string;
  readonly kind: string;
  readonly units: number;
  readonly removed: number;
  readonly status: 'pruned' | 'kept' | 'refused';
  /** Why it was kept or refused; for pruned groups, what repair did. */
  readonly reason: string;
  readonly parameters: number;
  readonly macs: number;
}

export interface LadderStep {
  /** dense, pruned, + bias, + refit, + statistics */
  readonly step: string;
  /** Squared output error over output variance, on calibration split B. */
  readonly loss: number;
  /** False where the repair was tried and dropped because the loss did not fall. */
  readonly accepted: boolean;
  readonly detail: string;
}

export interface ProofReport {
  readonly holds: boolean;
  readonly values: number;
  readonly worst: number;
  readonly tolerance: number;
  readonly attempts: number;
  readonly detail: string;
}

export interface Provenance {
  readonly model: string | null;
  readonly heldout: string | null;
  readonly calibration: string | null;
  readonly plan: string | null;
  readonly prunedModel: string | null;
  readonly heldoutSamples: number | null;
  readonly calibrationSamples: number | null;
  readonly seed: number;
}

export interface Environment {
  readonly os: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly node: string;
  readonly onnxruntime: string;
}
