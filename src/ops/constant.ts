/**
 * ConstantOfShape: a tensor of one value. It has no weights to choose among, but it can be made smaller with others. Where
 * only some sizes are fixed (the states that a recurrent network starts from, of any batch) its other axes can.
 */
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import { shapeEntries } from './movement-rewrite.js';
import type { OpRule } from './rule.js';

function coupleFilled(site: CoupleSite): void {
  const [output, shapeInput] = [site.output(0), site.input(0)];
  const shape = output === undefined ? undefined : site.shape(output);
  const known = shapeInput === undefined ? undefined : site.small(shapeInput);
  if (output === undefined || shape === undefined || known === undefined) return;
  site.define(0, shape.map((size, axis): AxisIds | null => {
    if (size <= 1 || site.isDynamic(output, axis)) return null;
    return known.constant ? site.classes.create(size) : site.classes.createCopies(size);
  }));
}

export const constantOfShape: OpRule = {
  ops: ['ConstantOfShape'],
  couple: coupleFilled,
  rewrite: (site) => shapeEntries(site, 0),
};
