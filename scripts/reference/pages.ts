/** Every page of the reference, by its path. */
import { actsPage } from "./acts.ts";
import { commandsPage } from "./commands.ts";
import { scenarioPage } from "./scenario.ts";

/** The pages as they must be. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    "docs/reference/acts.md": actsPage(),
    "docs/reference/commands.md": commandsPage(),
    "docs/reference/scenario-file.md": scenarioPage(),
  };
}
