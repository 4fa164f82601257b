import type { ReportError } from './types.js';
/** Anything but a UserError is a bug of ours; its stack belongs in a log. `stage` is where the run was, null where it was in none. */
export declare function errorOfThrown(thrown: unknown, stage: string | null): ReportError;
