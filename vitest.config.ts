import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Workers and the command line run from dist/: build it before the first test.
    globalSetup: ['test/build-first.ts'],
    setupFiles: ['test/seeded-properties.ts'],
    testTimeout: 60_000,
    // Loading the network takes a second, on a busy machine ten.
    hookTimeout: 60_000,
    // Each worker loads the reader's network: more workers than cores only cost memory.
    maxWorkers: 2,
  },
});
