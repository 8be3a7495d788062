/** Laws of folding: a history follows from its events and from nothing else, wherever it is cut. */
import { type DiplomaticEvent, when } from "../../events/index.ts";
import { begin, type History } from "../../history/index.ts";
import { keyOf, symbolIndex } from "../../machine/index.ts";
import type { Account } from "../cases.ts";
import { firstDifference, plain } from "../compare.ts";
import type { HistoryLaw, Listed } from "../law.ts";
import type { System } from "../system.ts";

export const foldingLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "judged-by-the-chart",
    sentence:
      "Each event is judged as the chart judges it where the last one left it, and nothing else moves the chart.",
    basis: "There is one semantics: a history is its events folded over the chart.",
    breach: ({ history: { steps, opening } }, { table }) => {
      let situation = opening;
      for (const { event, seen, before, after, verdict } of steps) {
        const [id, symbol] = [table.idOf(before), symbolIndex(seen)];
        if (keyOf(before) !== keyOf(situation)) return `${event.id} does not begin where the event before it ended`;
        if (verdict !== table.verdict(id, symbol)) return `${event.id} is ${verdict}, the chart says otherwise`;
        if (keyOf(after) !== keyOf(table.situationOf(table.next(id, symbol)))) return `${event.id} leads elsewhere`;
        situation = after;
      }
      return undefined;
    },
  },
  {
    name: "every-event-once",
    sentence: "A history holds every event of the record once and in its order; only the clock adds events.",
    basis: "A fact is never refused, lost or invented.",
    breach: ({ events, history }) =>
      firstDifference(
        history.steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event.id])),
        events.map(({ id }) => id),
        "the list of events",
      ),
  },
  {
    name: "time-never-falls",
    sentence: "Time never falls from one step to the next, and no event comes before its date.",
    basis: "An event's cause may be its effect only in a record that is in order.",
    breach: ({ history: { steps } }) => {
      const back = steps.find(
        ({ minute, event }, k) => minute < Math.max(steps[k - 1]?.minute ?? minute, when(event.at).start),
      );
      return back === undefined ? undefined : `${back.event.id} comes before its date or before the step before it`;
    },
  },
  {
    name: "fold-in-parts",
    sentence: "Folding a history in two parts is folding the whole: fold(a ++ b) = fold(fold(a), b).",
    basis: "What branches share need not be folded again, and a journal can go on where it stopped.",
    breach: (account, system) => {
      const [some, rest] = splitEvents(account);
      const half = system.extend(begin(account.beginning), some);
      return compareWith(
        account,
        finish(system.extend(half, rest), account, system),
        `cut after ${some.length} events`,
      );
    },
  },
  {
    name: "fold-is-repeatable",
    sentence: "Folding the same events twice gives the same bytes.",
    basis: "Nothing reads a clock, a random number or what was folded before.",
    breach: (account, system) => {
      const again = system.fold(account.events, account.beginning, account.until);
      if (JSON.stringify(again) === JSON.stringify(account.history)) return undefined;
      return firstDifference(plain(account.history), plain(again)) ?? "the same parts stand in another order";
    },
  },
  {
    name: "snapshot-changes-nothing",
    sentence: "A history that is saved, read again and continued is what it would have been.",
    basis: "A history is plain data: everything that decides what comes next stands in it.",
    breach: (account, system) => {
      const [some, rest] = splitEvents(account);
      const snapshot: History = JSON.parse(JSON.stringify(system.extend(begin(account.beginning), some)));
      const continued = finish(system.extend(snapshot, rest), account, system);
      return compareWith(account, continued, `written down after ${some.length} events`);
    },
  },
  {
    name: "clock-in-steps",
    sentence: "Letting the clock run on in two steps is letting it run at once.",
    basis: "Deadlines and the quiet period fall due by their own dates, whether or not they are looked at in between.",
    breach: (account, system) => {
      const { until, events, beginning, choice } = account;
      if (until === undefined) return undefined;
      const unadvanced = system.extend(begin(beginning), events);
      const between = unadvanced.now + Math.floor((Math.max(0, until - unadvanced.now) * (choice % 100)) / 100);
      const stepped = system.advance(system.advance(unadvanced, between), until);
      return compareWith(account, stepped, `looked at ${between - unadvanced.now} minutes after the last event`);
    },
  },
];

function splitEvents({ events, choice }: Account): readonly [readonly DiplomaticEvent[], readonly DiplomaticEvent[]] {
  const at = choice % (events.length + 1);
  return [events.slice(0, at), events.slice(at)];
}

function finish(history: History, { until }: Account, { advance }: System): History {
  return until === undefined ? history : advance(history, until);
}

function compareWith({ history }: Account, other: History, how: string): string | undefined {
  const found = firstDifference(plain(history), plain(other));
  return found === undefined ? undefined : `${how}: ${found}`;
}
