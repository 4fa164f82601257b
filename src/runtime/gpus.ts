/** The GPUs of this machine, where Linux or a variable tells of them: what tells the results of one device from another's. */
import { join } from 'node:path';
import { entriesOf, fileText } from './tools.js';

const PCI = '/sys/bus/pci/devices';
/** PCI class of display controllers. */
const DISPLAY = /^0x03/u;

/** `pci 10de:2335`, each once, and the drivers that WebGPU was pointed to. Empty where nobody tells. */
export function adapters(env: NodeJS.ProcessEnv = process.env, root = PCI): string[] {
  const drivers = ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES', 'VK_ADD_DRIVER_FILES'].flatMap((name) => env[name] ?? []);
  const ids = entriesOf(root).flatMap((device) => {
    const of = (file: string): string => fileText(join(root, device, file)).trim();
    return DISPLAY.test(of('class')) ? [`pci ${of('vendor').replace('0x', '')}:${of('device').replace('0x', '')}`] : [];
  });
  return [...new Set([...ids.sort(), ...drivers])];
}
