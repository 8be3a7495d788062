/**
 * `node bench/web.ts`: what a crisis of several states costs, by the number of states and of relations that are followed.
 *
 * The same 2,000 events are spread over relations of neighbours, four for each state; and, for comparison, every pair of
 * all states is followed, though nothing runs between most of them. Times are those of the processor, the least of several rounds.
 */
import { type ActId, type DiplomaticEvent, type EventDraft, event, formatWhen } from "../src/events/index.ts";
import { compile, createSimulator, type Setup } from "../src/futures/index.ts";
import { foldWeb } from "../src/history/index.ts";
import type { Dyad } from "../src/machine/index.ts";

const EVENTS = 2000;
const START = Date.UTC(1950, 0, 1) / 60_000;
const ACTS: readonly ActId[] = ["accuse", "strike", "recall-ambassador", "consult-by-phone", "express-deescalation"];

function codeOf(k: number): string {
  return `S${String(k).padStart(2, "0")}`;
}

/** Each state with the next two around a circle: at most four relations for each. */
function neighbours(states: number): readonly Dyad[] {
  const pairs = Array.from({ length: states }, (_, k) =>
    [1, 2].map((step) => [k, (k + step) % states].sort((a, b) => a - b)),
  );
  const keys = new Set(pairs.flat().map(([a = 0, b = 0]) => `${codeOf(a)} ${codeOf(b)}`));
  return [...keys]
    .filter((key) => key.slice(0, 3) !== key.slice(4))
    .map((key) => ({ a: key.slice(0, 3), b: key.slice(4) }));
}

function everyPair(states: number): readonly Dyad[] {
  return Array.from({ length: states }, (_, a) =>
    Array.from({ length: states - a - 1 }, (_, b) => ({ a: codeOf(a), b: codeOf(a + b + 1) })),
  ).flat();
}

function recordOver(relations: readonly Dyad[], length = EVENTS): readonly DiplomaticEvent[] {
  return Array.from({ length }, (_, k) => {
    const { a, b } = relations[(k * 7) % relations.length] ?? { a: "S00", b: "S01" };
    const [one, other] = k % 2 === 0 ? [a, b] : [b, a];
    const at = formatWhen(START + Math.floor(k / 4) * 1440);
    return event({
      id: `e${k}`,
      act: ACTS[k % ACTS.length] ?? "accuse",
      at,
      from: [one],
      to: [other],
    } as EventDraft<ActId>);
  });
}

function least(work: () => void, rounds = 5): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const { user, system } = process.cpuUsage();
    work();
    const spent = process.cpuUsage({ user, system });
    best = Math.min(best, (spent.user + spent.system) / 1000);
  }
  return best;
}

function futuresOf(relations: readonly Dyad[], active: readonly Dyad[]): Setup {
  const record = recordOver(active, 40);
  const doctrines = Object.fromEntries(
    [...new Set(active.flatMap(({ a, b }) => [a, b]))].map((code) => [
      code,
      { kind: "strategy", use: "tit-for-tat", parameters: {} } as const,
    ]),
  );
  const [main, ...others] = foldWeb(
    record,
    relations.map((dyad) => ({ dyad })),
  ).map((history): Setup => {
    const { a, b } = history.dyad;
    const own = Object.fromEntries(Object.entries(doctrines).filter(([code]) => code === a || code === b));
    return { history, scheduled: [], doctrines: own, assumptions: {}, horizon: history.now + 180 * 1440 };
  });
  if (main === undefined) throw new RangeError("No relation.");
  return { ...main, others };
}

/** A row of the table: what a web of some number of states costs. */
function rowOf(states: number): string {
  const near = neighbours(states);
  const record = recordOver(near);
  const scopes = (relations: readonly Dyad[]) => relations.map((dyad) => ({ dyad }));
  const steps = foldWeb(record, scopes(near)).reduce((sum, { steps: own }) => sum + own.length, 0);
  const fold = least(() => foldWeb(record, scopes(near)));
  const cost = (relations: readonly Dyad[]) => {
    const simulator = createSimulator(compile(futuresOf(relations, near)), 1);
    let events = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) simulator.run(run);
    const ms = least(() => {
      events = 0;
      for (let run = 0; run < runs; run++) events += simulator.run(run).events;
    });
    return { events: events / runs, each: (ms * 1000) / events };
  };
  const own = cost(near);
  const all = everyPair(states);
  const whole = least(() => foldWeb(record, scopes(all)), 3);
  const cells = [
    states,
    near.length,
    steps.toLocaleString("en"),
    fold.toFixed(0),
    own.events.toFixed(0),
    own.each.toFixed(2),
    all.length,
    whole.toFixed(0),
    cost(all).each.toFixed(2),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The section of docs/explanation/performance.md. */
export function webSection(): string {
  return `## Several states

The same 2,000 events over relations of neighbours, at most four for each state; then over the same while every pair of all
states is followed, though nothing runs between most of them. Time of the processor, the least of several rounds: of a fold in
milliseconds, of a simulated event in millionths of a second.

| states | relations | steps | fold, ms | events of a future | µs an event | every pair | fold, ms | µs an event |
|---|---|---|---|---|---|---|---|---|
${[2, 5, 10, 30].map(rowOf).join("\n")}
`;
}

if (import.meta.main) console.log(webSection());
