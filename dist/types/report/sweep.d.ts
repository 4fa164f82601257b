import type { SweepReport } from './types.js';
/** Rows of cells: header, the dense model, each point. Plain text, ours and figures alone. */
export declare function sweepRows({ metric, cost, dense, points, knee }: SweepReport): string[][];
export declare function sweepNote({ samples, metric, stopped, knee, part }: SweepReport): string;
export declare function sweepMarkdown(sweep: SweepReport): string;
