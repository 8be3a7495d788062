/** For `npm run mutation`: the tests of what is mutated, without those that take long and find nothing that others miss. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{events,machine,dossier,history,search,laws}/**/*.test.ts"],
    exclude: ["test/history/branch/large.test.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
