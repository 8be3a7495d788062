/** Recording: how one event changes the dossier, by immer, so that the difference comes out as patches. */
import { castDraft, type Draft, enablePatches, type Patch, produce, produceWithPatches } from "immer";
import { actOf } from "../events/index.ts";
import { type By, project } from "../machine/index.ts";
import { fileClaims } from "./claims.ts";
import { commit } from "./commitments.ts";
import { waitFor } from "./deadlines.ts";
import { type Dossier, EMPTY } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";
import { measure } from "./measures.ts";
import { score } from "./scores.ts";

enablePatches();

/** The dossier after an event. */
export function record(dossier: Dossier, entry: DossierEntry): Dossier {
  return produce(dossier, (draft) => write(draft, entry));
}

/** The dossier after an event, and the difference that the event made. */
export function recordWithPatches(
  dossier: Dossier,
  ...entries: readonly DossierEntry[]
): readonly [Dossier, readonly Patch[]] {
  const [after, patches] = produceWithPatches(dossier, (draft) => {
    for (const entry of entries) write(draft, entry);
  });
  return [after, patches];
}

/** Writes one event into a draft; for folds that record many events at once. */
export function write(draft: Draft<Dossier>, entry: DossierEntry): void {
  const seen = project(entry.event, entry.dyad);
  const { by } = seen;
  fileClaims(draft, entry);
  noteContact(draft, entry, by);
  score(draft, entry, by);
  commit(draft, entry, seen);
  measure(draft, entry, seen);
  waitFor(draft, entry, seen);
}

/** Counts direct contacts between the parties: calls, meetings, visits. */
function noteContact(draft: Draft<Dossier>, { event }: DossierEntry, by: By): void {
  if (by === "other" || actOf(event.act).class !== "contact" || event.act === "invite") return;
  draft.contacts.count += 1;
  draft.contacts.last = event.id;
}

/** The part of a dossier that decides what can follow: what stands, what is owed, what is waited for. */
export type Unfinished = Pick<Dossier, "measures" | "commitments" | "deadlines">;

/** What stands after an event, by the same rules and without the rest of the dossier. What has ended is forgotten. */
export function unfinishedAfter(before: Unfinished, entry: DossierEntry): Unfinished {
  const seen = project(entry.event, entry.dyad);
  const { measures, commitments, deadlines } = castDraft(before);
  const after: Draft<Dossier> = {
    ...castDraft(EMPTY),
    measures: [...measures],
    commitments: { ...commitments, ended: [] },
    deadlines: [...deadlines],
    truces: [],
  };
  commit(after, entry, seen);
  measure(after, entry, seen);
  waitFor(after, entry, seen);
  const { open, suspended, lapsed } = after.commitments;
  const owed = { open, suspended, lapsed, ended: [] };
  return { measures: after.measures, commitments: owed, deadlines: after.deadlines };
}
