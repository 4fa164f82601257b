/** Whose policy and held-out data decided, in words: the first thing that a reviewer of a change to either should see. */
import { code, NAME_LIMIT, prose } from './escape.js';
import type { OtherVerdict, Report, Source } from './types.js';

/** A PASS becomes a WARN, of the run and of its models; anything worse stays. */
export function atMostWarn(report: Report): Report {
  const models = report.models.map((model) => (model.verdict === 'PASS' ? { ...model, verdict: 'WARN' as const } : model));
  return { ...report, models, verdict: report.verdict === 'PASS' ? 'WARN' : report.verdict };
}

const MOST_NAMES = 10;
/** One a policy. */
const MOST_LINES = 30;

/** Sentences in Markdown; none where nothing is out of the ordinary. */
export function sourceLines({ sources = [] }: Report): string[] {
  const several = sources.length > 1;
  return sources.slice(0, MOST_LINES).flatMap((source) => {
    const lines = [...policyLine(source), ...dataLine(source), ...unpinnedLine(source)];
    return lines.length === 0 ? [] : [`> ${several ? `${code(source.policy, 2 * NAME_LIMIT)}: ` : ''}${lines.join(' ')}`];
  });
}

const place = ({ from, commit, policyChange }: Source): string => `${from === 'ref' && policyChange !== 'new' ? 'at' : 'at base'} ${code(commit.slice(0, 7))}`;

function policyLine(source: Source): string[] {
  switch (source.policyChange) {
    case 'none': return [];
    case 'new': return [`There is no policy ${place(source)} yet, so that this change's own is used. Once it is merged, a change is judged by the policy that it is based on.`];
    case 'removed': return [`**This change removes the policy.** It is judged by the one ${place(source)}.`];
    case 'edited': return source.dataChanged.length > 0
      ? [`**This change edits the policy and the held-out data** (${names(source.dataChanged)}). ${decision(source, 'policy and data')}`]
      : [`**This change edits the policy.** ${decision(source, 'policy')}`];
    case 'moved': return [`The policy ${place(source)} names ${names(source.moved)}, which this change moved: this change's own policy is used. ${cap(source)}`];
    case 'unusable': return [`The policy ${place(source)} cannot be used (${prose(source.detail ?? '', 200)}): this change's own is. ${cap(source)}`];
  }
}

function dataLine(source: Source): string[] {
  if (source.dataChanged.length === 0 || source.policyChange === 'edited') return [];
  return [`**This change edits the held-out data** (${names(source.dataChanged)}). ${decision(source, 'data')}`];
}

/** Who decided, and what the other would have said. */
function decision(source: Source, what: string): string {
  const { from, other, approved, label } = source;
  const why = approved ? `By the label ${code(label ?? '')} this change's own ${what} decide${what === 'policy' ? 's' : ''}` : `The verdict is by the ${what} ${place(source)}`;
  if (other === null) return `${why}.${from === 'checkout' || approved ? '' : ' This change\'s own was not judged.'}`;
  return `${why}; by ${approved ? `the ${what} ${place({ ...source, from: other.from })}` : `this change's own`} it would be **${other.verdict}**.`;
}

function cap({ approved, label }: Source): string {
  if (approved) return `The label ${code(label ?? '')} approves it.`;
  return `The verdict is WARN at most${label === null ? '' : `, until the label ${code(label)} approves it`}.`;
}

function unpinnedLine(source: Source): string[] {
  const { dataUnpinned } = source;
  return dataUnpinned.length === 0 ? [] : [`Held-out data that is not ${place(source)} was read as it lies (${names(dataUnpinned)}); a \`sha256\` in the policy would pin it.`];
}

function names(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : '';
  return `${paths.slice(0, MOST_NAMES).map((path) => code(path, 2 * NAME_LIMIT)).join(', ')}${more}`;
}

/** What did not decide, one for each policy that has one. */
export function otherVerdicts({ sources = [] }: Report): readonly { readonly title: string; readonly other: OtherVerdict }[] {
  return sources.flatMap((source) => {
    const { other, policy, commit } = source;
    if (other === null) return [];
    const whose = other.from === 'checkout' ? 'this change\'s own policy and data' : `the policy and data at ${commit.slice(0, 7)}`;
    return [{ title: `By ${whose}: ${other.verdict}${sources.length > 1 ? ` (${prose(policy, NAME_LIMIT)})` : ''}`, other }];
  });
}

/** ` at base 1a2b3c4`, where every policy was read at one commit. */
export function policyPlace({ sources = [] }: Report): string {
  const [first] = sources;
  return first !== undefined && sources.every(({ from, commit }) => from !== 'checkout' && commit === first.commit) ? ` ${place(first)}` : '';
}
