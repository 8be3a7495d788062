/** Optional packages: they are installed only where something that needs them is used. */
import { Problem } from "./problem.ts";

/** How runtimes say that a package is not there. */
const MISSING = /cannot find (package|module)|could not (find|resolve)|failed to resolve|not a dependency/i;

/**
 * What an optional package brings.
 *
 * @param use what it is needed for, as the beginning of a sentence
 * @param packages what to install
 * @throws Problem `not-installed`, with the command that installs it
 */
export async function optional<Module>(
  load: () => Promise<Module>,
  use: string,
  packages: readonly string[],
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (!MISSING.test(message) || !packages.some((name) => message.includes(name))) throw error;
    const [needs, are] = packages.length === 1 ? ["the package", "is"] : ["the packages", "are"];
    throw new Problem("not-installed", `${use} needs ${needs} ${packages.join(" and ")}, which ${are} not installed.`, {
      expected: `Install: npm install ${packages.join(" ")}`,
      cause: error,
    });
  }
}
