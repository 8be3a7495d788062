/** A coded row as an event of a record: what means an act of both is of both, and what means none is no event. */
import { type ActId, type DiplomaticEvent, type EventDraft, event } from "../../events/index.ts";
import type { CodedRow } from "../tables/cameo.ts";
import { dateText } from "../tables/day.ts";

/** What a row means: who does which act. Undefined where the catalogue has no such act. */
export function codedAct(
  row: CodedRow,
): { readonly act: ActId; readonly from: readonly string[]; readonly to: readonly string[] } | undefined {
  const { act, joint, mirrored } = row.meaning;
  if (act === null) return undefined;
  if (joint) return { act, from: [row.from, row.to].toSorted(), to: [] };
  return mirrored ? { act, from: [row.to], to: [row.from] } : { act, from: [row.from], to: [row.to] };
}

/** The event of a row. */
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
