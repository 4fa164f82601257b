/** What an operator's coupling rule sees of the graph, and how it says what it found. */
import type { Node } from '../onnx/ir.js';
import type { AxisClasses, AxisIds, Freeze } from './axes.js';
import type { Movement, SmallValue } from './facts.js';

/** `recurrent`: a weight's axis over the hidden states of the step before; `value` is the weight itself. */
export type AxisRole = 'producer' | 'consumer' | 'vector' | 'recurrent';

/** A parameter axis used by a node in some role, with the activation axis it makes or reads. */
export interface RoleUse {
  readonly parameter: string;
  readonly axis: number;
  readonly role: AxisRole;
  readonly node: number;
  readonly value: string;
  readonly valueAxis: number;
}

/** An axis that a movement split into several, of which one was chosen to stay live. */
export interface Split {
  readonly node: number;
  readonly chosen: AxisIds;
  /** Which of them, outermost first. */
  readonly choice: number;
  readonly choices: number;
}

/** The graph-wide state that sites write to; made by `coupling.ts`. */
export interface CouplingState {
  readonly classes: AxisClasses;
  readonly axes: Map<string, (AxisIds | null)[]>;
  readonly roles: RoleUse[];
  readonly splits: Split[];
  /** By node, which part of a split axis stays live, outermost first; absent: what `factor` says. */
  readonly choices: ReadonlyMap<number, number>;
  shapeOf(value: string): readonly number[] | undefined;
  smallOf(value: string): SmallValue | undefined;
  /** True for initializers, Constant outputs and what is computed from them alone. */
  isParameter(value: string): boolean;
  /** True for tensors stored in the model, which can be sliced: initializers and Constant outputs. */
  isStored(value: string): boolean;
  isDynamic(value: string, axis: number): boolean;
  /** Why an activation's axis is inert, for messages. */
  inertReason(value: string): string;
}

/** Operators that compute the same whatever the length of an axis they do not work along, and name no sizes. */
const PASS_GROWING: ReadonlySet<string> = new Set([
  'Add', 'Cast', 'Clip', 'Div', 'Dropout', 'FusedMatMul', 'Identity', 'MatMul', 'Max', 'Min', 'Mul', 'Neg', 'Softmax', 'Sub', 'Transpose', 'Where',
]);

export class CoupleSite {
  constructor(
    readonly node: Node,
    readonly index: number,
    readonly opset: number,
    readonly movement: Movement | undefined,
    readonly untraced: string | undefined,
    private readonly factor: 'outer' | 'inner',
    private readonly state: CouplingState,
  ) {}

  get classes(): AxisClasses {
    return this.state.classes;
  }

  /** Name of input `position`; undefined where it is absent. */
  input(position: number): string | undefined {
    return this.node.inputs[position] || undefined;
  }

  output(position: number): string | undefined {
    return this.node.outputs[position] || undefined;
  }

  shape(value: string): readonly number[] | undefined {
    return this.state.shapeOf(value);
  }

  /** Name and shape of the first input; where they are not known, the node is frozen. */
  firstInput(): { readonly input: string; readonly shape: readonly number[] } | undefined {
    const input = this.input(0);
    const shape = input === undefined ? undefined : this.shape(input);
    if (input !== undefined && shape !== undefined) return { input, shape };
    this.freezeAll('the shape of its input is not known');
    return undefined;
  }

  isDynamic(value: string, axis: number): boolean {
    return this.state.isDynamic(value, axis);
  }

  /** Which of the parts of a split axis stays live. */
  choiceOf(choices: number): number {
    return Math.min(this.state.choices.get(this.index) ?? (this.factor === 'outer' ? 0 : choices - 1), choices - 1);
  }

  split(chosen: AxisIds, choice: number, choices: number): void {
    this.state.splits.push({ node: this.index, chosen, choice, choices });
  }

  small(value: string): SmallValue | undefined {
    return this.state.smallOf(value);
  }

  isParameter(value: string): boolean {
    return this.state.isParameter(value);
  }

  inertReason(value: string): string {
    return this.state.inertReason(value);
  }

  /** Axes of a value. Stored tensors get ids on first use: they can follow whatever they are tied to. */
  axes(value: string): (AxisIds | null)[] {
    const known = this.state.axes.get(value);
    if (known !== undefined) return known;
    const shape = this.state.shapeOf(value) ?? [];
    const axes = shape.map((size) => (this.state.isStored(value) && size > 1 ? this.classes.create(size) : null));
    this.state.axes.set(value, axes);
    return axes;
  }

  axis(value: string, axis: number): AxisIds | null {
    return this.axes(value)[axis] ?? null;
  }

  /** Like `axis`, but inert positions become fresh frozen ids, so that they can be tied. */
  axisOrFrozen(value: string, axis: number, length: number): AxisIds {
    const ids = this.axis(value, axis);
    if (ids !== null) return ids;
    const fresh = this.classes.create(length);
    this.freezeIds(fresh, this.inertReason(value));
    return fresh;
  }

  /** Ties a parameter's axis to an activation's; where the activation is inert the parameter is frozen. */
  tieOrFreeze(parameterAxis: AxisIds | null, activation: string, axis: number): void {
    const ids = this.axis(activation, axis);
    if (ids !== null && parameterAxis !== null) this.classes.tie(ids, parameterAxis);
    else if (parameterAxis !== null) this.freezeIds(parameterAxis, this.inertReason(activation));
    else if (ids !== null && ids.length > 1) this.freezeIds(ids, 'its weight cannot be sliced');
  }

  freezeIds(ids: AxisIds, reason: string): void {
    const why: Freeze = { reason, operator: this.node.opType, node: this.node.name || this.node.outputs[0] || '' };
    this.classes.freeze(ids, why);
  }

  freezeAxis(value: string, axis: number, reason: string): void {
    const ids = this.axis(value, axis);
    if (ids !== null) this.freezeIds(ids, reason);
  }

  /** Freezes every live axis of a value. */
  freezeValue(value: string, reason: string): void {
    for (const ids of this.axes(value)) if (ids !== null) this.freezeIds(ids, reason);
  }

  /** Freezes all inputs and leaves the outputs inert: what an operator without a rule gets. */
  freezeAll(reason: string): void {
    for (const value of this.node.inputs) if (value !== '') this.freezeValue(value, reason);
  }

  /**
   * Sets an output's axes. An axis whose size depends on the input's cannot be cut, unless it is one of `growing`: so many
   * repetitions of the positions of a weight, as batch x heads in one axis. Operators that name no sizes pass such an axis on.
   */
  define(position: number, axes: readonly (AxisIds | null)[], growing: ReadonlySet<number> = new Set()): void {
    const value = this.output(position);
    if (value === undefined) return;
    const shape = this.state.shapeOf(value);
    const kept = axes.map((ids, axis) => {
      if (ids === null) return null;
      if (shape === undefined || ids.length !== shape[axis]) {
        this.freezeIds(ids, 'the shape of its result is not known');
        return null;
      }
      const mayGrow = growing.has(axis) || PASS_GROWING.has(this.node.opType);
      if (this.state.isDynamic(value, axis) && !mayGrow) this.freezeIds(ids, 'its size depends on the size of the input');
      return ids;
    });
    this.state.axes.set(value, kept);
  }

  use(role: AxisRole, parameter: string, axis: number, value: string, valueAxis: number): void {
    this.state.roles.push({ parameter, axis, role, node: this.index, value, valueAxis });
  }
}
