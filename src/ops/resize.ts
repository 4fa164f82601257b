/** Resize and Upsample: axes whose size stays pass, the others are mixed by interpolation and freeze. */
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
  const region = site.input(2);
  if (site.node.opType === 'Resize' && region !== undefined && (site.shape(region)?.[0] ?? 0) > 0 && site.opset >= 11
    && site.node.attributes.get('coordinate_transformation_mode') !== undefined && cropsRegion(site)) {
    site.freezeAll('it crops a region given by a tensor');
    return;
  }
  site.define(0, site.axes(input).map((ids, axis): AxisIds | null => {
    if (ids === null || before[axis] === after[axis]) return ids;
    site.freezeIds(ids, 'it is resized along this axis');
    return null;
  }));
}

function cropsRegion(site: CoupleSite): boolean {
  const mode = site.node.attributes.get('coordinate_transformation_mode');
  return mode?.kind === 'string' && new TextDecoder().decode(mode.value) === 'tf_crop_and_resize';
}

/** Only `sizes` names the channel count; `scales` are factors. */
function rewriteResize(site: RewriteSite): NodeEdit | undefined {
  if (!site.node.inputs[SIZES_INPUT]) return undefined;
  return shapeEntries(site, SIZES_INPUT);
}

export const resize: OpRule = { ops: ['Resize', 'Upsample'], couple: coupleResize, rewrite: rewriteResize };
