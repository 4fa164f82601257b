/** Where a run is and how long each stage took; an error is reported with the stage it happened in. */
import type { OnProgress } from '../request.js';
export declare class Journal {
    #private;
    readonly model: string;
    private readonly onProgress;
    readonly seconds: Record<string, number>;
    readonly notes: string[];
    constructor(model: string, onProgress: OnProgress);
    get stage(): string;
    /** Ends the current stage and begins another; a stage entered again adds up. */
    enter(stage: string, detail?: string): void;
    finish(): void;
    progress(done: number, total: number, detail?: string): void;
    note(text: string): void;
}
