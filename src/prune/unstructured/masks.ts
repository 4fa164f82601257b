/** Masks as a plan holds them: one bit per element in stored order, the first in the lowest bit, as base64. */
import { UserError } from '../../errors.js';

export function encodeMask(mask: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(mask.length / 8));
  mask.forEach((stays, i) => { if (stays === 1) bytes[i >> 3] = (bytes[i >> 3] as number) | (1 << (i & 7)); });
  return Buffer.from(bytes).toString('base64');
}

/** @throws UserError `plan-mismatch` where the mask is of another size */
export function decodeMask(text: string, elements: number, name: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== Math.ceil(elements / 8)) {
    throw new UserError({ code: 'plan-mismatch', message: `The plan's mask of ${name} is of another size than the weight.`, where: 'plan.json' });
  }
  return Uint8Array.from({ length: elements }, (_, i) => ((bytes[i >> 3] as number) >> (i & 7)) & 1);
}
