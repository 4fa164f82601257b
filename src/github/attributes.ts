/**
 * What lines of `.gitattributes` say of a path, by git's rules (gitattributes(5), gitignore(5)):
 *
 * 1. A pattern without a slash is held against the file's name, one with a slash against its path from the folder of the
 *    `.gitattributes`. `*`, `?` and `[...]` stay within a name; `**` as a whole name stands for any folders.
 * 2. Per attribute the last line that matches decides, of the file nearest to the path.
 * 3. A pattern that is not understood here (character classes by name, escapes in quotes) matches nothing, as negated ones and
 *    ones of folders do in git.
 */

/** `true` for `name`, `false` for `-name`, the text for `name=text`; absent where nothing says it or `!name` takes it back. */
export type Attributes = ReadonlyMap<string, string | boolean>;

/** A `.gitattributes`. */
export interface AttributeLines {
  readonly rules: readonly { readonly pattern: string; readonly names: readonly string[] }[];
  /** What `[attr]name ...` defines; git takes that from the top-level file alone. */
  readonly macros: ReadonlyMap<string, readonly string[]>;
}

export function parseAttributes(text: string): AttributeLines {
  const rules: { pattern: string; names: string[] }[] = [];
  const macros = new Map<string, readonly string[]>();
  for (const line of text.replace(/^\uFEFF/u, '').split('\n')) {
    const [, quoted, bare, rest = ''] = /^[ \t\r]*(?:"([^"\\]*)"(?=[ \t\r]|$)|([^ \t\r]+))(.*)$/su.exec(line) ?? [];
    const pattern = quoted ?? bare;
    if (pattern === undefined || pattern.startsWith('#') || bare?.startsWith('"') === true) continue;
    const names = rest.split(/[ \t\r]+/u).filter((name) => name !== '');
    if (pattern.startsWith('[attr]')) macros.set(pattern.slice('[attr]'.length), names);
    else rules.push({ pattern, names });
  }
  return { rules, macros };
}

type State = string | boolean | undefined;

/**
 * As git fills them in, from the last line back: what is decided stays, and a macro counts only where it decides.
 *
 * @param files of the folders from the root down to the path's own, with the path as each folder has it
 */
export function attributesOf(files: readonly { readonly lines: AttributeLines; readonly path: string }[]): Attributes {
  const macros = new Map([['binary', ['-diff', '-merge', '-text']], ...files[0]?.lines.macros ?? []]);
  const decided = new Map<string, State>();
  for (const { lines, path } of files.toReversed()) {
    for (const { pattern, names } of lines.rules.toReversed()) if (matches(pattern, path)) decide(decided, names, macros);
  }
  return new Map([...decided].flatMap(([name, state]) => (state === undefined ? [] : [[name, state]])));
}

function decide(decided: Map<string, State>, names: readonly string[], macros: ReadonlyMap<string, readonly string[]>): void {
  for (const given of names.toReversed()) {
    const [, sign = '', name = '', value] = /^([-!]?)([^=]*)(?:=(.*))?$/su.exec(given) ?? [];
    if (decided.has(name)) continue;
    const state = sign === '!' ? undefined : sign === '' ? value ?? true : false;
    decided.set(name, state);
    if (state === true) decide(decided, macros.get(name) ?? [], macros);
  }
}

export function matches(given: string, at: string): boolean {
  // Git compares bytes: `?` is one of them.
  const [pattern, path] = [bytewise(given), bytewise(at)];
  if (pattern.startsWith('!') || pattern.endsWith('/')) return false;
  const isPath = pattern.includes('/');
  const regex = isPath ? pathRegex(pattern.replace(/^\//u, '').split('/')) : nameRegex(pattern);
  if (regex === undefined) return false;
  try {
    return new RegExp(`^${regex}$`, 'su').test(isPath ? path : path.slice(path.lastIndexOf('/') + 1));
  } catch {
    // A range that ends before it begins.
    return false;
  }
}

const bytewise = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

function pathRegex(names: readonly string[]): string | undefined {
  const last = names.length - 1;
  const parts = names.map((name, i) => {
    if (/^\*{2,}$/u.test(name)) return i === last ? '.+' : '(?:.*/)?';
    const regex = nameRegex(name);
    return regex === undefined || i === last ? regex : `${regex}/`;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Stars in a row are one; undefined for what is not understood. */
function nameRegex(name: string): string | undefined {
  let regex = '';
  for (let rest = name; rest !== '';) {
    const [token] = /^(?:\*+|\?|\\.|\[[!^]?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]|[^\\[*?])/su.exec(rest) ?? [];
    if (token === undefined) return undefined;
    const one = tokenRegex(token);
    if (one === undefined) return undefined;
    regex += one;
    rest = rest.slice(token.length);
  }
  return regex;
}

function tokenRegex(token: string): string | undefined {
  if (token.startsWith('*')) return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length === 1) return literal(token);
  if (token.startsWith('\\')) return literal(token.slice(1));
  const [, not, body = ''] = /^\[([!^]?)(.*)\]$/su.exec(token) ?? [];
  if (body.includes('[:')) return undefined;
  const members = body.replaceAll(/\\(.)|[[\]^\\]/gsu, (one, escaped: string | undefined) => (escaped === undefined ? `\\${one}` : literal(escaped, true)));
  return `(?!/)[${not === '' ? '' : '^'}${members}]`;
}

function literal(character: string, inClass = false): string {
  return (inClass ? /[\]\\^[-]/u : /[\\^$.*+?()[\]{}|/]/u).test(character) ? `\\${character}` : character;
}
