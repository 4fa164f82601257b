import type { BoardFigures } from '../report/types.js';
export interface MeasureCommand {
    readonly command: readonly string[];
    readonly timeoutSeconds: number;
}
export interface CommandRequest extends MeasureCommand {
    /** Folder in which it runs. */
    readonly cwd: string;
    readonly modelPath: string;
    readonly role: 'dense' | 'pruned';
}
/** Throws UserError `measure-command`. */
export declare function runMeasureCommand(request: CommandRequest): Promise<BoardFigures>;
