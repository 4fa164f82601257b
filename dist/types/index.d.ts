/** The public library API, and nothing else. */
export { UserError } from './errors.js';
export type { ErrorCode, UserErrorParts } from './errors.js';
export { runPipeline } from './pipeline.js';
export { supervise } from './supervisor.js';
export type { SuperviseOptions } from './supervisor.js';
export type { OnProgress, Progress, RunRequest } from './request.js';
export { parsePolicy, readPolicy } from './policy/read.js';
export type { Policy, ModelPolicy } from './policy/types.js';
export type { Plan } from './prune/plan.js';
export type { Report, ModelReport, Verdict } from './report/types.js';
export { serializeReport } from './report/json.js';
export { renderMarkdown } from './report/markdown.js';
export { renderTerminal } from './report/terminal.js';
