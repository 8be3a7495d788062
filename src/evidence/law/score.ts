/** The law held against a table, whichever kind it is. */
import { Problem } from "../../problem/index.ts";
import type { ImportKind } from "../import.ts";
import { type CodedTable, gdelt1Table, gdelt2Table, icewsTable, polecatTable } from "../tables/cameo.ts";
import type { MidRow } from "../tables/mid.ts";
import { type MieRow, mieTable } from "../tables/mie.ts";
import { type Refused, tableReader } from "../tables/table.ts";
import { type CodeScore, codeCounter } from "./codes.ts";
import { type ConfrontationScore, scoreConfrontations } from "./confrontations.ts";

/** The law beside a table: of confrontations where pairs fade, rest and stay at war, of coded events what their codes mean. */
export type LawScore =
  | ({ readonly of: "confrontations" } & ConfrontationScore)
  | ({ readonly of: "codes" } & CodeScore);

/** Takes a table in pieces and says how the law conforms to it. */
export interface LawScoring {
  readonly add: (piece: string) => void;
  readonly end: () => LawScore;
  readonly refused: ReadonlyMap<string, Refused>;
}

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
    const reader = tableReader(coded, file);
    const counter = codeCounter();
    const add = (piece: string): void => counter.take(reader.add(piece));
    const end = (): LawScore => {
      counter.take(reader.end());
      return { of: "codes", ...counter.end() };
    };
    return { add, end, refused: reader.refused };
  }
  if (kind !== "mie") {
    const expected = "Score a table of events: MIE, GDELT, ICEWS or POLECAT. Disputes go beside it: --mid FILE.";
    throw new Problem("no-such-score", `${file} tells of no acts that the law could be held against.`, { expected });
  }
  const reader = tableReader(mieTable, file);
  const rows: MieRow[] = [];
  const take = (some: readonly MieRow[]): void => {
    for (const row of some) rows.push(row);
  };
  const end = (): LawScore => {
    take(reader.end());
    return { of: "confrontations", ...scoreConfrontations(rows, disputes) };
  };
  return { add: (piece) => take(reader.add(piece)), end, refused: reader.refused };
}
