/** One sentence for each way in which a value breaks the schema: what was expected, what was found, what was meant. */
import type { ErrorObject } from 'ajv';
import type { Segment } from './document.js';
import { nearest } from './nearest.js';

/** A broken rule of the schema. */
export interface Complaint {
  readonly path: readonly Segment[];
  /** Whether the complaint is about the key that `path` ends in, not about its value. */
  readonly aboutKey: boolean;
  readonly message: string;
}

/** What explanations look at in the schema that holds the broken keyword. */
interface Parent {
  readonly expected?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly dependentRequired?: Readonly<Record<string, unknown>>;
  readonly oneOf?: readonly { readonly required?: readonly string[] }[];
}

/** The parts of an ajv error, typed as far as they are. */
export interface Broken {
  readonly keyword: string;
  readonly path: readonly Segment[];
  readonly found: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parent: Parent;
}

type Explain = (broken: Broken) => Complaint | undefined;

export function explain(error: ErrorObject, root: unknown): Complaint | undefined {
  const broken: Broken = {
    keyword: error.keyword,
    path: segments(error.instancePath, root),
    found: error.data,
    params: error.params as Record<string, unknown>,
    parent: (error.parentSchema ?? {}) as Parent,
  };
  return (EXPLANATIONS.get(error.keyword) ?? unexplained)(broken);
}

/** A JSON pointer as a path; numbers where the value is a list. */
function segments(pointer: string, root: unknown): Segment[] {
  let at = root;
  return pointer.split('/').slice(1).map((escaped) => {
    const key = escaped.replace(/~1/g, '/').replace(/~0/g, '~');
    const segment = Array.isArray(at) ? Number(key) : key;
    at = (at as Record<Segment, unknown>)[segment];
    return segment;
  });
}

const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['type', (broken) => wrong(broken, broken.parent.expected ?? typesOf(broken.params.type), quoteHint(broken))],
  ['enum', (broken) => oneOf(broken, (broken.params.allowedValues as unknown[]).map(String))],
  ['const', (broken) => wrong(broken, String(broken.params.allowedValue))],
  ['pattern', (broken) => wrong(broken, broken.parent.expected ?? `text that matches ${String(broken.params.pattern)}`)],
  ['required', ({ path, params }) => ({ path, aboutKey: false, message: `missing key "${String(params.missingProperty)}"` })],
  ['additionalProperties', unknownKey],
  // `required` and `enum` of the tag say it better.
  ['discriminator', () => undefined],
  ['oneOf', eitherKey],
  ['dependentRequired', ({ path, params }) => ({ path: [...path, String(params.property)], aboutKey: true, message: `has a meaning beside "${String(params.missingProperty)}" alone` })],
  ['minProperties', (broken) => exactlyOne(broken)],
  ['maxProperties', (broken) => exactlyOne(broken)],
  ['uniqueItems', (broken) => at(broken, `entries ${String(broken.params.j)} and ${String(broken.params.i)} are the same (counted from 0)`)],
  ['minItems', ({ params, ...broken }) => at(broken, `expected at least ${String(params.limit)} ${entries(params.limit)}; found ${count(broken.found)}`)],
  ['maxItems', ({ params, ...broken }) => at(broken, `expected at most ${String(params.limit)} ${entries(params.limit)}; found ${count(broken.found)}`)],
  ['minLength', (broken) => wrong(broken, broken.parent.expected ?? 'text that is not empty')],
  ['maxLength', (broken) => at(broken, `expected at most ${String(broken.params.limit)} characters; found ${String(broken.found).length}`)],
  ['minimum', (broken) => wrong(broken, `a number of at least ${String(broken.params.limit)}`)],
  ['maximum', (broken) => wrong(broken, `a number of at most ${String(broken.params.limit)}`)],
  ['exclusiveMinimum', (broken) => wrong(broken, `a number above ${String(broken.params.limit)}`)],
  ['exclusiveMaximum', (broken) => wrong(broken, `a number below ${String(broken.params.limit)}`)],
]);

function at({ path }: { readonly path: readonly Segment[] }, message: string): Complaint {
  return { path, aboutKey: false, message };
}

function wrong(broken: Broken, expected: string, hint = ''): Complaint {
  return at(broken, `expected ${expected}; found ${describe(broken.found)}${hint}`);
}

function unexplained(broken: Broken): Complaint {
  return at(broken, `breaks the rule "${broken.keyword}" of the schema; found ${describe(broken.found)}`);
}

function oneOf(broken: Broken, allowed: readonly string[]): Complaint {
  return wrong(broken, `one of ${allowed.join(', ')}`, didYouMean(broken.found, allowed));
}

function unknownKey({ path, params, parent }: Broken): Complaint {
  const key = String(params.additionalProperty);
  const known = Object.keys(parent.properties ?? {}).filter((name) => name !== '$schema');
  const hint = didYouMean(key, known) || `; expected one of ${known.join(', ')}`;
  return { path: [...path, key], aboutKey: true, message: `unknown key${hint}` };
}

function eitherKey({ path, parent, params }: Broken): Complaint {
  const names = (parent.oneOf ?? []).flatMap(({ required = [] }) => required).join(' and ');
  return { path, aboutKey: false, message: `expected exactly one of ${names}; found ${params.passingSchemas === null ? 'neither' : 'both'}` };
}

function exactlyOne({ path, parent, found }: Broken): Complaint {
  const keys = Object.keys(found as object);
  if (parent.properties === undefined) return { path, aboutKey: false, message: `too many keys: ${keys.length}` };
  // Keys that stand beside another are no choice.
  const beside = Object.keys(parent.dependentRequired ?? {});
  const names = Object.keys(parent.properties).filter((name) => !beside.includes(name)).join(', ');
  return { path, aboutKey: false, message: `expected exactly one of ${names}; found ${keys.length === 0 ? 'none' : keys.length}` };
}

function didYouMean(found: unknown, allowed: readonly string[]): string {
  const near = typeof found === 'string' ? nearest(found, allowed) : undefined;
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** YAML reads 12 and true as themselves where a text was meant. */
function quoteHint({ params, found, parent }: Broken): string {
  const meant = params.type === 'string' && parent.expected === undefined && (typeof found === 'number' || typeof found === 'boolean');
  return meant ? ' (put it in quotes)' : '';
}

const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'], ['number', 'a number'], ['integer', 'a whole number'], ['boolean', 'true or false'],
  ['array', 'a list'], ['object', 'keys and values'], ['null', 'nothing'],
]);

function typesOf(type: unknown): string {
  return [type].flat().map((name) => TYPE_WORDS.get(String(name)) ?? String(name)).join(' or ');
}

function entries(limit: unknown): string {
  return limit === 1 ? 'entry' : 'entries';
}

function count(found: unknown): string {
  const length = Array.isArray(found) ? found.length : 0;
  return length === 0 ? 'none' : String(length);
}

/** A value from the file, short, on one line and without characters that change how a line looks. */
export function describe(found: unknown): string {
  if (found === null || found === undefined) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'string') return quote(found);
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : 'keys and values';
}

export function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return JSON.stringify(short).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
