/** Laws of standing measures: they hold the clock, are the parties' own, and nothing fades before its time. */
import { type Dossier, dossierOf, isHeld, record } from "../../dossier/index.ts";
import { type DiplomaticEvent, formatWhen, isHostile } from "../../events/index.ts";
import type { Step } from "../../history/index.ts";
import { type Dyad, type Situation, unmet } from "../../machine/index.ts";
import type { Account } from "../cases.ts";
import type { HistoryLaw, Listed } from "../law.ts";

/** A state that is neither of the parties, for acts aimed elsewhere. */
const ELSEWHERE = "ELSEWHERE";

export const measureLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "measures-are-those-of-the-dossier",
    sentence: "The chart says which parties have measures standing exactly as the dossier lists them.",
    basis: "Two views of one thing: what stands, and by whom.",
    breach: ({ history: { steps, situation, dossier, dyad } }) => {
      const sides = { a: "by-a", b: "by-b" } as const;
      const by = (["a", "b"] as const).filter((who) => dossier.measures.some((measure) => measure.by === dyad[who]));
      const listed = by.length === 2 ? "both" : by[0] === undefined ? "none" : sides[by[0]];
      return situation.measures === listed
        ? undefined
        : `after ${steps.at(-1)?.event.id} the chart says ${situation.measures} and the dossier ${listed}`;
    },
  },
  {
    name: "nothing-fades-while-something-holds",
    sentence: "No crisis fades while a war, an occupation, a blockade or persons held stand.",
    basis: "What is held is not quiet, however long nothing else happens.",
    breach: (account) => {
      const [step] = dossiers(account).flatMap(({ step, before }) =>
        step.event.act === "crisis-faded" && isHeld(before) ? [step] : [],
      );
      return step === undefined ? undefined : `${step.event.id} comes while something holds`;
    },
  },
  {
    name: "nothing-fades-before-its-time",
    sentence:
      "A crisis fades only when the quiet period has passed since the last hostile act and since it began, and never on the day on which it began.",
    basis: "The quiet is counted from where the present crisis began, not from what happened in an earlier one.",
    breach: ({ history: { steps, quiet, from, opening } }) => {
      let [since, open] = [from, isOpen(opening)];
      for (const { event, seen, minute, after } of steps) {
        if (event.act === "crisis-faded" && minute < since + quiet) {
          return `${event.id} comes ${minute - since} minutes after ${formatWhen(since, "minute")}`;
        }
        const opens = !open && isOpen(after);
        if (opens || (seen.by !== "other" && isHostile(event.act))) since = Math.max(since, minute);
        open = isOpen(after);
      }
      return undefined;
    },
  },
  {
    name: "what-is-aimed-elsewhere-moves-nothing",
    sentence: "What a party does to a third state moves nothing between the two.",
    basis: "An apology to somebody else is no overture, and a strike on somebody else no retaliation.",
    breach: ({ events, beginning, history: { dyad }, choice }, { fold }) => {
      const place = choice % Math.max(1, events.length);
      const own = events[place];
      if (own === undefined || !isOfOne(own, dyad) || own.act === "accept-mediation") return undefined;
      const elsewhere: DiplomaticEvent = { ...own, to: [ELSEWHERE] };
      const { steps } = fold([...events.slice(0, place), elsewhere], beginning);
      const step = steps.find(({ event }) => event.id === own.id);
      if (step === undefined) return `${own.id}, aimed elsewhere, is not in the history`;
      return step.after === step.before ? undefined : `${own.id}, aimed elsewhere, moved something`;
    },
  },
];

/** Every step with the dossier before it, recorded from the steps alone. */
function dossiers({ history: { steps, standing, dyad } }: Account): readonly { step: Step; before: Dossier }[] {
  let dossier: Dossier = dossierOf(standing);
  return steps.map((step) => {
    const before = dossier;
    const { event, verdict, minute } = step;
    dossier = record(before, { event, verdict, minute, dyad });
    return { step, before };
  });
}

function isOpen(situation: Situation): boolean {
  return unmet(situation, { type: "crisis-faded", by: "other" }).length === 0;
}

function isOfOne({ from: [one, another] }: DiplomaticEvent, { a, b }: Dyad): boolean {
  return another === undefined && (one === a || one === b);
}
