/** Rows of casualties: each claimant's count for each event and place. */

import { casualtiesOf, claimsOf, type Figure, figures, type Range } from "../../dossier/index.ts";
import { dossierAfter, stepsUntil } from "../../history/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { dateText } from "../dates.ts";
import { nameIn } from "../names.ts";
import { markOf } from "../record/marks.ts";
import type { Words } from "../words/index.ts";

/** One claimant's figure. Without a range there is only a claim in words, or none. */
export interface Count {
  readonly by: string;
  readonly range?: Range;
  /** The words beside the dot. */
  readonly text: string;
  /** The same without who they were, for little room. */
  readonly short?: string;
}

/** The casualties of an event in a place, lowest to highest. */
export interface Row {
  readonly event: string;
  readonly title: string;
  readonly counts: readonly Count[];
}

/** A row for each figure of each event, in the order of the record. */
export function rowsOf(telling: ReplayView, say: Words): readonly Row[] {
  const dossier = dossierAfter(telling.history, stepsUntil(telling.history, telling.until));
  const claims = claimsOf(dossier).filter(({ about }) => about === "casualties");
  const { a, b } = telling.scenario.dyad;
  const order = new Map(telling.history.steps.map(({ event }, k) => [event.id, k]));
  const groups = casualtiesOf(dossier).flatMap(({ in: place, tolls }) =>
    [...Map.groupBy(tolls, ({ event }) => event)].map(([event, ofEvent]) => ({ place, event, ofEvent })),
  );
  const sorted = groups.toSorted((p, q) => (order.get(p.event) ?? 0) - (order.get(q.event) ?? 0));
  return sorted.flatMap(({ place, event, ofEvent }) =>
    figures.flatMap((figure): Row[] => {
      const withFigure = ofEvent.filter(({ by }) =>
        claims.some((one) => one.by === by && isAbout(one, event) && one[figure] !== undefined),
      );
      if (withFigure.length === 0) return [];
      const numbers = withFigure.map((toll): Count => {
        const who = [...new Set(toll.counts.flatMap(({ of }) => of ?? []))].join(", ");
        const number = say.range(...toll[figure]);
        const saying = (what: string): string => visibleLine(say.saidBy(what, nameIn(telling, toll.by)));
        const text = saying(who === "" ? number : `${number} (${who})`);
        return { by: toll.by, range: toll[figure], text, short: saying(number) };
      });
      const silent = [a, b].filter((code) => !withFigure.some(({ by }) => by === code));
      const verbal = silent.map((code): Count => {
        const only = claims.find(
          ({ by, says }) =>
            by === code && says !== undefined && claims.some((one) => one.by === by && isAbout(one, event)),
        );
        const spoken = only !== undefined && isAbout(only, event) && figure === "killed" ? only.says : undefined;
        const name = nameIn(telling, code);
        return {
          by: code,
          text: visibleLine(spoken === undefined ? say.noFigure(name) : say.saidBy(`“${spoken}”`, name)),
        };
      });
      return [{ event, title: titleOf(telling, figure, place, event, say), counts: [...numbers, ...verbal] }];
    }),
  );
}

function isAbout(
  claim: { readonly event: string; readonly "instead-of"?: string | undefined },
  event: string,
): boolean {
  return claim.event === event || claim["instead-of"] === event;
}

function titleOf(telling: ReplayView, figure: Figure, place: string, event: string, say: Words): string {
  const step = telling.history.steps.find((one) => one.event.id === event);
  const where = say.figures[figure](place === "?" ? undefined : nameIn(telling, place));
  if (step === undefined) return visibleLine(where);
  return visibleLine(`${where}, ${dateText(step.minute, say, { year: true })} · ${markOf(step, telling, say).whole}`);
}
