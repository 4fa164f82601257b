/**
 * A required check whose job is skipped counts as a success. Where a workflow is one for a merge queue, nothing may skip it: no
 * filter on its triggers, and no condition on a job but one that makes it run where it otherwise would not.
 */
type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);

const FILTERS = ['paths', 'paths-ignore'];
const RUNS_MORE = /^\$\{\{ (?:!cancelled\(\)|always\(\)) \}\}$/u;

export function skipProblems(workflow: unknown): string[] {
  if (!isMapping(workflow) || !isMapping(workflow.on) || !('merge_group' in workflow.on)) return [];
  const triggers = Object.entries(workflow.on).flatMap(([name, filters]) =>
    isMapping(filters) ? FILTERS.filter((filter) => filter in filters).map((filter) => `${filter} of ${name}`) : []);
  const jobs = Object.entries(isMapping(workflow.jobs) ? workflow.jobs : {}).filter((entry): entry is [string, Mapping] => isMapping(entry[1]));
  const needed = new Set(jobs.flatMap(([, { needs }]) => (Array.isArray(needs) ? needs as unknown[] : [needs])));
  return [...triggers, ...jobs.flatMap(([name, job]) => jobProblems(name, job, !needed.has(name)))];
}

/** The last job of several is the one to require: where one before it fails, it would be skipped. */
function jobProblems(name: string, job: Mapping, isLast: boolean): string[] {
  const condition = typeof job.if === 'string' ? job.if : '';
  if (RUNS_MORE.test(condition)) return [];
  if (condition !== '') return [`job ${name}: if: ${condition}`];
  return isLast && 'needs' in job ? [`job ${name} is skipped where one that it needs fails`] : [];
}
