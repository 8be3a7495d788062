/** Order: ids are unique, causes come before effects, dates rise and lie in the window. */
import { formatWhen, parseWhen, type When } from "../../events/index.ts";
import type { Problem } from "../diagnostic.ts";
import { listOf } from "../translate.ts";
import { itemPath, unknown } from "./problem.ts";
import type { Parts } from "./raw.ts";

/** Everything about ids, causes and dates that can't be so. */
export function order(parts: Parts): readonly Problem[] {
  return [...windowProblems(parts), ...identity(parts), ...causes(parts), ...dates(parts)];
}

function windowProblems({ window }: Parts): readonly Problem[] {
  const span = windowOf(window);
  if (span === undefined || span.from.start <= span.to.end) return [];
  return [
    {
      code: "empty-window",
      path: ["window", "to"],
      message: "The window ends before it begins.",
      expected: `a date from ${span.from.text} on`,
    },
  ];
}

function identity({ ids, context }: Parts): readonly Problem[] {
  const seen = new Set<string>((context ?? []).map(({ id }) => id));
  return ids.flatMap((id, index): readonly Problem[] => {
    if (id === undefined) return [];
    const path = ["events", index, "id"];
    if (id.startsWith("clock-"))
      return [{ code: "reserved-id", path, message: `${id} begins with clock-, as the ids of the clock's events do.` }];
    const twice = seen.has(id);
    seen.add(id);
    return twice
      ? [
          {
            code: "duplicate-id",
            path,
            message: `The id ${id} is taken by an earlier event.`,
            expected: "an id of its own",
          },
        ]
      : [];
  });
}

function causes({ events, ids, context }: Parts): readonly Problem[] {
  const places = new Map<string, number>();
  ids.forEach((id, index) => {
    if (id !== undefined && !places.has(id)) places.set(id, index);
  });
  const known = [...places.keys()];
  const background = new Set((context ?? []).map(({ id }) => id));
  const because = new Map(events.map(({ event }) => [event.id, listOf(event.because)]));
  return events.flatMap(({ event, index }) =>
    listOf(event.because).flatMap((id, k): readonly Problem[] => {
      const path = itemPath(["events", index, "because"], event.because, k);
      const place = places.get(id);
      if (place === undefined)
        return background.has(id) ? [] : [unknown("unknown-event", path, id, "no event of this scenario", known)];
      if (place < index) return [];
      const circle = place === index ? [event.id, event.id] : circleThrough(event.id, id, because);
      return circle === undefined
        ? [
            {
              code: "effect-before-cause",
              path,
              message: `${event.id} names ${id} as its cause, which comes later.`,
              expected: "an earlier event",
            },
          ]
        : [
            {
              code: "circle",
              path,
              message: `Events cause each other in a circle: ${circle.join(" because of ")}.`,
              expected: "an earlier event",
            },
          ];
    }),
  );
}

/** The way from `to` back to `from` along causes, if there is one; searched breadth first. */
function circleThrough(
  from: string,
  to: string,
  because: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const cameFrom = new Map<string, string>([[to, from]]);
  const queue = [to];
  for (let id = queue.shift(); id !== undefined && cameFrom.size < 1000; id = queue.shift()) {
    if (id === from) break;
    for (const cause of because.get(id) ?? []) {
      if (cameFrom.has(cause)) continue;
      cameFrom.set(cause, id);
      queue.push(cause);
    }
  }
  if (!cameFrom.has(from)) return undefined;
  const way = [from];
  for (let id = cameFrom.get(from); id !== undefined && id !== from; id = cameFrom.get(id)) way.unshift(id);
  return [from, ...way];
}

function dates({ events, window, expect }: Parts): readonly Problem[] {
  const span = windowOf(window);
  const outside = (at: string, path: readonly PropertyKey[]): readonly Problem[] => {
    const moment = parseWhen(at);
    if (span === undefined || moment === undefined || (moment.end >= span.from.start && moment.start <= span.to.end))
      return [];
    return [
      {
        code: "outside-window",
        path,
        message: `${at} lies outside the window.`,
        expected: `a date from ${span.from.text} to ${span.to.text}`,
      },
    ];
  };
  let latest: When | undefined;
  const ordered = events.flatMap(({ event: { at }, index }): readonly Problem[] => {
    const moment = parseWhen(at);
    const path = ["events", index, "at"];
    const before = latest;
    if (moment === undefined) return [];
    if (latest === undefined || moment.start > latest.start) latest = moment;
    if (before !== undefined && moment.end < before.start) {
      return [
        {
          code: "out-of-order",
          path,
          message: `${at} comes before ${before.text}, the date of an event above it.`,
          expected: `${formatWhen(before.start)} or later, or the event further up`,
        },
      ];
    }
    return outside(at, path);
  });
  return [...ordered, ...(expect ?? []).flatMap(({ at }, k) => outside(at, ["expect", k, "at"]))];
}

function windowOf(window: Parts["window"]): { from: When; to: When } | undefined {
  const from = parseWhen(window?.from ?? "");
  const to = parseWhen(window?.to ?? "");
  return from === undefined || to === undefined ? undefined : { from, to };
}
