/** Constraints: what may happen on a way, by act, by cause and by actor; and the symbols that are left. */
import { type ActClass, type ActId, actOf, isHostile, needsConsent } from "../events/index.ts";
import { type By, type ChartEvent, type Detail, isEntitled, isOfOthers, symbols } from "../machine/index.ts";

/** What is allowed of a kind of thing: these only, when given; and none of those. */
export interface Allowance<T> {
  readonly only?: readonly T[];
  readonly without?: readonly T[];
}

/**
 * Who brings something about: a party, both parties by one joint act, anyone else, or the clock. A joint act is by
 * each of the parties, too: where one of them may not act, nor may both.
 */
export type Agent = By | "clock";

/** What may happen on a way. A step must be allowed by each part that is given; without any, all that is valid is. */
export interface Constraints {
  readonly acts?: Allowance<ActId>;
  /**
   * What moves the relation, by the class of the acts: force, rupture, agreement, ... Among them `clock`: what comes of
   * itself with time, such as the fading of a crisis.
   */
  readonly causes?: Allowance<ActClass>;
  readonly actors?: Allowance<Agent>;
}

/**
 * The symbols that are allowed: first what is not hostile, then what is, then the clock's, each in the order of the
 * alphabet. Of equally short ways a search finds one that begins with what comes first here. What nobody may ever do
 * is left out.
 *
 * @example
 * ```ts
 * import { allowedSymbols } from "demarche";
 * allowedSymbols({ causes: { only: ["agreement"] }, acts: { without: ["agree"] } }).map(({ type }) => type);
 * // => ["sign-agreement", "restore-relations"]
 * ```
 */
export function allowedSymbols(constraints: Constraints = {}): readonly ChartEvent[] {
  const allowed = symbols.filter((symbol) => isPossible(symbol) && isAllowed(symbol, constraints));
  return allowed.toSorted((one, other) => rankOf(one) - rankOf(other) || detailRank(one) - detailRank(other));
}

function detailRank({ detail }: ChartEvent): number {
  return detail === undefined ? 0 : 1;
}

function rankOf({ type }: ChartEvent): number {
  return actOf(type).class === "clock" ? 2 : isHostile(type) ? 1 : 0;
}

/** Whether constraints allow an event. */
export function isAllowed(event: ChartEvent, { acts, causes, actors }: Constraints): boolean {
  return (
    isChosen([event.type], acts) &&
    isChosen([actOf(event.type).class], causes) &&
    (actors?.only === undefined || isBy(event, actors.only)) &&
    !agentsOf(event).some((agent) => actors?.without?.includes(agent) ?? false)
  );
}

/** The agents of an event: for a joint act each party and both. */
function agentsOf({ type, by }: ChartEvent): readonly Agent[] {
  if (actOf(type).class === "clock") return ["clock"];
  return by === "both" ? ["a", "b", "both"] : [by];
}

/** A joint act is allowed where joint acts are, or where each of the parties is. */
function isBy(event: ChartEvent, only: readonly Agent[]): boolean {
  const agents = agentsOf(event);
  return agents.includes("both")
    ? only.includes("both") || (only.includes("a") && only.includes("b"))
    : agents.some((agent) => only.includes(agent));
}

function isChosen<T>(things: readonly T[], { only, without }: Allowance<T> = {}): boolean {
  return things.every((thing) => (only?.includes(thing) ?? true) && !(without?.includes(thing) ?? false));
}

/** Details that an act can be given, or that come of themselves: not those that depend on what happened before. */
const MADE: ReadonlySet<Detail> = new Set([
  "truce",
  "terms",
  "others",
  "others-a",
  "others-b",
  "last-of-a",
  "last-of-b",
  "last-of-both",
]);

/** An actor can do it in some situation, or the act asks for the other's consent and both do it. */
function isPossible(symbol: ChartEvent): boolean {
  if (!isEntitled(symbol) || (symbol.detail !== undefined && !MADE.has(symbol.detail))) return false;
  if (isOfOthers(symbol)) return false;
  return symbol.by === "both" || !needsConsent(symbol.type);
}
