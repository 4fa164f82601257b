/** The licences of the packages whose code is in the bundle: their terms ask that the text travels with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/iu;

/** The text of LICENSES.txt for the inputs that esbuild names (relative to `root`). */
export function notices(root, inputs) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  const sections = [...folders].map((folder) => section(join(root, folder))).sort();
  return [...new Set(sections)].join(`\n${'-'.repeat(80)}\n\n`);
}

function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(input)?.[0];
}

function section(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = existsSync(folder) ? readdirSync(folder).sort().find((entry) => LICENCE_FILE.test(entry)) : undefined;
  const text = file === undefined ? `(The package carries no licence text; it says: ${license}.)` : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}, ${license}\n\n${text.replaceAll('\r\n', '\n')}\n`;
}
