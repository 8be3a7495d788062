/** For `npm run mutation`: the tests of what is mutated, and nothing else. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/support/mutated.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
