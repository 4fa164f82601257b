/** What slices by the label are called. */
export const CLASS_SLICES = 'class';
