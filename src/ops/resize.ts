/** Resize and Upsample: axes whose size stays pass, the others are mixed by interpolation and freeze. */
import { intsAttribute, stringAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
import { shapeEntries } from './movement-rewrite.js';
import type { NodeEdit, OpRule } from './rule.js';

const SIZES_INPUT = 3;

function coupleResize(site: CoupleSite): void {
  const [input, output] = [site.input(0), site.output(0)];
  const before = input === undefined ? undefined : site.shape(input);
  const after = output === undefined ? undefined : site.shape(output);
  if (input === undefined || before === undefined || after === undefined) {
    site.freezeAll('the shape of its result is not known');
    return;
  }
  if (stringAttribute(site.node, 'coordinate_transformation_mode') === 'tf_crop_and_resize') {
    site.freezeAll('it crops a region given by a tensor');
    return;
  }
  site.define(0, site.axes(input).map((ids, axis): AxisIds | null => {
    if (ids === null || before[axis] === after[axis]) return ids;
    site.freezeIds(ids, 'it is resized along this axis');
    return null;
  }));
}

/** Only `sizes` names the channel count; `scales` are factors. */
function rewriteResize(site: RewriteSite): NodeEdit | undefined {
  if (!site.node.inputs[SIZES_INPUT]) return undefined;
  const rank = site.shape(site.node.inputs[0] as string).length;
  const axes = intsAttribute(site.node, 'axes')?.map((axis) => (axis < 0 ? axis + rank : axis));
  return shapeEntries(site, SIZES_INPUT, axes);
}

export const resize: OpRule = { ops: ['Resize', 'Upsample'], couple: coupleResize, rewrite: rewriteResize };
