/**
 * An opt-in check run on the judged commit, beside the job's own status: the report as its summary, and breached thresholds
 * as annotations at their line of the policy. GitHub's limits: 50 annotations a request (more are added by updates), 65,535
 * bytes of summary, 64 KB of message. Creating is not repeated blindly: a lost answer may have made it, and its
 * `external_id` (run and attempt) tells.
 */
import { messageOf } from '../errors.js';
import { annotations } from '../report/annotations.js';
import { COMMENT_BYTES, renderMarkdown, type ReportLinks } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { headline } from '../report/words.js';
import type { Client } from './client.js';
import type { RunEvent } from './event.js';
import { statusOf } from './status.js';

export const BATCH = 50;
const MESSAGE_BYTES = 60_000;
/** Of all messages in one request. */
const REQUEST_BYTES = 500_000;
const TITLE_CHARACTERS = 255;

interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'failure' | 'warning';
  title: string;
  message: string;
}

export type CheckOutcome = { readonly kind: 'written'; readonly url: string } | { readonly kind: 'failed'; readonly reason: string };

/** Writes it whole. Never throws: publishing does not change a verdict. */
export async function writeCheckRun(client: Client, event: RunEvent, name: string, report: Report, exitCode: number, links: ReportLinks): Promise<CheckOutcome> {
  const { owner, repo } = event;
  const [first = [], ...others] = batchesOf(report);
  const output = { title: headline(report).slice(0, TITLE_CHARACTERS), summary: renderMarkdown(report, { maxBytes: COMMENT_BYTES, links }) };
  try {
    const { id, url } = await createOnce(client, event, name, { status: 'completed', conclusion: conclusionOf(report, exitCode), output: { ...output, annotations: first } });
    for (const annotations of others) await client.rest.checks.update({ owner, repo, check_run_id: id, output: { ...output, annotations } });
    return { kind: 'written', url };
  } catch (thrown) {
    const status = statusOf(thrown);
    const reason = status === 403 || status === 404 ? 'the token may not write check runs: grant "permissions: checks: write" to the job' : messageOf(thrown);
    return { kind: 'failed', reason };
  }
}

interface CheckBody {
  readonly status: 'completed';
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly output: { title: string; summary: string; annotations: CheckAnnotation[] };
}

async function createOnce(client: Client, event: RunEvent, name: string, body: CheckBody): Promise<{ id: number; url: string }> {
  const place = { owner: event.owner, repo: event.repo };
  const external = `${event.run.id}.${event.run.attempt}`;
  const create = async () => {
    const { data } = await client.rest.checks.create({ ...place, name, head_sha: event.headSha, external_id: external, details_url: event.runUrl, ...body, request: { retries: 0 } });
    return { id: data.id, url: data.html_url ?? event.runUrl };
  };
  try {
    return await create();
  } catch (thrown) {
    const status = statusOf(thrown);
    if (status !== 0 && status < 500) throw thrown;
    const { data } = await client.rest.checks.listForRef({ ...place, ref: event.headSha, check_name: name, filter: 'all', per_page: 100 });
    const made = data.check_runs.find((run) => run.external_id === external);
    return made === undefined ? create() : { id: made.id, url: made.html_url ?? event.runUrl };
  }
}

/** As the job ends; a run that passes with a warning is neutral, which blocks nothing. */
function conclusionOf({ verdict }: Report, exitCode: number): CheckBody['conclusion'] {
  if (exitCode !== 0) return 'failure';
  return verdict === 'PASS' ? 'success' : 'neutral';
}

function batchesOf(report: Report): CheckAnnotation[][] {
  const batches: CheckAnnotation[][] = [];
  let bytes = REQUEST_BYTES;
  for (const { level, file, line, title, message } of annotations(report)) {
    const one: CheckAnnotation = {
      path: file, start_line: line, end_line: line, annotation_level: level === 'error' ? 'failure' : 'warning',
      title: title.slice(0, TITLE_CHARACTERS), message: cutToBytes(message, MESSAGE_BYTES),
    };
    const size = Buffer.byteLength(one.message);
    const last = batches.at(-1);
    if (last === undefined || last.length === BATCH || bytes + size > REQUEST_BYTES) {
      batches.push([one]);
      bytes = size;
    } else {
      last.push(one);
      bytes += size;
    }
  }
  return batches;
}

/** Whole characters of at most so many bytes of UTF-8. */
export function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length <= most) return text;
  // A decoder in streaming mode keeps back the beginning of a character whose end was cut off.
  return new TextDecoder().decode(bytes.subarray(0, most), { stream: true });
}
