import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // onnxruntime's native addon is not safe in worker threads that come and go.
    pool: 'forks',
    testTimeout: 60_000,
  },
});
