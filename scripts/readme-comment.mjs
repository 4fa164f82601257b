/**
 * Puts a real comment into README.md: the report.md that `npm run demo` just wrote, between the two markers, as a
 * quotation. Latency differs from run to run, so this is called by hand before a release and not checked in CI.
 *
 *   npm run demo && node scripts/readme-comment.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const readme = resolve(root, 'README.md');
const report = resolve(root, process.argv[2] ?? 'prune-gate-out/demo/report.md');

const BEGIN = /^<!-- comment:begin.*-->$/mu;
const END = '<!-- comment:end -->';

/** Hidden markers go, headings step down below the README's own. */
function quotation(markdown) {
  const shown = markdown.replace(/<!--[\s\S]*?-->\n?/gu, '').replace(/^(#+ )/gmu, '#$1').trim();
  return shown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

const text = readFileSync(readme, 'utf8');
const begin = BEGIN.exec(text);
const end = text.indexOf(END);
if (begin === null || end < begin.index) {
  process.stderr.write('README.md has no place for the comment\n');
  process.exit(1);
}
const head = text.slice(0, begin.index + begin[0].length);
writeFileSync(readme, `${head}\n${quotation(readFileSync(report, 'utf8'))}\n${text.slice(end)}`);
