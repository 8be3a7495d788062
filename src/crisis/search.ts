/** Searching: the shortest valid ways to a situation, or the least edit of the record that reaches or avoids it. */
import type { Branch, History } from "../history/index.ts";
import type { Pattern } from "../machine/index.ts";
import { evaluateWhatIf, recordOf, type Scenario } from "../scenario/index.ts";
import { type LeastEdits, leastEdit, type Searched, searchWays } from "../search/index.ts";
import { standText } from "../views/index.ts";
import { crisisOf } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";
import type { SearchLimits } from "./limits.ts";
import { crisisUntil, isDate } from "./moments.ts";
import { whatIfNamed } from "./names.ts";

/** What is looked for, and what is allowed on the way. */
export interface Goal {
  /** The situation, as it was asked for. */
  readonly goal: string;
  readonly pattern: Pattern;
  readonly limits: SearchLimits;
}

/** Ways that were looked for from a moment. */
export interface FoundWays extends Goal {
  /** The moment as words. */
  readonly moment: string;
  readonly start: History;
  readonly searched: Searched;
}

/**
 * Looks for ways from the end of the record, or of a what-if, or from a moment of it.
 *
 * @throws Problem when there is no such what-if or moment
 */
export function findWays(
  scenario: Scenario,
  goal: Goal,
  { from, whatIf, ...settings }: SearchFrom & { readonly ways: number; readonly budget: number },
  label: InputLabel,
): FoundWays {
  const { start, moment } = startOf(scenario, { from, whatIf }, label);
  const { pattern, limits } = goal;
  const { ways: k, budget } = settings;
  const searched = searchWays({ from: start.situation, goal: pattern, allowed: limits.allowed, k, budget });
  return { ...goal, moment, start, searched };
}

export interface SearchFrom {
  readonly from?: string | undefined;
  readonly whatIf?: string | undefined;
}

function startOf(
  scenario: Scenario,
  { from, whatIf }: SearchFrom,
  label: InputLabel,
): { readonly start: History; readonly moment: string } {
  const whole = crisisOf(scenario, whatIf);
  if (from === undefined) return { start: whole.history, moment: standText(whole.history.now) };
  const cut = crisisUntil(whole, from, label);
  const last = cut.history.steps.at(-1);
  const moment =
    isDate(from) || last === undefined ? standText(cut.until) : `the moment after ${last.event.id}, ${last.event.at}`;
  return { start: { ...cut.history, now: Math.min(cut.history.now, cut.until) }, moment };
}

export interface LeastEditSettings {
  readonly whatIf?: string | undefined;
  /** Whether the situation is to be avoided. */
  readonly never: boolean;
  readonly then: "keep" | "prune";
  /** The maximum number of edits. */
  readonly most: number;
  readonly ways: number;
  readonly budget: number;
}

/** Looks for the least edit of the record, or of a what-if. */
export function leastEdits(
  scenario: Scenario,
  { pattern, limits }: Goal,
  { whatIf, most, ways: k, ...settings }: LeastEditSettings,
  watch: (folded: number) => void,
): LeastEdits {
  const record = searchedLine(scenario, whatIf);
  return leastEdit({ record, goal: pattern, ...settings, maxSize: most, k, allowed: limits.allowed, watch });
}

/** The record, or the what-if that is asked about. */
export function searchedLine(scenario: Scenario, whatIf: string | undefined): Branch {
  const record = recordOf(scenario);
  return whatIf === undefined ? record : evaluateWhatIf(scenario, whatIfNamed(whatIf, scenario), record).branch;
}
