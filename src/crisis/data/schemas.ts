/** Every published JSON Schema by its file name, made from the zod schemas. */
import * as z from "zod/mini";
import { scenarioJsonSchema } from "../../scenario/index.ts";
import { actsDocument } from "./acts.ts";
import { checkDocument } from "./check.ts";
import { journalAppend, journalImport, journalRecord, journalShow, journalVerify } from "./journal.ts";
import { lawsDocument } from "./laws.ts";
import { replayDocument, replayLine } from "./replay.ts";
import { scoreLawDocument, scorePredictionsDocument } from "./score.ts";
import { leastEditDocument, searchDocument } from "./search.ts";
import { showDocument } from "./show.ts";
import { explainDocument, sweepDocument } from "./sweep.ts";
import { manifestDocument } from "./sweep-manifest.ts";
import { sweepStatusDocument } from "./sweep-status.ts";
import { testDocument } from "./test.ts";
import { tournamentDocument } from "./tournament.ts";
import { webReplayDocument, webShowDocument, webWhatIfDocument } from "./web.ts";
import { againstDocument, whatIfDocument } from "./what-if.ts";

/** The schemas, in the order in which they are listed. */
export const schemas: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  scenario: scenarioJsonSchema,
  replay: () => jsonSchema("Démarche: replay --json", replayDocument),
  "replay-line": () => jsonSchema("Démarche: a line of replay --jsonl", replayLine),
  check: () => jsonSchema("Démarche: check --format json", checkDocument),
  show: () => jsonSchema("Démarche: show --json", showDocument),
  "what-if": () => jsonSchema("Démarche: what-if --json", whatIfDocument),
  "what-if-against": () => jsonSchema("Démarche: what-if --against NAME --json", againstDocument),
  "replay-web": () => jsonSchema("Démarche: replay --json of several relations", webReplayDocument),
  "show-web": () => jsonSchema("Démarche: show --json of several relations", webShowDocument),
  "what-if-web": () => jsonSchema("Démarche: what-if --json of several relations", webWhatIfDocument),
  search: () => jsonSchema("Démarche: search --json", searchDocument),
  "search-least-edit": () => jsonSchema("Démarche: search --least-edit --json", leastEditDocument),
  test: () => jsonSchema("Démarche: test --json", testDocument),
  tournament: () => jsonSchema("Démarche: tournament --json", tournamentDocument),
  sweep: () => jsonSchema("Démarche: sweep --json", sweepDocument),
  "sweep-manifest": () => jsonSchema("Démarche: manifest.json in the folder of a sweep", manifestDocument),
  "sweep-status": () => jsonSchema("Démarche: sweep --status --json", sweepStatusDocument),
  explain: () => jsonSchema("Démarche: explain --json", explainDocument),
  "journal-record": () => jsonSchema("Démarche: a line of journal list --jsonl, or of an export", journalRecord),
  "journal-show": () => jsonSchema("Démarche: journal show --json", journalShow),
  "journal-append": () => jsonSchema("Démarche: journal append --json", journalAppend),
  "journal-verify": () => jsonSchema("Démarche: journal verify --json", journalVerify),
  "journal-import": () => jsonSchema("Démarche: journal import --json", journalImport),
  "score-law": () => jsonSchema("Démarche: score law --json", scoreLawDocument),
  "score-predictions": () => jsonSchema("Démarche: score mie, icb or FILE --json", scorePredictionsDocument),
  laws: () => jsonSchema("Démarche: laws --json", lawsDocument),
  acts: () => jsonSchema("Démarche: acts --json", actsDocument),
};

function jsonSchema(title: string, schema: z.ZodMiniType): Record<string, unknown> {
  const { $schema, ...body } = z.toJSONSchema(schema, { target: "draft-7", unrepresentable: "any" });
  return { $schema, title, ...body };
}
