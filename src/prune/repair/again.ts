/**
 * Repair fitted once more where calibration samples are few: on both splits, with all that was decided on the second one, so that
 * nothing is decided on samples that were fitted. What that loses on split B is no fair figure any more and is not told; it only
 * has to be no larger than the fair one.
 */
import { unionOf } from '../../calibrate/union.js';
import type { Yardstick } from '../../calibrate/yardstick.js';
import type { Samples } from '../../data/types.js';
import type { Model } from '../../onnx/ir.js';

export interface Splits {
  /** Calibration split A: fitted on. */
  readonly samples: Samples;
  /** Calibration split B: decided on. */
  readonly judge: Samples;
}

/** Calibration samples up to which a third more of them is worth a second fit. */
const FEW_SAMPLES = 600;

export const isFew = ({ samples, judge }: Splits): boolean => samples.count + judge.count <= FEW_SAMPLES;

/**
 * @param loss of the model so far, on split B
 * @param fit makes the model again from these samples
 * @returns no model where it is worse
 */
export async function fitAgain({ samples, judge, yardstick }: Splits & { readonly yardstick: Yardstick }, loss: number, fit: (all: Samples) => Promise<Model>): Promise<{ model: Model | undefined; note: string }> {
  const all = unionOf(samples, judge);
  const model = await fit(all);
  const kept = await yardstick.loss(model) <= loss;
  const note = `repair ${kept ? 'was made again' : 'made again'} on all ${String(all.count)} calibration samples, as decided on the second split${kept ? '' : ', is worse there and was dropped'}`;
  return { model: kept ? model : undefined, note };
}
