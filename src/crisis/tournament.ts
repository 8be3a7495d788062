/** Tournaments: which named strategies play, from which opening of a crisis, and what counts as war. */
import { strategies } from "../doctrine/index.ts";
import { MINUTES_PER_DAY, parseDuration } from "../events/index.ts";
import { boundsFor, type Contest, LENGTH, openingFor, strategyAssumptions, WAR } from "../futures/index.ts";
import type { History } from "../history/index.ts";
import { among, nearest, Problem, quoted } from "../problem/index.ts";
import type { Crisis } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";
import { crisisUntil, patternFrom } from "./moments.ts";

/** The options of a tournament, as they were given. */
export interface ContestRequest {
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
export function planContest(
  crisis: Crisis,
  request: ContestRequest,
  labelOf: (name: string) => InputLabel,
): PlannedContest {
  const chosen = strategiesIn(request.strategies, labelOf("strategies"));
  const { assumptions, dyad } = crisis.scenario;
  const length = lengthIn(request.horizon, labelOf("horizon"));
  const settings = parametersIn(request.set, chosen, labelOf("set"));
  const history = openingIn(crisis, request.from, labelOf("from"));
  const war = request.war === undefined ? WAR : patternFrom(request.war, dyad, labelOf("war"));
  return { contest: { history, length, settings, assumptions, war }, chosen };
}

const names: readonly string[] = strategies.map(({ id }) => id);

/** The strategies that are named, each once. */
function strategiesIn(text: string | undefined, label: InputLabel): readonly string[] {
  if (text === undefined) return names;
  const wanted = [...new Set(text.split(",").map((name) => name.trim()))].filter((name) => name !== "");
  if (wanted.length === 0) {
    throw new Problem("bad-option", `${label(text)}: no strategy is named. There are: ${names.join(", ")}.`);
  }
  const stranger = wanted.find((name) => !names.includes(name));
  if (stranger === undefined) return wanted;
  throw new Problem(
    "no-such-strategy",
    `There is no strategy ${quoted(stranger)}.`,
    among(stranger, names, "Strategies"),
  );
}

function lengthIn(text: string | undefined, label: InputLabel): number {
  if (text === undefined) return LENGTH;
  const minutes = parseDuration(text);
  if (minutes !== undefined && minutes > 0 && minutes <= 3660 * MINUTES_PER_DAY) return minutes;
  throw new Problem("bad-option", `${label(text)}: expected a length of time up to 3660d, such as 365d.`);
}

function parametersIn(
  texts: readonly string[],
  chosen: readonly string[],
  label: InputLabel,
): Readonly<Record<string, number>> {
  const known = strategyAssumptions(chosen);
  const parameters = [...new Set(known.map(({ name }) => name))];
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = "", number = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      if (!parameters.includes(name)) {
        throw new Problem("bad-option", `${label(text)}: expected name=number for one of ${parameters.join(", ")}.`, {
          suggestion: nearest(name, parameters),
        });
      }
      const value = number.trim() === "" ? Number.NaN : Number(number);
      const [least, most] = boundsFor(name, known.find((one) => one.name === name)?.range);
      if (!(value >= least && value <= most)) {
        throw new Problem("bad-option", `${label(text)}: expected a number from ${least} to ${most}.`);
      }
      return [name, value] as const;
    }),
  );
}

function openingIn(crisis: Crisis, from: string | undefined, label: InputLabel): History {
  if (from !== undefined) return crisisUntil(crisis, from, label).history;
  const opening = openingFor(crisis.history);
  if (opening !== undefined) return opening;
  throw new Problem(
    "bad-option",
    `Neither party does anything hostile in this record. Say where to begin: ${label("DATE")} or ID.`,
  );
}
