/**
 * What a workflow that gates pull requests needs beside being valid: rights of the least kind, and a verdict that is still about
 * the branch that the change would be merged into.
 */
type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);
const ACTION = /^prune-gate\/prune-gate@|^\.\//u;

interface Gate { readonly job: string; readonly rights: unknown; readonly inputs: Mapping }

/** Each job that uses the action, with the rights that it has. */
function gatesOf(workflow: Mapping): readonly Gate[] {
  return Object.entries(isMapping(workflow.jobs) ? workflow.jobs : {}).flatMap(([job, content]) => {
    if (!isMapping(content)) return [];
    const steps = (Array.isArray(content.steps) ? content.steps as unknown[] : []).filter(isMapping).filter(({ uses }) => typeof uses === 'string' && ACTION.test(uses));
    return steps.map((step) => ({ job, rights: content.permissions ?? workflow.permissions, inputs: isMapping(step.with) ? step.with : {} }));
  });
}

const triggersOf = ({ on }: Mapping): Mapping => (typeof on === 'string' ? { [on]: null } : isMapping(on) ? on : {});

/** GitHub starts nothing anew where somebody points a pull request at another branch: the check of the head commit stays, and is about another base. */
export function staleProblems(workflow: unknown): string[] {
  if (!isMapping(workflow) || gatesOf(workflow).length === 0) return [];
  const triggers = triggersOf(workflow);
  if (!('pull_request' in triggers)) return [];
  const { types, branches } = isMapping(triggers.pull_request) ? triggers.pull_request : {} as Mapping;
  const lacking = ['opened', 'synchronize', 'reopened', 'edited'].filter((type) => !Array.isArray(types) || !types.includes(type));
  return [...lacking.length === 0 ? [] : [`pull_request lacks the types ${lacking.join(', ')}`], ...Array.isArray(branches) ? [] : ['pull_request has no branches']];
}

/** Rights that a job has and does not need, or needs and does not have. */
export function permissionProblems(workflow: unknown): string[] {
  if (!isMapping(workflow)) return [];
  const triggers = triggersOf(workflow);
  return gatesOf(workflow).flatMap(({ job, rights, inputs }) => {
    const { least, more } = needs(inputs, triggers);
    const has = Object.entries(isMapping(rights) ? rights : {}).map(([scope, right]) => `${scope}: ${String(right)}`);
    return [...least.filter((one) => !has.includes(one)).map((one) => `job ${job} lacks ${one}`), ...has.filter((one) => !least.includes(one) && !more.includes(one)).map((one) => `job ${job} does not need ${one}`)];
  });
}

function needs(inputs: Mapping, triggers: Mapping): { readonly least: readonly string[]; readonly more: readonly string[] } {
  if (inputs.mode === 'publish') return { least: ['actions: read', 'pull-requests: write'], more: [] };
  const comments = 'pull_request' in triggers && inputs.mode !== 'prune' && inputs.shard === undefined && String(inputs.comment) !== 'false';
  // Which branch saved a finished prune: only where the default branch saves some.
  const more = 'push' in triggers ? ['actions: read'] : [];
  return { least: ['contents: read', ...comments ? ['pull-requests: write'] : [], ...String(inputs['check-run']) === 'true' ? ['checks: write'] : []], more };
}
