/** For `npm run mutation`: the tests of what is mutated, and nothing else. */
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

export default defineConfig({
  test: {
    include: ["test/support/mutated.ts"],
    setupFiles: ["test/support/seed.ts"],
    tags: base.test?.tags ?? [],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
