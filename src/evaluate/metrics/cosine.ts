/** Cosine of the angle between a sample's output and the dense model's, mean over samples. */
import type { HostTensor } from '../../runtime/types.js';
import { Misfit, type MetricDefinition } from './accumulator.js';
import { MeanRecords } from './mean-records.js';
import { numbersOf, sameShape, shapeText, widthOf } from './values.js';

class Cosine extends MeanRecords {
  add(output: HostTensor, _target: HostTensor | undefined, dense: HostTensor): void {
    if (!sameShape(output.dims, dense.dims)) throw new Misfit(`the outputs differ in shape: ${shapeText(output)}, dense ${shapeText(dense)}`);
    const width = widthOf(output);
    if (width < 2) throw new Misfit('the cosine of single numbers is only their sign: use agreement');
    const own = numbersOf(output);
    const reference = numbersOf(dense);
    for (let sample = 0; sample < (output.dims[0] ?? 0); sample++) {
      this.outputs.sample(own, sample, width);
      this.records.push(cosineOf(own, reference, sample * width, width));
    }
  }
}

/** Two zero vectors point the same way; one alone points nowhere and counts 0. */
function cosineOf(a: ArrayLike<number>, b: ArrayLike<number>, start: number, width: number): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = start; i < start + width; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  if (aa === 0 || bb === 0) return aa === bb ? 1 : 0;
  return Math.min(1, Math.max(-1, dot / Math.sqrt(aa) / Math.sqrt(bb)));
}

export const cosine: MetricDefinition = {
  name: 'cosine',
  higherIsBetter: true,
  needsTarget: false,
  title: () => 'cosine similarity to the dense model\'s output',
  create: () => new Cosine(),
};
