/** Games: who plays which party of a scenario, and where the game leaves the record. */
import { type Departure, type Game, gameOf } from "../play/index.ts";
import { didYouMean, nearest, Problem } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Asked } from "./asked.ts";
import { crisisOf } from "./crisis.ts";
import { cutAt } from "./moments.ts";
import { whatIfNamed } from "./names.ts";

export interface GameAsked {
  /** The code of the party that is played. */
  readonly as?: string | undefined;
  readonly seed: number;
  /** A moment of the record. */
  readonly from?: string | undefined;
  readonly whatIf?: string | undefined;
}

/**
 * A game that has not begun.
 *
 * @throws Problem when the player is no party, the departure is not there, or nothing is left of the window
 */
export function game(scenario: Scenario, { as, seed, from, whatIf }: GameAsked, asked: (name: string) => Asked): Game {
  if (from !== undefined && whatIf !== undefined) {
    throw new Problem("bad-option", `${asked("from")(from)} is a moment of the record: give it without a what-if.`);
  }
  const player = playerOf(scenario, as, asked("as"));
  try {
    return gameOf(scenario, player, seed, departureOf(scenario, from, whatIf, asked("from")));
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("bad-option", error.message);
    throw error;
  }
}

function departureOf(
  scenario: Scenario,
  from: string | undefined,
  whatIf: string | undefined,
  asked: Asked,
): Departure | undefined {
  if (whatIf !== undefined) return { kind: "what-if", name: whatIfNamed(whatIf, scenario) };
  return from === undefined ? undefined : { kind: "cut", cut: cutAt(from, crisisOf(scenario), asked) };
}

function playerOf({ dyad: { a, b }, actors }: Scenario, code: string | undefined, asked: Asked): string {
  if (code === a || code === b) return code;
  if (code === undefined) {
    const [one, other] = [a, b].map((party) => `${asked(party)} (${actors[party]?.name})`);
    throw new Problem("bad-option", `Which party do you play? ${one} or ${other}.`);
  }
  const called = [a, b].find((party) => actors[party]?.name.toLowerCase() === code.toLowerCase());
  const hint = Object.hasOwn(actors, code) ? "" : didYouMean(called ?? nearest(code, [a, b]));
  throw new Problem("bad-option", `${asked(code)}: that is no party to play.${hint} Parties: ${a}, ${b}.`);
}
