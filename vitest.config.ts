import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

/** Tests that only call functions share a process, in which each module is loaded once. */
const folders = ["doctrine", "dossier", "events", "futures", "history", "laws", "machine", "present", "replay"]
  .concat("scenario", "search", "testing", "types")
  .join(",");
/** Those of them that replace modules, or need a page. */
const alone = ["test/machine/law-digest.test.ts", "test/machine/drawings.test.ts"];

const pure = `test/{${folders}}/**/*.test.ts`;
const others = [`test/!(${folders.replaceAll(",", "|")})/**/*.test.ts`, ...alone];

/** Only so that what never ends is an error with a name: no test may fail because a machine is slow. */
const PATIENCE = 600_000;

export default defineConfig({
  test: {
    globalSetup: ["test/support/once.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE / 2 } },
    pool: "forks",
    // By default a core is left to whoever watches; on two cores that is half of them.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: "alone", include: others } },
      { extends: true, test: { name: "together", include: [pure], exclude: alone, isolate: false } },
    ],
  },
});
