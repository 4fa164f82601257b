import type { PolicyDocument } from './document.js';
import type * as File from './policy-file.gen.js';
import type { Policy } from './types.js';
/** The schema states the same values for people and editors; a test compares them. */
export declare const DEFAULTS: {
    readonly model: {
        readonly device: "auto";
        readonly mode: "interval";
        readonly confidence: 0.95;
        readonly onInconclusive: "fail";
        readonly seed: 0;
    };
    readonly latency: {
        readonly batch: 1;
        readonly threads: 1;
        readonly warmup: 10;
        readonly runs: 100;
    };
    readonly measure: {
        readonly timeout: 120;
    };
    readonly source: {
        readonly format: "auto";
    };
    readonly preprocess: {
        readonly scale: 1;
        readonly mean: readonly [0];
        readonly std: readonly [1];
    };
    readonly structured: {
        readonly criterion: "obs";
        readonly allocation: "auto";
        readonly align: "auto";
        readonly keep: readonly [];
        readonly repair: readonly ["bias", "refit", "sequential", "statistics"];
        readonly allowPartial: false;
    };
    readonly unstructured: {
        readonly criterion: "obs";
        readonly scope: "auto";
        readonly repair: readonly ["update", "refit", "sequential", "statistics"];
        readonly keep: readonly [];
        readonly store: "dense";
    };
    readonly blocks: {
        readonly keep: readonly [];
        readonly repair: readonly ["sequential", "statistics"];
        readonly allowPartial: false;
    };
    readonly metric: {
        readonly top: 1;
        readonly threshold: 0.5;
    };
    readonly check: {
        readonly level: "critical";
    };
};
export interface Origin {
    readonly path: string;
    readonly sha256: string;
    /** Where the file's values stand. */
    readonly document: PolicyDocument;
}
/** `file` has passed the schema and `checkRules`. */
export declare function canonicalPolicy(file: File.PolicyFile, { path, sha256, document }: Origin): Policy;
