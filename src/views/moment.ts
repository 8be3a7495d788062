/** One moment, whole: the situation, what the dossier holds, what is waiting, and the last thing that happened. */
import { type ClockEntry, pendingOf } from "../history/index.ts";
import { type Block, type Line, line, span, wrap } from "../render/index.ts";
import { endingBlock, section } from "./ending.ts";
import { titleBlock } from "./replay.ts";
import { momentText, standText, type Telling } from "./telling.ts";
import { columnsFor, stepBlock } from "./timeline.ts";

/** A moment. The history must end there: what is waiting is read from its clock. */
export function momentBlock(telling: Telling, columns: number): Block {
  const last = telling.history.steps.at(-1);
  return [
    ...titleBlock(telling, columns),
    ...endingBlock(telling, columns, `As it stood at ${standText(telling.until)}`),
    ...section(
      "Waiting",
      waitingLines(telling).flatMap((one) => wrap(one, columns - 2, 12)),
    ),
    ...section(
      "The last thing that had happened",
      last === undefined ? [line("nothing yet")] : stepBlock(telling, last, columnsFor([last], columns - 2)),
    ),
  ];
}

/** What will happen by itself unless an event comes first. */
function waitingLines({ history }: Pick<Telling, "history">): Block {
  return pendingOf(history).map(waitingLine);
}

function waitingLine({ due, kind, commitment }: ClockEntry): Line {
  const day = span(momentText(due), "faint");
  if (kind === "faded") return line(day, "  the crisis fades, unless there is a hostile act before");
  const owed = commitment === undefined ? "" : `${commitment.act} owed by ${commitment.by} (${commitment.id})`;
  return line(day, kind === "lapsed" ? `  lapses unless it is done before: ${owed}` : `  kept: ${owed}`);
}
