/** The view of `devices`: one line a device, and what to do about those that do not work. */
import pc from 'picocolors';
import { plain } from '../report/escape.js';
import type { DeviceLine } from '../report/types.js';
import type { InspectStyle } from './inspect.js';

export function renderDevices(devices: readonly DeviceLine[], style: InspectStyle): string {
  const colors = pc.createColors(style.color);
  const width = Math.max(...devices.map(({ device }) => device.length));
  return devices.map(({ device, works, detail, fix }) => {
    const state = works ? colors.green('works') : colors.red('does not work');
    const todo = fix === null ? [] : [`${' '.repeat(width + 2)}${colors.dim(`What to do: ${plain(fix)}`)}`];
    return [`${colors.bold(plain(device).padEnd(width))}  ${state}: ${plain(detail)}`, ...todo].join('\n');
  }).join('\n').concat('\n');
}
