/**
 * Does the dense model know the task at all? Wrong preprocessing, or labels in another order than the outputs, leave a model
 * that guesses. It has nothing to lose, so that any drop limit would hold: that is no evidence.
 *
 * Classes: Cohen's kappa against its deviation where labels and answers are independent (J. L. Fleiss, J. Cohen and B. S.
 * Everitt, Psychol. Bull. 72, 1969, 323-327); what share of answers is right says nothing where one class is common. ROC AUC: the
 * deviation of Mann and Whitney's U. The bound is one-sided, at 95 %.
 */
import { blocking, type Finding } from './accumulator.js';
import { column, type State } from './state.js';

/** Normal quantile of the bound. */
const Z = 1.645;
/** Fewer answers than this cannot tell. */
const FEWEST = 10;

export const chance = (text: string): Finding => blocking('no-better-than-chance', text);

/** Counts of labels and answers by class. */
export class ChanceWatch {
  private labelled: number[] = [];
  private answered: number[] = [];
  private right = 0;

  /** An answer to a label that names a class. */
  answer(label: number, predicted: number): void {
    this.labelled[label] = (this.labelled[label] ?? 0) + 1;
    this.answered[predicted] = (this.answered[predicted] ?? 0) + 1;
    if (label === predicted) this.right++;
  }

  state(): State {
    return new Map([['labelled', counts(this.labelled)], ['answered', counts(this.answered)], ['right', Float64Array.of(this.right)]]);
  }

  absorb(state: State): void {
    this.labelled = added(this.labelled, column(state, 'labelled'));
    this.answered = added(this.answered, column(state, 'answered'));
    this.right += column(state, 'right')[0] ?? 0;
  }

  findings(): Finding[] {
    const all = this.labelled.reduce((sum, count) => sum + count, 0);
    if (all < FEWEST) return [];
    const shares = counts(this.labelled).map((count, c) => (count / all) * ((this.answered[c] ?? 0) / all));
    const expected = shares.reduce((sum, share) => sum + share, 0);
    const spread = shares.reduce((sum, share, c) => sum + share * ((this.labelled[c] ?? 0) + (this.answered[c] ?? 0)) / all, 0);
    const deviation = Math.sqrt(Math.max(0, expected + expected ** 2 - spread) / all);
    if (this.right / all > expected + Z * deviation) return [];
    const guessed = Math.round(expected * all);
    return [chance(`${this.right.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} answers are right, and guessing would get about ${guessed.toLocaleString('en-US')}: no evidence that it knows the task`)];
  }
}

/** Where a score of one class in two orders samples no better than a coin would. */
export function chanceOfAuc(auc: number, positives: number, negatives: number): Finding[] {
  if (positives + negatives < FEWEST || !(positives * negatives > 0)) return [];
  const deviation = Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
  return auc > 0.5 + Z * deviation ? [] : [chance(`its ROC AUC is ${auc.toFixed(3)}, no better than a coin's 0.5 on ${(positives + negatives).toLocaleString('en-US')} samples`)];
}

/** R2 compares with predicting the mean target. */
export const chanceOfR2 = (r2: number): Finding[] =>
  r2 > 0 || Number.isNaN(r2) ? [] : [chance(`its R² is ${r2.toFixed(3)}: predicting the mean target for every sample would do as well`)];

/** Marking every pixel has the IoU `marked`, the share of pixels that are. */
export const chanceOfIou = (iou: number, marked: number): Finding[] =>
  iou > marked || Number.isNaN(iou) ? [] : [chance(`its IoU is ${iou.toFixed(3)}, and marking every pixel would get ${marked.toFixed(3)}`)];

/** `constant`: the most that predicting the mean target gets. */
export const chanceOfError = (error: number, constant: number): Finding[] =>
  error < constant || Number.isNaN(error) ? [] : [chance(`its error is ${error.toPrecision(3)}, and predicting the mean target for every sample would get at most ${constant.toPrecision(3)}`)];

/** What else is wrong explains more. */
export const orChance = (findings: Finding[], chances: () => Finding[]): Finding[] =>
  findings.some((finding) => finding.blocking) ? findings : [...findings, ...chances()];

/** Classes that never came up are holes in the list. */
const counts = (of: readonly number[]): Float64Array => Float64Array.from({ length: of.length }, (_, c) => of[c] ?? 0);

const added = (a: readonly number[], b: ArrayLike<number>): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, c) => (a[c] ?? 0) + (b[c] ?? 0));
