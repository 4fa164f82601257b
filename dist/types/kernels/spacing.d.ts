/** `wanted` positions of `count`, evenly spaced and ascending: files sorted by class stay balanced. */
export declare function evenlySpaced(count: number, wanted: number): readonly number[];
