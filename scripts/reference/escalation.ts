/** How far the default doctrines escalate: what follows one first act, in many futures, beside what the data say. */
import { readFileSync } from "node:fs";
import { type Doctrine, levelOf, strategies } from "../../src/doctrine/index.ts";
import { type DiplomaticEvent, event, MINUTES_PER_DAY, when } from "../../src/events/index.ts";
import { compile, createSimulator, type Setup } from "../../src/futures/index.ts";
import { fold, QUIET } from "../../src/history/index.ts";
import { symbols } from "../../src/machine/index.ts";
import { readScenario } from "../../src/scenario/index.ts";

/** What follows a first act, as shares of the futures. */
export interface Following {
  /** No act of anybody follows. */
  readonly nothing: number;
  /** Nothing follows that Militarized Interstate Events would count: no threat, display or force of a party. */
  readonly nothingMilitarised: number;
  /** The other side acts militarily, too, as the first act did. */
  readonly answered: number;
  /** Both sides have used force. */
  readonly forceByBoth: number;
}

const FUTURES = 4000;
const SEED = 1;

/** The templates, after the first event of their record, by their own doctrines. */
export function templates(): Readonly<Record<string, Following>> {
  const names = ["border-incident", "expulsion-spiral"];
  return Object.fromEntries(
    names.map((name) => {
      const file = `scenarios/templates/${name}.yaml`;
      const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
      const [first] = scenario?.events ?? [];
      if (scenario === undefined || first === undefined) throw new Error(`${file} has no record.`);
      const { dyad, opening, window, quiet, doctrines, assumptions } = scenario;
      const history = fold([first], { dyad, opening, from: window.from, quiet });
      const horizon = Math.max(window.to, history.now + quiet);
      return [
        `${name}, after its first event (${first.act})`,
        following({ history, scheduled: [], doctrines, assumptions, horizon }),
      ];
    }),
  );
}

/** Every named strategy against itself after one strike, with its defaults unless parameters are given. */
export function twins(parameters: Readonly<Record<string, number>> = {}): Readonly<Record<string, Following>> {
  return Object.fromEntries(
    strategies.map(({ id }) => {
      const doctrine: Doctrine = { kind: "strategy", use: id, parameters };
      const strike: DiplomaticEvent = event({
        id: "first",
        act: "strike",
        at: "2030-01-01",
        from: ["AAA"],
        to: ["BBB"],
      });
      const history = fold([strike], { dyad: { a: "AAA", b: "BBB" }, from: when("2030-01-01").start });
      const horizon = history.now + 365 * MINUTES_PER_DAY + QUIET;
      return [
        id,
        following({ history, scheduled: [], doctrines: { AAA: doctrine, BBB: doctrine }, assumptions: {}, horizon }),
      ];
    }),
  );
}

function following(setup: Setup): Following {
  const { run, log } = createSimulator(compile(setup), SEED);
  const { history } = setup;
  const first = history.steps[0]?.event;
  const began = first?.from[0] === history.dyad.a ? "a" : "b";
  const shares = { nothing: 0, nothingMilitarised: 0, answered: 0, forceByBoth: 0 };
  for (let number = 0; number < FUTURES; number++) {
    const { events } = run(number);
    let acts = 0;
    const highest = { a: 0, b: 0, [began]: first === undefined ? 0 : levelOf(first.act) };
    let militarised = 0;
    for (let place = 0; place < events; place++) {
      const { type, by } = symbols[log.symbol[place] ?? 0] ?? { type: "crisis-faded", by: "other" };
      if ((log.source[place] ?? -1) === -1) continue;
      acts += 1;
      const level = levelOf(type);
      if (by !== "a" && by !== "b") continue;
      if (level >= 2) militarised += 1;
      highest[by] = Math.max(highest[by] ?? 0, level);
    }
    const other = began === "a" ? "b" : "a";
    shares.nothing += acts === 0 ? 1 : 0;
    shares.nothingMilitarised += militarised === 0 ? 1 : 0;
    shares.answered += (highest[other] ?? 0) >= 2 ? 1 : 0;
    shares.forceByBoth += (highest.a ?? 0) >= 4 && (highest.b ?? 0) >= 4 ? 1 : 0;
  }
  const share = (hits: number): number => hits / FUTURES;
  return {
    nothing: share(shares.nothing),
    nothingMilitarised: share(shares.nothingMilitarised),
    answered: share(shares.answered),
    forceByBoth: share(shares.forceByBoth),
  };
}
