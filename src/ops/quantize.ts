/** QuantizeLinear and DequantizeLinear: elementwise, with scale and zero point per tensor or along one axis. */
import { intAttribute } from '../onnx/ir.js';
import type { CoupleSite } from './couple-site.js';
import type { OpRule } from './rule.js';

function coupleQuantize(site: CoupleSite): void {
  const given = site.firstInput();
  if (given === undefined) return;
  const { input, shape } = given;
  if (intAttribute(site.node, 'block_size', 0) !== 0) {
    site.freezeAll('it is quantised in blocks');
    return;
  }
  const listed = intAttribute(site.node, 'axis', 1);
  const axis = listed < 0 ? listed + shape.length : listed;
  for (const parameter of site.node.inputs.slice(1, 3)) if (parameter !== '') coupleScale(site, input, axis, parameter);
  site.define(0, site.axes(input));
}

function coupleScale(site: CoupleSite, input: string, axis: number, parameter: string): void {
  const size = site.shape(parameter)?.reduce((total, dim) => total * dim, 1);
  if (size === 1) return;
  const ids = site.axis(input, axis);
  if (!site.isParameter(parameter) || size === undefined || ids?.length !== size) {
    site.freezeValue(parameter, 'it scales an axis that cannot be pruned');
    site.freezeAxis(input, axis, 'its scale cannot be sliced');
    return;
  }
  const scale = site.axis(parameter, 0);
  if (scale === null) {
    site.freezeIds(ids, 'its scale cannot be sliced');
    return;
  }
  site.classes.tie(ids, scale);
  site.use('vector', parameter, 0, input, axis);
}

export const quantize: OpRule = { ops: ['QuantizeLinear', 'DequantizeLinear'], couple: coupleQuantize };
