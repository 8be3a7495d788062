/** What the dossier learns of an event. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Dyad, Verdict } from "../machine/index.ts";

/** An event as the dossier sees it: with its verdict, its minute and the parties. */
export interface DossierEntry {
  readonly event: DiplomaticEvent;
  readonly verdict: Verdict;
  /** Minutes since the epoch. */
  readonly minute: number;
  readonly dyad: Dyad;
}
