/** Fills the tables of inputs and outputs in docs/action.md from action.yml. `--check` fails where they are not current. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { fromRoot, writeOrCheck } from './generated-file.mjs';

const PAGE = 'docs/action.md';

const cell = (text) => text.trim().replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;

function inputs(entries) {
  const rows = Object.entries(entries).map(([name, { description, default: value }]) => row(`\`${name}\``, value === '' ? '' : `\`${value}\``, description));
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n');
}

function outputs(entries) {
  const rows = Object.entries(entries).map(([name, { description }]) => row(`\`${name}\``, description));
  return ['| output | |', '|---|---|', ...rows].join('\n');
}

function fill(page, name, table) {
  const [start, end] = [`<!-- ${name}: from action.yml -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${name}`);
  return `${page.slice(0, from + start.length)}\n${table}\n${page.slice(to)}`;
}

const action = parse(await readFile(fromRoot('action.yml'), 'utf8'));
const page = await readFile(fromRoot(PAGE), 'utf8');
await writeOrCheck(PAGE, fill(fill(page, 'inputs', inputs(action.inputs)), 'outputs', outputs(action.outputs)));
