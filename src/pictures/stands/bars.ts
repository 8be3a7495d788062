/** Bars: what was in force from when to when, and what was promised until when, up to a moment. */

import { dossierOf, record, type StandingMeasure } from "../../dossier/index.ts";
import { boundsOf, isActId, when } from "../../events/index.ts";
import { dossierAfter, type History, stepsUntil } from "../../history/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { actorAndAct, actWords, nameIn } from "../names.ts";
import type { Words } from "../words/index.ts";

export interface Bar {
  /** Its heading: a party's measures, or what was agreed. */
  readonly group: "a" | "b" | "agreed";
  readonly text: string;
  readonly from: number;
  /** When it ended; absent while it is in force. */
  readonly to?: number;
  /** How a promise ended. */
  readonly end?: "kept" | "lapsed";
  /** The event that began it. */
  readonly event: string;
}

/** All bars, measures first, in the order in which they began. */
export function barsOf(telling: ReplayView, say: Words): readonly Bar[] {
  return [...measureBars(telling, say), ...commitmentBars(telling, say), ...truceBars(telling, say)];
}

function measureBars(telling: ReplayView, say: Words): readonly Bar[] {
  const { history, until, scenario } = telling;
  const { a } = scenario.dyad;
  const open = new Map<string, { bar: StandingMeasure; to?: number }>();
  const key = ({ kind, by, event }: StandingMeasure): string => `${kind} ${by} ${event}`;
  let dossier = dossierOf(history.standing);
  for (const one of dossier.measures) open.set(key(one), { bar: one });
  for (const { event, verdict, minute } of history.steps.slice(0, stepsUntil(history, until))) {
    const after = record(dossier, { event, verdict, minute, dyad: history.dyad });
    if (after.measures !== dossier.measures) {
      const standing = new Set(after.measures.map(key));
      for (const one of dossier.measures) {
        const bar = open.get(key(one));
        if (!standing.has(key(one)) && bar !== undefined) bar.to = minute;
      }
      for (const one of after.measures) if (!open.has(key(one))) open.set(key(one), { bar: one });
    }
    dossier = after;
  }
  return [...open.values()].map(({ bar: { kind, by, count, since, event }, to }): Bar => {
    const text = say.measure[kind] + (count === undefined ? "" : `${say.colon}${say.range(...boundsOf(count))}`);
    return { group: by === a ? "a" : "b", text, from: since, event, ...(to === undefined ? {} : { to }) };
  });
}

function commitmentBars(telling: ReplayView, say: Words): readonly Bar[] {
  const { history } = telling;
  const { open, suspended, lapsed, ended } = dossierAfter(history, stepsUntil(history, telling.until)).commitments;
  const minutes = minutesOf(history);
  const sorted = [...open, ...suspended, ...lapsed, ...ended].toSorted(
    (p, q) => (minutes.get(p.event) ?? 0) - (minutes.get(q.event) ?? 0),
  );
  return sorted.map((one): Bar => {
    const isKept = one.status === "kept" || one.status === "kept late";
    const end = isKept ? "kept" : one.status === "lapsed" ? "lapsed" : undefined;
    const last = one.before === undefined ? undefined : when(one.before).end;
    const doneAt = one.endedBy === undefined ? undefined : minutes.get(one.endedBy);
    const to = isKept ? (doneAt ?? last) : last;
    const who = one.by === "both" ? say.both : nameIn(telling, one.by);
    const what = isActId(one.act) ? actWords(one.act, one.by === "both", say) : one.act;
    return {
      group: "agreed",
      text: visibleLine(`${actorAndAct(who, what, say)} (${say.statuses[one.status]})`),
      from: minutes.get(one.event) ?? telling.scenario.window.from,
      event: one.event,
      ...(to === undefined ? {} : { to }),
      ...(end === undefined ? {} : { end }),
    };
  });
}

function truceBars(telling: ReplayView, say: Words): readonly Bar[] {
  const { history } = telling;
  const minutes = minutesOf(history);
  return dossierAfter(history, stepsUntil(history, telling.until)).truces.map((one): Bar => {
    const to = one.brokenBy === undefined ? undefined : minutes.get(one.brokenBy.event);
    const status = one.brokenBy === undefined ? say.statuses.holds : say.statuses.broken;
    return {
      group: "agreed",
      text: `${say.truce} (${status})`,
      from: minutes.get(one.event) ?? 0,
      event: one.event,
      ...(to === undefined ? {} : { to, end: "lapsed" }),
    };
  });
}

function minutesOf({ steps }: History): ReadonlyMap<string, number> {
  return new Map(steps.map(({ event, minute }) => [event.id, minute]));
}
