/** The commands under “Evidence” in the help: they use tables of events that others collected. */
import type { ImportKind } from "../../evidence/index.ts";
import { type CommandRow, rowsOf } from "../command.ts";
import { json, width } from "./shared.ts";

/** What can be scored. */
export const scoreSubjects = ["law", "mie", "icb"] as const;

const kindOption = {
  "--kind <kind>": {
    does: "which table it is; by its first line by default",
    choices: ["mie", "icb", "mid", "gdelt1", "gdelt2", "icews", "polecat"] satisfies readonly ImportKind[],
  },
};

export const evidenceCommands: readonly CommandRow[] = rowsOf({
  import: {
    summary: "make a scenario of a table of events: MIE, ICB, GDELT, ICEWS or POLECAT, to go on from",
    args: "<file>",
    options: {
      ...kindOption,
      "--confrontation <number>": "this confrontation or crisis, by its number in the table, with all its states",
      "--dyad <states>":
        "these two states, such as IND-PAK: codes of ISO 3166-1, or abbreviations or numbers of Correlates of War",
      "--years <years>": "only what began in these years, such as 1998-2002",
      "--mid <file>": "with MIE: Militarized Interstate Disputes, which say how each ended",
      "-o, --out <file>": "a file that is not there yet, instead of standard output",
    },
    examples: {
      "demarche import mie.csv --dyad IND-PAK --years 1998-2002 --mid mid5.csv -o india-pakistan.yaml":
        "every confrontation of two states in these years, with what third states did, and how each ended",
      "demarche import mie.csv --confrontation 4007 | demarche replay -": "one confrontation, replayed at once",
    },
  },
  score: {
    summary: "hold the law, or what is predicted, against a table of events or a scenario",
    args: "<subject> [file]",
    options: {
      ...kindOption,
      "--mid <file>": "law, with MIE: Militarized Interstate Disputes, which say how each ended",
      "--model <file>": "mie, icb and a scenario: what fit wrote, instead of what the package brings",
      "--replicates <number>": "mie: how often to begin its pairs anew and measure what is drawn",
      "--picture <file>": "mie, icb and a scenario: the calibration as SVG, a file that is not there yet",
      ...json,
      ...width,
    },
    examples: {
      "demarche score mie mie.csv": "what comes next: the fitted model beside simple guesses and named strategies",
      "demarche score law mie.csv --mid mid5.csv": "fades in the middle, acts without effect, and how it ended",
    },
  },
  fit: {
    summary: "fit what states do next to tables of MIE and ICB, as numbers that predict",
    args: "<files...>",
    options: {
      "-o, --out <file>": "a file that is not there yet, instead of standard output",
    },
    examples: {
      "demarche fit mie.csv -o model.json": "what comes next and when, with its scores on what it was not fitted to",
      "demarche fit mie.csv icb2.csv -o model.json": "and the response of a crisis actor to its trigger",
    },
  },
});
