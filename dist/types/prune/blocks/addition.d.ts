import { type Node } from '../../onnx/ir.js';
export interface Addition {
    readonly operands: readonly [string, string];
    /** Values besides the operands that stay needed. */
    readonly keeps: readonly string[];
    /** What is computed of the shortcut alone, under the results' names. */
    standIn(shortcut: string): Node[];
    /** The addition with zeros for the branch. @param zero a scalar @param scratch a name for what it needs */
    silenced(branch: string, zero: string, scratch: string): Node[];
}
/** The node as an addition of two values; undefined where it is none. @param isRead whether anything reads a value */
export declare function additionAt(node: Node, isRead: (value: string) => boolean): Addition | undefined;
