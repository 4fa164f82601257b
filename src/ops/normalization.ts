/** Normalisation. Per-channel statistics tie their vectors to the channel axis; a norm across an axis freezes it. */
import { intAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
import { withAttributes } from './rule.js';
import type { NodeEdit, OpRule } from './rule.js';

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

/** Added to the residual stream and normalised at once, or the embeddings of a transformer: the hidden width stays. */
function coupleFusedNorm(site: CoupleSite): void {
  site.freezeAll('it is normalised across this axis');
}

/**
 * GroupNormalization: each group of channels is normalised alone, so whole groups go. Scale and bias have one entry a
 * channel, or a group before opset 21.
 */
function coupleGroupNorm(site: CoupleSite): void {
  const given = site.firstInput();
  const groups = intAttribute(site.node, 'num_groups', 0);
  const channels = given?.shape[1] ?? 0;
  if (given === undefined || groups < 1 || channels % groups !== 0) {
    site.freezeAll('its channels do not divide by its groups');
    return;
  }
  const { input } = given;
  site.axes(input).forEach((ids, axis) => { if (ids !== null && axis > 1) site.freezeIds(ids, 'it is normalised across this axis'); });
  const units = site.classes.create(groups);
  tieGroups(site, site.axisOrFrozen(input, 1, channels), units);
  for (const vector of site.node.inputs.slice(1, 3)) {
    const size = site.shape(vector)?.[0] ?? 0;
    if (size % groups !== 0 || size === 0) site.freezeIds(units, 'its scale cannot be sliced');
    else tieGroups(site, site.axisOrFrozen(vector, 0, size), units);
    if (site.isParameter(vector)) site.use('vector', vector, 0, input, 1);
  }
  site.define(0, site.axes(input));
}

function tieGroups(site: CoupleSite, ids: AxisIds, units: AxisIds): void {
  const width = ids.length / units.length;
  ids.forEach((id, position) => { site.classes.union(units[Math.floor(position / width)] as number, id); });
}

function rewriteGroupNorm(site: RewriteSite): NodeEdit | undefined {
  const input = site.node.inputs[0] as string;
  const [before, after] = [site.lengthBefore(input, 1), site.lengthAfter(input, 1)];
  if (before === after) return undefined;
  const groups = (intAttribute(site.node, 'num_groups', 1) * after) / before;
  return { nodes: [withAttributes(site.node, { num_groups: { kind: 'int', value: BigInt(groups) } })], tensors: [] };
}

export const channelNorm: OpRule = { ops: ['BatchNormalization', 'InstanceNormalization'], couple: coupleChannelNorm };
export const layerNorm: OpRule = { ops: ['LayerNormalization', 'RMSNormalization', 'SimplifiedLayerNormalization'], couple: coupleLayerNorm };
export const groupNorm: OpRule = { ops: ['GroupNormalization'], couple: coupleGroupNorm, rewrite: rewriteGroupNorm };
export const fusedNorm: OpRule = {
  ops: ['SkipLayerNormalization', 'SkipSimplifiedLayerNormalization', 'EmbedLayerNormalization'].map((name) => `com.microsoft:${name}`),
  couple: coupleFusedNorm,
};
