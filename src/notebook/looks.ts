/** Looks: the ways to look at a crisis so far, the same for the record and for a what-if. */
import { argument, type HypotheticalEvent, judge, regionNamed, stepOf, why, whyNot } from "../crisis/index.ts";
import type { Dossier } from "../dossier/index.ts";
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import type { Cause } from "../history/index.ts";
import type { Reason, Situation, Verdict } from "../machine/index.ts";
import { chartPicture, coursePicture, figureOf, recordPicture } from "../pictures/index.ts";
import {
  chartDocument,
  chartDot,
  disputedIn,
  dossierDocument,
  eventDocument,
  judgedDocument,
  type SituationRow,
  situationDocument,
  situationRows,
  type TimelineRow,
  timelineDocument,
  timelineRows,
  whoText,
  whyDocument,
} from "../views/index.ts";
import { optionsOf } from "./argument.ts";
import { type Shown, withDisplay } from "./show/index.ts";
import type { CrisisView } from "./view.ts";

/** A timeline that shows itself. */
export interface Timeline extends Shown {
  readonly rows: readonly TimelineRow[];
}

/** An event that shows itself. */
export interface EventCard extends Shown {
  readonly event: DiplomaticEvent;
  readonly verdict: Verdict;
  /** What is disputed about it. */
  readonly disputed: readonly string[];
}

/** A chart that shows itself. */
export interface ChartPicture extends Shown {
  readonly situation: Situation;
  /** Its source in Graphviz's language. */
  readonly dot: string;
}

/** A situation that shows itself. */
export interface SituationTable extends Shown {
  readonly situation: Situation;
  readonly rows: readonly SituationRow[];
}

/** A dossier that shows itself. */
export interface DossierCard extends Shown {
  readonly dossier: Dossier;
}

/** An explanation that shows itself. */
export interface ShownWhy extends Shown {
  readonly of: string;
  /** The ids of the events that led there, the last one first; none when it has stood so from the opening. */
  readonly events: readonly string[];
}

/** A verdict that shows itself. */
export interface ShownVerdict extends Shown {
  readonly verdict: Verdict;
  /** The requirements that failed; none unless void. */
  readonly reasons: readonly Reason[];
  /** Where it would lead. */
  readonly after: Situation;
}

/** Ways to look at what is seen. Each gives something that shows itself; mistakes throw a Problem. */
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
  why(key: string): ShownWhy;
  /** Whether an act would be valid now, and what stands in its way. */
  whyNot(act: string, options?: { readonly by?: string }): ShownVerdict;
  /** What the law would say of an event now, without adding it. */
  judge(event: HypotheticalEvent): ShownVerdict;
}

/** The ways to look at a view. */
export function looksAt(view: CrisisView): Looks {
  const { scenario, history, moment } = view;
  const { situation, dossier } = history;
  const verdictOn = (subject: string, judged: Parameters<typeof judgedDocument>[1]): ShownVerdict => {
    const { verdict, reasons, after } = judged;
    return withDisplay({ verdict, reasons, after }, () => judgedDocument(subject, judged, situation, scenario.dyad));
  };
  return {
    timeline: () => {
      const rows = timelineRows(view);
      return withDisplay({ rows }, () => {
        const { title, parts } = timelineDocument(view);
        const picture = figureOf((look) => recordPicture(view, look));
        return { title, parts: [{ ...picture, alternative: "The table under it says the same." }, ...parts] };
      });
    },
    event: (id) => {
      const step = stepOf(history, id);
      const { event, verdict } = step;
      return withDisplay({ event, verdict, disputed: disputedIn(step) }, () => eventDocument(view, step));
    },
    chart: (options = {}) => {
      const { only } = optionsOf(options, ["only"]);
      const regions = only === undefined ? undefined : [only].flat().map((key) => regionNamed(key, scenario));
      const dot = chartDot(view, regions);
      return withDisplay({ situation, dot }, () => {
        const chartData = { scenario, situation, moment };
        const only = regions === undefined ? {} : { only: regions };
        const whole =
          regions === undefined || regions.includes("course")
            ? [figureOf((look) => coursePicture(chartData, look))]
            : [];
        return chartDocument(view, [figureOf((look) => chartPicture(chartData, { ...look, ...only })), ...whole]);
      });
    },
    situation: () => {
      const rows = situationRows(view);
      return withDisplay({ situation, rows }, () => situationDocument(view));
    },
    dossier: () => withDisplay({ dossier }, () => dossierDocument(view)),
    why: (key) => {
      const explained = why(view, key, argument("why"));
      return withDisplay({ of: key, events: idsOf(explained.cause) }, () => whyDocument(explained, key, scenario.dyad));
    },
    whyNot: (act, options = {}) => {
      const { by } = optionsOf(options, ["by"]);
      const labels = { act: argument("whyNot"), by: (code: unknown) => `{ by: "${code}" }` };
      const judged = whyNot(view, act, by, labels);
      return verdictOn(`${actOf(judged.act).label} (${judged.act}) by ${judged.by} at ${moment}`, judged);
    },
    judge: (hypothetical) => {
      const { event, ...judged } = judge(view, hypothetical);
      return verdictOn(`${actOf(event.act).label} (${event.act}), ${whoText(event)}, at ${moment}`, judged);
    },
  };
}

function idsOf(cause: Cause | undefined): readonly string[] {
  return cause === undefined ? [] : [cause.step.event.id, ...cause.because.flatMap(idsOf)];
}
