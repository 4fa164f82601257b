/**
 * Does the dense model know the task at all? Wrong preprocessing, or labels in another order than the outputs, leave a model
 * that guesses. It has nothing to lose, so that any drop limit would hold: that is no evidence.
 *
 * Classes: Cohen's kappa against its deviation where labels and answers are independent (J. L. Fleiss, J. Cohen and B. S.
 * Everitt, Psychol. Bull. 72, 1969, 323-327); what share of answers is right says nothing where one class is common. ROC AUC: the
 * deviation of Mann and Whitney's U. The bound is one-sided, at 95 %.
 */
import { type Finding } from './accumulator.js';
import { type State } from './state.js';
export declare const chance: (text: string) => Finding;
/** Counts of labels and answers by class. */
export declare class ChanceWatch {
    private labelled;
    private answered;
    private right;
    /** An answer to a label that names a class. */
    answer(label: number, predicted: number): void;
    state(): State;
    absorb(state: State): void;
    findings(): Finding[];
}
/** Where a score of one class in two orders samples no better than a coin would. */
export declare function chanceOfAuc(auc: number, positives: number, negatives: number): Finding[];
/** R2 compares with predicting the mean target. */
export declare const chanceOfR2: (r2: number) => Finding[];
/** Marking every pixel has the IoU `marked`, the share of pixels that are. */
export declare const chanceOfIou: (iou: number, marked: number) => Finding[];
/** `constant`: the most that predicting the mean target gets. */
export declare const chanceOfError: (error: number, constant: number) => Finding[];
/** What else is wrong explains more. */
export declare const orChance: (findings: Finding[], chances: () => Finding[]) => Finding[];
