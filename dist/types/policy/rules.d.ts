/**
 * What a policy of the right shape must also keep to:
 *
 * 1. Model names are unique, letter case aside: they become file names.
 * 2. Every model has `prune`, `metrics` and `gate`, its own or those of `defaults`.
 * 3. Metric ids are unique within a model, and none is the name of a measure.
 * 4. A check is about a metric of its model or about a measure, and its limit is a quantity.
 * 5. Patterns can be read.
 * 6. Factors are above 1, shares between 0 and 1.
 * 7. Paths are plain, relative and without `..`.
 * 8. `mean` and `std` fit together; the crop lies within the resized picture.
 * 9. `top` and `threshold` stand only where the metric looks at them.
 */
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
