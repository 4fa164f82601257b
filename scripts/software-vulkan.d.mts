export declare function vulkanEnvironment(folder?: string): { readonly VK_ICD_FILENAMES: string; readonly LD_LIBRARY_PATH: string } | undefined;
