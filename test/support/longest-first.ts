/** The order of test files: those that take longest come first, so that all cores end together. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Measured; what is not listed takes a few seconds at most. What waits for the packed package comes after it is there. */
const LONGEST: readonly string[] = [
  "pack/pack",
  "lesson/build",
  "server/distributed",
  "lesson/page",
  "cli/writes",
  "cli/sweep",
  "cli/secrets",
  "cli/what-if-save",
  "lesson/run",
  "journal/durability",
  "docs/reference",
  "laws/laws",
  "laws/broken",
  "cli/table",
  "scenario/one-message",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      // What has a process of its own takes the place of one that has everything loaded.
      if (project.name === "alone") return -1;
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
