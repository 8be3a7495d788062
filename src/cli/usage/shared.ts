/** Options that several commands have. */
import type { Language } from "../../pictures/index.ts";
import type { Usage } from "../command.ts";

type Options = Usage["options"];

export const width: Options = { "--width <columns>": "columns of the output; those of the terminal by default" };
export const json: Options = { "--json": "one JSON document" };
/** What `--on` names. */
export const SERVER_ADDRESS =
  "a PostgreSQL server, postgres://user@host/database; that of DEMARCHE_DATABASE without an address";
export const lang: Options = {
  "--lang <language>": {
    does: "language of what pictures and pages say, English by default; what the file says stays as it is",
    // Help is shown without loading pictures; a language that is missing here is a mistake of types.
    choices: Object.keys({ en: 0, fr: 0 } satisfies Record<Language, 0>),
  },
};
export const between: Options = {
  "--between <pair>": "of this relation of a file with several: its two parties, such as SAU,QAT",
};
export const whatIf: Options = { "--what-if <name>": "of this what-if instead of the record" };
