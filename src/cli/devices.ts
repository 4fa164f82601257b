/** The view of `devices`: one line a device, and what to do about those that do not work. */
import pc from 'picocolors';
import { plain } from '../report/escape.js';
import type { DeviceLine, FoundVersion } from '../report/types.js';
import type { InspectStyle } from './inspect.js';

/** Several libraries may be missing, each with paths. */
const MOST_CHARACTERS = 2000;

export function renderDevices(devices: readonly DeviceLine[], style: InspectStyle): string {
  const colors = pc.createColors(style.color);
  const width = Math.max(...devices.map(({ device }) => device.length));
  return devices.map(({ device, works, detail, fix, versions = [] }) => {
    const state = works ? colors.green('works') : colors.red('does not work');
    const todo = fix === null ? [] : [`${' '.repeat(width + 2)}${colors.dim(`What to do: ${plain(fix, MOST_CHARACTERS)}`)}`];
    const found = versions.length === 0 ? [] : [`${' '.repeat(width + 2)}${colors.dim(`Found: ${versions.map(inWords).join('; ')}`)}`];
    return [`${colors.bold(plain(device).padEnd(width))}  ${state}: ${plain(detail, MOST_CHARACTERS)}`, ...found, ...todo].join('\n');
  }).join('\n').concat('\n');
}

const inWords = ({ what, found, where, needs }: FoundVersion): string =>
  `${what} ${plain(found ?? (where === null ? 'none' : 'of an unknown version'))}${where === null ? '' : ` (${plain(where)})`}, needs ${needs === null ? 'a version that nothing tells' : plain(needs)}`;
