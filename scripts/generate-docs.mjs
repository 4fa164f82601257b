/**
 * Writes docs/policy.md and docs/report.md from the schemas, so that they cannot say anything else. `--check` writes
 * nothing and fails where a file is not current.
 */
import { readFile } from 'node:fs/promises';
import { fromRoot, writeOrCheck } from './generated-file.mjs';

const read = (path) => readFile(fromRoot(path), 'utf8');

/** A reference with what it refers to filled in; its own words win. */
function resolved(schema, defs) {
  if (schema.$ref === undefined) return schema;
  return { ...defs[nameOf(schema.$ref)], ...schema };
}

function nameOf(ref) {
  return ref.replace('#/$defs/', '');
}

const code = (value) => `\`${value}\``;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const anchor = (title) => title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');

/** Whether a definition gets a section of its own. */
function hasSection(definition) {
  return definition.properties !== undefined || definition.oneOf !== undefined;
}

/** The type of a value in a few words; objects link to their section. */
function typeOf(schema, defs) {
  if (schema.$ref !== undefined && hasSection(defs[nameOf(schema.$ref)])) return link(defs[nameOf(schema.$ref)].title);
  const whole = resolved(schema, defs);
  if (whole.const !== undefined) return code(JSON.stringify(whole.const));
  if (whole.enum !== undefined) return whole.enum.map(code).join(', ');
  if (whole.anyOf !== undefined) return whole.anyOf.map((option) => typeOf(option, defs)).join(' or ');
  if (whole.tsType?.includes('auto')) return 'integer or `auto`';
  return [whole.type].flat().map((name) => namedType(name, whole, defs)).join(' or ');
}

function namedType(name, schema, defs) {
  if (name === 'array' && schema.items !== undefined) return `list of ${plural(typeOf(schema.items, defs))}`;
  if (name === 'object' && typeof schema.additionalProperties === 'object') return `map to ${typeOf(schema.additionalProperties, defs)}`;
  return name;
}

function plural(type) {
  return ['string', 'number', 'integer'].includes(type) ? `${type}s` : type;
}

function link(title) {
  return `[${title}](#${anchor(title)})`;
}

/** As one would write it in the file. */
function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  return `{ ${Object.entries(value).map(([key, part]) => `${key}: ${flow(part)}`).join(', ')} }`;
}

function scalar(value) {
  const plain = typeof value !== 'string' || /^[A-Za-z0-9./][A-Za-z0-9 ./%_-]*$/.test(value);
  return plain ? String(value) : JSON.stringify(value);
}

/** Rows of a table of policy keys. */
function policyRows(definition, defs) {
  return Object.entries(definition.properties).filter(([key]) => key !== '$schema').map(([key, property]) => {
    const whole = resolved(property, defs);
    const fallback = whole.default === undefined ? (definition.required?.includes(key) ? 'required' : '') : code(flow(whole.default));
    const examples = (whole.examples ?? []).map((example) => code(flow(example))).join(', ');
    return [code(key), typeOf(property, defs), fallback, whole.description, examples];
  });
}

/** Rows of a table of report keys; keys of objects without a name of their own follow as `outer.inner`. */
function reportRows(definition, defs, prefix = '') {
  return Object.entries(definition.properties).flatMap(([key, property]) => {
    const inner = property.properties === undefined ? property.anyOf?.find((option) => option.properties !== undefined) : property;
    const optional = definition.required?.includes(key) === true ? '' : ' (optional)';
    const row = [code(prefix + key), `${typeOf(property, defs)}${optional}`, resolved(property, defs).description];
    return inner === undefined ? [row] : [row, ...reportRows(inner, defs, `${prefix}${key}.`)];
  });
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function sections(defs, head, rowsOf) {
  return Object.values(defs).filter(hasSection).map((definition) => {
    const options = definition.oneOf?.filter(({ $ref }) => $ref !== undefined).map((option) => typeOf(option, defs)) ?? [];
    const body = options.length > 0 ? `One of: ${options.join(', ')}.` : keysOf(definition, defs) ?? table(head, rowsOf(definition, defs));
    return `## ${definition.title}\n\n${definition.description}\n\n${body}`;
  });
}

/** Keys that another definition has too are described there. */
function keysOf(definition, defs) {
  const keys = Object.keys(definition.properties);
  const other = Object.values(defs).find((candidate) => candidate !== definition
    && keys.every((key) => JSON.stringify(candidate.properties?.[key]) === JSON.stringify(definition.properties[key])));
  return other && `Any of ${keys.map(code).join(', ')}, as in ${link(other.title)}.`;
}

/** Definitions that are no objects but worth reading about: lists of words with a meaning, forms of text. */
function forms(defs, names) {
  return names.map((name) => `- **${defs[name].title}**${defs[name].enum === undefined ? '' : ` (${defs[name].enum.map(code).join(', ')})`}: ${defs[name].description}`).join('\n');
}

const banner = (schema) => `<!-- Generated from ${schema} by scripts/generate-docs.mjs: do not edit. -->`;

const UNITS = `| written | means | canonical |
|---|---|---|
| \`1pp\` | percentage points: an absolute difference of two shares | 0.01 |
| \`1%\` | relative to the dense model's value | 0.01 |
| \`2x\` | dense over pruned | 2 |
| \`250 KiB\` (\`B\`, \`kB\`, \`MB\`, \`GB\`, \`KiB\`, \`MiB\`, \`GiB\`) | bytes; \`kB\` is 1,000, \`KiB\` 1,024; \`KB\` is refused | 256000 |
| \`5 ms\` (\`us\`, \`ms\`, \`s\`) | time | 5 |
| \`500k\` (\`k\`, \`M\`, \`G\`) | a count | 500000 |
| \`0.5\` | a number without a unit, where the value has none | 0.5 |`;

function policyDocument(schema, example) {
  const { $defs: defs } = schema;
  const head = ['key', 'type', 'default', 'meaning', 'example'];
  return `${[
    banner('schemas/policy.schema.json'),
    '# Policy',
    schema.description,
    'Every problem in a policy is told with its line and column; an unknown key is an error, and so is a key given twice. '
      + '`prune-gate validate` checks a policy without pruning anything. A file that ends in `.json` is read as JSON.',
    `## Example\n\n\`\`\`yaml\n${example.trimEnd()}\n\`\`\``,
    `## Quantities\n\n${UNITS}`,
    `## Top level\n\n${table(head, policyRows(schema, defs))}`,
    ...sections(defs, head, policyRows),
    `## Forms of text\n\n${forms(defs, ['Path', 'Factor', 'Share', 'Limit', 'Patterns'])}`,
  ].join('\n\n')}\n`;
}

function reportDocument(schema) {
  const { $defs: defs } = schema;
  const head = ['key', 'type', 'meaning'];
  return `${[
    banner('schemas/report.schema.json'),
    '# Report',
    schema.description,
    'The schema is strict: every key named here is there but for those marked optional, and no other. See [exit-codes.md](exit-codes.md) for how a verdict becomes an exit code.',
    `## Top level\n\n${table(head, reportRows(schema, defs))}`,
    ...sections(defs, head, reportRows),
    `## Words\n\n${forms(defs, ['Verdict', 'LimitUnit'])}`,
  ].join('\n\n')}\n`;
}

const policy = JSON.parse(await read('schemas/policy.schema.json'));
const report = JSON.parse(await read('schemas/report.schema.json'));
await writeOrCheck('docs/policy.md', policyDocument(policy, await read('docs/policy.example.yml')));
await writeOrCheck('docs/report.md', reportDocument(report));
