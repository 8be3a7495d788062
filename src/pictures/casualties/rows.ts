/** Rows of casualties: for each event and place what each claimant counts. */

import { casualtiesOf, claimsOf, type Figure, figures, type Range } from "../../dossier/index.ts";
import { dossierAfter, stepsUntil } from "../../history/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { dateText } from "../dates.ts";
import { nameIn } from "../names.ts";
import { markOf } from "../record/marks.ts";
import type { Words } from "../words/index.ts";

/** One claimant's figure; without a range it is a claim in words alone, or none. */
export interface Count {
  readonly by: string;
  readonly range?: Range;
  /** What stands beside the dot. */
  readonly text: string;
  /** The same without who they were, where that has no room. */
  readonly short?: string;
}

/** The casualties of an event in a place, lowest to highest. */
export interface Row {
  readonly event: string;
  readonly title: string;
  readonly counts: readonly Count[];
}

/** A row for each figure of each event, in the order of the record; then events of which there are only words. */
export function rowsOf(telling: ReplayView, say: Words): readonly Row[] {
  const dossier = dossierAfter(telling.history, stepsUntil(telling.history, telling.until));
  const claims = claimsOf(dossier).filter(({ about }) => about === "casualties");
  const { a, b } = telling.scenario.dyad;
  const order = new Map(telling.history.steps.map(({ event }, k) => [event.id, k]));
  const groups = casualtiesOf(dossier).flatMap(({ in: place, tolls }) =>
    [...Map.groupBy(tolls, ({ event }) => event)].map(([event, said]) => ({ place, event, said })),
  );
  const sorted = groups.toSorted((p, q) => (order.get(p.event) ?? 0) - (order.get(q.event) ?? 0));
  return sorted.flatMap(({ place, event, said }) =>
    figures.flatMap((figure): Row[] => {
      const given = said.filter(({ by }) =>
        claims.some((one) => one.by === by && isOf(one, event) && one[figure] !== undefined),
      );
      if (given.length === 0) return [];
      const numbers = given.map((toll): Count => {
        const who = [...new Set(toll.counts.flatMap(({ of }) => of ?? []))].join(", ");
        const number = say.range(...toll[figure]);
        const saying = (what: string): string => visibleLine(say.saidBy(what, nameIn(telling, toll.by)));
        const text = saying(who === "" ? number : `${number} (${who})`);
        return { by: toll.by, range: toll[figure], text, short: saying(number) };
      });
      const silent = [a, b].filter((code) => !given.some(({ by }) => by === code));
      const worded = silent.map((code): Count => {
        const only = claims.find(
          ({ by, says }) =>
            by === code && says !== undefined && claims.some((one) => one.by === by && isOf(one, event)),
        );
        const spoken = only !== undefined && isOf(only, event) && figure === "killed" ? only.says : undefined;
        const name = nameIn(telling, code);
        return {
          by: code,
          text: visibleLine(spoken === undefined ? say.noFigure(name) : say.saidBy(`“${spoken}”`, name)),
        };
      });
      return [{ event, title: titleOf(telling, figure, place, event, say), counts: [...numbers, ...worded] }];
    }),
  );
}

function isOf(claim: { readonly event: string; readonly "instead-of"?: string | undefined }, event: string): boolean {
  return claim.event === event || claim["instead-of"] === event;
}

function titleOf(telling: ReplayView, figure: Figure, place: string, event: string, say: Words): string {
  const step = telling.history.steps.find((one) => one.event.id === event);
  const where = say.figures[figure](place === "?" ? undefined : nameIn(telling, place));
  if (step === undefined) return visibleLine(where);
  return visibleLine(`${where}, ${dateText(step.minute, say, { year: true })} · ${markOf(step, telling, say).whole}`);
}
