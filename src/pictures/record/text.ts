/** The record in plain text: everything that its picture shows, line by line. */

import type { ReplayView } from "../../views/index.ts";
import { dateText } from "../dates.ts";
import { nameIn } from "../names.ts";
import type { Words } from "../words/index.ts";
import type { Mark } from "./marks.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

/** A line for each event and for each turn of the course. */
export function recordText(telling: ReplayView, marks: readonly Mark[], title: string, say: Words): string {
  const mentions = new Map(marks.map((mark) => [mark.id, `${mark.whole} (${dateText(mark.minute, say)})`]));
  const events = marks.map((mark) => {
    const causes = mark.because.flatMap((id) => mentions.get(id) ?? []);
    const more = [say[mark.verdict], ...(mark.disputed ? [say.disputed] : [])].join("; ");
    const because = causes.length === 0 ? "" : `; ${say.cameOf} ${causes.join(", ")}`;
    return `${dateText(mark.minute, say, { weekday: true, year: true })}  ${mark.whole} [${more}${because}]`;
  });
  return [title, "", ...bandText(telling, say), "", ...(events.length === 0 ? [say.nothing] : events)].join("\n");
}

/** A line for each stretch of the course. */
export function bandText(telling: ReplayView, say: Words): readonly string[] {
  return stretchesOf(telling).map(
    (stretch) => `${dateText(stretch.from, say, { year: true })}  ${standingText(telling, stretch, say)}`,
  );
}

function standingText(telling: ReplayView, { course, severed, measuresA, measuresB }: Stretch, say: Words): string {
  const { a, b } = telling.scenario.dyad;
  return [
    say.courses[course],
    ...(severed && course !== "severed" ? [say.severed] : []),
    ...(measuresA ? [say.measuresOf(nameIn(telling, a))] : []),
    ...(measuresB ? [say.measuresOf(nameIn(telling, b))] : []),
  ].join("; ");
}
