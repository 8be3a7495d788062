/** Commitments: what was agreed, who has done it, and how it ended: kept, broken or lapsed, once. */
import type { Draft } from "immer";
import { actOf, type DiplomaticEvent, type EventOf, when } from "../events/index.ts";
import { project } from "../machine/index.ts";
import type { Commitment, CommitmentStatus, Dossier } from "./dossier.ts";
import type { Entry } from "./entry.ts";

/** Writes what an event does to commitments: takes them on, carries them out, breaks or ends them. */
export function commit(draft: Draft<Dossier>, entry: Entry): void {
  const { event, verdict } = entry;
  if (verdict === "unlawful") return;
  if (event.act === "agree") return void draft.commitments.open.push(...takenOn(event));
  if (draft.commitments.open.length === 0) return;
  if (event.act === "commitment-kept") end(draft, "kept", event.id, event.commitment);
  else if (event.act === "commitment-lapsed") end(draft, "lapsed", event.id, event.commitment);
  else if (breaks(entry)) for (const { id } of [...draft.commitments.open]) end(draft, "broken", event.id, id);
  else carryOut(draft, entry);
}

/** The commitments that have been carried out and await their `commitment-kept`. */
export function fulfilled({ open }: Dossier["commitments"]): readonly Commitment[] {
  return open.filter(({ endedBy }) => endedBy !== undefined);
}

/** The first minute at which a commitment is overdue; undefined when it has no deadline. */
export function overdueFrom({ before }: Commitment): number | undefined {
  return before === undefined ? undefined : when(before).end + 1;
}

function takenOn(event: EventOf<"agree">): Draft<Commitment>[] {
  return event.terms.map(({ act, by, before }, k) => ({
    id: `${event.id}-${k + 1}`,
    event: event.id,
    act,
    by,
    ...(before === undefined ? {} : { before }),
    doneBy: [],
    status: "pending",
  }));
}

/** Force between the parties, or severance, breaks everything that is pending. */
function breaks({ event, dyad }: Entry): boolean {
  const hostile = actOf(event.act).class === "force" || event.act === "break-relations";
  return hostile && project(event, dyad).by !== "other";
}

function carryOut(draft: Draft<Dossier>, { event, dyad }: Entry): void {
  for (const owed of draft.commitments.open) {
    if (owed.act !== event.act || owed.endedBy !== undefined || isLate(owed, event)) continue;
    for (const actor of event.from) if (owes(owed, actor) && !owed.doneBy.includes(actor)) owed.doneBy.push(actor);
    const wanted = owed.by === "both" ? [dyad.a, dyad.b] : [owed.by];
    if (wanted.every((party) => owed.doneBy.includes(party))) owed.endedBy = event.id;
  }
}

function owes({ by }: Commitment, actor: string): boolean {
  return by === "both" || by === actor;
}

function isLate(owed: Commitment, event: DiplomaticEvent): boolean {
  const overdue = overdueFrom(owed);
  return overdue !== undefined && when(event.at).start >= overdue;
}

function end(draft: Draft<Dossier>, status: CommitmentStatus, by: string, id: string): void {
  const { open, ended } = draft.commitments;
  const place = open.findIndex((commitment) => commitment.id === id);
  const [found] = place < 0 ? [] : open.splice(place, 1);
  if (found !== undefined) ended.push({ ...found, status, endedBy: found.endedBy ?? by });
}
