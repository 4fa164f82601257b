/** The one place that composes the stages. */
import { UserError } from './errors.js';
import type { Report } from './report/types.js';
import type { OnProgress, RunRequest } from './request.js';

export async function runPipeline(request: RunRequest, onProgress: OnProgress): Promise<Report> {
  onProgress({ model: '', stage: 'policy', done: 0, total: 0, detail: request.policyPath });
  throw new UserError({ code: 'not-built', message: 'the pipeline is not built yet' });
}
