/** Marks: the events of a record as a picture shows them, each in its lane with a few words. */

import { claimsIn, disputesIn } from "../../dossier/index.ts";
import { dayStart } from "../../events/index.ts";
import { type Step, stepsUntil } from "../../history/index.ts";
import type { Verdict } from "../../machine/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { actorAndAct, actWords, nameIn } from "../names.ts";
import type { Kind, Words } from "../words/index.ts";
import { kindOf } from "./glyph.ts";

/** The lane of an event: of a party, or between the parties. */
export type Lane = "a" | "middle" | "b";

/** An event as a picture shows it. */
export interface Mark {
  readonly id: string;
  readonly minute: number;
  readonly day: number;
  readonly lane: Lane;
  readonly kind: Kind;
  readonly verdict: Verdict;
  /** A few words beside its glyph. */
  readonly text: string;
  /** Who did what, for readers who see no lane. */
  readonly whole: string;
  readonly disputed: boolean;
  /** The ids of its causes. */
  readonly because: readonly string[];
}

/** The events up to the minute shown, in order. */
export function marksOf(telling: ReplayView, say: Words): readonly Mark[] {
  return telling.history.steps
    .slice(0, stepsUntil(telling.history, telling.until))
    .map((step) => markOf(step, telling, say));
}

export function markOf({ event, minute, verdict }: Step, telling: Pick<ReplayView, "scenario">, say: Words): Mark {
  const { a, b } = telling.scenario.dyad;
  const [byA, byB] = [event.from.includes(a), event.from.includes(b)];
  const lane = byA === byB ? "middle" : byA ? "a" : "b";
  const phrase = actWords(event.act, byA && byB, say);
  const names = say.list(event.from.map((code) => nameIn(telling, code)));
  const others = lane === "middle" && !byA && names !== "";
  return {
    id: event.id,
    minute,
    day: dayStart(minute),
    lane,
    kind: kindOf(event.act),
    verdict,
    text: visibleLine(others ? actorAndAct(names, phrase, say) : phrase),
    whole: visibleLine(names === "" ? phrase : actorAndAct(names, phrase, say)),
    disputed: disputesIn(claimsIn(event)).length > 0,
    because: event.because,
  };
}
