/** Folder of an onnxruntime-node with these libraries in it. Throws UserError `cuda-libraries-missing`. */
export declare function withProviders(packageFolder: string, libraries: string, cache?: string): string;
