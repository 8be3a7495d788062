/** Options that several commands have. */
import type { Language } from "../../pictures/index.ts";
import type { OptionRow } from "../command.ts";

export const width: OptionRow = {
  flags: "--width <columns>",
  does: "columns of the output; those of the terminal by default",
};
export const json: OptionRow = { flags: "--json", does: "one JSON document" };
export const on: OptionRow = {
  flags: "--on [address]",
  does: "a PostgreSQL server, postgres://user@host/database; that of DEMARCHE_DATABASE without an address",
};
export const lang: OptionRow = {
  flags: "--lang <language>",
  does: "language of what pictures and pages say, English by default; what the file says stays as it is",
  choices: ["en", "fr"] satisfies readonly Language[],
};
export const between: OptionRow = {
  flags: "--between <pair>",
  does: "of this relation of a file with several: its two parties, such as SAU,QAT",
};
export const whatIf: OptionRow = { flags: "--what-if <name>", does: "of this what-if instead of the record" };
