/** What a YAML snippet of the documentation is, and what is wrong with it. */
import { parseDocument } from 'yaml';
import { checkUnits } from '../../src/gate/thresholds.js';
import { PolicyInvalidError } from '../../src/policy/errors.js';
import { parsePolicy } from '../../src/policy/read.js';

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);
const indent = (text: string, by: number): string => text.replace(/^(?=.)/gmu, ' '.repeat(by));

/** Problems in words; empty where the snippet is sound. */
export function yamlProblems(text: string): string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map((error) => error.message);
  const value: unknown = document.toJS();
  if (isMapping(value) && 'jobs' in value) return workflowProblems(value);
  if (Array.isArray(value) && value.every((item) => isMapping(item) && ('uses' in item || 'run' in item))) {
    return value.flatMap((step, index) => stepProblems(step as Mapping, `step ${index + 1}`));
  }
  return policyProblems(completePolicy(value, text));
}

/** A whole policy as it is; a part of one with the rest put around it. */
function completePolicy(value: unknown, text: string): string {
  if (isMapping(value) && 'models' in value) return text;
  const model = { path: 'path: models/a.onnx', data: 'data: { heldout: { path: data/test.npz, target: y } }',
    prune: 'prune: [{ method: structured, target: { macs: 1.5x } }]', metrics: 'metrics: [{ name: accuracy }]',
    gate: 'gate: [{ check: accuracy.drop, max: 1pp }]' };
  const [key, body] = partOf(value, text);
  const rest = Object.entries(model).filter(([name]) => !(key === '' ? isMapping(value) && name in value : name === key));
  const given = key === '' ? indent(body, 4) : `    ${key}:\n${indent(body, 6)}`;
  const head = '  - name: a';
  const own = isMapping(value) && key === '' && 'name' in value ? '  -' : head;
  return `version: 1\nmodels:\n${own}\n${rest.map(([, line]) => `    ${line}`).join('\n')}\n${given}\n`;
}

function partOf(value: unknown, text: string): [key: string, body: string] {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (isMapping(first) && 'check' in first) return ['gate', text];
  if (isMapping(first) && 'method' in first) return ['prune', text];
  if (isMapping(first) && 'heldout' in first) return ['data', text];
  if (isMapping(value) && 'heldout' in value) return ['data', text];
  if (Array.isArray(value)) return ['metrics', text];
  return ['', text];
}

function policyProblems(text: string): string[] {
  try {
    const policy = parsePolicy(text, 'policy.yml');
    return policy.models.flatMap((model) => checkUnits(model.gate, model.metrics).map(({ message }) => message));
  } catch (thrown) {
    if (thrown instanceof PolicyInvalidError) return [`${thrown.message}\n${text}`];
    throw thrown;
  }
}

/** Triggers under which a stranger's files would meet a writable token. */
const REFUSED_TRIGGERS = ['pull_request_target'];
const KNOWN_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'contents': ['read'], 'pull-requests': ['read', 'write'], 'checks': ['write'], 'actions': ['read'], 'issues': ['read'],
};

function workflowProblems(workflow: Mapping): string[] {
  const problems: string[] = [];
  // YAML 1.2 keeps `on` a string, as GitHub reads it.
  if (!isMapping(workflow.on)) problems.push('`on` is no mapping of triggers');
  else problems.push(...Object.keys(workflow.on).filter((name) => REFUSED_TRIGGERS.includes(name)).map((name) => `trigger ${name}`));
  problems.push(...permissionProblems(workflow.permissions));
  if (!isMapping(workflow.jobs)) return [...problems, '`jobs` is no mapping'];
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!isMapping(job) || typeof job['runs-on'] !== 'string' && !Array.isArray(job['runs-on']) || !Array.isArray(job.steps)) {
      problems.push(`job ${name} lacks runs-on or steps`);
      continue;
    }
    if ('permissions' in job) problems.push(...permissionProblems(job.permissions));
    problems.push(...job.steps.flatMap((step, index) => stepProblems(step as Mapping, `${name}, step ${index + 1}`)));
  }
  return problems;
}

function permissionProblems(permissions: unknown): string[] {
  if (!isMapping(permissions)) return ['no `permissions`: the token would have whatever the organisation gives it'];
  return Object.entries(permissions).flatMap(([name, level]) =>
    KNOWN_PERMISSIONS[name]?.includes(String(level)) === true ? [] : [`permission ${name}: ${String(level)}`]);
}

function stepProblems(step: Mapping, where: string): string[] {
  if (typeof step.run === 'string') return [];
  if (typeof step.uses !== 'string') return [`${where} has neither uses nor run`];
  if (step.uses === './' || /^[\w.-]+\/[\w./-]+@[\w.-]+$/u.test(step.uses)) return [];
  return [`${where}: '${step.uses}' is not owner/repository@version`];
}
