/** Tournaments: which named strategies play, from which opening of a crisis, and what counts as war. */
import { strategies } from "../doctrine/index.ts";
import { MINUTES_PER_DAY, parseDuration } from "../events/index.ts";
import { boundsFor, type Contest, LENGTH, openingFor, strategyAssumptions, WAR } from "../futures/index.ts";
import type { History } from "../history/index.ts";
import { among, nearest, Problem, quoted } from "../problem/index.ts";
import type { Asked } from "./asked.ts";
import type { Crisis } from "./crisis.ts";
import { patternAsked, until } from "./moments.ts";

/** What a tournament is asked for, as it was given. */
export interface ContestAsked {
  /** The names of strategies, separated by commas; all by default. */
  readonly strategies?: string | undefined;
  /** Where they take over; before the first hostile act by default. */
  readonly from?: string | undefined;
  /** How long a future is, such as `365d`. */
  readonly horizon?: string | undefined;
  /** `name=number`, for parameters that one of the strategies has. */
  readonly set: readonly string[];
  /** The pattern that counts as war. */
  readonly war?: string | undefined;
}

/** A tournament ready to be played. */
export interface PlannedContest {
  readonly contest: Contest & { readonly length: number };
  readonly chosen: readonly string[];
}

/** Plans a tournament. @throws Problem for a strategy, parameter, time or moment that there is not */
export function planContest(crisis: Crisis, given: ContestAsked, asked: (name: string) => Asked): PlannedContest {
  const chosen = strategiesIn(given.strategies, asked("strategies"));
  const { assumptions, dyad } = crisis.scenario;
  const length = lengthIn(given.horizon, asked("horizon"));
  const settings = parametersIn(given.set, chosen, asked("set"));
  const history = openingIn(crisis, given.from, asked("from"));
  const war = given.war === undefined ? WAR : patternAsked(given.war, dyad, asked("war"));
  return { contest: { history, length, settings, assumptions, war }, chosen };
}

const names: readonly string[] = strategies.map(({ id }) => id);

/** The strategies that are named, each once. */
function strategiesIn(text: string | undefined, asked: Asked): readonly string[] {
  if (text === undefined) return names;
  const wanted = [...new Set(text.split(",").map((name) => name.trim()))].filter((name) => name !== "");
  if (wanted.length === 0) {
    throw new Problem("bad-option", `${asked(text)}: no strategy is named. There are: ${names.join(", ")}.`);
  }
  const stranger = wanted.find((name) => !names.includes(name));
  if (stranger === undefined) return wanted;
  throw new Problem(
    "no-such-strategy",
    `There is no strategy ${quoted(stranger)}.`,
    among(stranger, names, "Strategies"),
  );
}

function lengthIn(text: string | undefined, asked: Asked): number {
  if (text === undefined) return LENGTH;
  const minutes = parseDuration(text);
  if (minutes !== undefined && minutes > 0 && minutes <= 3660 * MINUTES_PER_DAY) return minutes;
  throw new Problem("bad-option", `${asked(text)}: expected a length of time up to 3660d, such as 365d.`);
}

function parametersIn(
  texts: readonly string[],
  chosen: readonly string[],
  asked: Asked,
): Readonly<Record<string, number>> {
  const known = strategyAssumptions(chosen);
  const parameters = [...new Set(known.map(({ name }) => name))];
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = "", number = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      if (!parameters.includes(name)) {
        throw new Problem("bad-option", `${asked(text)}: expected name=number for one of ${parameters.join(", ")}.`, {
          suggestion: nearest(name, parameters),
        });
      }
      const value = number.trim() === "" ? Number.NaN : Number(number);
      const [least, most] = boundsFor(name, known.find((one) => one.name === name)?.range);
      if (!(value >= least && value <= most)) {
        throw new Problem("bad-option", `${asked(text)}: expected a number from ${least} to ${most}.`);
      }
      return [name, value] as const;
    }),
  );
}

function openingIn(crisis: Crisis, from: string | undefined, asked: Asked): History {
  if (from !== undefined) return until(crisis, from, asked).history;
  const opening = openingFor(crisis.history);
  if (opening !== undefined) return opening;
  throw new Problem(
    "bad-option",
    `Neither party does anything hostile in this record. Say where to begin: ${asked("DATE")} or ID.`,
  );
}
