/** Where a policy is looked for unless one is named, from the workspace. */
export declare const DEFAULT_POLICY = ".github/prune-gate.yml";
