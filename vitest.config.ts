import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

/** Tests that replace modules or change their own process have a process of their own. */
const alone = ["cli/secrets", "machine/law-digest", "quality/golden-broken"].map((name) => `test/${name}.test.ts`);

/** Only so that what never ends is an error with a name: no test may fail because a machine is slow. */
const PATIENCE = 600_000;

export default defineConfig({
  test: {
    globalSetup: ["test/support/once.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE / 2 } },
    tags: [{ name: "long", description: "Left out by npm test, to be quick; npm run test:all has it." }],
    pool: "forks",
    // By default a core is left to whoever watches; on two cores that is half of them.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      // The others share a process for each core, in which each module is loaded once, by Node itself as users load it.
      {
        extends: true,
        test: {
          ...{ name: "together", include: ["test/**/*.test.ts"], exclude: alone, isolate: false },
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
    ],
  },
});
