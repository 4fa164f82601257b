import { type Complaint } from './explain.js';
import type { PolicyFile } from './policy-file.gen.js';
export type Checked = {
    readonly ok: true;
    readonly file: PolicyFile;
} | {
    readonly ok: false;
    readonly complaints: readonly Complaint[];
};
/** Whether a value has the shape of a policy file. Depth and size of the value are bounded by `readDocument`. */
export declare function checkShape(value: unknown): Checked;
