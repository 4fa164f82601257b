import { type Rule } from './adjoint-rule.js';
export declare const convolution: Rule;
/** Each element of a window gets its share: a part of the kernel's size where padding counts, else of the input's own elements in it. */
export declare const averagePool: Rule;
/** To the elements that are their window's largest. */
export declare const maxPool: Rule;
