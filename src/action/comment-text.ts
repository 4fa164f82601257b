/** What a comment says, with the history and the looks that the comments before it carry; and whose comment it is. */
import { ownerKey } from '../github/marker.js';
import type { Writing } from '../github/comment.js';
import type { RunId } from '../github/event.js';
import { hideHistory, historyEntry, historyIn, withEntry } from '../report/history.js';
import { countLooks, hideLooks } from '../report/looks.js';
import { COMMENT_BYTES, renderMarkdown, type ReportLinks } from '../report/markdown.js';
import type { Report } from '../report/types.js';
import { INPUTS, type Inputs } from './inputs.js';

export interface Judged {
  readonly commit: string;
  /** The run that judged it. */
  readonly run: RunId;
}

export function writingOf(report: Report, links: ReportLinks, { commit, run }: Judged, { commentMode: mode }: Inputs): Writing {
  return {
    mode,
    write: (previous) => {
      const history = withEntry(historyIn(previous), historyEntry(report, commit, run.id));
      const counted = countLooks(previous, report, `${run.id}.${run.attempt}`);
      const hidden = [hideHistory(history), hideLooks(counted.looks)].filter((line) => line !== '').join('\n');
      const markdown = renderMarkdown(counted.report, { maxBytes: COMMENT_BYTES - hidden.length - 1, links: { ...links, history } });
      return hidden === '' ? markdown : `${markdown}\n${hidden}\n`;
    },
  };
}

export const commentOwner = ({ commentKey, policies, models }: Inputs): string => ownerKey(commentKey, policies, models, INPUTS.policy);
