/** Reports of the crises that come with the package: each written once for all test files of a run. */
import { join } from "node:path";
import { demarche } from "./cli.ts";
import { once } from "./once.ts";

/** The path of the report of a crisis, with a few futures of each what-if. */
export function reportOf(name: string, ...more: readonly string[]): Promise<string> {
  return once(`report-${name}${more.join("")}`, async (place) => {
    const path = join(place, `${name}.html`);
    const { code, err } = demarche(["report", name, "-o", path, "--futures", "50", ...more]);
    if (code !== 0) throw new Error(err);
    return path;
  });
}
