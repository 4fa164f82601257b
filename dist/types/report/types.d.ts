/**
 * The report: everything a reader or a later step may want to know about a run. `report.json` is exactly this record;
 * Markdown, terminal and annotations are views of it. The types are generated from schemas/report.schema.json.
 */
export type { Agreement, BoardFigures, CheckResult, DeviceLine, Energy, Environment, Finding, FoundVersion, GroupExplained, GroupReport, Interval, LadderStep, LatencySummary, MeasurePair, Measures, Memory, MetricProblem, MetricResult, ModelReport, OperatorTime, OtherVerdict, Placement, ProofReport, Provenance, Report, ReportError, SliceOutcome, SliceResult, Source, Speedup, SweepPoint, SweepReport, TimedSetting, Verdict, VerificationLine, } from './report.gen.js';
