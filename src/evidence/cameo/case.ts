/** What two states did to each other by the reports of a coding program, as a case. */
import { type ActId, type DiplomaticEvent, type EventDraft, event } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { type Case, type DataSet, windowOf } from "../case.ts";
import { type CaseAsked, duringText } from "../mie/case.ts";
import type { CodedRow } from "../tables/cameo.ts";
import { dateText, inOrder } from "../tables/day.ts";

/** Gathers rows as they come, in the memory of what two states did. */
export interface CaseGatherer {
  readonly take: (rows: readonly CodedRow[]) => void;
  readonly end: () => Case;
}

export interface CodedData {
  readonly id: string;
  readonly data: DataSet;
  /** Whether the same act on the same day is one, however many reports there are. */
  readonly oneADay: boolean;
}

/**
 * Begins to gather.
 *
 * @throws Problem `no-such-case` unless two states are named: a case is about them
 */
export function gatherCase({ id, data, oneADay }: CodedData, request: CaseAsked): CaseGatherer {
  const { dyad, file } = request;
  if (dyad === undefined) {
    const expected = "Give --dyad with two states, such as --dyad IND-PAK.";
    throw new Problem("no-such-case", "A table of coded events has no cases: a case is what two states did.", {
      expected,
    });
  }
  const [a, b] = dyad;
  const rowsByAct = new Map<string, { readonly row: CodedRow; reports: number }>();
  let [withoutAct, rowCount] = [0, 0];
  return {
    take: (rows) => {
      for (const row of rows) {
        const isBetween = (row.from === a.code && row.to === b.code) || (row.from === b.code && row.to === a.code);
        if (!isBetween || !isMeant(row, request)) continue;
        rowCount += 1;
        if (codedAct(row) === undefined) withoutAct += 1;
        else addRow(rowsByAct, row, oneADay);
      }
    },
    end: () => {
      const rows = [...rowsByAct.values()].toSorted(
        (one, other) => inOrder(one.row.on, other.row.on) || one.row.line - other.row.line,
      );
      const events = rows.flatMap(({ row, reports }) => codedEvent(row, { cite: id, file, reports }) ?? []);
      if (events.length === 0) throw nothingFound(request, rowCount);
      const years = [...new Set(rows.map(({ row }) => row.on.year))];
      const [first, last = first] = [years.at(0), years.at(-1)];
      const span = first === last ? String(first) : `${first}-${last}`;
      const repeated = rowCount - withoutAct - events.length;
      return {
        name: `${id}-${a.code}-${b.code}-${span}`.toLowerCase(),
        title: `${a.name} and ${b.name} as ${data.title} has it, ${span}`,
        parties: [a, b],
        relations: [],
        others: [],
        tellers: {},
        sources: { [id]: data },
        events,
        window: windowOf(rows.map(({ row }) => row.on)),
        remarks: [
          `Imported from ${file}: ${plural(rowCount, "row")} between the two states, ${plural(events.length, "event")}.`,
          ...(repeated === 0 ? [] : [`Said again on the same day: ${plural(repeated, "row")}.`]),
          ...(withoutAct === 0
            ? []
            : [
                `Left out, for want of an act in the catalogue, such as of ordinary co-operation: ${plural(withoutAct, "row")}.`,
              ]),
        ],
      };
    },
  };
}

/** Adds a row, or counts it to one that says the same: in GDELT any of its day, elsewhere the other side's mirror of it. */
function addRow(
  rowsByAct: Map<string, { readonly row: CodedRow; reports: number }>,
  row: CodedRow,
  oneADay: boolean,
): void {
  const { act, from, to } = codedAct(row) ?? { act: "", from: [], to: [] };
  const { joint, mirrored } = row.meaning;
  const description = `${dateText(row.on)} ${act} ${from} ${to}`;
  const isTwin = joint || mirrored || act === "visit";
  const key = oneADay || isTwin ? description : `${description} ${row.line}`;
  const before = rowsByAct.get(key);
  if (before === undefined) rowsByAct.set(key, { row, reports: 1 });
  else before.reports += 1;
}

function isMeant({ on }: CodedRow, { years }: CaseAsked): boolean {
  return years === undefined || (years[0] <= on.year && on.year <= years[1]);
}

function nothingFound({ dyad, file, years }: CaseAsked, rowCount: number): Problem {
  const [a, b] = (dyad ?? []).map(({ name }) => name);
  const during = duringText(years);
  const rowsText = rowCount === 0 ? "no row" : `${rowCount} rows, none of them of an act of the catalogue,`;
  return new Problem("no-such-case", `${file} has ${rowsText} between ${a} and ${b}${during}.`);
}

/** What a row means: who does which act. Undefined where the catalogue has no such act. */
export function codedAct(
  row: CodedRow,
): { readonly act: ActId; readonly from: readonly string[]; readonly to: readonly string[] } | undefined {
  const { act, joint, mirrored } = row.meaning;
  if (act === null) return undefined;
  if (joint) return { act, from: [row.from, row.to].toSorted(), to: [] };
  return mirrored ? { act, from: [row.to], to: [row.from] } : { act, from: [row.from], to: [row.to] };
}

function codedEvent(
  row: CodedRow,
  { cite, file, reports }: { readonly cite: string; readonly file: string; readonly reports: number },
): DiplomaticEvent | undefined {
  const who = codedAct(row);
  if (who === undefined) return undefined;
  const { label, coarse, note } = row.meaning;
  const more = coarse ? `; coarse: ${note ?? "the code says less than the act"}` : "";
  const often = reports > 1 ? `, ${reports} rows of that day` : "";
  return event({
    id: `r${row.line}`,
    at: dateText(row.on),
    act: who.act,
    from: [...who.from],
    to: [...who.to],
    cite: [cite],
    note: `${file}, line ${row.line}${often}: ${row.code} (${label})${more}.`,
  } as EventDraft<ActId>);
}
