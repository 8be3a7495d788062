/** Contacts: how often the parties have met or spoken, and when last. */
import type { Draft } from "immer";
import { actOf } from "../events/index.ts";
import type { By } from "../machine/index.ts";
import type { Dossier } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** Counts direct contacts between the parties: calls, meetings, visits. */
export function noteContact(draft: Draft<Dossier>, { event }: DossierEntry, by: By): void {
  if (by === "other" || actOf(event.act).class !== "contact" || event.act === "invite") return;
  draft.contacts.count += 1;
  draft.contacts.last = event.id;
}
