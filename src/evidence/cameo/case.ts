/** What two states did to each other by the reports of a coding program, as a case. */
import { type ActId, type DiplomaticEvent, type EventDraft, event } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Case, type DataSet, windowOf } from "../case.ts";
import { counted } from "../counted.ts";
import { type CaseAsked, duringText } from "../mie/case.ts";
import type { CodedRow } from "../tables/cameo.ts";
import { dateText, inOrder } from "../tables/day.ts";

/** Gathers rows as they come, in the memory of what two states did. */
export interface Gathering {
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
export function gathering({ id, data, oneADay }: CodedData, asked: CaseAsked): Gathering {
  const { dyad, file } = asked;
  if (dyad === undefined) {
    const expected = "Give --dyad with two states, such as --dyad IND-PAK.";
    throw new Problem("no-such-case", "A table of coded events has no cases: a case is what two states did.", {
      expected,
    });
  }
  const [a, b] = dyad;
  const kept = new Map<string, { readonly row: CodedRow; reports: number }>();
  let [without, seen] = [0, 0];
  return {
    take: (rows) => {
      for (const row of rows) {
        const isBetween = (row.from === a.code && row.to === b.code) || (row.from === b.code && row.to === a.code);
        if (!isBetween || !isMeant(row, asked)) continue;
        seen += 1;
        if (codedAct(row) === undefined) without += 1;
        else keep(kept, row, oneADay);
      }
    },
    end: () => {
      const rows = [...kept.values()].toSorted(
        (one, other) => inOrder(one.row.on, other.row.on) || one.row.line - other.row.line,
      );
      const events = rows.flatMap(({ row, reports }) => codedEvent(row, { cite: id, file, reports }) ?? []);
      if (events.length === 0) throw nothing(asked, seen);
      const years = [...new Set(rows.map(({ row }) => row.on.year))];
      const [first, last = first] = [years.at(0), years.at(-1)];
      const span = first === last ? String(first) : `${first}-${last}`;
      const together = seen - without - events.length;
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
          `Imported from ${file}: ${counted(seen, "row")} between the two states, ${counted(events.length, "event")}.`,
          ...(together === 0 ? [] : [`Said again on the same day: ${counted(together, "row")}.`]),
          ...(without === 0
            ? []
            : [
                `Left out, for want of an act in the catalogue, such as of ordinary co-operation: ${counted(without, "row")}.`,
              ]),
        ],
      };
    },
  };
}

/** Keeps a row, or counts it to one that says the same: of GDELT any on its day, of others what the other side's row mirrors. */
function keep(kept: Map<string, { readonly row: CodedRow; reports: number }>, row: CodedRow, oneADay: boolean): void {
  const { act, from, to } = codedAct(row) ?? { act: "", from: [], to: [] };
  const { joint, mirrored } = row.meaning;
  const same = `${dateText(row.on)} ${act} ${from} ${to}`;
  const isTwin = joint || mirrored || act === "visit";
  const key = oneADay || isTwin ? same : `${same} ${row.line}`;
  const before = kept.get(key);
  if (before === undefined) kept.set(key, { row, reports: 1 });
  else before.reports += 1;
}

function isMeant({ on }: CodedRow, { years }: CaseAsked): boolean {
  return years === undefined || (years[0] <= on.year && on.year <= years[1]);
}

function nothing({ dyad, file, years }: CaseAsked, seen: number): Problem {
  const [a, b] = (dyad ?? []).map(({ name }) => name);
  const during = duringText(years);
  const found = seen === 0 ? "no row" : `${seen} rows, none of them of an act of the catalogue,`;
  return new Problem("no-such-case", `${file} has ${found} between ${a} and ${b}${during}.`);
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

export function codedEvent(
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
