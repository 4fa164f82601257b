/**
 * Names and messages come from models, data and policies of strangers. Whatever is in them, they stay text:
 *
 * 1. Control characters, line breaks and invisible or direction-changing characters go (a space or a replacement mark).
 * 2. Long text is cut in the middle, so that both ends can be recognised; no name is worth 300 kB.
 * 3. Markdown and HTML syntax is written as entities, which neither the table parser nor the inline parser reads.
 * 4. `@name` and `#12` mean something to GitHub even after that, and bare addresses become links: a zero-width space
 *    parts them.
 */

export const NAME_LIMIT = 80;
export const TEXT_LIMIT = 600;

const ELLIPSIS = '…';
const UNSEEN = '\uFFFD';

/** Rules 1 and 2: one line of visible characters, at most `limit` of them. For terminals and annotations. */
export function plain(text: string, limit = TEXT_LIMIT): string {
  return shorten(visible(near(text, limit)), limit)
    // Workflow commands: a line that starts with `::` (it may be wrapped before any word), or `##[` anywhere.
    .replace(/(^|\s):(?=:)/gu, '$1: ')
    .replaceAll('##[', '# #[');
}

/** All rules, for running text and table cells. */
export function prose(text: string, limit = TEXT_LIMIT): string {
  return shorten(visible(near(text, limit)), limit).replace(MEANINGFUL, (found) => PARTED.test(found) ? `${found}${ZERO_WIDTH}` : entity(found));
}

const ZERO_WIDTH = '&#8203;';
/** Syntax, underscores at the edge of a word, and what rule 4 parts. In one pass: entities hold `&` and `#` themselves. */
const MEANINGFUL = /[&<>|`*[\]\\~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|[@#](?=\S)|:(?=\/\/)|www(?=\.)/giu;
const PARTED = /^(?:[@#:]|www)$/iu;

/** A name as code: GitHub reads neither mentions nor references in it. */
export function code(name: string, limit = NAME_LIMIT): string {
  const text = shorten(visible(near(name, limit)), limit);
  if (/^[\p{L}\p{N}./:+=,()_-]+(?: [\p{L}\p{N}./:+=,()_-]+)*$/u.test(text)) return `\`${text}\``;
  // Inside <code> Markdown is still read, so everything that is not a letter or a digit is an entity.
  return `<code>${text === '' ? '(no name)' : text.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}

/** A web address as the target of a Markdown link; undefined where it is none. */
export function linkTarget(address: string): string | undefined {
  if (!/^https?:\/\/[^\s<>"`\\]+$/u.test(address)) return undefined;
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`;
}

/** Enough of both ends to shorten from, so that no work is spent on the middle of 300 kB. */
function near(text: string, limit: number): string {
  const reach = 4 * limit;
  return text.length <= 2 * reach ? text : `${text.slice(0, reach)}${text.slice(-reach)}`;
}

function visible(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, UNSEEN)
    .trim();
}

function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const head = Math.ceil((limit - 1) * 0.7);
  const tail = limit - 1 - head;
  return `${characters.slice(0, head).join('')}${ELLIPSIS}${characters.slice(characters.length - tail).join('')}`;
}
