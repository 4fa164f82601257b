import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/shared-folder.ts'],
    // onnxruntime's native addon is not safe in worker threads that come and go.
    pool: 'forks',
    // Many tests wait for processes of their own: one worker would leave the second core of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
  },
});
