import type { Segment } from './document.js';
import type { Complaint } from './explain.js';
import type { PolicyFile } from './policy-file.gen.js';
type Path = readonly Segment[];
export declare function checkRules(file: PolicyFile): Complaint[];
/** Every path a policy names, with its place: rule 7 looks at their text, `readPolicy` at the links they go through. */
export declare function policyPaths(file: PolicyFile): {
    readonly at: Path;
    readonly path: string;
}[];
export {};
