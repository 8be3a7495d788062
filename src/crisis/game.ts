/** Games: who plays which party of a scenario, and where the game leaves the record. */
import { type Departure, type Game, gameOf } from "../play/index.ts";
import { didYouMean, nearest, Problem } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { crisisOf } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";
import { cutAt } from "./moments.ts";
import { whatIfNamed } from "./names.ts";

export interface GameSettings {
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
export function game(
  scenario: Scenario,
  { as, seed, from, whatIf }: GameSettings,
  labelOf: (name: string) => InputLabel,
): Game {
  if (from !== undefined && whatIf !== undefined) {
    throw new Problem("bad-option", `${labelOf("from")(from)} is a moment of the record: give it without a what-if.`);
  }
  const player = playerOf(scenario, as, labelOf("as"));
  try {
    return gameOf(scenario, player, seed, departureOf(scenario, from, whatIf, labelOf("from")));
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("bad-option", error.message);
    throw error;
  }
}

function departureOf(
  scenario: Scenario,
  from: string | undefined,
  whatIf: string | undefined,
  label: InputLabel,
): Departure | undefined {
  if (whatIf !== undefined) return { kind: "what-if", name: whatIfNamed(whatIf, scenario) };
  return from === undefined ? undefined : { kind: "cut", cut: cutAt(from, crisisOf(scenario), label) };
}

function playerOf({ dyad: { a, b }, actors }: Scenario, code: string | undefined, label: InputLabel): string {
  if (code === a || code === b) return code;
  if (code === undefined) {
    const [first, second] = [a, b].map((party) => `${label(party)} (${actors[party]?.name})`);
    throw new Problem("bad-option", `Which party do you play? ${first} or ${second}.`);
  }
  const byName = [a, b].find((party) => actors[party]?.name.toLowerCase() === code.toLowerCase());
  const hint = Object.hasOwn(actors, code) ? "" : didYouMean(byName ?? nearest(code, [a, b]));
  throw new Problem("bad-option", `${label(code)}: that is no party to play.${hint} Parties: ${a}, ${b}.`);
}
