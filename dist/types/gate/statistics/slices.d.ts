/** What slices by the label are called. */
export declare const CLASS_SLICES = "class";
