/**
 * The text of a policy as a value, with the line and column of every place in it. YAML 1.2 (which contains JSON),
 * bounded: the text comes from a pull request.
 */
import {
  type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Lexer, Parser, type Scalar, visit, type YAMLError, type YAMLMap,
} from 'yaml';

export type Segment = string | number;

/** Line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  readonly message: string;
}

export interface PolicyDocument {
  readonly value: unknown;
  /** Place of the value at `path`, or of the nearest thing around it that is there. */
  place(path: readonly Segment[]): Place;
  /** Place of the key that `path` ends in. */
  keyPlace(path: readonly Segment[]): Place;
  /** A scalar as it stands in the file, without quotes: `0.50`, not 0.5. */
  source(path: readonly Segment[]): string | undefined;
}

export type ReadDocument =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A policy nests eight levels deep. yaml's composer is recursive and would overflow the stack far above this. */
const MAX_DEPTH = 64;
/** Aliases resolve to copies: without a bound a few lines could stand for gigabytes. */
const MAX_ALIASES = 100;

export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const deep = offsetBeyondDepth(text, lines.addNewLine);
  if (deep !== undefined) return refuse([{ ...placeAt(deep), message: `nested more than ${MAX_DEPTH} levels deep` }]);
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, uniqueKeys: false, version: '1.2' });
  const problems = problemsOf(document, placeAt);
  if (problems.length > 0) return refuse(problems);
  return valueOf(document, (node) => placeAt(node?.range?.[0] ?? 0));
}

function refuse(problems: readonly Problem[]): ReadDocument {
  return { ok: false, problems };
}

/** Feeds the non-recursive half of the parser and stops where it is too deep; notes line starts on the way. */
function offsetBeyondDepth(text: string, onNewLine: (offset: number) => void): number | undefined {
  const parser = new Parser(onNewLine);
  onNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > MAX_DEPTH) return parser.offset;
  }
  return undefined;
}

function problemsOf(document: Document.Parsed, placeAt: (offset: number) => Place): Problem[] {
  const problems = [...told(document.errors), ...document.warnings].map((error) => ({ ...placeAt(error.pos[0]), message: messageFor(error) }));
  if (document.directives.yaml.version !== '1.2') problems.push({ line: 1, column: 1, message: 'expected YAML 1.2; found a %YAML directive of another version' });
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) return;
      if (node.tag !== undefined) problems.push({ ...placeAt(node.range?.[0] ?? 0), message: NO_TAGS });
      if (isMap(node)) problems.push(...repeatedKeys(node).map((key) => ({ ...placeAt(key.range?.[0] ?? 0), message: 'this key is given twice' })));
    },
  });
  return problems;
}

/** After the first mistake of syntax the rest is read wrongly, and what is said of it misleads; tabs are said wherever they are. */
function told(errors: readonly YAMLError[]): readonly YAMLError[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  return tabs.length > 0 ? tabs : errors.slice(0, 1);
}

/** yaml's own check compares every key with every other: minutes for a map that fills the file. */
function repeatedKeys(map: YAMLMap): Scalar[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const repeated = seen.has(String(key.value));
    seen.add(String(key.value));
    return repeated ? [key] : [];
  });
}

const NO_TAGS = 'tags (`!name`) are not used in a policy; put a text that starts with ! in quotes';

/** Ours where the library's words would not help. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['MULTIPLE_DOCS', 'a second document starts here; a policy is one document'],
  ['NON_STRING_KEY', 'a key must be a plain word or a string'],
  ['TAG_RESOLVE_FAILED', NO_TAGS],
  ['TAB_AS_INDENT', 'a tab indents this line; YAML wants spaces'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a value here has a second `: ` in it, or lines below that are indented deeper; put text with `: ` in quotes, and begin the keys of one map in one column'],
]);

const INDENT = 'this line is indented otherwise than those it belongs with: the keys of one map, and the `-` of one list, begin in the same column';
/** Told by their words: their codes stand for other mistakes too. */
const INDENTATION = /^(?:All mapping items must start at the same column|Sequence item without - indicator)/u;

function messageFor(error: YAMLError): string {
  if (INDENTATION.test(error.message)) return INDENT;
  return MESSAGES.get(error.code) ?? `cannot be read: ${lowerFirst(error.message)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function valueOf(document: Document.Parsed, placeOf: (node: Node | undefined) => Place): ReadDocument {
  const at = (path: readonly Segment[]): Node[] => nodesAlong(document, path);
  try {
    return {
      ok: true,
      document: {
        value: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown,
        place: (path) => placeOf(at(path).at(-1)),
        keyPlace: (path) => placeOf(keyNode(document, path) ?? at(path).at(-1)),
        source: (path) => sourceOf(at(path)[path.length]),
      },
    };
  } catch (cause) {
    // The only two ways in which yaml refuses to build the value of a document without errors.
    if (!(cause instanceof ReferenceError)) throw cause;
    const unresolved = cause.message.startsWith('Unresolved');
    const message = unresolved ? 'an alias (`*name`) stands before its anchor (`&name`)' : `aliases stand for too much (more than ${MAX_ALIASES} copies)`;
    return refuse([{ ...placeOf(firstAlias(document, unresolved)), message }]);
  }
}

function firstAlias(document: Document.Parsed, unresolved: boolean): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias: (_key, alias) => {
      if (unresolved && alias.resolve(document) !== undefined) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** The document's node, then the node at each segment of the path as far as there is one; aliases resolved. */
function nodesAlong(document: Document.Parsed, path: readonly Segment[]): Node[] {
  const nodes: Node[] = [];
  let node: unknown = document.contents;
  for (let depth = 0; depth <= path.length; depth++) {
    const resolved = isAlias(node) ? node.resolve(document) : node;
    if (!isNode(resolved)) break;
    nodes.push(resolved);
    const segment = path[depth];
    node = segment === undefined ? undefined : child(resolved, segment);
  }
  return nodes;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value);
}

function child(node: Node, segment: Segment): unknown {
  if (isSeq(node)) return node.items[Number(segment)];
  return pairOf(node, segment)?.value;
}

function pairOf(node: Node | undefined, key: Segment): { key: unknown; value: unknown } | undefined {
  return isMap(node) ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key)) : undefined;
}

function keyNode(document: Document.Parsed, path: readonly Segment[]): Node | undefined {
  const [parent, last] = [nodesAlong(document, path.slice(0, -1))[path.length - 1], path.at(-1)];
  const key = last === undefined ? undefined : pairOf(parent, last)?.key;
  return isNode(key) ? key : undefined;
}

function sourceOf(node: Node | undefined): string | undefined {
  if (!isScalar(node)) return undefined;
  return node.source ?? String(node.value);
}
