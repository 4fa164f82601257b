/** ConstantOfShape: a tensor of one value. It has no weights to choose among, but it can be made smaller with others. */
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import { shapeEntries } from './movement-rewrite.js';
import type { OpRule } from './rule.js';

function coupleFilled(site: CoupleSite): void {
  const [output, shapeInput] = [site.output(0), site.input(0)];
  const shape = output === undefined ? undefined : site.shape(output);
  const known = shapeInput === undefined ? undefined : site.small(shapeInput);
  if (shape === undefined || known?.constant !== true) return;
  site.define(0, shape.map((size): AxisIds | null => (size > 1 ? site.classes.create(size) : null)));
}

export const constantOfShape: OpRule = {
  ops: ['ConstantOfShape'],
  couple: coupleFilled,
  rewrite: (site) => shapeEntries(site, 0),
};
