/**
 * Gemm and MatMul. The contracted axis ties both operands; rows and columns carry over to the output; batch axes of a
 * MatMul broadcast like an elementwise operator. A contraction of two activations freezes the contracted axis (its
 * batch axes, such as attention heads, may still be cut).
 */
import { intAttribute } from '../onnx/ir.js';
import type { AxisIds } from './axes.js';
import type { CoupleSite } from './couple-site.js';
import { product } from './rule.js';
import type { CostShapes, OpRule } from './rule.js';

function coupleGemm(site: CoupleSite): void {
  const [a, b, output] = [site.input(0), site.input(1), site.output(0)];
  const [shapeA, shapeB] = [a && site.shape(a), b && site.shape(b)];
  if (!a || !b || !output || shapeA?.length !== 2 || shapeB?.length !== 2) {
    site.freezeAll('the shapes of its operands are not known');
    return;
  }
  if (!site.isParameter(b) || site.isParameter(a)) {
    site.freezeAll('only a constant second operand can be sliced');
    return;
  }
  const transA = intAttribute(site.node, 'transA', 0) !== 0;
  const transB = intAttribute(site.node, 'transB', 0) !== 0;
  const [rowsOfA, innerOfA] = transA ? [1, 0] : [0, 1];
  const [innerOfB, columnsOfB] = transB ? [1, 0] : [0, 1];
  site.tieOrFreeze(site.axis(b, innerOfB), a, innerOfA);
  site.use('consumer', b, innerOfB, a, innerOfA);
  site.use('producer', b, columnsOfB, output, 1);
  const columns = site.axis(b, columnsOfB);
  coupleGemmBias(site, output, columns);
  site.define(0, [site.axis(a, rowsOfA), columns]);
}

/** C broadcasts to [rows, columns]: its last axis follows the columns, rows of its own freeze. */
function coupleGemmBias(site: CoupleSite, output: string, columns: AxisIds | null): void {
  const c = site.input(2);
  const shape = c === undefined ? undefined : site.shape(c);
  if (c === undefined) return;
  if (shape === undefined || !site.isParameter(c)) {
    if (columns !== null) site.freezeIds(columns, 'its bias is computed from the input');
    site.freezeValue(c, 'it is used as a bias');
    return;
  }
  const last = shape.length - 1;
  const ids = last < 0 ? null : site.axis(c, last);
  if (ids !== null && columns !== null) {
    site.classes.tie(ids, columns);
    site.use('vector', c, last, output, 1);
  } else if (columns !== null && (shape[last] ?? 1) > 1) {
    site.freezeIds(columns, 'its bias cannot be sliced');
  }
  if (shape.length === 2) site.freezeAxis(c, 0, 'a bias row belongs to a sample');
}

function coupleMatMul(site: CoupleSite): void {
  const [a, b, output] = [site.input(0), site.input(1), site.output(0)];
  const rankA = a === undefined ? 0 : (site.shape(a)?.length ?? 0);
  const rankB = b === undefined ? 0 : (site.shape(b)?.length ?? 0);
  const shape = output === undefined ? undefined : site.shape(output);
  if (a === undefined || b === undefined || output === undefined || shape === undefined || rankA < 2 || rankB < 2) {
    site.freezeAll('a MatMul of vectors or of unknown shapes is left alone');
    return;
  }
  const batches = ['transBatchA', 'transBatchB'].some((name) => intAttribute(site.node, name, 0) !== 0);
  if (batches) {
    site.freezeAll('it transposes batch axes');
    return;
  }
  const [rowsOfA, innerOfA] = isTransposed(site, 'transA') ? [rankA - 1, rankA - 2] : [rankA - 2, rankA - 1];
  const [innerOfB, columnsOfB] = isTransposed(site, 'transB') ? [rankB - 1, rankB - 2] : [rankB - 2, rankB - 1];
  coupleContraction(site, a, innerOfA, b, innerOfB);
  const axes: (AxisIds | null)[] = shape.map((_, axis) =>
    axis < shape.length - 2 ? coupleBatchAxis(site, shape, axis - shape.length) : null);
  axes[shape.length - 2] = site.axis(a, rowsOfA);
  axes[shape.length - 1] = site.axis(b, columnsOfB);
  if (site.isParameter(b)) site.use('producer', b, columnsOfB, output, shape.length - 1);
  if (site.isParameter(a)) site.use('producer', a, rowsOfA, output, shape.length - 2);
  site.define(0, axes);
}

/** Only the fused product has these attributes. */
const isTransposed = (site: CoupleSite, name: 'transA' | 'transB'): boolean => intAttribute(site.node, name, 0) !== 0;

function coupleContraction(site: CoupleSite, a: string, axisA: number, b: string, axisB: number): void {
  const [constantA, constantB] = [site.isParameter(a), site.isParameter(b)];
  if (constantB && !constantA) {
    site.tieOrFreeze(site.axis(b, axisB), a, axisA);
    site.use('consumer', b, axisB, a, axisA);
  } else if (constantA && !constantB) {
    site.tieOrFreeze(site.axis(a, axisA), b, axisB);
    site.use('consumer', a, axisA, b, axisB);
  } else {
    site.freezeAxis(a, axisA, 'it is contracted between two activations');
    site.freezeAxis(b, axisB, 'it is contracted between two activations');
  }
}

/** Batch axes of equal size tie; one that meets an inert partner of the same size freezes. */
function coupleBatchAxis(site: CoupleSite, shape: readonly number[], fromEnd: number): AxisIds | null {
  const size = shape[shape.length + fromEnd] as number;
  if (size <= 1) return null;
  const partners = site.node.inputs.slice(0, 2).flatMap((value) => {
    const own = site.shape(value) as readonly number[];
    const axis = own.length + fromEnd;
    return axis >= 0 && own[axis] === size ? [{ value, axis, ids: site.axis(value, axis) }] : [];
  });
  const [first, second] = partners.map((partner) => partner.ids);
  if (first == null || (partners.length === 2 && second == null)) {
    for (const { ids } of partners) if (ids !== null) site.freezeIds(ids, 'it meets a value that cannot be pruned');
    return null;
  }
  if (second != null) site.classes.tie(first, second);
  return first;
}

function macsOfGemm({ node, inputs, outputs }: CostShapes): number {
  const [a, output] = [inputs[0], outputs[0]];
  if (a === undefined || output === undefined) return 0;
  return product(output) * (a[intAttribute(node, 'transA', 0) !== 0 ? 0 : 1] ?? 1);
}

function macsOfMatMul({ node, inputs, outputs }: CostShapes): number {
  const [a, output] = [inputs[0], outputs[0]];
  if (a === undefined || output === undefined) return 0;
  return product(output) * (a[a.length - (intAttribute(node, 'transA', 0) !== 0 ? 2 : 1)] ?? 1);
}

/** Fused with an activation or a factor as onnxruntime's optimizer writes them, they couple just the same. */
export const gemm: OpRule = { ops: ['Gemm', 'com.microsoft:FusedGemm'], couple: coupleGemm, macs: macsOfGemm };
export const matMul: OpRule = { ops: ['MatMul', 'com.microsoft:FusedMatMul'], couple: coupleMatMul, macs: macsOfMatMul };

/** Integer products: counted, never cut. */
export const frozenProducts: OpRule = {
  ops: ['MatMulInteger', 'QLinearMatMul'],
  couple: (site) => { site.freezeAll('integer products are left alone'); },
  macs: macsOfMatMul,
};
