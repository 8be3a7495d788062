/** Deadlines and truces: what was demanded until a day, and who broke a truce. */
import type { Draft } from "immer";
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import type { ChartEvent } from "../machine/index.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** Writes deadlines that an event sets, meets or lets pass, and truces that it makes or breaks. */
export function waitFor(draft: Draft<Dossier>, { event, verdict }: DossierEntry, { by }: ChartEvent): void {
  if (verdict === "void") return;
  if (event.act === "deadline-passed" || event.act === "meet-demand") {
    if (draft.deadlines.length > 0) draft.deadlines = draft.deadlines.filter((one) => one.event !== event.of);
    return;
  }
  if (by === "other") return;
  const [from = ""] = event.from;
  if ("deadline" in event && event.deadline !== undefined) {
    draft.deadlines.push({ event: event.id, act: event.act, by: from, at: event.deadline });
  }
  if (makesTruce(event)) draft.truces.push({ event: event.id });
  else if (actOf(event.act).class === "force" && draft.truces.length > 0) breakTruce(draft, event);
}

/** A truce that both agree on or declare, or that a surrender leaves. */
export function makesTruce(event: DiplomaticEvent): boolean {
  if (event.act === "agree") return event.kind === "truce";
  return event.act === "surrender" || (event.act === "declare-ceasefire" && event.from.length === 2);
}

function breakTruce(draft: Draft<Dossier>, { id, from }: DiplomaticEvent): void {
  const last = draft.truces.at(-1);
  if (last === undefined || last.brokenBy !== undefined) return;
  draft.truces = draft.truces.with(-1, { ...last, brokenBy: { event: id, by: [...from] } });
}
