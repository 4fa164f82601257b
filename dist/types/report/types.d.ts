/**
 * The report: everything a reader or a later step may want to know about a run. `report.json` is exactly this record;
 * Markdown, terminal and annotations are views of it. The types are generated from schemas/report.schema.json.
 */
export type { CheckResult, Environment, GroupReport, Interval, LadderStep, LatencySummary, MeasurePair, Measures, Memory, MetricResult, ModelReport, OperatorTime, ProofReport, Provenance, Report, ReportError, SliceOutcome, SliceResult, Speedup, TimedSetting, Verdict, } from './report.gen.js';
