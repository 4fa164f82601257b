/** What an operator's coupling rule sees of the graph, and how it says what it found. */
import type { Node } from '../onnx/ir.js';
import type { AxisClasses, AxisIds } from './axes.js';
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
export declare class CoupleSite {
    readonly node: Node;
    readonly index: number;
    readonly opset: number;
    readonly movement: Movement | undefined;
    readonly untraced: string | undefined;
    private readonly factor;
    private readonly state;
    constructor(node: Node, index: number, opset: number, movement: Movement | undefined, untraced: string | undefined, factor: 'outer' | 'inner', state: CouplingState);
    get classes(): AxisClasses;
    /** Name of input `position`; undefined where it is absent. */
    input(position: number): string | undefined;
    output(position: number): string | undefined;
    shape(value: string): readonly number[] | undefined;
    /** Name and shape of the first input; where they are not known, the node is frozen. */
    firstInput(): {
        readonly input: string;
        readonly shape: readonly number[];
    } | undefined;
    isDynamic(value: string, axis: number): boolean;
    /** Which of the parts of a split axis stays live. */
    choiceOf(choices: number): number;
    split(chosen: AxisIds, choice: number, choices: number): void;
    small(value: string): SmallValue | undefined;
    isParameter(value: string): boolean;
    inertReason(value: string): string;
    /** Axes of a value. Stored tensors get ids on first use: they can follow whatever they are tied to. */
    axes(value: string): (AxisIds | null)[];
    axis(value: string, axis: number): AxisIds | null;
    /** Like `axis`, but inert positions become fresh frozen ids, so that they can be tied. */
    axisOrFrozen(value: string, axis: number, length: number): AxisIds;
    /** Ties a parameter's axis to an activation's; where the activation is inert the parameter is frozen. */
    tieOrFreeze(parameterAxis: AxisIds | null, activation: string, axis: number): void;
    freezeIds(ids: AxisIds, reason: string): void;
    freezeAxis(value: string, axis: number, reason: string): void;
    /** Freezes every live axis of a value. */
    freezeValue(value: string, reason: string): void;
    /** Freezes all inputs and leaves the outputs inert: what an operator without a rule gets. */
    freezeAll(reason: string): void;
    /**
     * Sets an output's axes. An axis whose size depends on the input's cannot be cut, unless it is one of `growing`: so many
     * repetitions of the positions of a weight, as batch x heads in one axis. Operators that name no sizes pass such an axis on.
     */
    define(position: number, axes: readonly (AxisIds | null)[], growing?: ReadonlySet<number>): void;
    use(role: AxisRole, parameter: string, axis: number, value: string, valueAxis: number): void;
}
