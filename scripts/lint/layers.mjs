/**
 * The ESLint rule that holds the layers of src/ apart. A *layer* is a folder of src/ or a file directly in it
 * (`kernels`, `pipeline`). The table is in eslint.config.js; docs/architecture.md explains it.
 *
 * A row says what a layer may import:
 *   sees      layers or single files (`kernels/float16`) whose values and types it may use; `/folder` is one outside src/
 *   types     the same, for `import type` only; '*' is every layer but the doors and github
 *   packages  npm packages and Node built-ins; 'node' is every built-in that starts nothing and loads nothing
 * A layer always sees itself. What is not in the table may not be imported.
 */
import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';

/** Built-ins that run or load code: they need to be named one by one. */
const POWERFUL_BUILTINS = new Set(['child_process', 'cluster', 'module', 'vm', 'worker_threads', 'inspector', 'repl']);

/** Layers that '*' leaves out: they stand above everything else. */
const DOORS = new Set(['action', 'cli', 'github']);

const withoutExtension = (path) => path.replace(/\.(?:[cm]?[jt]s)$/u, '');

/** `src/prune/criteria/l1.ts` is `prune/criteria/l1`, and what lies outside src/ starts with a slash: `/schemas/plan.schema.json`. */
function moduleOf(root, file) {
  const path = relative(root, file).split(sep).join('/');
  return path.startsWith('src/') ? withoutExtension(path.slice('src/'.length)) : `/${path}`;
}

const layerOf = (module) => module.split('/')[0] ?? module;

function packageOf(specifier) {
  const bare = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
  const name = bare.split('/').slice(0, bare.startsWith('@') ? 2 : 1).join('/');
  if (!builtinModules.includes(name)) return name;
  return POWERFUL_BUILTINS.has(name) ? `node:${name}` : 'node';
}

const covers = (entries, module) =>
  entries.some((entry) => entry === module || entry === layerOf(module) || module.startsWith(`${entry}/`));

const packageAllowed = (entries, name) =>
  entries.some((entry) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))));

/** True where the statement brings in no value: `import type`, or every specifier is marked `type`. */
function isTypeOnly(node) {
  if (node.type === 'TSImportType') return true;
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  return (node.specifiers ?? []).length > 0 && node.specifiers.every((one) => one.importKind === 'type');
}

/** Why `from` may not import `specifier`, or undefined where it may. */
export function layerViolation(table, root, file, specifier, typeOnly) {
  const from = moduleOf(root, file);
  if (from.startsWith('/')) return undefined;
  const layer = layerOf(from);
  const row = table[layer];
  if (row === undefined) return `'${layer}' has no row in the table of layers (eslint.config.js)`;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return packageAllowed(row.packages ?? [], name) ? undefined : `'${layer}' may not import the package '${name}'`;
  }
  const to = moduleOf(root, resolve(dirname(file), specifier));
  if (layerOf(to) === layer || covers(row.sees ?? [], to)) return undefined;
  if (to.startsWith('/')) return `'${layer}' may not import '${to}', which lies outside src/`;
  const types = row.types ?? [];
  const typesAllowed = covers(types, to) || (types.includes('*') && !DOORS.has(layerOf(to)));
  if (!typesAllowed) return `'${layer}' may not import '${to}'`;
  return typeOnly ? undefined : `'${layer}' may import only types from '${to}'`;
}

export const layersRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Imports go one way between the layers of src/' },
    schema: [{ type: 'object', properties: { root: { type: 'string' }, table: { type: 'object' } } }],
    messages: { violation: '{{reason}}: see docs/architecture.md.' },
  },
  create(context) {
    const { root, table } = context.options[0];
    const check = (node, source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const reason = layerViolation(table, root, context.filename, source.value, isTypeOnly(node));
      if (reason !== undefined) context.report({ node: source, messageId: 'violation', data: { reason } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node, node.expression),
    };
  },
};
