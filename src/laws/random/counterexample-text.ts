/** Counterexamples as people read them: a line for each thing that happened, with its date, who did it and what came of it. */
import { type DiplomaticEvent, formatWhen } from "../../events/index.ts";
import { editText, eventsOf } from "../../history/index.ts";
import type { Account, Made, Simulated } from "../cases.ts";
import { actWords, changeWords, PARTIES, whoWords } from "../words.ts";
import type { Walk } from "./walk.ts";

export function walkLines({ steps }: Walk): readonly string[] {
  return steps.map(({ at, event, verdict, before, after }) => {
    const came = verdict === "applied" ? `: ${changeWords(before, after, PARTIES)}` : "";
    return `${at}  ${whoWords(event, PARTIES)}  ${actWords(event)}  ${verdict}${came}`;
  });
}

/** A history, a line for each step; and the events that it does not hold. */
export function accountLines({ history: { steps, dyad }, events, choice }: Account): readonly string[] {
  const lines = steps.map(({ event, verdict, before, after }) => {
    const came = verdict === "applied" ? `: ${changeWords(before, after, dyad)}` : "";
    return `${eventText(event)}  ${verdict}${came}`;
  });
  const ids = new Set(steps.map(({ event }) => event.id));
  const lost = events.filter(({ id }) => !ids.has(id)).map((event) => `${eventText(event)}  is not in the history`);
  return [...lines, ...lost, `what the law chose: ${choice}`];
}

export function madeLines({ parent, edits, then, choice }: Made): readonly string[] {
  return [
    ...eventsOf(parent).map((event) => eventText(event)),
    ...edits.map((edit) => ("event" in edit ? `${editText(edit)}: ${eventText(edit.event)}` : editText(edit))),
    `then: ${then}, what the law chose: ${choice}`,
  ];
}

export function simulatedLines({ setup, seed, run, choice }: Simulated): readonly string[] {
  const doctrines = Object.entries(setup.doctrines).map(
    ([code, doctrine]) => `${code} acts by ${JSON.stringify(doctrine)}`,
  );
  return [
    ...setup.history.steps.map(({ event }) => eventText(event)),
    ...setup.scheduled.map((event) => `${eventText(event)}  scheduled`),
    ...doctrines,
    `from ${formatWhen(setup.history.now, "minute")} to ${formatWhen(setup.horizon, "minute")}, seed ${seed}, run ${run}, what the law chose: ${choice}`,
  ];
}

function eventText({ id, at, from, act, because, claims }: DiplomaticEvent): string {
  const causes = because.length === 0 ? "" : ` because of ${because.join(", ")}`;
  const claimText = claims
    .map(({ by, about, says, killed }) => `, ${by} claims ${about} ${says ?? killed ?? ""}`)
    .join("");
  return `${at}  ${from.length === 0 ? "the clock" : from.join(" + ")}  ${act}  (${id}${causes}${claimText})`;
}
