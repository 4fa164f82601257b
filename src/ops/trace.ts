/** Reading a traced movement: which positions of an input axis does each position of an output axis hold? */

/** For every position of the chosen output axis, the source positions it holds (ascending; empty: only fill). */
export interface AxisTrace {
  readonly outputAxis: number;
  readonly sources: readonly (readonly number[])[];
}

/** An axis of the data input, and the element ids along it by class: positions with one label live and die together. */
export interface TracedAxis {
  readonly axis: number;
  /** Per position, the first position of its class; absent: each is its own. */
  readonly labels?: readonly number[];
}

/** Above this many (output position, source position) pairs a trace is not kept. */
const MAX_PAIRS = 1 << 26;

/**
 * Follows one axis of the data input through a movement: every output axis that is related to it, outermost first.
 *
 * An output axis is related to the input axis where its positions hold different source positions (of different classes,
 * where labels are given: what repeats along an axis does not tell its positions apart). A reshape that splits an axis
 * leaves two or more (heads x dim; 3 x heads x dim), of which one can stay live.
 *
 * @param sources linear input index per output element, row-major, -1 for a fill
 * @returns empty where no output axis is related, or the movement is too large to follow
 */
export function traceAxis(
  sources: Int32Array,
  inputDims: readonly number[],
  outputDims: readonly number[],
  { axis, labels }: TracedAxis,
): readonly AxisTrace[] {
  return outputDims.flatMap((size, outputAxis) => {
    if (size <= 1 || size * (inputDims[axis] as number) > MAX_PAIRS) return [];
    const held = heldPositions(sources, inputDims, outputDims, axis, outputAxis);
    const told = labels === undefined ? held : held.map((positions) => distinct(positions.map((position) => labels[position] as number)));
    const differ = told.some((set) => set.length !== told[0]?.length || set.some((value, i) => value !== told[0]?.[i]));
    return differ ? [{ outputAxis, sources: held }] : [];
  });
}

const distinct = (labels: readonly number[]): number[] => [...new Set(labels)].sort((a, b) => a - b);

function heldPositions(
  sources: Int32Array,
  inputDims: readonly number[],
  outputDims: readonly number[],
  inputAxis: number,
  outputAxis: number,
): number[][] {
  const inputSize = inputDims[inputAxis] as number;
  const inputStride = strideOf(inputDims, inputAxis);
  const outputSize = outputDims[outputAxis] as number;
  const outputStride = strideOf(outputDims, outputAxis);
  const seen = new Uint8Array(outputSize * inputSize);
  for (let element = 0; element < sources.length; element++) {
    const source = sources[element] as number;
    if (source < 0) continue;
    const from = Math.floor(source / inputStride) % inputSize;
    const to = Math.floor(element / outputStride) % outputSize;
    seen[to * inputSize + from] = 1;
  }
  return Array.from({ length: outputSize }, (_, to) => {
    const held: number[] = [];
    for (let from = 0; from < inputSize; from++) if (seen[to * inputSize + from] === 1) held.push(from);
    return held;
  });
}

function strideOf(dims: readonly number[], axis: number): number {
  let stride = 1;
  for (let i = axis + 1; i < dims.length; i++) stride *= dims[i] as number;
  return stride;
}
