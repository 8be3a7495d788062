/** Laws of futures: doctrines act validly, and chance is keyed, so that a future depends on seed and input alone. */
import { formatWhen } from "../../events/index.ts";
import { compile, type Future, type Log, type Model, type Setup, written } from "../../futures/index.ts";
import { keyOf, sharedTable, symbolIndex } from "../../machine/index.ts";
import type { Simulated } from "../cases.ts";
import { firstDifference } from "../compare.ts";
import type { FutureLaw, HistoryLaw, Listed } from "../law.ts";
import type { System } from "../system.ts";

/** The maximum number of events simulated where a future is written out and folded again. */
const MAX_EVENTS = 150;

export const futureLaws: readonly Listed<FutureLaw>[] = [
  {
    name: "doctrines-act-validly",
    sentence: "Every event that a simulation produces is valid; only facts that were scheduled may not be.",
    basis: "Doctrines propose moves, and a move that is void is refused.",
    breach: (simulated, system) => {
      const { history } = simulate(simulated, system);
      const { scheduled, history: before } = simulated.setup;
      const broken = history.steps
        .slice(before.steps.length)
        .find(({ event, verdict }) => verdict === "void" && !scheduled.includes(event));
      return broken === undefined ? undefined : `${broken.event.id} is void: ${broken.reasons[0]?.sentence ?? ""}`;
    },
  },
  {
    name: "futures-replay",
    sentence: "A future that is written out replays event by event, to the minute, to the same situation.",
    basis: "What is simulated on numbers must be a history like any other.",
    breach: (simulated, system) => {
      const { history, future, log } = simulate(simulated, system);
      const before = simulated.setup.history.steps.length;
      const made = history.steps.slice(before, before + future.events);
      const events = made.map(({ seen, minute }) => [symbolIndex(seen), minute]);
      const found = firstDifference(
        events,
        logRows(log, future).map(([symbol, minute]) => [symbol, minute]),
        "the event",
      );
      if (found !== undefined || future.bounded) return found;
      const end = keyOf(sharedTable.situationOf(future.situation));
      return (
        firstDifference(history.steps.length - before, future.events, "the number of events") ??
        firstDifference(keyOf(history.situation), end, "the situation at its end")
      );
    },
  },
  {
    name: "seed-and-input-alone",
    sentence: "A future is a function of seed and input alone, whatever ran before it.",
    basis: "Chance is keyed, never streamed: every draw follows from the seed, the run, the actor and the occasion.",
    breach: ({ setup, seed, run, choice }, { createSimulator }) => {
      const model = compile(setup);
      const [fresh, used] = [createSimulator(model, seed), createSimulator(model, seed)];
      const alone = mainRelation(fresh.run(run));
      const first = logRows(fresh.log, alone);
      for (let other = 0; other < choice % 5; other++) used.run(run + other * 7 + 1);
      const after = mainRelation(used.run(run));
      return firstDifference(after, alone) ?? firstDifference(logRows(used.log, after), first, "the event");
    },
  },
  {
    name: "prefix-ignores-horizon",
    sentence: "A prefix of a future does not depend on its horizon.",
    basis: "No actor knows when the simulation will end.",
    breach: ({ setup, seed, run, choice }, { createSimulator }) => {
      const simulated = (model: Model) => {
        const simulator = createSimulator(model, seed);
        const future = mainRelation(simulator.run(run));
        return { future, steps: logRows(simulator.log, future) };
      };
      const short = simulated(compile(setup));
      const long = simulated(compile(withHorizon(setup, setup.horizon + 1 + choice)));
      const within = long.steps.filter(([, minute = 0]) => minute <= setup.horizon);
      const wanted = short.future.bounded ? short.steps.slice(0, within.length) : short.steps;
      return firstDifference(within, wanted, "the event");
    },
  },
];

/** The law of moves, which needs a history alone. */
export const moveLaws: readonly Listed<HistoryLaw>[] = [
  {
    name: "moves-are-judged-as-events",
    sentence: "A move becomes an event exactly when that event is valid.",
    basis: "Only a move can be refused, and only for what would make its event void.",
    breach: ({ events, history, choice }, { decide, extend }) => {
      const proposed = events[choice % Math.max(1, events.length)];
      if (proposed === undefined) return undefined;
      const { act, from, to, id: _, at: _at, because: _because, version: _version, ...fields } = proposed;
      const decision = decide(history, { id: "move", act, from, to, fields });
      const event = decision.valid
        ? decision.event
        : { ...proposed, id: "move", at: formatWhen(history.now, "minute") };
      const { verdict } = extend(history, [event]).steps.find((step) => step.event.id === "move") ?? {
        verdict: "lost",
      };
      if (decision.valid === (verdict !== "void")) return undefined;
      return `${act} is ${decision.valid ? "let through" : "refused"} as a move, and ${verdict} as an event`;
    },
  },
];

function simulate({ setup, seed, run }: Simulated, { createSimulator }: System) {
  const model = compile(setup);
  const simulator = createSimulator(model, seed, [], MAX_EVENTS);
  const future = mainRelation(simulator.run(run));
  return { history: written({ ...model, others: [] }, future, simulator.log), future, log: simulator.log };
}

/** The future of the main relation, where several go on together: the log is of it. */
function mainRelation(future: Future): Future {
  return future.relations?.[0] ?? future;
}

/** A setup with a later horizon, in all its relations. */
function withHorizon(setup: Setup, horizon: number): Setup {
  const { others } = setup;
  const beside = others === undefined ? {} : { others: others.map((other) => ({ ...other, horizon })) };
  return { ...setup, ...beside, horizon };
}

/** What a future left in a log, as plain lists. */
function logRows(log: Log, { events }: Future): readonly (readonly number[])[] {
  return Array.from({ length: events }, (_, k) =>
    [log.symbol, log.minute, log.cause, log.source, log.overdue].map((list) => list[k] ?? Number.NaN),
  );
}
