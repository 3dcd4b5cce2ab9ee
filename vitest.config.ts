import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // A cold embedded browser is unpacked once in the first test that prints.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each worker that prints owns a browser; two match the smallest machine the suite must run on.
    maxWorkers: 2,
  },
});
