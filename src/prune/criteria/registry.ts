/** Every criterion. A new one is one file, one line here and its name in schemas/policy.schema.json. */
import { activation } from './activation.js';
import { bnScale } from './bn-scale.js';
import type { Criterion } from './criterion.js';
import { fpgm } from './fpgm.js';
import { l1, l2 } from './magnitude.js';
import { obs } from './obs.js';
import { random } from './random.js';
import { wifv } from './wifv.js';

export const CRITERIA: readonly Criterion[] = [l1, l2, activation, wifv, fpgm, bnScale, obs, random];

export function criterionNamed(name: string): Criterion {
  const found = CRITERIA.find((criterion) => criterion.name === name);
  if (found === undefined) throw new RangeError(`no criterion is named ${name}`);
  return found;
}
