/** Several policies in one run, a monorepo's say: each is judged by itself, and reported as one. */
import { join } from 'node:path';
import { UserError } from '../errors.js';
import { combineReports, type PolicyReport } from '../report/combine.js';
import { renderMarkdown } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { prepareOutput, writeReport } from '../supervisor/files.js';
import type { Setting } from './publish.js';

/** Judges each policy of the setting, one after the other; what an ERROR stops is only its own. */
export async function judgeEach(setting: Setting, workspace: string, judge: (one: Setting) => Promise<Report>): Promise<Report> {
  const { inputs } = setting;
  if (inputs.policies.length <= 1) return judge(setting);
  if (inputs.mode !== 'run' || inputs.shard !== undefined) {
    throw new UserError({
      code: 'input-invalid', message: 'a run that several jobs share has one policy', where: 'with: policy',
      fix: 'use a workflow for each policy, with an artifact name of its own',
    });
  }
  const parts: PolicyReport[] = [];
  for (const [i, policy] of inputs.policies.entries()) {
    const folder = `policy-${i + 1}`;
    const report = await judge({ ...setting, inputs: { ...inputs, policy, policies: [policy], outDir: join(inputs.outDir, folder) } });
    parts.push({ policy, folder, report });
  }
  const combined = combineReports(parts);
  await prepareOutput(inputs.outDir, workspace);
  await writeReport(inputs.outDir, combined, renderMarkdown(combined));
  return combined;
}
