/** Looks: the ways to look at a crisis so far, the same for the record and for a what-if. */
import type { SupposedEvent } from "../crisis/index.ts";
import type { CrisisView } from "./view.ts";
import {
  type ChartPicture,
  chartOf,
  type DossierCard,
  dossierCard,
  type EventCard,
  eventCard,
  type Judged,
  judgeOf,
  type SituationTable,
  situationTable,
  type Timeline,
  timelineOf,
  type Why,
  whyNotOf,
  whyOf,
} from "./views/index.ts";

/** Ways to look at what is told. Each gives something that shows itself; mistakes throw a Problem. */
export interface Looks {
  /** Every event so far: date, who, act, verdict, what changed, sources. */
  timeline(): Timeline;
  /** One event, by its id: who claims what, sources, disputed or not. */
  event(id: string): EventCard;
  /** The statechart with the situation filled; of some regions only: `chart({ only: ["course", "missions.PAK"] })`. */
  chart(options?: { readonly only?: string | readonly string[] }): ChartPicture;
  /** Where every region stands, since when, and what that means. */
  situation(): SituationTable;
  /** Claims side by side, casualties as ranges, commitments, scores. */
  dossier(): DossierCard;
  /** The events behind a part of the situation (`course`, `missions.PAK`) or behind an event. */
  why(key: string): Why;
  /** Whether an act would be lawful now, and what stands in its way. */
  whyNot(act: string, options?: { readonly by?: string }): Judged;
  /** What the law would say of an event now, without adding it. */
  judge(event: SupposedEvent): Judged;
}

/** The looks at what is told. */
export function looksAt(told: CrisisView): Looks {
  return {
    timeline: () => timelineOf(told),
    event: (id) => eventCard(told, id),
    chart: ({ only } = {}) => chartOf(told, only),
    situation: () => situationTable(told),
    dossier: () => dossierCard(told),
    why: (key) => whyOf(told, key),
    whyNot: (act, { by } = {}) => whyNotOf(told, act, by),
    judge: (event) => judgeOf(told, event),
  };
}
