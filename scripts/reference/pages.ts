/** Every page and picture of the documentation that is made from the code, by its path. */
import { readFileSync } from "node:fs";
import { actsPage } from "./acts.ts";
import { apiPage } from "./api.ts";
import { commandsPage } from "./commands.ts";
import { carriedOut, type Program } from "./console.ts";
import { doctrinesPage } from "./doctrines.ts";
import { lawsPage } from "./laws.ts";
import { flagshipPicture } from "./record-picture.ts";
import { scenarioPage } from "./scenario.ts";

/** Pages written by hand, with terminal sessions in them. */
const told = [
  "README.md",
  "docs/tutorial.md",
  "docs/explanation/what-ifs.md",
  "docs/explanation/tournaments.md",
  "docs/how-to/state-contracts.md",
  "docs/how-to/test-a-scenario.md",
  "docs/how-to/write-a-what-if.md",
  "docs/how-to/play.md",
  "docs/how-to/search.md",
  "docs/how-to/explore-assumptions.md",
  "docs/how-to/import-data.md",
];

/** The pages as they must be: the reference whole, other pages with what their terminal sessions print. */
export function madePages(program?: Program): Readonly<Record<string, string>> {
  return {
    "docs/reference/acts.md": actsPage(),
    "docs/reference/api.md": apiPage(),
    "docs/reference/commands.md": commandsPage(),
    "docs/reference/doctrines.md": doctrinesPage(),
    "docs/reference/laws.md": lawsPage(),
    "docs/reference/scenario-file.md": scenarioPage(),
    "docs/pictures/iran-pakistan-2024.svg": flagshipPicture(),
    ...Object.fromEntries(told.map((path) => [path, carriedOut(readFileSync(path, "utf8"), program).page])),
  };
}
