/** A game: a scenario, the party that somebody plays, the seed, and where the game leaves the record. */
import { compile, type Setup, setupOf, together } from "../futures/index.ts";
import { type Branch, branch, type Cut, type Edit, eventsOf, historyOf, toldAt } from "../history/index.ts";
import { nth } from "../problem/index.ts";
import { recordOf, type Scenario } from "../scenario/index.ts";

/** Who plays in what. */
export interface Seat {
  readonly scenario: Scenario;
  readonly player: string;
  readonly other: string;
}

/**
 * The seat of a party.
 *
 * @throws RangeError when the player is no party
 */
export function seatOf(scenario: Scenario, player: string): Seat {
  const { a, b } = scenario.dyad;
  if (player === a || player === b) return { scenario, player, other: player === a ? b : a };
  throw new RangeError(`${player} is no party of ${scenario.name}: play ${a} or ${b}.`);
}

/** What the player has chosen before the first move. Nothing in it changes. */
export interface Game extends Seat {
  readonly seed: number;
  /** The edits that led away from the record before the game; none when it leaves the record itself. */
  readonly edits: readonly Edit[];
  /** What the simulation starts from: the player has no doctrine in it, in no relation, and it ends with the window. */
  readonly setup: Setup;
  /** Minutes until the deadline of what is agreed. */
  readonly term: number;
  /** Every id that a new event may not have. */
  readonly taken: ReadonlySet<string>;
}

/** Where a game leaves the record. */
export type Departure =
  | { readonly kind: "cut"; readonly cut: Cut }
  | { readonly kind: "what-if"; readonly name: string };

/**
 * A game that has not begun. By default it leaves the record after its first event.
 *
 * @throws RangeError when the player is no party, the departure is not there, or nothing is left of the window
 */
export function gameOf(scenario: Scenario, player: string, seed: number, departure?: Departure): Game {
  const seat = seatOf(scenario, player);
  const { leave, edits } = departFrom(scenario, departure);
  const left = leave(scenario);
  const horizon = scenario.window.to;
  // For the time of setting up the player has a doctrine, so that its later acts in the record are not scheduled.
  const setups = [scenario, ...scenario.beside].map((relation): Setup => {
    const doctrines = { ...relation.doctrines, [player]: { kind: "rules", rules: [] } } as const;
    const { [player]: _, ...others } = relation.doctrines;
    const setup = setupOf({ ...relation, doctrines }, leave(relation), { horizon });
    return { ...setup, doctrines: others, played: player };
  });
  const whole = together(scenario, setups);
  if (whole.history.now >= horizon)
    throw new RangeError(`The window of ${scenario.name} is over then: nothing is left to play.`);
  return {
    ...seat,
    seed,
    edits,
    setup: whole,
    term: compile(whole).term,
    taken: new Set([...scenario.events, ...eventsOf(left), ...scenario.context].map(({ id }) => id)),
  };
}

/** How a game leaves the record of a relation: its history so far as a branch, with the rest of the record left open. */
function departFrom(
  scenario: Scenario,
  from: Departure | undefined,
): { readonly leave: (relation: Scenario) => Branch; readonly edits: readonly Edit[] } {
  if (from?.kind === "what-if") {
    const whatIf = Object.hasOwn(scenario.whatIfs, from.name) ? scenario.whatIfs[from.name] : undefined;
    if (whatIf === undefined) throw new RangeError(`${scenario.name} has no what-if called ${from.name}.`);
    const { edits } = whatIf;
    return { leave: (relation) => branch(recordOf(relation), edits, "model"), edits };
  }
  const { events, window } = scenario;
  const history = historyOf(recordOf(scenario));
  const first = history.steps.findIndex(({ event }) => event.source !== "clock");
  const cut = from?.cut ?? { count: first + 1, minute: nth(history.steps, first).minute };
  const count = toldAt(events, history, cut);
  const before = { events: events.slice(0, count), window: { ...window, to: cut.minute } };
  return { leave: (relation) => ({ ...recordOf({ ...relation, ...before }), left: events.slice(count) }), edits: [] };
}
