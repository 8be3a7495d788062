/** Deadlines: what must be done by a date that has passed already was mistyped, as a rule in its year. */
import { type DiplomaticEvent, parseSpan, parseWhen } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";

/** Deadlines before the event that sets them. */
export function deadlines({ events }: Parts): Problems {
  return events.flatMap(({ event, index }) => ofEvent(event, ["events", index]));
}

/** The deadlines of one event that lie before it. */
export function ofEvent(event: DiplomaticEvent, path: Path): Problems {
  const own = "deadline" in event && event.deadline !== undefined ? [[event.deadline, "deadline"] as const] : [];
  const terms = event.act === "agree" ? event.terms : [];
  return [
    ...(["effective", "on"] as const).flatMap((key) => beforehand(event, key, path)),
    ...own.flatMap(([deadline, key]) => passed(deadline, event.at, [...path, key])),
    ...terms.flatMap(({ before }, k) =>
      before === undefined ? [] : passed(before, event.at, [...path, "terms", k, "before"]),
    ),
  ];
}

/** What takes effect, or is held, before the act that says so. */
function beforehand(event: DiplomaticEvent, key: "effective" | "on", path: Path): Problems {
  const written: unknown = Reflect.get(event, key);
  if (typeof written !== "string") return [];
  const [then, declared] = [parseWhen(written), parseSpan(event.at)];
  if (then === undefined || declared === undefined || then.end >= declared.start) return [];
  const what = key === "effective" ? "takes effect" : "is held";
  const message = `${event.id} ${what} on ${written}, before ${event.at}, when it is declared.`;
  const expected = `a date from ${event.at} on`;
  return [{ code: "effect-before-declaration", severity: "warning", path: [...path, key], message, expected }];
}

function passed(deadline: string, at: string, path: Path): Problems {
  const [due, set] = [parseWhen(deadline), parseSpan(at)];
  if (due === undefined || set === undefined || due.end >= set.start) return [];
  return [
    {
      code: "deadline-passed",
      severity: "warning",
      path,
      message: `The deadline ${deadline} lies before ${at}, when it is set.`,
      expected: `a date from ${at} on`,
    },
  ];
}
