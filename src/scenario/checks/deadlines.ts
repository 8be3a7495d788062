/** Deadlines: what must be done by a date that has passed already was mistyped, as a rule in its year. */
import { type DiplomaticEvent, parseSpan, parseWhen } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";

export function checkDeadlines({ events }: Parts): Problems {
  return events.flatMap(({ event, index }) => checkEventDeadlines(event, ["events", index]));
}

export function checkEventDeadlines(event: DiplomaticEvent, path: Path): Problems {
  const terms = event.act === "agree" ? event.terms : [];
  return [
    ...(["effective", "on"] as const).flatMap((key) => checkNotBeforehand(event, key, path)),
    ...("deadline" in event ? checkNotPassed(event.deadline, event.at, [...path, "deadline"]) : []),
    ...terms.flatMap(({ before }, k) => checkNotPassed(before, event.at, [...path, "terms", k, "before"])),
  ];
}

/** What takes effect, or is held, before the act that says so. */
function checkNotBeforehand(event: DiplomaticEvent, key: "effective" | "on", path: Path): Problems {
  const written: unknown = Reflect.get(event, key);
  if (typeof written !== "string") return [];
  const [then, declared] = [parseWhen(written), parseSpan(event.at)];
  if (then === undefined || declared === undefined || then.end >= declared.start) return [];
  const what = key === "effective" ? "takes effect" : "is held";
  const message = `${event.id} ${what} on ${written}, before ${event.at}, when it is declared.`;
  return [warning("effect-before-declaration", [...path, key], message, `a date from ${event.at} on`)];
}

function checkNotPassed(deadline: string | undefined, at: string, path: Path): Problems {
  const [due, set] = [parseWhen(deadline ?? ""), parseSpan(at)];
  if (due === undefined || set === undefined || due.end >= set.start) return [];
  const message = `The deadline ${deadline} lies before ${at}, when it is set.`;
  return [warning("deadline-passed", path, message, `a date from ${at} on`)];
}
