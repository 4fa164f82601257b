/**
 * Convolutions, 1-D to 3-D. With one group the input channels tie to the weight's input axis and the weight's output
 * axis makes the output channels. With several groups, whole groups go: the channels a group reads and the channels
 * it makes are one unit, so counts stay equal (a depthwise convolution is the case of one channel a group).
 */
import { intAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import type { RewriteSite } from './rewrite-site.js';
import { product, withAttributes } from './rule.js';
import type { CostShapes, NodeEdit, OpRule } from './rule.js';

const CHANNEL = 1;
/** Input of a fused convolution that is added to the result. */
const ADDED = 3;

interface ConvParts {
  readonly input: string;
  readonly weight: string;
  readonly output: string;
  readonly rank: number;
  readonly groups: number;
  /** Axis of the weight over output channels and over input channels. */
  readonly outputAxis: number;
  readonly inputAxis: number;
}

function partsOf(site: CoupleSite, transposed: boolean): ConvParts | string {
  const input = site.input(0);
  const weight = site.input(1);
  const output = site.output(0);
  if (input === undefined || weight === undefined || output === undefined) return 'an input is missing';
  const rank = site.shape(output)?.length;
  if (rank === undefined || site.shape(input) === undefined) return 'the shape of its result is not known';
  if (!site.isParameter(weight)) return 'its weight is computed from the input';
  const groups = intAttribute(site.node, 'group', 1);
  return { input, weight, output, rank, groups, outputAxis: transposed ? 1 : 0, inputAxis: transposed ? 0 : 1 };
}

function coupleConvolution(site: CoupleSite, transposed: boolean): void {
  const parts = partsOf(site, transposed);
  if (typeof parts === 'string') {
    site.freezeAll(parts);
    return;
  }
  site.axes(parts.input).forEach((ids, axis) => {
    if (ids !== null && axis !== CHANNEL) site.freezeIds(ids, 'the convolution mixes positions along this axis');
  });
  const channels = parts.groups === 1 ? coupleDense(site, parts) : coupleGroups(site, parts);
  const axes: (AxisIds | null)[] = new Array<AxisIds | null>(parts.rank).fill(null);
  axes[CHANNEL] = channels;
  coupleBias(site, parts, channels);
  coupleSum(site, channels);
  site.define(0, axes);
}

function coupleDense(site: CoupleSite, parts: ConvParts): AxisIds | null {
  site.tieOrFreeze(site.axis(parts.weight, parts.inputAxis), parts.input, CHANNEL);
  site.use('consumer', parts.weight, parts.inputAxis, parts.input, CHANNEL);
  site.use('producer', parts.weight, parts.outputAxis, parts.output, CHANNEL);
  return site.axis(parts.weight, parts.outputAxis);
}

/** Ties, for each group, every channel it reads to every channel it makes. */
function coupleGroups(site: CoupleSite, parts: ConvParts): AxisIds | null {
  const { groups } = parts;
  const read = site.shape(parts.input)?.[CHANNEL] ?? 0;
  const made = site.shape(parts.output)?.[CHANNEL] ?? 0;
  const inputs = site.axisOrFrozen(parts.input, CHANNEL, read);
  const outputs = site.classes.create(made);
  tieBlocks(site, inputs, read / groups, outputs, made / groups, groups);
  const weightIds = site.axis(parts.weight, 0);
  if (weightIds !== null) site.classes.tie(weightIds, parts.outputAxis === 0 ? outputs : inputs);
  else site.freezeIds(outputs, 'its weight cannot be sliced');
  const perGroup = site.axis(parts.weight, 1);
  if (perGroup !== null) site.freezeIds(perGroup, 'a group keeps its width');
  const depthwise = read === groups && made === groups;
  site.use(depthwise ? 'vector' : 'producer', parts.weight, 0, parts.output, CHANNEL);
  return outputs;
}

function tieBlocks(site: CoupleSite, inputs: AxisIds, inputWidth: number, outputs: AxisIds, outputWidth: number, groups: number): void {
  for (let group = 0; group < groups; group++) {
    const first = inputs[group * inputWidth] as number;
    for (let i = 1; i < inputWidth; i++) site.classes.union(first, inputs[group * inputWidth + i] as number);
    for (let i = 0; i < outputWidth; i++) site.classes.union(first, outputs[group * outputWidth + i] as number);
  }
}

function coupleBias(site: CoupleSite, parts: ConvParts, channels: AxisIds | null): void {
  const bias = site.input(2);
  if (bias === undefined) return;
  const ids = site.axis(bias, 0);
  if (!site.isParameter(bias)) {
    if (channels !== null) site.freezeIds(channels, 'its bias is computed from the input');
    site.freezeValue(bias, 'it is used as a bias');
  } else if (ids !== null && channels !== null) {
    site.classes.tie(ids, channels);
    site.use('vector', bias, 0, parts.output, CHANNEL);
  } else if (channels !== null) {
    site.freezeIds(channels, 'its bias cannot be sliced');
  }
}

/** A convolution fused by onnxruntime's optimizer may add an activation to its result (input 3) before it is activated. */
function coupleSum(site: CoupleSite, channels: AxisIds | null): void {
  const added = site.input(ADDED);
  if (added === undefined) return;
  site.axes(added).forEach((ids, axis) => { if (ids !== null && axis !== CHANNEL) site.freezeIds(ids, 'the convolution mixes positions along this axis'); });
  if (channels === null) site.freezeAxis(added, CHANNEL, 'it meets a value that cannot be pruned');
  else if (site.shape(added)?.[CHANNEL] === channels.length) site.classes.tie(site.axisOrFrozen(added, CHANNEL, channels.length), channels);
  else site.freezeIds(channels, 'it meets a value of unknown shape');
}

/** `group` follows the number of whole groups that stay. */
function rewriteConvolution(site: RewriteSite): NodeEdit | undefined {
  const groups = intAttribute(site.node, 'group', 1);
  if (groups === 1) return undefined;
  const input = site.node.inputs[0] as string;
  const before = site.lengthBefore(input, CHANNEL);
  const after = site.lengthAfter(input, CHANNEL);
  if (before === after) return undefined;
  const kept = BigInt((groups * after) / before);
  return { nodes: [withAttributes(site.node, { group: { kind: 'int', value: kept } })], tensors: [] };
}

function macsOfConvolution({ inputs, outputs }: CostShapes): number {
  const [weight, output] = [inputs[1], outputs[0]];
  // Every output element sums over one group's input channels and the kernel taps.
  return weight === undefined || output === undefined ? 0 : product(output) * product(weight.slice(1));
}

function macsOfTransposed({ inputs }: CostShapes): number {
  const [input, weight] = inputs;
  // Every input element is multiplied into its group's output channels at each kernel tap.
  return input === undefined || weight === undefined ? 0 : product(input) * product(weight.slice(1));
}

export const convolution: OpRule = {
  ops: ['Conv', 'com.microsoft:FusedConv'],
  couple: (site) => { coupleConvolution(site, false); },
  rewrite: rewriteConvolution,
  macs: macsOfConvolution,
};

export const transposedConvolution: OpRule = {
  ops: ['ConvTranspose'],
  couple: (site) => { coupleConvolution(site, true); },
  rewrite: rewriteConvolution,
  macs: macsOfTransposed,
};
