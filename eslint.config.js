/**
 * Lint: strict types, and the import rules of docs/architecture.md. Formatting is nobody's business here
 * (.editorconfig has the little there is).
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { layersRule } from './scripts/lint/layers.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Who may import whom (scripts/lint/layers.mjs explains the columns). From the ground up: a row sees only rows above
 * it, but for types.
 */
export const LAYERS = {
  errors: {},
  version: {},
  paths: { packages: ['node'] },
  kernels: { sees: ['errors'] },
  onnx: { sees: ['errors', 'paths', 'kernels/float16'], packages: ['@bufbuild/protobuf', 'node'] },
  ops: { sees: ['errors', 'onnx'] },
  policy: { sees: ['errors', 'paths', '/schemas'], types: ['*'], packages: ['ajv', 'yaml', 'node'] },
  request: { types: ['policy', 'report'] },
  runtime: { sees: ['errors', 'onnx', 'ops', 'kernels'], packages: ['onnxruntime-node', 'node', 'node:module', 'node:child_process'] },
  data: {
    sees: ['errors', 'paths', 'kernels', 'policy/nearest', 'policy/paths'], types: ['*'],
    packages: ['@jsquash/*', 'csv-parse', 'yauzl', 'yazl', 'node', 'node:module'],
  },
  calibrate: { sees: ['errors', 'kernels', 'onnx'], types: ['*'], packages: ['node'] },
  prune: {
    sees: ['errors', 'version', 'kernels', 'onnx', 'ops', 'calibrate', '/schemas'], types: ['*'], packages: ['ajv', 'node'],
  },
  report: { sees: ['errors', 'policy/default-path', '/schemas'], types: ['*'], packages: ['ajv', 'picocolors'] },
  gate: { sees: ['kernels/random', 'policy/nearest', 'report/format'], types: ['*'] },
  evaluate: { sees: ['errors', 'kernels', 'gate/statistics'], types: ['*'], packages: ['node'] },
  measure: { sees: ['errors', 'kernels', 'onnx'], types: ['*'], packages: ['node', 'node:child_process'] },
  pipeline: {
    sees: [
      'errors', 'paths', 'kernels', 'onnx', 'ops', 'policy', 'request', 'runtime', 'data', 'calibrate', 'prune', 'evaluate',
      'measure', 'gate', 'report', 'version', 'supervisor/files',
    ],
    packages: ['node'],
  },
  supervisor: { sees: ['errors', 'paths', 'report', 'version'], types: ['*'], packages: ['node', 'node:child_process'] },
  worker: { sees: ['errors', 'report', 'pipeline'], types: ['*'], packages: ['node', 'node:worker_threads'] },
  index: { sees: ['errors', 'version', 'onnx', 'policy', 'request', 'report', 'gate', 'supervisor', 'pipeline'], types: ['*'] },
  // The doors.
  github: { sees: ['errors', 'paths', 'report'], types: ['*'], packages: ['@actions/*', '@octokit/*', 'yauzl', 'yazl', 'node', 'node:child_process'] },
  cli: {
    sees: ['errors', 'paths', 'policy/default-path', 'report', 'supervisor', 'version'], types: ['*'],
    packages: ['commander', 'picocolors', 'node'],
  },
  action: {
    sees: ['errors', 'paths', 'policy', 'report', 'supervisor', 'github', 'cli/progress'], types: ['*'], packages: ['node'],
  },
};

/** The layer rules alone, without type information: what test/lint proves. */
export const layerConfig = {
  files: ['src/**/*.ts'],
  languageOptions: { parser: tseslint.parser },
  plugins: { 'prune-gate': { rules: { layers: layersRule } } },
  rules: { 'prune-gate/layers': ['error', { root, table: LAYERS }] },
};

/** A file longer than this does more than one thing. */
const MAX_LINES = 400;

/** A name that starts with `_` is unused on purpose. */
const UNUSED = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true };

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'prune-gate-out/', '.cache/', 'examples/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vitest.config.ts'] }, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', UNUSED],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A stream or a reader may be async by contract and have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: MAX_LINES }],
      'no-console': 'error',
      // Control characters are looked for on purpose: they are kept out of reports.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
    },
  },
  layerConfig,
  {
    // vitest's `expect` and its fixtures are typed loosely on purpose.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { 'no-unused-vars': ['error', UNUSED] },
    languageOptions: {
      // Those of the Node that runs the lint.
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
  // Generated files are as long as their schemas; all else holds for them too.
  { files: ['**/*.gen.ts'], rules: { 'max-lines': 'off' }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
);
