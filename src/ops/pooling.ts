/** Pooling works on each channel alone: batch and channel axes pass, spatial ones end here. */
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

function couplePooling(site: CoupleSite): void {
  const [input, output] = [site.input(0), site.output(0)];
  const rank = output === undefined ? undefined : site.shape(output)?.length;
  if (input === undefined || rank === undefined) {
    site.freezeAll('the shape of its result is not known');
    return;
  }
  if (site.output(1) !== undefined) {
    site.freezeAll('its indices count across channels');
    return;
  }
  const axes = site.axes(input);
  axes.forEach((ids, axis) => {
    if (ids !== null && axis > 1) site.freezeIds(ids, 'pooling mixes positions along this axis');
  });
  site.define(0, Array.from({ length: rank }, (_, axis): AxisIds | null => (axis < 2 ? (axes[axis] ?? null) : null)));
}

export const pooling: OpRule = {
  ops: ['AveragePool', 'GlobalAveragePool', 'GlobalLpPool', 'GlobalMaxPool', 'LpPool', 'MaxPool'],
  couple: couplePooling,
};
