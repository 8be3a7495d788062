/** Every page that is made from the code, by its path. */
import { readFileSync } from "node:fs";
import { actsPage } from "./acts.ts";
import { commandsPage } from "./commands.ts";
import { filled } from "./console.ts";
import { scenarioPage } from "./scenario.ts";

/** The pages as they must be: the reference whole, other pages with what their terminal sessions print. */
export function madePages(): Readonly<Record<string, string>> {
  return {
    "docs/reference/acts.md": actsPage(),
    "docs/reference/commands.md": commandsPage(),
    "docs/reference/scenario-file.md": scenarioPage(),
    "README.md": filled(readFileSync("README.md", "utf8")),
    "docs/how-to/play.md": filled(readFileSync("docs/how-to/play.md", "utf8")),
    "docs/tutorial.md": filled(readFileSync("docs/tutorial.md", "utf8")),
  };
}
