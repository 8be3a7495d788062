/** Laws: what always holds, as data. Each has a name, a sentence, where it comes from, and a predicate of its kind. */
import type { ChartEvent, Situation, Verdict } from "../machine/index.ts";
import type { Account, Made, Simulated } from "./cases.ts";
import type { Space, System } from "./system.ts";

interface LawText {
  /** In kebab case, such as `severed-closes-missions`. */
  readonly name: string;
  /** What always holds, in one sentence. */
  readonly sentence: string;
  /** Where it comes from, or why it must hold. */
  readonly basis: string;
}

/** A step of the chart: an event in a situation, its verdict, and where it led. */
export interface ChartStep {
  readonly before: Situation;
  readonly event: ChartEvent;
  readonly verdict: Verdict;
  readonly after: Situation;
}

/** A law of every situation that can be reached. */
export interface SituationLaw extends LawText {
  readonly of: "situation";
  readonly holds: (situation: Situation) => boolean;
}

/** A law of every step from a situation that can be reached. */
export interface StepLaw extends LawText {
  readonly of: "step";
  /** The events that it is about; all when absent. */
  readonly about?: (event: ChartEvent) => boolean;
  readonly holds: (step: ChartStep) => boolean;
}

/** A law of the chart as a whole: of what is reachable, not of one situation. */
export interface ChartLaw extends LawText {
  readonly of: "chart";
  /** What breaks it anywhere; undefined when nothing does. */
  readonly breach: (space: Space) => string | undefined;
  /** What breaks it in one situation, by its number; absent where a single situation shows nothing. */
  readonly breachAt?: (situation: number, system: System) => string | undefined;
}

/** A law of every history, valid or not. */
export interface HistoryLaw extends LawText {
  readonly of: "history";
  readonly breach: (account: Account, system: System) => string | undefined;
}

/** A law of every branch. */
export interface BranchLaw extends LawText {
  readonly of: "branch";
  readonly breach: (made: Made, system: System) => string | undefined;
}

/** A law of every simulated future. */
export interface FutureLaw extends LawText {
  readonly of: "future";
  readonly breach: (simulated: Simulated, system: System) => string | undefined;
}

/** Any law. */
export type Law = SituationLaw | StepLaw | ChartLaw | HistoryLaw | BranchLaw | FutureLaw;

/** A law in the list of its kind, which states the kind once for all. */
export type Listed<L extends Law> = Omit<L, "of">;

/** What a law is of. */
export type LawKind = Law["of"];

/** A breach of a law: which, what was true, and what was expected. */
export interface Breach {
  readonly law: string;
  readonly sentence: string;
  readonly what: string;
  /** The situation that breaks a law of situations. */
  readonly situation?: Situation;
  /** The step that breaks a law of steps, or that led into such a situation. */
  readonly step?: ChartStep;
  /** The event of a history that it came with. */
  readonly event?: string;
}

export function breachOf(
  { name, sentence }: Law,
  what: string,
  where: Pick<Breach, "situation" | "step"> = {},
): Breach {
  return { law: name, sentence, what, ...where };
}

/** A breach of a law in words. */
export function breachText({ law, sentence, what }: Breach): string {
  return `The law ${law} is broken: ${sentence}\nWhat was true: ${what}`;
}
