/** A crisis: a scenario with a history of it, the record or a what-if, as far as it is known. */
import type { History } from "../history/index.ts";
import {
  type Demands,
  demandsOf,
  evaluateWhatIf,
  type Lesson,
  recordOf,
  replayScenario,
  type Scenario,
} from "../scenario/index.ts";
import { whatIfNamed } from "./names.ts";

/** What every question is about. */
export interface Crisis {
  readonly scenario: Scenario;
  readonly history: History;
  /** The last minute that is known. */
  readonly until: number;
  /** The what-if that the history is of; absent for the record. */
  readonly whatIf?: string;
  /** What the file demands of this history. */
  readonly demands: Demands;
}

/**
 * The crisis of a scenario: its record, or one of its what-ifs, whose expectations and invariants then take the place of
 * the record's.
 *
 * @throws Problem when there is no such what-if
 */
export function crisisOf(scenario: Scenario, whatIf?: string): Crisis {
  if (whatIf === undefined)
    return crisisToWindowEnd({ scenario, history: replayScenario(scenario), demands: scenario });
  const { whatIf: found, history } = evaluateWhatIf(scenario, whatIfNamed(whatIf, scenario), recordOf(scenario));
  const title = `${scenario.title}: what if, ${whatIf}`;
  return crisisToWindowEnd({ scenario: { ...scenario, title }, history, whatIf, demands: demandsOf(scenario, found) });
}

/** A crisis up to the end of its window, or of its history where that ends first. */
export function crisisToWindowEnd(crisis: Omit<Crisis, "until">): Crisis {
  return { ...crisis, until: Math.min(crisis.history.now, crisis.scenario.window.to) };
}

/** A question that the file asks its reader along the way, with the number of steps known by then. */
export interface ReaderQuestion extends Lesson {
  readonly count: number;
}

/** The questions to the reader in the order in which they come up, without those at the end, when all is known. */
export function readerQuestionsOf({ scenario, history: { steps } }: Crisis): readonly ReaderQuestion[] {
  return scenario.lessons
    .map((lesson) => ({ ...lesson, count: steps.findIndex(({ event }) => event.id === lesson.pause) + 1 }))
    .filter(({ count }) => count > 0 && count < steps.length)
    .toSorted((one, other) => one.count - other.count);
}
