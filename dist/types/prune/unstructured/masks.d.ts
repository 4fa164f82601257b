export declare function encodeMask(mask: Uint8Array): string;
/** @throws UserError `plan-mismatch` where the mask is of another size */
export declare function decodeMask(text: string, elements: number, name: string): Uint8Array;
