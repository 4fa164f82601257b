/** Eyes on what would make a figure meaningless: values that are not finite, answers that never change, odd labels. */
import { type Finding } from './accumulator.js';
import type { ScoreGrid } from './scores.js';
import { type State } from './state.js';
/** Watches predicted classes and the scores they come from. */
export declare class PredictionWatch {
    private readonly threshold;
    private readonly variety;
    private samples;
    private broken;
    private single;
    constructor(threshold: number);
    /** One call per sample, with the predictions of all its positions. */
    sample(grid: ScoreGrid, sample: number): void;
    prediction(label: number): void;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
}
/** Watches class labels. */
export declare class LabelWatch {
    private readonly variety;
    private labels;
    private odd;
    private example;
    private classes;
    private lowest;
    private highest;
    /** True where the label names one of the classes. */
    label(label: number, classes: number): boolean;
    state(): State;
    absorb(state: State): void;
    /** The commonest mistake: counting from 1. */
    private shift;
    findings(): Finding[];
}
/** Watches whole output rows. Keeps the first row, and only until another one differs from it. */
export declare class OutputWatch {
    private first;
    private varied;
    private samples;
    private broken;
    sample(values: ArrayLike<number>, sample: number, width: number): void;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
}
