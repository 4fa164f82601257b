import type { HostTensor } from '../../runtime/types.js';
/** The elements as numbers, row-major; a view where the type allows it. int64 beyond 2^53 loses its last bits. */
export declare function numbersOf(tensor: HostTensor): ArrayLike<number>;
/** The shape without axes of size 1, but for the first, which runs over samples: [N,C,1,1] is [N,C]. */
export declare function squeezed(tensor: HostTensor): readonly number[];
export declare function sameShape(a: readonly number[], b: readonly number[]): boolean;
export declare function elements(dims: readonly number[]): number;
export declare const shapeText: (tensor: HostTensor) => string;
/** Values per sample; the first axis runs over samples. */
export declare function widthOf(tensor: HostTensor): number;
/** Target and output element by element: the same shape, axes of size 1 aside. Throws `Misfit`. */
export declare function requireSameShape(output: HostTensor, target: HostTensor | undefined): asserts target is HostTensor;
export declare function requireTarget(target: HostTensor | undefined): HostTensor;
