/** Commands about the data of others. */
import { importKindNames } from "../../evidence/index.ts";
import type { CommandRow } from "../command.ts";

export const measured: readonly CommandRow[] = [
  {
    name: "import",
    summary: "make a scenario of a table of events: MIE, ICB, GDELT, ICEWS or POLECAT, to go on from",
    args: "<file>",
    options: [
      {
        flags: "--kind <kind>",
        does: "which table it is; by its first line by default",
        choices: importKindNames,
      },
      { flags: "--confrontation <number>", does: "this confrontation or crisis, by its number in the table" },
      {
        flags: "--dyad <states>",
        does: "these two states, such as IND-PAK: codes of ISO 3166-1, or abbreviations or numbers of Correlates of War",
      },
      { flags: "--years <years>", does: "only what began in these years, such as 1998-2002" },
      { flags: "--mid <file>", does: "with MIE: Militarized Interstate Disputes, which say how each ended" },
      { flags: "-o, --out <file>", does: "a file that is not there yet, instead of standard output" },
    ],
    examples: [
      [
        "demarche import mie.csv --dyad IND-PAK --years 1998-2002 --mid mid5.csv -o india-pakistan.yaml",
        "every confrontation of two states in these years, with what third states did, and how each ended",
      ],
      ["demarche import mie.csv --confrontation 4007 | demarche replay -", "one confrontation, replayed at once"],
    ],
  },
];
