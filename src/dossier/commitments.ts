/** Commitments: what was agreed, who has done it, and how it ended: kept, broken or lapsed, once. */
import type { Draft } from "immer";
import { actOf, type DiplomaticEvent, type EventOf, when } from "../events/index.ts";
import { type ChartEvent, project } from "../machine/index.ts";
import type { Commitment, CommitmentStatus, Dossier } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** Writes what an event does to commitments: takes them on, carries them out, breaks or ends them. */
export function commit(draft: Draft<Dossier>, entry: DossierEntry): void {
  const { event, verdict } = entry;
  const { open } = draft.commitments;
  if (verdict === "void") return;
  if (event.act === "agree") draft.commitments.open = [...open, ...takenOn(event)];
  else if (open.length === 0) return;
  else if (event.act === "commitment-kept") end(draft, "kept", event.id, ({ id }) => id === event.commitment);
  else if (event.act === "commitment-lapsed") end(draft, "lapsed", event.id, ({ id }) => id === event.commitment);
  else if (endsAgreements(project(event, entry.dyad))) end(draft, "broken", event.id, () => true);
  else if (open.some((owed) => concerns(owed, event)))
    draft.commitments.open = open.map((owed) => carriedOut(owed, entry));
}

/** The commitments that have been carried out and await their `commitment-kept`. */
export function fulfilled({ open }: Dossier["commitments"]): readonly Commitment[] {
  return open.filter(({ endedBy }) => endedBy !== undefined);
}

/** The first minute at which a commitment is overdue; undefined when it has no deadline. */
export function overdueFrom({ before }: Pick<Commitment, "before">): number | undefined {
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

/** Whether an act ends everything that was agreed or proposed: force between the parties, or severance. */
export function endsAgreements({ type, by }: Pick<ChartEvent, "type" | "by">): boolean {
  return by !== "other" && (actOf(type).class === "force" || type === "break-relations");
}

function concerns(owed: Commitment, event: DiplomaticEvent): boolean {
  return owed.act === event.act && owed.endedBy === undefined && !isLate(owed, event);
}

function carriedOut(owed: Draft<Commitment>, { event, dyad }: DossierEntry): Draft<Commitment> {
  if (!concerns(owed, event)) return owed;
  const owing = owed.by === "both" ? [dyad.a, dyad.b] : [owed.by];
  const doneBy = owing.filter((party) => owed.doneBy.includes(party) || event.from.includes(party));
  return { ...owed, doneBy, ...(doneBy.length === owing.length ? { endedBy: event.id } : {}) };
}

function isLate(owed: Commitment, event: DiplomaticEvent): boolean {
  const overdue = overdueFrom(owed);
  return overdue !== undefined && when(event.at).start >= overdue;
}

function end(draft: Draft<Dossier>, status: CommitmentStatus, by: string, which: (owed: Commitment) => boolean): void {
  const { open, ended } = draft.commitments;
  ended.push(...open.filter(which).map((owed) => ({ ...owed, status, endedBy: owed.endedBy ?? by })));
  draft.commitments.open = open.filter((owed) => !which(owed));
}
