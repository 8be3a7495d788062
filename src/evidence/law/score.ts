/** The law held against a table, whichever kind it is. */
import { Problem } from "../../problem/index.ts";
import type { ImportKind } from "../import.ts";
import { type CodedTable, gdelt1Table, gdelt2Table, icewsTable, polecatTable } from "../tables/cameo.ts";
import type { MidRow } from "../tables/mid.ts";
import { mieTable } from "../tables/mie.ts";
import { keepRows, passRows, type TableConsumer } from "../tables/table.ts";
import { type CodeScore, codeCounter } from "./codes.ts";
import { type ConfrontationScore, scoreConfrontations } from "./confrontations.ts";

/** The law beside a table: of confrontations where pairs fade, rest and stay at war, of coded events what their codes mean. */
export type LawScore =
  | ({ readonly of: "confrontations" } & ConfrontationScore)
  | ({ readonly of: "codes" } & CodeScore);

/** Takes a table in pieces and says how the law conforms to it. */
export type LawScoring = TableConsumer<LawScore>;

const CODED: Partial<Record<ImportKind, CodedTable>> = {
  gdelt1: gdelt1Table,
  gdelt2: gdelt2Table,
  icews: icewsTable,
  polecat: polecatTable,
};

/**
 * Begins to hold the law against a table: give its text in pieces to `add`, then `end` gives the score.
 *
 * @param file what it is called in problems
 * @param disputes rows of {@link midTable}, which say how confrontations ended
 * @throws Problem `no-such-score` for a kind that tells of no acts; what `add` and `end` throw is `no-table`
 */
export function lawScoring(kind: ImportKind, file: string, disputes?: readonly MidRow[]): LawScoring {
  const coded = CODED[kind];
  if (coded !== undefined) {
    const { take, end } = codeCounter();
    return passRows(coded, file, { take, end: () => ({ of: "codes", ...end() }) });
  }
  if (kind !== "mie") {
    const expected = "Score a table of events: MIE, GDELT, ICEWS or POLECAT. Disputes go beside it: --mid FILE.";
    throw new Problem("no-such-score", `${file} has no acts to hold the law against.`, { expected });
  }
  return keepRows(mieTable, file, (rows) => ({ of: "confrontations", ...scoreConfrontations(rows, disputes) }));
}
