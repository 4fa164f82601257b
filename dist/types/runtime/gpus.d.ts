/** `pci 10de:2335`, each once, and the drivers that WebGPU was pointed to. Empty where nobody tells. */
export declare function adapters(env?: NodeJS.ProcessEnv, root?: string): string[];
