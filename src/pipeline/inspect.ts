/** `inspect MODEL`: what could be pruned and what not, from the model alone. */
import { gatherFacts } from '../runtime/facts.js';
import { analyse } from '../prune/prunable.js';
import type { Prunable } from '../prune/prunable.js';
import { costOf, uncountedNote } from '../prune/cost.js';
import type { DeviceName } from '../policy/types.js';
import type { ModelReport } from '../report/types.js';
import { describeGroups } from './group-report.js';
import type { Journal } from './journal.js';
import { emptyModelReport } from './model-report.js';
import { reportedDevice } from './report-device.js';
import { openSubject } from './subject.js';
import type { Subject } from './subject.js';

export async function inspectModel(workspace: string, path: string, device: DeviceName, journal: Journal): Promise<ModelReport> {
  journal.enter('load', path);
  const subject = await openSubject(workspace, path, device);
  try {
    return (await inspectSubject(subject, path, journal)).report;
  } finally {
    await subject.dispose();
  }
}

/** The report of an opened model, and the analysis it was made from. */
export async function inspectSubject(subject: Subject, path: string, journal: Journal): Promise<{ readonly report: ModelReport; readonly prunable: Prunable }> {
  journal.enter('facts');
  const facts = await gatherFacts(subject.runtime, subject.model, { directory: subject.directory });
  journal.enter('groups');
  const prunable = analyse(subject.model, facts, subject.fileBytes);
  const { macs, params } = costOf(prunable.model, prunable.tensors, prunable.facts);
  journal.note(`The whole model: ${params.toLocaleString('en')} parameters, ${macs.toLocaleString('en')} multiply-accumulates a run at the smallest input sizes that work.`);
  const uncounted = uncountedNote(subject.model);
  if (uncounted !== undefined) journal.note(uncounted);
  const base = emptyModelReport(path, path, 0);
  const report: ModelReport = {
    ...base,
    verdict: 'PASS',
    groups: describeGroups(prunable),
    device: reportedDevice(subject.runtime.device),
    provenance: { ...base.provenance, model: subject.sha256 },
  };
  return { report, prunable };
}
