/** Names in a question: acts, actors, regions and what-ifs, or the nearest there is. */

import { type ActId, actIds, actOf, isActId, nearestAct } from "../events/index.ts";
import type { By, Region } from "../machine/index.ts";
import { among, Problem, quoted, scalarText } from "../problem/index.ts";
import { regionKeys, regionOfKey, type Scenario } from "../scenario/index.ts";

/** The act of that name. @throws Problem when the catalogue has none, with the nearest */
export function actNamed(text: unknown): ActId {
  if (isActId(text)) return text;
  const knownActs = actIds.filter((id) => actOf(id).class !== "clock");
  throw new Problem("no-such-act", `There is no act ${quoted(text)}.`, {
    suggestion: nearestAct(scalarText(text)),
    expected: `The catalogue has ${knownActs.length}, such as ${EXAMPLES.join(", ")}.`,
  });
}

const EXAMPLES: readonly ActId[] = ["strike", "recall-ambassador", "expel-diplomats", "lodge-protest"];

/** Who acts, as the chart sees it. @throws Problem when no actor has that code */
export function actorNamed(code: string, parties: Parties): By {
  const side = sideNamed(code, parties);
  if (side !== undefined) return side;
  throw noActor(code, parties.actors, "both");
}

/** Who a code means, as the chart sees it; undefined where nobody has it. */
export function sideNamed(code: string, { dyad: { a, b }, actors }: Parties): "a" | "b" | "both" | "other" | undefined {
  if (code === a) return "a";
  if (code === b) return "b";
  if (code === "both") return "both";
  return Object.hasOwn(actors, code) ? "other" : undefined;
}

/** Whom a scenario knows. */
export type Parties = Pick<Scenario, "dyad" | "actors">;

/** The problem of a code that no actor has. Of an actor with that name the code is suggested. */
export function noActor(code: unknown, actors: Scenario["actors"], ...besides: readonly string[]): Problem {
  const codes = [...Object.keys(actors), ...besides];
  const word = scalarText(code);
  const codeByName = Object.keys(actors).find((one) => actors[one]?.name.toLowerCase() === word.toLowerCase());
  const details = among(word, codes);
  return new Problem("no-such-actor", `There is no actor ${quoted(code)} here.`, {
    ...details,
    suggestion: codeByName ?? details.suggestion,
  });
}

/** The region of a key such as `course` or `missions.PAK`. @throws Problem when there is none */
export function regionNamed(key: string, { dyad }: Pick<Scenario, "dyad">): Region {
  const region = regionOfKey(key, dyad);
  if (region !== undefined) return region;
  throw new Problem("no-such-key", `There is no region ${quoted(key)}.`, among(scalarText(key), regionKeys(dyad)));
}

/** The name of a what-if that the scenario has. @throws Problem when it has none of that name, with the nearest */
export function whatIfNamed(name: string, { whatIfs }: Pick<Scenario, "whatIfs">): string {
  const names = Object.keys(whatIfs);
  if (names.includes(name)) return name;
  const details =
    names.length === 0 ? { expected: "This file has none." } : among(name, names, "What-ifs of this file");
  throw new Problem("no-such-what-if", `There is no what-if ${quoted(name)}.`, details);
}
