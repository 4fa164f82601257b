/**
 * report.json, byte for byte the same for equal reports: keys in the order of the schema, other keys (operators, stages)
 * sorted, two spaces. Written by hand rather than by `JSON.stringify` over a copy, because a key may be `__proto__`.
 */
import type { Report } from './types.js';
/** The report as JSON text with a final line break. Numbers that JSON cannot write become null. */
export declare function serializeReport(report: Report): string;
