/**
 * For `npm run mutation`: the tests of the folders that are mutated, without those that take long and find nothing that
 * others miss. `DEMARCHE_MUTATED` names the folders; all five by default. Those of the laws would hold everything once
 * more, at many times the price.
 */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const folders = process.env["DEMARCHE_MUTATED"] || "events,machine,dossier,history,search";

/** What takes longest, the longest last. */
const SLOW = ["marks", "table", "guards", "hostile", "written", "least-edit", "ways", "drawings", "locality"];

/** Quick files first: the first test that fails ends a run. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return files.toSorted((one, other) => rank(one) - rank(other) || (one.moduleId < other.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    include: folders.split(",").map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ["test/history/branch/large.test.ts"],
    setupFiles: ["test/support/seed.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: QuickFirst },
  },
});
