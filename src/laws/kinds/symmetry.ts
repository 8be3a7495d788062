/** Laws of symmetry: changes that must make no difference, or only that difference. */
import { claimsOf, type Dossier, type StandingMeasure } from "../../dossier/index.ts";
import {
  type ActId,
  type DiplomaticEvent,
  event,
  formatWhen,
  MINUTES_PER_DAY,
  relabelled,
  when,
} from "../../events/index.ts";
import type { History, Step } from "../../history/index.ts";
import { keyOf, PEACE, type Situation } from "../../machine/index.ts";
import type { Account } from "../cases.ts";
import { firstDifference } from "../compare.ts";
import type { HistoryLaw, Listed } from "../law.ts";
import { mirrorSituation, recode } from "../mirror.ts";
import type { System } from "../system.ts";

/** What neither party does: acts of others, none of which needs a field of its own. */
const OUTSIDE = [
  "appeal-restraint",
  "offer-mediation",
  "take-side",
  "non-state-attack",
  "claim-responsibility",
] as const satisfies readonly ActId[];

export const symmetryLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "mirror",
    sentence:
      "Swapping the parties everywhere in a record swaps them everywhere in the result, and changes nothing else.",
    basis: "The law is the same for both; which party a file names first decides nothing.",
    breach: (account, system) => {
      const { a, b } = account.history.dyad;
      const turn = (code: string): string => (code === a ? b : code === b ? a : code);
      const opening = mirrorSituation(account.beginning.opening ?? PEACE);
      const standing = renameStanding(account, turn);
      const there = refold(account, system, (one) => relabelled(one, turn), { opening, standing });
      return firstDifference(result(account.history, mirrorSituation, turn, true), result(there));
    },
  },
  {
    name: "relabelling",
    sentence: "Other codes for the actors give the same result with other codes.",
    basis: "A code is a name; no rule knows a country.",
    breach: (account, system) => {
      const { a, b } = account.history.dyad;
      const rename = (code: string): string => (code === "both" ? code : `${code}-renamed`);
      const dyad = { a: rename(a), b: rename(b) };
      const standing = renameStanding(account, rename);
      const states = account.history.states?.map(rename);
      const there = refold(account, system, (one) => relabelled(one, rename), { dyad, states, standing });
      return firstDifference(
        result(account.history, (situation) => situation, rename),
        result(there),
      );
    },
  },
  {
    name: "shifted-dates",
    sentence: "Shifting every date of a record by some days shifts every date of the result by as many.",
    basis: "No rule knows the calendar; only how much time lies between two things counts.",
    breach: (account, system) => {
      const days = 1 + (account.choice % 2000);
      const { beginning, until, history } = account;
      const shift = days * MINUTES_PER_DAY;
      const moved = { ...account, ...(until === undefined ? {} : { until: until + shift }) };
      const stood = new Map(history.steps.map(({ event, minute }) => [event.id, minute]));
      const change = (one: DiplomaticEvent) => shiftEvent(one, shift, stood.get(one.id));
      const there = refold(moved, system, change, { from: beginning.from + shift });
      const here = { ...withoutDates(history), dates: history.steps.map(({ minute }) => minute + shift) };
      const found = firstDifference(here, { ...withoutDates(there), dates: there.steps.map(({ minute }) => minute) });
      return found === undefined ? undefined : `shifted by ${days} days, ${found}`;
    },
  },
  {
    name: "outsiders-commute",
    sentence: "Events about unrelated actors on the same day commute: what others do may come before or after.",
    basis: "What neither party does moves nothing between them.",
    breach: (account, system) => {
      const { events, choice, history } = account;
      const place = choice % Math.max(1, events.length);
      const own = events[place];
      const act = OUTSIDE[choice % OUTSIDE.length];
      if (own === undefined || act === undefined) return undefined;
      const { a, b } = history.dyad;
      const outside = event({ id: "outsider", act, at: own.at, from: [OUTSIDER], to: [a, b] });
      const [before, after] = [place, place + 1].map((at) => events.toSpliced(at, 0, outside));
      const fold = (some: readonly DiplomaticEvent[] = []) => system.fold(some, account.beginning, account.until);
      const found = firstDifference(ignoringOrder(fold(before)), ignoringOrder(fold(after)));
      return found === undefined ? undefined : `with ${act} by others before and after ${own.id}, ${found}`;
    },
  },
];

/** A code that no file gives to an actor. */
const OUTSIDER = "OUTSIDER";

function refold(
  { events, beginning, until }: Account,
  { fold }: System,
  change: (event: DiplomaticEvent) => DiplomaticEvent,
  other: Partial<Account["beginning"]>,
): History {
  return fold(events.map(change), { ...beginning, ...other }, until);
}

/** What a history came to: situations, verdicts and dossier, seen from the other side and with other codes if wanted. */
function result(
  { steps, situation, dossier, now }: History,
  turn: (situation: Situation) => Situation = (one) => one,
  rename: (code: string) => string = (code) => code,
  isOpposed = false,
): unknown {
  const { aToB, bToA } = dossier.scores;
  const scores = isOpposed ? { aToB: bToA, bToA: aToB } : { aToB, bToA };
  return {
    now,
    situation: keyOf(turn(situation)),
    steps: steps.map(({ event: { id }, verdict, minute, after }) => [id, verdict, minute, keyOf(turn(after))]),
    dossier: sortSets(recode({ ...dossier, scores }, rename)),
  };
}

function renameStanding(
  { beginning: { standing = [] } }: Account,
  rename: (code: string) => string,
): readonly StandingMeasure[] {
  return standing.map((one) => ({ ...one, by: rename(one.by) }));
}

/** Who has done its part, and what both began at once, are sets, written as lists in the order of the parties. */
function sortSets(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item) => {
      if (key === "doneBy") return [...item].sort();
      return key === "measures" ? item.map((one: StandingMeasure) => JSON.stringify(one)).sort() : item;
    }),
  );
}

function withoutDates({ steps, situation, dossier }: History): object {
  const { open, suspended, lapsed, ended } = dossier.commitments;
  const undated = (id: string | undefined) => id?.replace(/-\d{4}-\d\d-\d\d$/, "");
  const spans = ({ aToB, bToA }: Dossier["scores"]) => [aToB, bToA].map(({ asOf: _, ...score }) => score);
  return {
    situation,
    steps: steps.map(({ event, verdict, after }: Step) => [event.act, verdict, keyOf(after)]),
    commitments: [...open, ...suspended, ...lapsed, ...ended].map(({ before: _, endedBy, ...commitment }) => ({
      ...commitment,
      endedBy: undated(endedBy),
    })),
    measures: dossier.measures.map(({ since: _, until: _until, ...measure }) => measure),
    deadlines: dossier.deadlines.map(({ at: _, ...deadline }) => deadline),
    truces: dossier.truces,
    claims: claimsOf(dossier),
    contacts: dossier.contacts,
    scores: spans(dossier.scores),
  };
}

/**
 * An event some minutes later, with every date that it names. A month that is shifted by days is no month: such a
 * date becomes the day on which the event stood.
 */
function shiftEvent(own: DiplomaticEvent, shift: number, stood?: number): DiplomaticEvent {
  const point = (at: string): string => {
    const { start, precision } = when(at);
    if (precision === "minute") return formatWhen(start + shift, "minute");
    return formatWhen((precision === "day" || at !== own.at ? start : (stood ?? start)) + shift);
  };
  const moved = (at: string): string => {
    const { lasts, end } = when(at);
    // The last minute of what lasts says what its last day is, however it was written.
    return lasts === true ? `${point(at.slice(0, at.indexOf("/")))}/${formatWhen(end + shift, "minute")}` : point(at);
  };
  const shifted = { ...own, at: moved(own.at) };
  if ("terms" in shifted && shifted.terms !== undefined) {
    const terms = shifted.terms.map((term) =>
      term.before === undefined ? term : { ...term, before: moved(term.before) },
    );
    return { ...shifted, terms };
  }
  return "deadline" in shifted && shifted.deadline !== undefined
    ? { ...shifted, deadline: moved(shifted.deadline) }
    : shifted;
}

/** What came of a history, whatever the order of what others did. */
function ignoringOrder({ steps, situation, dossier, now }: History): unknown {
  return {
    now,
    situation,
    verdicts: Object.fromEntries(steps.map(({ event: { id }, verdict, minute }) => [id, `${verdict} ${minute}`])),
    commitments: dossier.commitments,
    measures: dossier.measures,
    contacts: dossier.contacts,
    scores: dossier.scores,
    claims: claimsOf(dossier)
      .map((claim) => JSON.stringify(claim))
      .toSorted(),
  };
}
