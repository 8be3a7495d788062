/** A crisis: a scenario with a history of it, the record or a what-if, as far as it is known. */
import type { History } from "../history/index.ts";
import {
  type Demands,
  demandsOf,
  type Lesson,
  recordOf,
  replayScenario,
  type Scenario,
  suppose,
} from "../scenario/index.ts";
import { whatIfNamed } from "./names.ts";

/** What every question is asked of. */
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
  if (whatIf === undefined) return known({ scenario, history: replayScenario(scenario), demands: scenario });
  const { whatIf: found, history } = suppose(scenario, whatIfNamed(whatIf, scenario), recordOf(scenario));
  const title = `${scenario.title}: what if, ${whatIf}`;
  return known({ scenario: { ...scenario, title }, history, whatIf, demands: demandsOf(scenario, found) });
}

/** A crisis as far as it is known: to the end of its window. */
export function known(crisis: Omit<Crisis, "until">): Crisis {
  return { ...crisis, until: Math.min(crisis.history.now, crisis.scenario.window.to) };
}

/** A question of the file, with how many steps are known when it is asked. */
export interface Question extends Lesson {
  readonly count: number;
}

/** The questions of a crisis in the order in which they come up, without those at whose moment all is known. */
export function questionsOf({ scenario, history: { steps } }: Crisis): readonly Question[] {
  return scenario.lessons
    .map((lesson) => ({ ...lesson, count: steps.findIndex(({ event }) => event.id === lesson.pause) + 1 }))
    .filter(({ count }) => count > 0 && count < steps.length)
    .toSorted((one, other) => one.count - other.count);
}
