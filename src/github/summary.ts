/** The job summary: the report's Markdown on the run's page. */
import * as core from '@actions/core';
import { messageOf } from '../errors.js';

/** Appends it; says why where the runner takes none. */
export async function writeSummary(markdown: string): Promise<string | undefined> {
  try {
    await core.summary.addRaw(markdown, true).write();
    return undefined;
  } catch (thrown) {
    return `the job summary was not written: ${messageOf(thrown)}`;
  }
}
