/**
 * Writes the TypeScript types of what is described by a JSON Schema. `--check` writes nothing and fails where a
 * generated file is not current.
 *
 * The schemas are rewritten first so that the types read like hand-written ones: every definition becomes a named
 * type of its own, titles (which would each become one) go, and what only a validator can check goes too.
 */
import { readFile } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import ts from 'typescript';
import { fromRoot, writeOrCheck } from './generated-file.mjs';

const OUTPUTS = [
  { schema: 'schemas/policy.schema.json', root: 'PolicyFile', file: 'src/policy/policy-file.gen.ts' },
  { schema: 'schemas/report.schema.json', root: 'Report', file: 'src/report/report.gen.ts' },
  { schema: 'schemas/plan.schema.json', root: 'Plan', file: 'src/prune/plan.gen.ts' },
];

/** Keywords that say nothing to TypeScript, or say it badly. */
const DROPPED = new Set([
  '$schema', '$id', '$defs', 'title', 'default', 'examples', 'discriminator', 'pattern', 'minItems', 'maxItems', 'uniqueItems', 'expected',
]);

/** A copy of a schema that json-schema-to-typescript turns into the type a person would have written. */
function simplify(schema) {
  if (Array.isArray(schema)) return schema.map(simplify);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (typeof schema.$ref === 'string') return reference(schema);
  const copy = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') copy.properties = mapValues(value, simplify);
    else if (!DROPPED.has(key) && !isRequirement(key, value)) copy[key] = simplify(value);
  }
  return copy.oneOf === undefined ? copy : { description: copy.description, oneOf: copy.oneOf };
}

function reference({ $ref, description }) {
  const type = { tsType: $ref.replace('#/$defs/', '') };
  return description === undefined ? type : { description, ...type };
}

/** `oneOf: [{ required }, ...]`: a rule for the validator; as a type it would hide the properties. */
function isRequirement(key, value) {
  return key === 'oneOf' && value.every((option) => option.required !== undefined && option.properties === undefined);
}

function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Inserts `readonly` before every property, index signature and array type. */
function makeReadonly(source) {
  const file = ts.createSourceFile('types.ts', source, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (ts.isPropertySignature(node) || ts.isIndexSignatureDeclaration(node)) edits.push([node.getStart(), 'readonly ']);
    if (ts.isArrayTypeNode(node) && !isReadonlyOperand(node)) edits.push(...readonlyArray(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((a, b) => b[0] - a[0]);
  return edits.reduce((text, [at, insert]) => text.slice(0, at) + insert + text.slice(at), source);
}

function isReadonlyOperand(node) {
  return ts.isTypeOperatorNode(node.parent) && node.parent.operator === ts.SyntaxKind.ReadonlyKeyword;
}

function readonlyArray(node) {
  return ts.isArrayTypeNode(node.parent)
    ? [[node.getStart(), '(readonly '], [node.getEnd(), ')']]
    : [[node.getStart(), 'readonly ']];
}

/** The remarks json-schema-to-typescript adds to definitions it thinks nobody uses. */
function dropRemarks(source) {
  return source
    .replace(/ \*\n \* This interface was referenced by [^*]*\n \* via the `definition` "[^"]*"\.\n/g, '')
    .replace(/\/\*\*\n \* This interface was referenced by [^*]*\n \* via the `definition` "[^"]*"\.\n \*\/\n/g, '');
}

async function typesOf({ schema: path, root }) {
  const schema = JSON.parse(await readFile(fromRoot(path), 'utf8'));
  const input = { ...simplify(schema), definitions: mapValues(schema.$defs, simplify) };
  const source = await compile(input, root, {
    bannerComment: `/** Generated from ${path} by scripts/generate-types.mjs: do not edit. */`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return makeReadonly(dropRemarks(source));
}

for (const output of OUTPUTS) await writeOrCheck(output.file, await typesOf(output));
