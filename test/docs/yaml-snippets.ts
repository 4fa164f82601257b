/** What a YAML snippet of the documentation is, and what is wrong with it. */
import { parseDocument, stringify } from 'yaml';
import { INPUTS } from '../../src/action/inputs.js';
import { checkUnits } from '../../src/gate/thresholds.js';
import { PolicyInvalidError } from '../../src/policy/errors.js';
import { parsePolicy } from '../../src/policy/read.js';

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, ...keys: string[]): value is readonly Mapping[] =>
  Array.isArray(value) && value.every((item) => isMapping(item) && keys.some((key) => key in item));

/** Problems in words; empty where the snippet is sound. */
export function yamlProblems(text: string): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map((error) => error.message);
  const value: unknown = document.toJS();
  if (isMapping(value) && 'jobs' in value) return workflowProblems(value);
  if (isListOf(value, 'uses', 'run')) return stepsProblems(value, '');
  if (isMapping(value) && isListOf(value.steps, 'uses', 'run')) return stepsProblems(value.steps, '');
  if (isMapping(value) && isMapping(value.with)) return inputProblems(value.with, '');
  return policyProblems(isMapping(value) && 'models' in value ? text : stringify(completed(value)));
}

/** The rest of a policy around a part of one. */
function completed(part: unknown): Mapping {
  const model = {
    name: 'a', path: 'models/a.onnx', data: { heldout: { path: 'data/test.npz', target: 'y' } },
    prune: [{ method: 'structured', target: { macs: '1.5x' } }], metrics: [{ name: 'accuracy' }],
    gate: [{ check: 'accuracy.drop', max: '1pp' }],
  };
  const given = isMapping(part) && !('heldout' in part) ? part : { [keyOf(part)]: part };
  return { version: 1, models: [{ ...model, ...given }] };
}

function keyOf(part: unknown): string {
  if (isListOf(part, 'check')) return 'gate';
  if (isListOf(part, 'method')) return 'prune';
  return Array.isArray(part) ? 'metrics' : 'data';
}

function policyProblems(text: string): string[] {
  try {
    const policy = parsePolicy(text, 'policy.yml');
    return policy.models.flatMap((model) => checkUnits(model.gate, model.metrics).map(({ message }) => message));
  } catch (thrown) {
    if (thrown instanceof PolicyInvalidError) return [thrown.message];
    throw thrown;
  }
}

/** Triggers under which a stranger's files would meet a writable token. */
const REFUSED_TRIGGERS = ['pull_request_target'];
const OURS = /^(?:prune-gate\/prune-gate@|\.\/)/u;
const KNOWN_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'contents': ['read'], 'pull-requests': ['read', 'write'], 'checks': ['write'], 'actions': ['read'], 'issues': ['read'],
};

/** What a job of its own may have that runs nothing of ours: no model meets this token. */
const KNOWN_ELSEWHERE: typeof KNOWN_PERMISSIONS = { ...KNOWN_PERMISSIONS, contents: ['read', 'write'] };

function workflowProblems(workflow: Mapping): string[] {
  const problems: string[] = [];
  // YAML 1.2 keeps `on` a string, as GitHub reads it.
  if (!isMapping(workflow.on)) problems.push('`on` is no mapping of triggers');
  else problems.push(...Object.keys(workflow.on).filter((name) => REFUSED_TRIGGERS.includes(name)).map((name) => `trigger ${name}`));
  problems.push(...permissionProblems(workflow.permissions, KNOWN_PERMISSIONS));
  if (!isMapping(workflow.jobs)) return [...problems, '`jobs` is no mapping'];
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!isMapping(job) || typeof job['runs-on'] !== 'string' && !Array.isArray(job['runs-on']) || !Array.isArray(job.steps)) {
      problems.push(`job ${name} lacks runs-on or steps`);
      continue;
    }
    const runsOurs = (job.steps as readonly Mapping[]).some(({ uses }) => typeof uses === 'string' && OURS.test(uses));
    if ('permissions' in job) problems.push(...permissionProblems(job.permissions, runsOurs ? KNOWN_PERMISSIONS : KNOWN_ELSEWHERE));
    if (!('timeout-minutes' in job)) problems.push(`job ${name} has no timeout-minutes: GitHub's own is six hours`);
    problems.push(...stepsProblems(job.steps as readonly Mapping[], `${name}, `));
  }
  return problems;
}

function permissionProblems(permissions: unknown, known: typeof KNOWN_PERMISSIONS): string[] {
  if (!isMapping(permissions)) return ['no `permissions`: the token would have whatever the organisation gives it'];
  return Object.entries(permissions).flatMap(([name, level]) =>
    known[name]?.includes(String(level)) === true ? [] : [`permission ${name}: ${String(level)}`]);
}

function stepsProblems(steps: readonly Mapping[], where: string): string[] {
  return steps.flatMap((step, index) => stepProblems(step, `${where}step ${index + 1}`));
}

function stepProblems(step: Mapping, where: string): string[] {
  if (typeof step.run === 'string') return [];
  if (typeof step.uses !== 'string') return [`${where} has neither uses nor run`];
  if (OURS.test(step.uses)) return isMapping(step.with) ? inputProblems(step.with, where) : [];
  return /^[\w.-]+\/[\w./-]+@[\w.-]+$/u.test(step.uses) ? [] : [`${where}: '${step.uses}' is not owner/repository@version`];
}

function inputProblems(given: Mapping, where: string): string[] {
  return Object.keys(given).filter((name) => !(name in INPUTS)).map((name) => `${where}: the action has no input '${name}'`);
}
