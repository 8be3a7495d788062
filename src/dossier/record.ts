/** Recording: how one event changes the dossier, by immer, so that the difference comes out as patches. */
import { type Draft, enablePatches, type Patch, produce, produceWithPatches } from "immer";
import { project } from "../machine/index.ts";
import { fileClaims } from "./claims.ts";
import { commit } from "./commitments.ts";
import { noteContact } from "./contacts.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";
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
  const { by } = project(entry.event, entry.dyad);
  fileClaims(draft, entry);
  noteContact(draft, entry, by);
  score(draft, entry, by);
  commit(draft, entry);
}
