/** Order: ids are unique, causes come before effects, dates rise and lie in the window. */
import { latestStart, parseSpan, type When } from "../../events/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { dateEvent, findStrayed, type StrayedEvent } from "./date-order.ts";
import { earlierIds, type Parts } from "./parts.ts";
import { problem, unknownName, warning } from "./problem.ts";
import { checkInWindow, windowOf } from "./window.ts";

export function checkOrder(parts: Parts): Problems {
  return [...checkIds(parts), ...checkCauses(parts), ...checkPlaced(parts), ...checkDates(parts)];
}

/** What is wrong with the window itself: then dates outside it are not reported. */
export function windowProblems({ window, events, expect }: Parts): Problems {
  const span = windowOf(window);
  if (span === undefined) return [];
  if (span.from.start <= span.to.end) {
    const dates = events.map(({ event }) => event.at);
    const found = checkAllOutside(dates, window);
    const all = [...dates, ...(expect ?? []).flatMap(({ at }) => at ?? [])];
    return found.length > 0 ? found : [...checkSide("from", all, span), ...checkSide("to", all, span)];
  }
  const expected = `a date from ${span.from.text} on`;
  return [problem("empty-window", ["window", "to"], "The window ends before it begins.", expected)];
}

/** If most dates lie outside the window, the window is wrong and not each date. */
function checkAllOutside(dates: readonly string[], window: Parts["window"]): Problems {
  const outside = dates.filter((at) => checkInWindow(at, [], window).length > 0);
  if (outside.length < 3 || outside.length * 2 <= dates.length) return [];
  const moments = dates.flatMap((at) => parseSpan(at) ?? []).toSorted((one, other) => one.start - other.start);
  const [first, last] = [moments[0]?.text, moments.at(-1)?.text];
  const message = `${outside.length} of ${dates.length} events lie outside the window.`;
  const expected = `from ${first} or earlier to ${last} or later`;
  return [problem("outside-window", ["window"], message, expected, { atKey: true })];
}

/** Maximum number of dates on one side of a window that are reported one by one: with more, the window itself is wrong. */
const MAX_SINGLE = 2;

function checkSide(
  side: "from" | "to",
  dates: readonly string[],
  { from, to }: { readonly from: When; readonly to: When },
): Problems {
  const moments = dates.flatMap((at) => parseSpan(at) ?? []).toSorted((one, other) => one.start - other.start);
  const isBeyond =
    side === "from"
      ? ({ text }: When): boolean => latestStart(text) < from.start
      : ({ start }: When): boolean => start > to.end;
  const outside = moments.filter(isBeyond);
  if (outside.length <= MAX_SINGLE) return [];
  const [where, text] = side === "from" ? ["before", outside[0]?.text] : ["after", outside.at(-1)?.text];
  const message = `${outside.length} of ${dates.length} dates lie ${where} the window.`;
  const expected = `${text} or ${side === "from" ? "earlier" : "later"}`;
  return [problem("outside-window", ["window", side], message, expected)];
}

function checkIds({ ids, context }: Parts): Problems {
  const holders = new Map<string, string>();
  const taken = (id: string, path: Path, what: string): Problems => {
    const holder = holders.get(id);
    holders.set(id, what);
    if (holder === undefined) return [];
    return [problem("duplicate-id", path, `The id ${id} is taken by ${holder}.`, "an id of its own")];
  };
  const background = (context ?? []).flatMap(({ id }, k) => taken(id, ["context", k, "id"], "an entry of context"));
  const events = ids.flatMap((id, index): Problems => {
    if (id === undefined) return [];
    const path = ["events", index, "id"];
    if (!id.startsWith("clock-")) return taken(id, path, "an earlier event");
    return [refuseClockId(id, path)];
  });
  return [...background, ...events];
}

export function refuseClockId(id: string, path: Path): UnplacedProblem {
  return problem("reserved-id", path, `${id} begins with clock-, as the ids of the clock's events do.`);
}

/** Where an event says that it stands after one and before another, it does. */
function checkPlaced(parts: Parts): Problems {
  const { events, ids } = parts;
  const known = new Set(ids.filter((id) => id !== undefined));
  const background = earlierIds(parts);
  return events.flatMap(({ event, index }) =>
    (["after", "before"] as const).flatMap((key): Problems => {
      const id = event[key];
      if (id === undefined) return [];
      const path = ["events", index, key];
      const place = ids.indexOf(id);
      if (place < 0 && background.has(id)) return [];
      if (place < 0) return [unknownName("unknown-event", path, id, "no event of this scenario", known)];
      if (key === "after" ? place < index : place > index) return [];
      const message = `${event.id} is said to come ${key} ${id}, and stands ${key === "after" ? "above" : "below"} it.`;
      return [problem("out-of-order", path, message, `the event ${key === "after" ? "below" : "above"} it`)];
    }),
  );
}

function checkCauses(parts: Parts): Problems {
  const { events, ids } = parts;
  // Of an id that stands twice the first counts.
  const places = new Map(ids.map((id, index) => [id, index] as const).toReversed());
  const known = new Set(ids.filter((id) => id !== undefined));
  const background = earlierIds(parts);
  const circles = circleFinder(new Map(events.map(({ event }) => [event.id, event.because])));
  return events.flatMap(({ event, index }) =>
    event.because.flatMap((id, k): Problems => {
      const path = ["events", index, "because", k];
      const place = places.get(id);
      if (place === undefined) {
        return background.has(id) ? [] : [unknownName("unknown-event", path, id, "no event of this scenario", known)];
      }
      return place < index ? [] : [tooEarly(event.id, id, path, circles(event.id, id))];
    }),
  );
}

function tooEarly(id: string, cause: string, path: Path, circle?: readonly string[]): UnplacedProblem {
  const [code, message] =
    circle === undefined
      ? (["effect-before-cause", `${id} names ${cause} as its cause, which comes later.`] as const)
      : (["circle", `Events cause each other in a circle: ${circle.join(" because of ")}.`] as const);
  return problem(code, path, message, "an earlier event");
}

function checkDates({ events, window, expect, context }: Parts): Problems {
  const moments = events.flatMap(({ event: { at }, index }) => {
    const moment = parseSpan(at);
    return moment === undefined ? [] : [dateEvent(moment, index)];
  });
  const ids = new Map(events.map(({ event, index }) => [index, event.id]));
  const outside = moments.flatMap(({ moment, index }) => checkInWindow(moment.text, ["events", index, "at"], window));
  const reported = new Set(outside.map(({ path }) => path[1]));
  const ordered = findStrayed(moments).filter(({ one }) => !reported.has(one.index));
  return [
    ...outside,
    ...ordered.map((found) => outOfOrder(found, ids)),
    ...(expect ?? []).flatMap(({ at }, k) => (at === undefined ? [] : checkInWindow(at, ["expect", k, "at"], window))),
    ...(context ?? []).flatMap(({ at }, k) => checkBackground(at, ["context", k, "at"], window)),
  ];
}

function outOfOrder({ one, above, below }: StrayedEvent, ids: ReadonlyMap<number, string>): UnplacedProblem {
  const path = ["events", one.index, "at"];
  const { text } = one.moment;
  if (above !== undefined && one.latest < above.moment.start) {
    const message = `${text} comes before ${above.moment.text}, the date of an event above it.`;
    return problem("out-of-order", path, message, `${above.moment.text} or later, or the event further up`);
  }
  const next = below === undefined ? "" : ` ${ids.get(below.index)} (${below.moment.text})`;
  const message = `${ids.get(one.index)} is dated ${text} and stands above${next}, which comes before it.`;
  const [from, to] = [above?.moment.text, below?.moment.text];
  const range = from === undefined ? `${to} or earlier` : `a date from ${from} to ${to}`;
  return problem("out-of-order", path, message, `${range}, or the event further down`);
}

/** Background must come before the window. */
function checkBackground(at: string, path: Path, window: Parts["window"]): Problems {
  const [span, moment] = [windowOf(window), parseSpan(at)];
  if (span === undefined || moment === undefined) return [];
  if (moment.start >= span.from.start && moment.start <= span.to.end) {
    const message = `${at} lies within the window, and context is what went before.`;
    return [warning("inside-window", path, message, `a date before ${span.from.text}, or an event`)];
  }
  if (moment.start <= span.to.end) return [];
  const message = `${at} lies after the window, and context is what went before.`;
  return [problem("outside-window", path, message, `a date before ${span.to.text}`)];
}

/** Maximum number of causes followed to find all circles of a file; a file with more has other troubles. */
const MAX_CAUSES = 100_000;

/**
 * A search for circles through an event and one of its causes.
 *
 * @param because the causes of every event
 * @returns from an event and its cause: the ids around the circle, the event first and last; undefined without one
 */
function circleFinder(
  because: ReadonlyMap<string, readonly string[]>,
): (effect: string, cause: string) => readonly string[] | undefined {
  let left = MAX_CAUSES;
  return (effect, cause) => {
    const effectOf = new Map([[cause, effect]]);
    for (const id of effectOf.keys()) {
      if (id === effect || left <= 0) break;
      for (const one of because.get(id) ?? []) if (!effectOf.has(one)) effectOf.set(one, id);
      left -= 1;
    }
    return effectOf.has(effect) ? around(effect, effectOf) : undefined;
  };
}

function around(start: string, effectOf: ReadonlyMap<string, string>): readonly string[] {
  const way = [start];
  for (let id = effectOf.get(start); id !== undefined && id !== start; id = effectOf.get(id)) way.unshift(id);
  return [start, ...way];
}
