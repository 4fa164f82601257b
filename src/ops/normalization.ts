/** Normalisation. Per-channel statistics tie their vectors to the channel axis; a norm across an axis freezes it. */
import { intAttribute } from '../onnx/ir.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

/** BatchNormalization and InstanceNormalization: axis 1 carries scale, bias, mean and variance. */
function coupleChannelNorm(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input } = given;
  const channels = site.axis(input, 1);
  for (const vector of site.node.inputs.slice(1)) {
    if (vector === '') continue;
    if (!site.isParameter(vector)) {
      site.freezeAxis(input, 1, 'its statistics are computed from the input');
      site.freezeValue(vector, 'it is used as a statistic');
      continue;
    }
    site.tieOrFreeze(site.axis(vector, 0), input, 1);
    if (channels !== null) site.use('vector', vector, 0, input, 1);
  }
  freezeMixed(site, input);
  site.define(0, site.axes(input));
  // Running and saved statistics, where a training graph asks for them.
  for (let position = 1; position < site.node.outputs.length; position++) site.define(position, [channels]);
}

/** Statistics of the input itself mix its other axes: per sample, or in training over all of them. */
function freezeMixed(site: CoupleSite, input: string): void {
  const training = intAttribute(site.node, 'training_mode', 0) !== 0;
  if (!training && site.node.opType !== 'InstanceNormalization') return;
  site.axes(input).forEach((_, axis) => {
    if (axis > 1 || (axis === 0 && training)) site.freezeAxis(input, axis, 'it is normalised across this axis');
  });
}

/** Layer norms: every axis from `axis` on is mixed; the leading ones pass. */
function coupleLayerNorm(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input, shape } = given;
  const axis = intAttribute(site.node, 'axis', -1);
  const first = axis < 0 ? axis + shape.length : axis;
  shape.forEach((_, at) => {
    if (at >= first) site.freezeAxis(input, at, 'it is normalised across this axis');
  });
  for (const vector of site.node.inputs.slice(1)) if (vector !== '') site.freezeValue(vector, 'it scales a normalised axis');
  const axes = site.axes(input);
  site.define(0, axes);
  // Mean and inverse deviation have one position along the mixed axes.
  const leading = axes.map((ids, at) => (at < first ? ids : null));
  for (let position = 1; position < site.node.outputs.length; position++) site.define(position, leading);
}

export const channelNorm: OpRule = { ops: ['BatchNormalization', 'InstanceNormalization'], couple: coupleChannelNorm };
export const layerNorm: OpRule = { ops: ['LayerNormalization', 'RMSNormalization'], couple: coupleLayerNorm };
