/** Type checks the TypeScript snippets of the documentation, `prune-gate` standing for src/index.ts. */
import { join } from 'node:path';
import ts from 'typescript';
import { root, type Snippet } from './markdown.js';

export function typescriptProblems(snippets: readonly Snippet[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const texts = new Map(snippets.map((snippet, index) => [join(root, `test/docs/snippet-${index}.ts`), snippet]));
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (path) => texts.has(path) || disk.fileExists(path);
  host.readFile = (path) => texts.get(path)?.text ?? disk.readFile(path);
  const program = ts.createProgram([...texts.keys()], {
    ...options, incremental: false, paths: { 'prune-gate': [join(root, 'src/index.ts')] }, noUnusedLocals: false,
  }, host);
  return [...texts].flatMap(([path, snippet]) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map((one) => `${snippet.page}:${snippet.line}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`));
}
