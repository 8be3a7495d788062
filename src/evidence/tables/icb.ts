/** International Crisis Behavior 14, actor level (Brecher and others): what a crisis was to one of its actors, a row. */
import { frozen, visibleLine } from "../../problem/index.ts";
import type { Cells } from "./cells.ts";
import { dateIn, type KnownDate } from "./day.ts";
import type { TableKind } from "./table.ts";

/** What triggered a crisis for an actor. */
export const icbTriggers: Readonly<Record<number, string>> = {
  1: "verbal act",
  2: "political act",
  3: "economic act",
  4: "external change",
  5: "other non-violent act",
  6: "internal challenge",
  7: "non-violent military act",
  8: "indirect violent act",
  9: "violent act",
};

/** The actor's major response. */
export const icbResponses: Readonly<Record<number, string>> = {
  1: "no response",
  2: "verbal act",
  3: "political act",
  4: "economic act",
  5: "other non-violent act",
  6: "non-violent military act",
  7: "several acts, among them non-violent military ones",
  8: "violent military act",
  9: "several acts, among them violent military ones",
};

export interface IcbRow {
  readonly line: number;
  readonly crisis: number;
  readonly name: string;
  /** The actor's number, and the Correlates of War abbreviation of its name. */
  readonly number: number;
  readonly actor: string;
  /** The Correlates of War code of the actor, and of what triggered it; from 990 on several states, or none. */
  readonly code: number;
  readonly trigger: number;
  readonly triggeredBy: number | undefined;
  readonly triggeredOn: KnownDate | undefined;
  readonly response: number;
  readonly respondedOn: KnownDate | undefined;
  readonly endedOn: KnownDate | undefined;
  /** How the outcome came about and what it was, by the codebook's OUTFOR and OUTCOM. */
  readonly form: number | undefined;
  readonly outcome: number | undefined;
  /** Every column by its name in small letters, where it holds a whole number. */
  readonly values: ReadonlyMap<string, number>;
}

/** Early, in the middle or late in a month. */
const VAGUE = ["66", "77", "88"];

/** The table of crisis actors of International Crisis Behavior: trigger, response and outcome for one actor, a row. */
export const icbTable: TableKind<IcbRow> = {
  name: "International Crisis Behavior, actor level",
  columns: ["crisno", "cracno", "cracid", "actor", "crisname", "triggr", "yrtrig", "motrig", "datrig", "majres"],
  quotes: true,
  row: (cells) => ({
    line: cells.line(),
    crisis: cells.whole("crisno", 1),
    name: visibleLine(cells.text("crisname")).slice(0, 200),
    number: cells.whole("cracno", 1),
    actor: cells.text("actor"),
    code: cells.whole("cracid", 1, 999),
    trigger: cells.whole("triggr", 1, 9),
    triggeredBy: cells.known("trigent", 1, 999),
    triggeredOn: dateIn(cells, { year: "yrtrig", month: "motrig", day: "datrig", vague: VAGUE }),
    response: cells.whole("majres", 1, 9),
    respondedOn: dateIn(cells, { year: "yerres", month: "monres", day: "dayres", vague: VAGUE }),
    endedOn: dateIn(cells, { year: "yrterm", month: "moterm", day: "daterm", vague: VAGUE }),
    form: cells.known("outfor"),
    outcome: cells.known("outcom"),
    values: valuesIn(cells),
  }),
};
frozen(icbTable);

function valuesIn(cells: Cells): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const column of cells.columns) {
    const text = cells.text(column);
    if (/^-?\d+$/.test(text)) values.set(column, Number(text));
  }
  return values;
}
