/** One moment, whole: the situation, what the dossier holds, what is waiting, and the last thing that happened. */
import { type ClockEntry, pendingOf } from "../history/index.ts";
import { type Block, type Line, line, section, span, terminal, wrap } from "../render/index.ts";
import { endingParts } from "./dossier.ts";
import { titleBlock } from "./replay.ts";
import { momentText, standText, type Telling, waitingText } from "./telling.ts";
import { columnsFor, stepBlock } from "./timeline.ts";

/** A moment. The history must end there: what is waiting is read from its clock. */
export function momentBlock(telling: Telling, columns: number): Block {
  const last = telling.history.steps.at(-1);
  return [
    ...titleBlock(telling, columns),
    ...terminal(endingParts(telling, `As it stood at ${standText(telling.until)}`), columns),
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

function waitingLine(entry: ClockEntry): Line {
  return line(span(momentText(entry.due), "faint"), `  ${waitingText(entry)}`);
}
