/**
 * For `npm run mutation`: the tests of the folders that are mutated as one file, so that their modules are loaded once for
 * each mistake. What takes longest comes last, since the first test that fails ends a run; what takes longer still, for
 * what others find as well, is left out. `DEMARCHE_MUTATED` names the folders; all five by default.
 */
import { globSync } from "node:fs";
import { basename, resolve } from "node:path";

const folders = process.env["DEMARCHE_MUTATED"] || "events,machine,dossier,history,search";
const LEFT_OUT = new Set(["drawings", "hostile", "large"]);
const SLOW = [
  ...[
    "workbench",
    "rebase",
    "inverse",
    "random",
    "compare",
    "marks",
    "table",
    "guards",
    "written",
    "least-edit",
    "ways",
  ],
  "locality",
];

const nameOf = (file: string): string => basename(file, ".test.ts");
const files = folders
  .split(",")
  .flatMap((folder) => globSync(`test/${folder}/**/*.test.ts`))
  .filter((file) => !LEFT_OUT.has(nameOf(file)))
  .toSorted((one, other) => SLOW.indexOf(nameOf(one)) - SLOW.indexOf(nameOf(other)) || (one < other ? -1 : 1));

for (const file of files) await import(resolve(file));
