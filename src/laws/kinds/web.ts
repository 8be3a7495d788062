/** Laws of webs: relations that are followed together are what they are alone, by one clock, and no event is lost. */
import { type History, type Relation, touches } from "../../history/index.ts";
import type { Account } from "../cases.ts";
import { firstDifference, plain } from "../compare.ts";
import type { HistoryLaw, Listed } from "../law.ts";
import type { System } from "../system.ts";

/** The laws of webs. They follow a history together with relations of its third states. */
export const webLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "alone-among-others",
    sentence: "A relation that is followed with others is what it is alone, over the events that touch it.",
    basis: "Missions, consent and severance are between two: nothing spreads from one relation to another by itself.",
    breach: (account, system) =>
      firstFound(foldRelations(account, system), ({ relation, history }) => {
        const { dyad } = relation;
        const own = account.events.filter((event) => touches(event, relation));
        const alone = system.advance(system.fold(own, beginningOf(account, dyad)), history.now);
        const found = firstDifference(historyData(history), historyData(alone));
        return found === undefined ? undefined : `between ${dyad.a} and ${dyad.b}, together and alone: ${found}`;
      }),
  },
  {
    name: "no-event-falls-between",
    sentence: "Whichever relations are followed together, each event is told in at least one of them.",
    basis: "A fact is never refused, lost or invented; what concerns no relation that is followed is told in all.",
    breach: (account, system) => {
      const ids = new Set(
        foldRelations(account, system).flatMap(({ history }) => history.steps.map(({ event }) => event.id)),
      );
      return firstFound(account.events, ({ id }) =>
        ids.has(id) ? undefined : `${id} is told in none of the relations`,
      );
    },
  },
  {
    name: "one-clock-for-all",
    sentence: "An event has the same minute in every relation that tells it.",
    basis: "Relations that are followed together share one list of events and one clock.",
    breach: (account, system) => {
      const minutes = new Map<string, number>();
      return firstFound(foldRelations(account, system), ({ history }) =>
        firstFound(history.steps, ({ event: { id, source }, minute }) => {
          const firstMinute = minutes.get(id) ?? minute;
          minutes.set(id, firstMinute);
          return source === "clock" ? undefined : firstDifference(firstMinute, minute, `the minute of ${id}`);
        }),
      );
    },
  },
];

/** The maximum number of third states that get a relation: each means one more fold. */
const MAX_THIRD_STATES = 2;

/** The history among others: its own relation, and one for some of the third states, each with the one before it. */
function foldRelations(
  account: Account,
  { fold }: System,
): readonly { readonly relation: Relation; readonly history: History }[] {
  const { events, beginning, until, choice } = account;
  const { a, b } = beginning.dyad;
  const third = [...new Set(events.flatMap(({ from, to }) => [...from, ...to]))].filter(
    (one) => one !== a && one !== b,
  );
  const chosen = third.slice(0, 1 + (choice % MAX_THIRD_STATES));
  const states = [a, b, ...chosen];
  const dyads = [beginning.dyad, ...chosen.map((code, k) => ({ a: chosen[k - 1] ?? b, b: code }))];
  return dyads.map((dyad) => ({
    relation: { dyad, states },
    history: fold(events, { ...beginningOf(account, dyad), states }, until),
  }));
}

/** Where a relation begins: the history's own where the history begins, others in full normal relations. */
function beginningOf({ beginning }: Account, dyad: Relation["dyad"]): Account["beginning"] {
  const { states: _, ...own } = beginning;
  return dyad === beginning.dyad
    ? own
    : { dyad, from: own.from, ...(own.quiet === undefined ? {} : { quiet: own.quiet }) };
}

function historyData({ steps, situation, dossier, quietSince }: History): unknown {
  return plain({ steps, situation, dossier, quietSince });
}

function firstFound<T>(list: readonly T[], found: (one: T) => string | undefined): string | undefined {
  for (const one of list) {
    const what = found(one);
    if (what !== undefined) return what;
  }
  return undefined;
}
