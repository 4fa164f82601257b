/** Where a policy is looked for unless one is named, from the workspace. */
export const DEFAULT_POLICY = '.github/prune-gate.yml';
